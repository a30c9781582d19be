"""What printed numbers may stand for, held against brute force over every number that rounds so."""

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peelian.numbers.rounding import (
    INFINITE,
    Range,
    exactly,
    parts_that_fit,
    rounded,
    share,
    total,
    wholes_that_fit,
)

TENTHS = st.integers(0, 1000).map(lambda tenths: Fraction(tenths, 10))
ENDS = st.tuples(st.fractions(0, 50, max_denominator=9), st.fractions(0, 50, max_denominator=9))
RANGES = ENDS.map(lambda ends: Range(min(ends), max(ends)))
INSIDE = st.fractions(0, 1, max_denominator=9)


def within(span, at):
    """The value of a range that stands so far from its lower end."""
    return span.low + (span.high - span.low) * at


@pytest.mark.parametrize(
    ("printed", "decimals", "low", "high"),
    [
        ("78.4", 1, "78.35", "78.45"),
        ("78", 0, "77.5", "78.5"),
        ("0", 0, "-0.5", "0.5"),
        ("120000", -3, "119500", "120500"),
    ],
)
def test_a_rounded_number_is_half_a_unit_of_its_last_place_either_way(printed, decimals, low, high):
    assert rounded(Fraction(printed), decimals) == Range(Fraction(low), Fraction(high))


def test_both_ends_belong_to_a_range_since_halves_are_rounded_either_way():
    eighth = Range(Fraction("12.45"), Fraction("12.55"))

    assert eighth.holds(Fraction("12.45"))
    assert eighth.holds(Fraction("12.55"))
    assert not eighth.holds(Fraction("12.5501"))
    assert eighth.meets(Range(Fraction("12.55"), Fraction(13)))
    assert not eighth.meets(Range(Fraction("12.56"), Fraction(13)))


def test_a_range_whose_ends_are_the_wrong_way_round_is_refused():
    with pytest.raises(ValueError, match="give the lower end first"):
        Range(Fraction(2), Fraction(1))


def test_a_count_that_was_not_rounded_is_one_value():
    assert exactly(748) == Range(Fraction(748), Fraction(748))


def test_sums_of_rounded_parts_are_as_wide_as_all_their_roundings():
    parts = [rounded(Fraction(one), 1) for one in ("33.3", "33.3", "33.3")]

    assert total(parts) == Range(Fraction("99.75"), Fraction("100.05"))
    assert total([]) == exactly(0)


@given(one=RANGES, other=RANGES, at=INSIDE, by=INSIDE)
def test_arithmetic_holds_every_result_of_two_values(one, other, at, by):
    first, second = within(one, at), within(other, by)

    assert one.plus(other).holds(first + second)
    assert one.minus(other).holds(first - second)
    assert one.times(other).holds(first * second)
    assert one.by(100).holds(first * 100)
    if second:
        assert one.over(other).holds(first / second)


@given(one=RANGES, other=RANGES)
def test_arithmetic_is_no_wider_than_its_corners(one, other):
    corners = [a * b for a in (one.low, one.high) for b in (other.low, other.high)]

    assert one.times(other) == Range(min(corners), max(corners))
    assert one.plus(other).high == one.high + other.high
    if other.low:
        assert one.over(other) == Range(one.low / other.high, one.high / other.low)


def test_what_has_no_upper_end_keeps_none():
    over = Range(Fraction(3000), INFINITE)

    assert over.plus(exactly(5)) == Range(Fraction(3005), INFINITE)
    assert over.minus(exactly(5)) == Range(Fraction(2995), INFINITE)
    assert over.times(exactly(2)) == Range(Fraction(6000), INFINITE)
    assert over.by(2) == Range(Fraction(6000), INFINITE)
    assert over.over(exactly(100)) == Range(Fraction(30), INFINITE)
    assert exactly(100).over(over) == Range(Fraction(0), Fraction(1, 30))
    assert over.holds(10**12)
    assert over.meets(exactly(3000))
    with pytest.raises(ValueError, match="no upper end"):
        exactly(5).minus(over)


def test_a_divisor_that_may_be_nothing_leaves_the_quotient_without_end():
    assert exactly(5).over(Range(Fraction(0), Fraction(2))) == Range(Fraction(5, 2), INFINITE)
    assert exactly(5).over(exactly(0)) == Range(Fraction(0), INFINITE)


def test_products_and_quotients_below_nothing_are_refused():
    below = Range(Fraction(-1), Fraction(1))

    with pytest.raises(ValueError, match="0 or more"):
        below.times(exactly(2))
    with pytest.raises(ValueError, match="0 or more"):
        exactly(2).over(below)


def test_a_share_is_never_more_than_the_whole():
    assert share(exactly(542), exactly(748)).holds(Fraction(54200, 748))
    assert share(exactly(9), exactly(3)) == Range(Fraction(100), Fraction(100))
    assert share(Range(Fraction(90), INFINITE), exactly(100)) == Range(Fraction(90), Fraction(100))


def test_587_of_748_is_not_what_rounds_to_78_4():
    assert list(parts_that_fit(rounded(Fraction("78.5"), 1), 748)) == [587]
    assert list(parts_that_fit(rounded(Fraction("78.4"), 1), 748)) == []
    assert list(parts_that_fit(rounded(Fraction(50), 0), 3)) == []
    assert list(parts_that_fit(rounded(Fraction(100), 0), 3)) == [3]


@pytest.mark.parametrize("whole", [0, -3, Fraction(1, 2)])
def test_parts_are_sought_of_whole_numbers_alone(whole):
    with pytest.raises(ValueError, match="give a whole number above 0"):
        parts_that_fit(rounded(Fraction(50), 0), whole)


@given(percent=TENTHS, whole=st.integers(1, 400), decimals=st.sampled_from([0, 1]))
def test_parts_that_fit_are_those_that_a_search_through_all_finds(percent, whole, decimals):
    span = rounded(percent, decimals)

    found = [part for part in range(whole + 1) if span.holds(Fraction(part * 100, whole))]

    assert list(parts_that_fit(span, whole)) == found


def test_94_at_29_per_cent_is_of_319_to_329():
    fitting = wholes_that_fit(rounded(Fraction(29), 0), exactly(94))

    assert fitting == Range(Fraction(319), Fraction(329))
    assert wholes_that_fit(rounded(Fraction(29), 0), Range(Fraction(94), INFINITE)) == Range(
        Fraction(319), INFINITE
    )
    assert wholes_that_fit(rounded(Fraction("99.9"), 1), exactly(3)) is None
    assert wholes_that_fit(rounded(Fraction(0), 0), exactly(3)) is None


@given(
    percent=st.integers(5, 1000).map(lambda tenths: Fraction(tenths, 10)), part=st.integers(1, 40)
)
def test_wholes_that_fit_are_those_that_a_search_through_all_finds(percent, part):
    span = rounded(percent, 1)
    last = math.ceil(part * 100 / span.low) + 1

    found = [whole for whole in range(1, last + 1) if span.holds(Fraction(part * 100, whole))]

    fitting = wholes_that_fit(span, exactly(part))
    if fitting is None:
        assert found == []
    else:
        assert found == list(range(int(fitting.low), int(fitting.high) + 1))
