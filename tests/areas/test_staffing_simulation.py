"""Played days against formulas, and against a control room written in plain Python."""

import random

import pytest

from areas.staffing_samples import played
from peelian.areas.contact.staffing.demand import Demand, Line
from peelian.areas.contact.staffing.erlang import answered_within, first_answered_within
from peelian.areas.contact.staffing.simulate import play

DAY = range(96)


def even(emergency, other, *, handling=300.0, patience=None):
    """So many calls of both lines in every quarter."""
    return Demand(
        days=(),
        emergency=Line((emergency,) * 96, handling, patience),
        other=Line((other,) * 96, handling, patience),
        handover=0.0,
    )


def error(likely):
    return (likely.upper - likely.lower) / 2 / 1.959964


@pytest.mark.parametrize("staff", [8, 9])
def test_one_line_without_hang_ups_is_erlangs(staff):
    """Sixty calls an hour of five minutes; 96 shift changes that change nothing."""
    found = play(even(15.0, 0.0), (staff,) * 96, seconds=10, seed=11, days=16).likely(DAY)

    exact = answered_within(10, load=5, staff=staff, handling=300)
    assert abs(found.share - exact) < 3 * error(found)
    assert error(found) < 0.01


def test_999_calls_before_others_are_as_the_formula_for_the_first_line_says():
    """40 emergency and 80 other calls an hour."""
    found = play(even(10.0, 20.0), (13,) * 96, seconds=10, seed=7, days=8).likely(DAY)

    exact = first_answered_within(10, load=10, first=10 / 3, staff=13, handling=300)
    assert abs(found.share - exact) < 3 * error(found)


def test_with_hang_ups_it_is_as_in_a_room_written_in_plain_python():
    rng = random.Random(5)
    hours = {"999": (40,) * 24, "101": (80,) * 24}
    patience = {"999": 300, "101": 300}
    callers = [
        caller
        for _day in range(8)
        for caller in played(rng, hours, 10, handling={"999": 300, "101": 300}, patience=patience)
        if caller.came >= 3600
    ]
    emergencies = [caller for caller in callers if caller.line == "999"]
    others = [caller for caller in callers if caller.line == "101"]
    in_time = sum(not one.gave_up and one.waited <= 10 for one in emergencies) / len(emergencies)
    gave_up = sum(one.gave_up for one in others) / len(others)

    made = play(even(10.0, 20.0, patience=300.0), (10,) * 96, seconds=10, seed=3, days=8)

    assert made.likely(DAY).share == pytest.approx(in_time, abs=0.03)
    assert made.others_gave_up / made.others == pytest.approx(gave_up, abs=0.02)


def test_the_same_seed_plays_the_same_days_and_leaves_other_chance_alone():
    random.seed(1)
    state = random.getstate()
    demand = even(5.0, 5.0)

    first = play(demand, (5,) * 96, seconds=10, seed=3, days=2)

    assert random.getstate() == state
    assert play(demand, (5,) * 96, seconds=10, seed=3, days=2) == first
    assert play(demand, (5,) * 96, seconds=10, seed=4, days=2) != first


def test_fewer_staff_in_the_night_are_felt_in_the_night_alone():
    staff = (3,) * 24 + (12,) * 72
    made = play(even(5.0, 5.0), staff, seconds=10, seed=3, days=8)

    assert made.likely(range(4, 24)).share < 0.6
    assert made.likely(range(30, 96)).share > 0.95


def test_a_quarter_without_calls_has_no_share():
    demand = Demand((), Line((0.0,) * 48 + (5.0,) * 48, 300.0, None), Line((0.0,) * 96, 0, None), 0)

    made = play(demand, (5,) * 96, seconds=10, seed=1, days=2)

    assert made.likely((3,)) is None
    assert made.likely((60,)) is not None


def test_nobody_at_a_desk_answers_nobody():
    made = play(even(2.0, 2.0), (0,) * 96, seconds=10, seed=1, days=2)

    assert made.likely(DAY).share == 0.0
