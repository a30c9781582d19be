"""An officer is assaulted: seven points for them, and never they themselves as the investigator."""

import pytest

from journeys.hands import KEYBOARD, POINTER
from journeys.walking import come_in, go_on, look, refused, walk, words_of
from journeys.world import local

POINTS = (
    "investigator",
    "meeting",
    "rights",
    "command_told",
    "executive_told",
    "association_told",
    "proof",
    "accident_report",
)
FIRST = {
    "answer-met": "yes",
    "answer-rights": "yes",
    "answer-named": "yes",
}
THEMSELVES = {
    "words-need": "A lift home, and a word with his family.",
    "words-investigator": "no-patrol-officer",
}
SOMEBODY_ELSE = {"words-investigator": "no-investigator"}
TOLD = {"answer-command": "yes", "answer-executive": "yes", "answer-association": "no"}
LATER = {"answer-proof": "no", "answer-reported": "yes", "answer-reporter": "Supervisor"}
AGAIN = {
    "answer-met": "no",
    "answer-rights": "no",
    "answer-named": "no",
    "answer-command": "no",
    "answer-executive": "no",
    "answer-association": "yes",
    "answer-proof": "yes",
    "answer-reported": "no",
}


@pytest.fixture
def assaulted(world):
    """The patrol officer was bitten last evening; their supervisor sees to the plan."""
    world.now = local("2026-12-01 22:00")
    world.record(
        "staff-assaults",
        "A-1",
        assault_ref="A-1",
        investigation_ref="C-1",
        happened_at=local("2026-12-01 21:00"),
        assaulted_ref="no-patrol-officer",
        person_key="person-patrol-officer",
        injury="Minor",
        supervisor_ref="no-supervisor",
        unit_ref="N1",
    )
    world.deliver()
    return world


def states(world):
    """How each point stands, which is one duty."""
    return {one: ", ".join(world.states(f"workforce.{one}", "A-1")) for one in POINTS}


@pytest.mark.ledger("WRK-13", "WRK-14", "WRK-15", "INV-35")
def test_seven_points_are_chased_and_the_victim_is_never_the_investigator(
    assaulted, reader, plain_reader
):
    """The plan by keyboard alone, its rest the next day without scripts."""
    assert states(assaulted) == dict.fromkeys(POINTS, "Running")
    come_in(reader, assaulted, assaulted.force["supervisor"])
    page = reader.open("/force/")
    assert "Tell the executive office" in words_of(reader)
    look(reader, "assault-my-day")
    KEYBOARD.follow(page, "Assault support plan")
    reader.settled()
    look(reader, "assault-start")
    KEYBOARD.send(page, {}, "Begin")
    reader.settled()
    go_on(reader, FIRST, hand=KEYBOARD, parts=1)
    KEYBOARD.send(page, THEMSELVES, "Save and continue")
    assert "the assaulted" in refused(reader)
    look(reader, "assault-own-case")
    go_on(reader, SOMEBODY_ELSE | TOLD | LATER, hand=KEYBOARD)
    look(reader, "assault-done")

    assaulted.work()
    still = {"association_told", "proof"}
    now = {one: "Running" if one in still else "Met" for one in POINTS}
    assert states(assaulted) == now

    assaulted.turn_to("2026-12-02 10:00")
    come_in(plain_reader, assaulted, assaulted.force["supervisor"])
    plain_reader.open("/force/")
    POINTER.follow(plain_reader.page, "Assault support plan")
    walk(plain_reader, AGAIN)
    assaulted.work()
    assert states(assaulted) == dict.fromkeys(POINTS, "Met")
    for one in POINTS:
        assert assaulted.figure(f"workforce.{one}.in_time") == (1, 1), one


@pytest.mark.ledger("INV-35", "WRK-13")
def test_the_assaulted_officer_cannot_open_their_own_case(assaulted, reader):
    """Nor begin its plan; who supervises them answers, and nobody else's first page shows it."""
    (duty,) = assaulted.duties("workforce.meeting", "A-1")
    come_in(reader, assaulted, assaulted.force["patrol-officer"])
    reader.open("/force/")
    assert "Meet the assaulted person" not in words_of(reader)
    reader.open(f"/force/records/staffassault/{duty.of_id}/", status=404)
    reader.open(f"/force/procedures/of/{duty.of_id}/workforce.assault_plan/", status=404)
