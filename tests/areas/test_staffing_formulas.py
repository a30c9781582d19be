"""Erlang's formulas against values worked elsewhere, and the roster as a supervisor writes it."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peelian.areas.contact.staffing.erlang import (
    answered_within,
    everyone_busy,
    first_answered_within,
    mean_wait,
    offered,
    rostered,
    smallest_staff,
)
from peelian.areas.contact.staffing.quarters import clock, weekday_number
from peelian.areas.contact.staffing.roster import BadRoster, roster


def erlang_c_by_its_sum(load, staff):
    """The textbook's fraction, without the recursion."""
    last = load**staff / math.factorial(staff) * staff / (staff - load)
    return last / (sum(load**n / math.factorial(n) for n in range(staff)) + last)


@pytest.mark.parametrize(
    ("staff", "busy", "within", "wait"),
    [(8, 0.1673, 0.8487, 16.73), (9, 0.0805, 0.9295, 6.04)],
)
def test_sixty_calls_an_hour_of_five_minutes(staff, busy, within, wait):
    load = offered(60, handling=300, seconds=3600)

    assert load == 5
    assert everyone_busy(load, staff) == pytest.approx(busy, abs=5e-5)
    assert answered_within(10, load=load, staff=staff, handling=300) == pytest.approx(
        within, abs=5e-5
    )
    assert mean_wait(load=load, staff=staff, handling=300) == pytest.approx(wait, abs=5e-3)


def test_nine_are_the_smallest_staff_for_ninety_per_cent():
    assert smallest_staff(0.9, 10, load=5, first=5, handling=300) == 9


@given(st.floats(0.1, 40), st.integers(1, 60))
def test_the_recursion_is_the_textbooks_fraction(load, staff):
    if staff <= load:
        assert everyone_busy(load, staff) == 1.0
        assert mean_wait(load=load, staff=staff, handling=300) == math.inf
    else:
        assert everyone_busy(load, staff) == pytest.approx(erlang_c_by_its_sum(load, staff))


def test_calls_answered_first_wait_less_than_all_would_in_one_line():
    one_line = answered_within(10, load=10, staff=12, handling=300)
    first = first_answered_within(10, load=10, first=3, staff=12, handling=300)

    assert first > one_line


def test_more_calls_than_staff_leave_999_calls_only_their_own_queue():
    """Everyone is always busy; the next of twelve calls of five minutes ends after 25 seconds."""
    share = first_answered_within(10, load=30, first=2, staff=12, handling=300)

    assert share == pytest.approx(1 - math.exp(-(12 - 2) / 300 * 10))


@pytest.mark.parametrize(("shrinkage", "needed"), [(0, 9), (0.1, 10), (0.3, 13), (0.25, 12)])
def test_rostered_staff_allow_for_those_who_are_not_at_their_desks(shrinkage, needed):
    assert rostered(9, shrinkage) == needed


def test_a_shrinkage_of_everybody_is_refused():
    with pytest.raises(ValueError, match="fraction below 1"):
        rostered(9, 1.0)


def test_one_number_holds_all_day():
    assert roster("12") == (12,) * 96


@pytest.mark.parametrize(
    "text", ["from,staff\n07:00,14\n22:30,8\n", "07:00 14; 22:30 8", "22:30=8\n\n7:00 = 14"]
)
def test_a_number_holds_until_the_next_and_over_midnight(text):
    made = roster(text)

    assert made[27:29] == (8, 14)
    assert made[89:91] == (14, 8)
    assert made[0] == 8


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "No staff are given"),
        ("many", "'many' is no line of a roster"),
        ("07:10,14", "begins at no quarter"),
        ("25:00,14", "begins at no quarter"),
        ("07:00,14\n07:00,15", "write each time once"),
        ("9000", "seats more than 500"),
    ],
)
def test_what_cannot_be_read_says_what_would_be_right(text, sentence):
    with pytest.raises(BadRoster, match=sentence):
        roster(text)


def test_days_go_by_name_or_number_and_quarters_by_the_clock():
    assert [weekday_number(name) for name in ("Monday", "sun", "5")] == [1, 7, 5]
    assert [clock(quarter) for quarter in (0, 69, 95)] == ["00:00", "17:15", "23:45"]
    with pytest.raises(ValueError, match="no day of the week"):
        weekday_number("someday")
