"""Suspects who are free, from the first day to the last of bail, and what lapsing never becomes."""

from datetime import date

import pytest

from journeys.hands import KEYBOARD
from journeys.walking import come_in, look, walk, words_of
from journeys.world import local
from peelian.engines.procedures.models import Assessment

NAMED = "2026-03-30 18:00"
WHERE = {"unit_ref": "N1", "officer_ref": "no-investigator"}
BAND = {
    "answer-threat": "yes",
    "answer-child": "dont-know",
    "answer-weapon": "no",
    "grade": "High",
    "reasons": "He has said that he will come back.",
}


@pytest.fixture
def free(world):
    """Two suspects of domestic abuse were named this evening, one of them of the high band."""
    world.now = local("2026-03-30 19:00")
    suspect(world, "S-1", risk_band="High")
    suspect(world, "S-2", risk_band="Medium")
    world.deliver()
    return world


def suspect(world, ref, **more):
    known = {"state": "Named, not located", "domestic_abuse": True, "offence": "Assault"}
    world.record(
        "suspects",
        ref,
        suspect_ref=ref,
        investigation_ref="C-1",
        person_key=f"K-{ref}",
        **WHERE,
        **({} if ref in world.systems["suspects"] else known | {"named_at": local(NAMED)}),
        **more,
    )


@pytest.mark.ledger("OFF-02", "OFF-03", "OFF-05", "OFF-06")
def test_who_is_dangerous_and_free_is_seen_each_day_until_somebody_has_acted(free, reader):
    """The band with its reasons, the daily list, and arrest or the reason why not."""
    (reach,) = free.duties("offenders.suspect_reached", "S-1")
    assert reach.due_at == local("2026-03-31 18:00")
    come_in(reader, free, free.force["investigator"])
    page = reader.open(f"/force/records/suspect/{reach.of_id}/")
    KEYBOARD.follow(page, "Band of danger of a suspect")
    reader.settled()
    look(reader, "band-start")
    walk(reader, BAND, hand=KEYBOARD)
    look(reader, "band-done")
    made = Assessment.objects.get()
    assert (made.suggested, made.decided) == ("High", "High")

    free.turn_to("2026-03-31 09:00")
    free.deliver()
    come_in(reader, free, free.force["supervisor"])
    reader.open("/force/work/pacesetter/")
    assert "High-risk suspects without a next action: 1" in words_of(reader)
    assert "S-1" in words_of(reader)
    look(reader, "suspects-pacesetter")
    act = {"next_action_set_at": local("2026-03-31 09:10"), "next_action_due": date(2026, 4, 1)}
    suspect(free, "S-1", next_action="Go to his mother's address", **act)
    because = {"not_arrested_at": local("2026-03-31 09:00")}
    suspect(free, "S-2", not_arrested_because="Comes in by appointment", **because)
    free.now = local("2026-03-31 10:00")
    free.deliver()
    come_in(reader, free, free.force["supervisor"])
    reader.open("/force/work/pacesetter/")
    assert "High-risk suspects without a next action: 0" in words_of(reader)
    assert free.states("offenders.next_action", "S-1") == ["Running"]

    suspect(free, "S-1", arrested_at=local("2026-03-31 14:00"), state="Located, not arrested")
    free.now = local("2026-03-31 15:00")
    free.deliver()
    for rule in ("suspect_reached", "abuse_arrest", "next_action"):
        assert free.states(f"offenders.{rule}", "S-1") == ["Met"], rule
    assert free.states("offenders.abuse_arrest", "S-2") == ["Met"]
    assert free.figure("offenders.dealt_with") == (1, 2)
    assert free.figure("offenders.abuse_arrest_or_reason") == (2, 2)


@pytest.mark.ledger("OFF-28", "OFF-30")
def test_bail_that_lapses_stays_late_until_somebody_decides(free, reader):
    """Neither time nor a word in custody's system makes it a release under investigation."""
    suspect(free, "S-1", arrested_at=local("2026-03-31 14:00"), state="On bail")
    bail = {"conditions": 1, "conditions_for": "Protect the victim", "case_kind": "Standard"}
    free.record(
        "bail",
        "B-1",
        bail_ref="B-1",
        period=1,
        suspect_ref="S-1",
        investigation_ref="C-1",
        arrested_at=local("2026-03-31 14:00"),
        starts_on=date(2026, 4, 1),
        authorised_at=local("2026-03-31 22:00"),
        authorised_by="Custody officer",
        ends_on=date(2026, 4, 8),
        risk_band="High",
        **bail,
        **WHERE,
    )
    free.turn_to("2026-03-31 23:00")
    free.deliver()
    assert free.states("offenders.bail_decision", "S-1") == ["Running"]
    free.turn_to("2026-04-09 08:00")
    assert free.states("offenders.bail_decision", "S-1") == ["Late"]

    ended = {"ended_at": local("2026-04-09 08:00"), "how_ended": "Lapsed without a decision"}
    free.record("bail", "B-1", **ended)
    suspect(free, "S-1", under_investigation_at=local("2026-04-09 08:00"))
    free.turn_to("2026-04-09 09:00")
    free.deliver()
    assert free.states("offenders.bail_decision", "S-1") == ["Late"]
    assert free.states("offenders.rui_review", "S-1") == []
    (late,) = free.duties("offenders.bail_decision", "S-1")
    come_in(reader, free, free.force["supervisor"])
    reader.open("/force/work/team/")
    assert "Decide before bail ends" in words_of(reader)
    reader.open(f"/force/work/duties/{late.record_id}/")
    said = words_of(reader)
    assert "It lapsed without a decision. It cannot be revived" in said
    assert "never what is left when bail lapses" in said
    look(reader, "bail-lapsed-duty")
    reader.open(
        f"/force/records/suspect/{free.duties('offenders.suspect_reached', 'S-1')[0].of_id}/"
    )
    assert "nobody is named who decided it" in words_of(reader)

    because = {"under_investigation_because": "Telephone still with the laboratory"}
    decided = {"under_investigation_by": "no-supervisor", "state": "Under investigation"}
    suspect(free, "S-1", under_investigation_at=local("2026-04-09 11:00"), **decided, **because)
    free.turn_to("2026-04-09 12:00")
    free.deliver()
    assert free.states("offenders.bail_decision", "S-1") == ["Met late"]
    assert free.states("offenders.rui_review", "S-1") == ["Running"]
    assert free.figure("offenders.bail_decision.in_time") == (0, 1)
    come_in(reader, free, free.force["supervisor"])
    reader.open(f"/force/work/duties/{late.record_id}/")
    assert "Done or ended 9 April 2026, 11:00" in words_of(reader)
