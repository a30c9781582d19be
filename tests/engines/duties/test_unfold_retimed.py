"""Facts that change while a clock runs: what moves its end, and what cannot."""

import pytest
from duty_samples import VISITS, at, duties, event, local, rule, said

from peelian.engines.duties.clocks import (
    Earliest,
    FromRecord,
    Hours,
    Months,
    OnDay,
)
from peelian.engines.duties.rule import Retime
from peelian.engines.duties.unfold import state_at
from peelian.engines.duties.words import State
from peelian.spine.happenings import What

SEARCHED, REVIEWED = What.SEARCHED, What.SEARCH_REVIEWED


def test_a_plan_that_changes_re_times_the_clock_and_those_after_it():
    found = duties(
        VISITS,
        event("2026-01-01", What.MANAGED, visit_every_days=30),
        event("2026-01-10", What.PLAN_REVIEWED, visit_every_days=60),
        event("2026-02-20", What.VISITED, "V-1"),
    )

    assert said(found) == [
        ("", "2026-01-01 00:00", "2026-03-03 00:00", "Met"),
        ("", "2026-02-20 00:00", "2026-04-22 00:00", "Late"),
    ]
    assert [one.name for one in found[0].moved_by] == ["plan-reviewed"]
    assert found[1].moved_by == ()


def test_what_a_visit_itself_states_counts_until_something_newer_is_stated():
    found = duties(
        VISITS,
        event("2026-01-01", What.MANAGED, visit_every_days=30),
        event("2026-01-05", What.PLAN_REVIEWED, visit_every_days=60),
        event("2026-01-10", What.VISITED, "V-1", visit_every_days=14),
        event("2026-01-20", What.VISITED, "V-2"),
        event("2026-01-25", What.PLAN_REVIEWED, "P-2", visit_every_days=90),
        event("2026-01-30", What.VISITED, "V-3"),
    )

    assert [one.facts["visit_every_days"] for one in found] == [60, 14, 90, 90]
    assert [local(one.due_at) for one in found][1:] == [
        "2026-01-25 00:00",
        "2026-04-21 00:00",
        "2026-05-01 00:00",
    ]


def test_a_frequency_that_is_set_late_is_due_from_the_day_on_which_it_was_set():
    (one,) = duties(
        VISITS,
        event("2025-01-01", What.MANAGED),
        event("2026-03-10 11:00", What.PLAN_REVIEWED, visit_every_days=30),
    )

    assert (one.cannot, local(one.due_at)) == ("", "2026-03-11 00:00")
    assert state_at(one, at("2026-03-10 12:00")) is State.RUNNING


def test_a_time_that_is_made_shorter_ends_no_sooner_than_with_the_day_of_the_change():
    found = duties(
        VISITS,
        event("2026-01-01", What.MANAGED, visit_every_days=60),
        event("2026-01-20 11:00", What.PLAN_REVIEWED, visit_every_days=7),
    )
    hours = duties(
        rule(Hours(FromRecord("hours")), retimed_by=(Retime(What.PLAN_REVIEWED),)),
        event("2026-01-20 08:00", SEARCHED, hours=24),
        event("2026-01-20 11:00", What.PLAN_REVIEWED, hours=2),
    )

    assert local(found[0].due_at) == "2026-01-21 00:00"
    assert local(hours[0].due_at) == "2026-01-20 11:00"


def test_a_change_of_other_facts_moves_nothing():
    (one,) = duties(
        VISITS,
        event("2026-01-01", What.MANAGED, visit_every_days=7),
        event("2026-01-08 11:00", What.PLAN_REVIEWED, officer_ref="O-2"),
    )

    assert local(one.due_at) == "2026-01-09 00:00"


BAIL = rule(
    OnDay("ends_on"),
    about="bail_ref",
    starts=(What.BAILED,),
    done_when=(What.BAIL_ENDED,),
    retimed_by=(Retime(What.BAIL_CHANGED),),
)


@pytest.mark.ledger("OFF-28")
def test_an_extension_in_time_moves_the_end_and_one_after_it_revives_nothing():
    bailed = event("2026-03-15", What.BAILED, ends_on="2026-06-14")
    in_time = event("2026-06-14 23:00", What.BAIL_CHANGED, ends_on="2026-09-14")
    too_late = event("2026-06-15", What.BAIL_CHANGED, ends_on="2026-09-14", officer_ref="O-2")

    assert said(duties(BAIL, bailed, in_time))[0][2] == "2026-09-15 00:00"
    (lapsed,) = duties(BAIL, bailed, too_late)
    assert local(lapsed.due_at) == "2026-06-15 00:00"
    assert (lapsed.moved_by, lapsed.facts["officer_ref"]) == ((), "O-2")


def test_what_a_change_does_not_state_stays_as_it_was():
    (one,) = duties(
        BAIL,
        event("2026-03-15", What.BAILED, ends_on="2026-06-14", unit_ref="U-1"),
        event("2026-04-01", What.BAIL_CHANGED, ends_on=None, unit_ref="U-2"),
    )

    assert (local(one.due_at), one.facts["unit_ref"]) == ("2026-06-15 00:00", "U-2")


def test_a_clock_that_cannot_be_reckoned_says_why_and_counts_as_late_until_it_is_met():
    bailed = event("2026-03-15", What.BAILED, ends_on=None)

    (one,) = duties(BAIL, bailed)
    assert (one.due_at, one.due_without) == (None, one.started.at)
    assert "'ends_on' and the record does not state it" in one.cannot
    assert state_at(one, at("2026-03-16")) is State.LATE
    (met,) = duties(BAIL, bailed, event("2026-03-20", What.BAIL_ENDED))
    assert state_at(met, at("2026-03-21")) is State.MET


def test_beside_a_clock_that_can_be_reckoned_one_that_cannot_does_not_count():
    ruled = rule(Earliest((Months(3, "beginning with"), OnDay("ends_on"))))

    (one,) = duties(ruled, event("2026-03-15", SEARCHED))
    assert (local(one.due_at), one.cannot) == ("2026-06-15 00:00", "")
