"""Whole columns give what the scalar functions give, row by row."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peelian.numbers.rates import byar
from peelian.numbers.shares import wilson
from peelian.numbers.vectorised import byar_columns, wilson_columns

quick = settings(deadline=None, database=None, max_examples=100)
CONFIDENCES = st.floats(0.5, 0.999)


@st.composite
def parts_and_wholes(draw):
    n = draw(st.integers(1, 10_000_000))
    return draw(st.integers(0, n)), n


def rows_of(columns):
    return list(zip(*columns, strict=True))


@quick
@given(rows=st.lists(parts_and_wholes(), min_size=1, max_size=20), confidence=CONFIDENCES)
def test_wilson_columns_equal_the_scalar_wilson_in_every_row(rows, confidence):
    k, n = zip(*rows, strict=True)
    for (lower, upper), row in zip(rows_of(wilson_columns(k, n, confidence)), rows, strict=True):
        expected = wilson(*row, confidence)
        assert (lower, upper) == pytest.approx((expected.lower, expected.upper), abs=1e-12)


@quick
@given(
    rows=st.lists(
        st.tuples(st.integers(0, 1_000_000), st.integers(1, 70_000_000)), min_size=1, max_size=20
    ),
    base=st.sampled_from([1, 1_000, 100_000]),
    confidence=CONFIDENCES,
)
def test_byar_columns_equal_the_scalar_byar_in_every_row(rows, base, confidence):
    count, population = zip(*rows, strict=True)
    columns = byar_columns(count, population, base, confidence)
    for (lower, upper), row in zip(rows_of(columns), rows, strict=True):
        expected = byar(*row, base, confidence)
        assert (lower, upper) == pytest.approx(
            (expected.lower, expected.upper), rel=1e-12, abs=1e-12
        )


def test_columns_default_to_95_per_cent_and_to_rates_per_thousand():
    share, rate = wilson(26, 35), byar(65, 100)
    assert np.ravel(wilson_columns([26], [35])) == pytest.approx(
        [share.lower, share.upper], abs=1e-12
    )
    assert np.ravel(byar_columns([65], [100])) == pytest.approx([rate.lower, rate.upper], abs=1e-12)


def test_none_and_all_have_limits_of_exactly_0_and_1():
    lower, upper = wilson_columns([0, 82], [20, 82])
    assert lower[0] == 0.0
    assert upper[1] == 1.0


def test_a_share_of_nothing_is_nan_and_leaves_its_neighbours_alone():
    lower, upper = wilson_columns([26, 0, 8], [35, 0, 10])
    assert np.isnan(lower).tolist() == np.isnan(upper).tolist() == [False, True, False]
    assert upper[2] == pytest.approx(wilson(8, 10).upper, abs=1e-12)


@pytest.mark.parametrize("nobody", [0, math.nan])
def test_a_rate_of_nobody_or_of_an_unknown_number_is_nan(nobody):
    lower, upper = byar_columns([5, 5, 0], [1_000, nobody, 1_000])
    assert np.isnan(lower).tolist() == np.isnan(upper).tolist() == [False, True, False]
    assert lower[2] == 0.0


def test_byars_lower_limit_stays_at_0_where_its_bracket_falls_below():
    lower, _ = byar_columns([1], [1], base=1, confidence=0.999)
    assert lower.tolist() == [0.0]


def test_empty_columns_give_empty_limits():
    assert [limit.size for limit in wilson_columns([], [])] == [0, 0]
    assert [limit.size for limit in byar_columns([], [])] == [0, 0]


def test_the_columns_given_are_left_as_they_were():
    k, n = np.array([0.0, 26.0]), np.array([0.0, 35.0])
    wilson_columns(k, n)
    assert (k.tolist(), n.tolist()) == ([0.0, 26.0], [0.0, 35.0])


@pytest.mark.parametrize(
    ("k", "n", "sentence"),
    [
        ([1, 36], [5, 35], "row 1 has k 36: k counts some of the n, so it must not be above n"),
        ([1, 1], [5, 0], "row 1 has k 1: k counts some of the n"),
        ([-1, 3], [5, 5], "row 0 has k -1: a count must be a whole number, 0 or more"),
        ([1, 2.5], [5, 5], r"row 1 has k 2\.5: a count must be a whole number"),
        ([1, 2], [5, math.nan], "row 1 has n nan: a count must be a whole number"),
        ([1, math.inf], [5, 5], "row 1 has k inf: a count must be a whole number"),
        ([1, None], [5, 5], "row 1 has k nan: a count must be a whole number"),
        ([1, 2], [5], r"k has the shape \(2,\) and n \(1,\): give two columns of the same length"),
        ([[1], [2]], [[5], [5]], r"k has the shape \(2, 1\)"),
        (1, 5, r"k has the shape \(\)"),
    ],
)
def test_a_row_that_makes_no_share_is_named(k, n, sentence):
    with pytest.raises(ValueError, match=sentence):
        wilson_columns(k, n)


@pytest.mark.parametrize(
    ("count", "population", "base", "sentence"),
    [
        ([3, -1], [10, 10], 1_000, "row 1 has count -1: a count must be a whole number"),
        ([3, 1], [10, -10], 1_000, "row 1 has population -10: it must be finite and not below 0"),
        ([3, 1], [math.inf, 10], 1_000, "row 0 has population inf: it must be finite"),
        ([3, 1], [10], 1_000, r"count has the shape \(2,\) and population \(1,\)"),
        ([3], [10], 0, "base is 0: give a finite number above 0"),
    ],
)
def test_a_row_that_makes_no_rate_is_named(count, population, base, sentence):
    with pytest.raises(ValueError, match=sentence):
        byar_columns(count, population, base)
