"""What duties follow from what happened: each test is a small history with its answer."""

from datetime import date

import pytest
from duty_samples import LAW, OWN, at, duties, event, local, rule

from peelian.engines.duties.clocks import (
    Hours,
)
from peelian.engines.duties.rule import Terms
from peelian.engines.duties.unfold import state_at
from peelian.engines.duties.words import State
from peelian.spine.happenings import What

SEARCHED, REVIEWED = What.SEARCHED, What.SEARCH_REVIEWED


def test_a_start_begins_a_duty_that_is_running_until_its_end_and_late_from_then():
    (one,) = duties(rule(), event("2026-03-27 14:00", SEARCHED, officer_ref="O-1"))

    assert local(one.due_at) == "2026-03-28 14:00"
    assert one.facts == {"officer_ref": "O-1"}
    assert one.authority == "An Act s1 (statute)"
    assert state_at(one, at("2026-03-28 13:59")) is State.RUNNING
    assert state_at(one, at("2026-03-28 14:00")) is State.LATE


@pytest.mark.ledger("POW-04")
@pytest.mark.parametrize(
    ("reviewed", "state"),
    [("2026-03-28 13:59", State.MET), ("2026-03-28 14:00", State.MET_LATE)],
)
def test_it_is_met_in_time_before_its_end_and_late_from_then(reviewed, state):
    (one,) = duties(rule(), event("2026-03-27 14:00", SEARCHED), event(reviewed, REVIEWED, "R-1"))

    assert one.done.ref == ("search", "R-1")
    assert state_at(one, at("2026-04-01")) is state
    assert state_at(one, at("2026-03-27 15:00")) is State.RUNNING


def test_what_happened_before_the_start_meets_nothing():
    (one,) = duties(
        rule(), event("2026-03-27 13:00", REVIEWED), event("2026-03-27 14:00", SEARCHED)
    )

    assert one.done is None


def test_a_source_that_knows_only_days_can_start_and_meet_at_one_moment():
    for order in (1, -1):
        (one,) = duties(
            rule(),
            *(event("2026-03-27", SEARCHED), event("2026-03-27", REVIEWED, sequence=order)),
        )
        assert state_at(one, at("2026-03-27")) is State.MET


def test_only_the_facts_that_the_rule_names_start_or_meet_it():
    ruled = rule(starts_facts={"stripped": (True,)}, done_when_facts={"verdict": ("fair", "not")})
    found = duties(
        ruled,
        event("2026-03-27 14:00", SEARCHED, stripped=False),
        event("2026-03-27 15:00", SEARCHED, stripped=True),
        event("2026-03-27 16:00", REVIEWED, verdict=None),
        event("2026-03-27 17:00", REVIEWED, verdict="fair"),
    )

    assert [local(one.started.at) for one in found] == ["2026-03-27 15:00"]
    assert [local(one.done.at) for one in found] == ["2026-03-27 17:00"]


def test_without_one_at_a_time_each_start_is_a_duty_of_its_own():
    found = duties(
        rule(),
        event("2026-03-27 14:00", SEARCHED, "S-1"),
        event("2026-03-27 16:00", SEARCHED, "S-2"),
        event("2026-03-27 18:00", REVIEWED),
    )

    assert [one.started.ref[1] for one in found] == ["S-1", "S-2"]
    assert {local(one.done.at) for one in found} == {"2026-03-27 18:00"}


def test_the_terms_are_those_of_the_local_day_of_the_start():
    ruled = rule(
        terms=(
            Terms(date(2026, 1, 1), Hours(48), LAW, until=date(2026, 6, 30)),
            Terms(date(2026, 7, 1), Hours(24), OWN),
        )
    )
    found = duties(
        ruled,
        event("2025-12-31 23:59", SEARCHED, "S-1"),
        event("2026-06-30 23:59", SEARCHED, "S-2"),
        event("2026-07-01 00:00", SEARCHED, "S-3"),
    )

    assert [(one.started.ref[1], one.authority) for one in found] == [
        ("S-2", "An Act s1 (statute)"),
        ("S-3", "A policy (force policy)"),
    ]
    assert [local(one.due_at) for one in found] == ["2026-07-02 23:59", "2026-07-02 00:00"]


def test_whatever_comes_first_closes_it_and_a_thing_done_counts_at_the_same_moment():
    ruled = rule(ends_when=(What.BAIL_ENDED,))
    start = event("2026-03-27 14:00", SEARCHED)
    done, end = event("2026-03-27 16:00", REVIEWED), event("2026-03-27 15:00", What.BAIL_ENDED)

    (one,) = duties(ruled, start, done, end)
    assert (one.done, one.ended) == (None, end)
    (one,) = duties(ruled, start, done, event("2026-03-27 16:00", What.BAIL_ENDED))
    assert (one.done, one.ended) == (done, None)
