"""A mean that its own tail forbids is refused, with the sum that anybody can do."""

import math

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from peelian.numbers.means import check_mean, least_mean

quick = settings(deadline=None, database=None, max_examples=200)


def test_a_mean_of_22_hours_is_refused_where_41_per_cent_waited_over_a_week():
    check = check_mean(22, tail=0.41, beyond=168)
    assert not check.allowed
    assert check.least == pytest.approx(68.88, rel=1e-12)
    assert check.arithmetic == "0.41 x 168 = 68.9, which is more than 22"
    assert (check.mean, check.tail, check.beyond) == (22, 0.41, 168)


def test_a_mean_above_what_the_tail_needs_is_allowed():
    check = check_mean(75, tail=0.41, beyond=168)
    assert check.allowed
    assert check.arithmetic == "0.41 x 168 = 68.9, which is not more than 75"


def test_a_mean_that_is_short_by_rounding_only_is_allowed_and_says_so():
    # 12.6% may be printed as 13%, and 21.4 hours as 21: 0.126 x 168 = 21.2.
    check = check_mean(21, tail=0.13, beyond=168)
    assert check.allowed
    assert check.arithmetic == (
        "0.13 x 168 = 21.8, which is more than 21, but by no more than rounding explains"
    )


def test_a_mean_stated_without_rounding_is_held_to_the_letter():
    assert not check_mean(21, tail=0.13, beyond=168, rounding=0, tail_rounding=0).allowed
    assert check_mean(21.84, tail=0.13, beyond=168, rounding=0, tail_rounding=0).allowed


def test_each_rounding_can_excuse_a_mean_by_itself():
    exact = {"rounding": 0, "tail_rounding": 0}
    assert not check_mean(10, tail=0.1, beyond=104, **exact).allowed
    assert check_mean(10, tail=0.1, beyond=104, **exact | {"rounding": 0.5}).allowed
    assert check_mean(10, tail=0.1, beyond=104, **exact | {"tail_rounding": 0.005}).allowed


def test_the_least_mean_starts_from_the_least_that_a_value_can_be():
    # Three of ten above 60, the other seven at 5: (3 x 60 + 7 x 5) / 10.
    assert least_mean(0.3, 60, floor=5) == pytest.approx(21.5, rel=1e-12)
    assert least_mean(0.3, 60) == pytest.approx(18, rel=1e-12)


def test_no_tail_allows_any_mean_and_a_full_tail_only_one_beyond():
    assert least_mean(0, 168) == 0
    assert least_mean(1, 168) == 168
    assert check_mean(0, tail=0, beyond=168).arithmetic == "0 x 168 = 0, which is not more than 0"


@quick
@given(
    waits=st.lists(st.floats(0, 1e5), min_size=1, max_size=60),
    beyond=st.floats(0.01, 1e5),
    places=st.integers(0, 3),
    tail_places=st.integers(2, 5),
)
def test_no_true_mean_is_ever_refused_however_the_figures_were_rounded(
    waits, beyond, places, tail_places
):
    mean, tail = float(np.mean(waits)), sum(wait > beyond for wait in waits) / len(waits)
    # The hair is for binary fractions; half of a printed unit is far more.
    check = check_mean(
        round(mean, places),
        tail=round(tail, tail_places),
        beyond=beyond,
        rounding=0.5 * 10**-places + 1e-6,
        tail_rounding=0.5 * 10**-tail_places + 1e-9,
    )
    assert check.allowed


@quick
@given(tail=st.floats(0, 1), beyond=st.floats(0, 1e6), share=st.floats(0, 0.999))
def test_every_mean_below_the_least_is_refused_where_nothing_was_rounded(tail, beyond, share):
    least = least_mean(tail, beyond)
    assume(least > 1e-6)
    assert not check_mean(
        share * least, tail=tail, beyond=beyond, rounding=0, tail_rounding=0
    ).allowed


@pytest.mark.parametrize(
    ("beyond", "shown"),
    [
        (0.5, "0.1 x 0.5 = 0.0500"),
        (60, "0.1 x 60 = 6.00"),
        (1_234, "0.1 x 1234 = 123"),
        (56_789, "0.1 x 56789 = 5679"),
    ],
)
def test_the_product_is_shown_to_three_figures_and_never_fewer_than_its_whole_part(beyond, shown):
    assert check_mean(1e6, tail=0.1, beyond=beyond).arithmetic.startswith(f"{shown}, ")


@pytest.mark.parametrize("tail", [41, -0.1, math.nan])
def test_a_tail_that_is_no_fraction_is_answered_with_one_that_is(tail):
    with pytest.raises(ValueError, match=r"tail is .*: give a fraction .* such as 0\.41"):
        check_mean(22, tail=tail, beyond=168)


@pytest.mark.parametrize(("beyond", "floor"), [(math.nan, 0), (math.inf, 0), (4, 5), (-1, 0)])
def test_a_limit_below_the_floor_or_none_at_all_is_refused(beyond, floor):
    with pytest.raises(ValueError, match="give two finite numbers"):
        least_mean(0.4, beyond, floor)


@pytest.mark.parametrize(
    ("name", "given_value"),
    [("mean", -1), ("mean", math.nan), ("rounding", -0.5), ("tail_rounding", math.inf)],
)
def test_a_mean_or_rounding_that_is_no_length_is_named(name, given_value):
    values = {"mean": 22, "tail": 0.41, "beyond": 168} | {name: given_value}
    with pytest.raises(ValueError, match=f"^{name} is .*: give a finite number, 0 or more"):
        check_mean(values.pop("mean"), **values)
