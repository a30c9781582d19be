"""A load in one view and work that moves; a daily meeting whose decisions are followed up."""

from datetime import date

import pytest

from journeys.hands import KEYBOARD, POINTER
from journeys.walking import come_in, look, words_of
from journeys.world import local

MORNING = "2026-12-01 08:30"
WHY = "Court all week"
DECISION = "Two officers go to the last address of S-3"


@pytest.fixture
def busy(world):
    """The investigator has three suspects to reach, the offender manager one plan."""
    world.now = local(MORNING)
    for number in range(1, 4):
        ref = f"S-{number}"
        world.record(
            "suspects",
            ref,
            suspect_ref=ref,
            investigation_ref="C-1",
            named_at=local("2026-11-30 09:00"),
            offence="Burglary",
            state="Named, not located",
            risk_band="High" if number == 3 else "Standard",
            next_action="Ask at his work",
            next_action_set_at=local("2026-11-30 09:30"),
            next_action_due=date(2026, 12, 1 + number),
            unit_ref="N1",
            officer_ref="no-investigator",
        )
    world.record(
        "managed-people",
        "P-1",
        plan_ref="P-1",
        managed_at=local("2026-11-02 09:00"),
        plan_set_at=local("2026-11-02 09:00"),
        level="High",
        visit_every_days=30,
        unit_ref="N1",
        officer_ref="no-offender-manager",
    )
    world.deliver()
    return world


@pytest.mark.ledger("CON-27", "OFF-13")
def test_load_stands_in_one_view_and_what_moves_is_told_to_both(busy, reader, plain_reader):
    """Moved by keyboard alone; the two who are concerned read it without scripts."""
    come_in(reader, busy, busy.force["supervisor"])
    page = reader.open("/force/work/team/?unit=N1")
    row = page.get_by_role("row").filter(has_text="Investigator (Demo investigator)")
    assert "3 suspects" in row.first.inner_text()
    row = page.get_by_role("row").filter(has_text="Demo offender-manager")
    assert "1 managed person" in row.first.inner_text()
    look(reader, "team")
    moving = [busy.duties("offenders.next_action", ref)[0] for ref in ("S-1", "S-2")]
    chosen = {
        "duty": ",".join(one.record_id for one in moving),
        "to_post": "post-patrol-officer",
        "reason": WHY,
    }
    assert KEYBOARD.send(page, chosen, "Move them") == set(chosen)
    reader.settled()
    assert "2 duties moved to Response or neighbourhood officer" in page.content()
    look(reader, "team-moved")

    for one in moving:
        one.refresh_from_db()
        assert one.post_ref == "post-patrol-officer"
    for role, told in (
        ("patrol-officer", "Handed over to you from Investigator"),
        ("investigator", "Handed over from you to Response or neighbourhood officer"),
    ):
        come_in(plain_reader, busy, busy.force[role])
        plain_reader.open("/force/")
        assert told in words_of(plain_reader)
        assert WHY in words_of(plain_reader)


@pytest.mark.ledger("GOV-05", "OFF-03")
def test_a_decision_has_an_owner_and_an_end_and_the_next_day_says_whether_it_was_done(
    busy, reader, plain_reader
):
    """Taken by keyboard alone, done without scripts; the wall shows neither names nor words."""
    come_in(reader, busy, busy.force["supervisor"])
    page = reader.open("/force/work/pacesetter/")
    look(reader, "pacesetter")
    taken = {"words": DECISION, "post_ref": "post-investigator", "due_on": "2026-12-02"}
    assert KEYBOARD.send(page, taken, "Write the decision down") == set(taken)
    reader.settled()
    assert "Today's decisions: 1" in words_of(reader)
    reader.open("/force/work/pacesetter/?wall&still")
    wall = words_of(reader)
    assert "Demo" not in wall
    assert DECISION not in wall
    look(reader, "pacesetter-wall")

    busy.turn_to("2026-12-02 08:30")
    busy.deliver()
    come_in(reader, busy, busy.force["supervisor"])
    reader.open("/force/work/pacesetter/")
    assert "Yesterday's decisions: 0 of 1 done" in words_of(reader)
    assert "Late and high risk: 1" in words_of(reader)
    come_in(plain_reader, busy, busy.force["investigator"])
    plain_reader.open("/force/")
    page = plain_reader.page
    POINTER.follow(page, "A decision to carry out")
    assert DECISION in words_of(plain_reader)
    POINTER.follow(page, "It is done")
    POINTER.send(page, {"proof": "They went at seven: nobody in."}, "It is done")

    busy.now = local("2026-12-02 09:00")
    busy.work()
    come_in(reader, busy, busy.force["supervisor"])
    reader.open("/force/work/pacesetter/")
    assert "Yesterday's decisions: 1 of 1 done" in words_of(reader)
    look(reader, "pacesetter-next-day")
    assert busy.figure("work.decision.in_time") == (1, 1)
