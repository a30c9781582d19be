"""From a number to work: a cell opens to its rows, rows to tasks with an owner and an end."""

import pytest

from journeys.hands import KEYBOARD, POINTER
from journeys.walking import come_in, look, walk, words_of
from journeys.world import local
from peelian.areas.vulnerability.dash import DASH

WHERE = {"unit_ref": "N1", "officer_ref": "no-investigator"}
TASK = {
    "title": "Look for him anew and say what was done",
    "post_ref": "post-investigator",
    "due_on": "2026-12-04",
    "risk": "high",
    "words": "Asked for at the meeting on Tuesday.",
}
DECLINED = {
    "offered": "will-not",
    "refusal": "afraid",
    "refusal_words": "She asked us to go.",
    "grade": "medium",
    "reasons": "What was seen at the door.",
}
ANSWERED = {
    f"answer-{one.key}": "no" for one in DASH.versions[-1].questions if one.kind == "yes-no"
} | {
    "offered": "will",
    "words-seen": "Both were calm; nothing is broken.",
    "words-orders-why": "Neither wants one, and nothing calls for it.",
    "grade": "standard",
    "reasons": "Nothing that was asked is so.",
}


@pytest.mark.ledger("OFF-01", "OFF-05", "GOV-05")
def test_a_figure_opens_to_its_rows_and_they_become_tasks(world, reader, plain_reader):
    """Given by keyboard alone, done without scripts; the list leads back to its figure."""
    world.now = local("2026-12-01 09:00")
    for ref in ("S-1", "S-2"):
        world.record(
            "suspects",
            ref,
            suspect_ref=ref,
            named_at=local("2026-11-20 09:00"),
            state="Named, not located",
            **WHERE,
        )
    world.deliver()
    come_in(reader, world, world.force["chief-officer"])
    page = reader.open("/force/measures/offenders.outstanding/")
    look(reader, "number-measure")
    reader.open("/force/figures/offenders.outstanding@1;2026-11;force=staffordshire")
    look(reader, "number-figure")
    KEYBOARD.follow(page, "rows")
    reader.settled()
    look(reader, "number-rows")
    (first,) = world.duties("offenders.suspect_reached", "S-1")
    (second,) = world.duties("offenders.suspect_reached", "S-2")
    chosen = {"row": f"{first.of_id},{second.of_id}"}
    assert KEYBOARD.send(page, chosen, "Make work of the chosen rows") == set(chosen)
    reader.settled()
    assert "2 rows become tasks" in words_of(reader)
    look(reader, "number-give")
    assert KEYBOARD.send(page, TASK, "Give the work") == set(TASK)
    reader.settled()
    assert "0 of 2 tasks are done." in words_of(reader)
    look(reader, "number-list")

    come_in(plain_reader, world, world.force["investigator"])
    plain_reader.open("/force/")
    POINTER.follow(plain_reader.page, TASK["title"])
    POINTER.follow(plain_reader.page, "It is done")
    POINTER.send(plain_reader.page, {"proof": "Seen at work, summoned."}, "It is done")
    page.reload()
    reader.settled()
    assert "1 of 2 tasks is done." in words_of(reader).replace("tasks are", "tasks is")
    KEYBOARD.follow(page, "Back to the figure that this work came from")
    reader.settled()
    assert "outstanding" in words_of(reader)


@pytest.mark.ledger("VUL-02")
def test_how_often_the_risk_assessment_is_declined_is_a_figure_of_the_assessments(world, reader):
    """Two were offered on the same night and one was declined: each counts once, in its month."""
    world.now = local("2026-12-01 22:00")
    for ref in ("I-1", "I-2"):
        world.record(
            "incidents",
            ref,
            incident_ref=ref,
            opened_at=local("2026-12-01 20:00"),
            arrived_at=local("2026-12-01 20:30"),
            domestic_abuse=True,
            needs_attendance=True,
            unit_ref="N1",
            officer_ref="no-patrol-officer",
            person_key=f"P-{ref}",
        )
    world.deliver()
    come_in(reader, world, world.force["patrol-officer"])
    for answers in (DECLINED, ANSWERED):
        page = reader.open("/force/")
        POINTER.follow(page, DASH.title)
        reader.settled()
        walk(reader, answers)
    world.work()
    assert world.figure("vulnerability.dash.refused") == (1, 2)
    come_in(reader, world, world.force["analyst"])
    reader.open("/force/measures/vulnerability.dash.refused/")
    assert "1 of 2" in words_of(reader)
    look(reader, "dash-refused")
