"""The inspectorate's lines, and how many forces the rule flags by its own nature."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import norm

from peelian.numbers.ratios import NotComputable
from peelian.numbers.spread import Spread, expected_outside, spread

quick = settings(deadline=None, database=None, max_examples=150)
# Hundredths, so that nothing is lost to underflow in the library that is compared with.
VALUES = st.integers(-(10**8), 10**8).map(lambda hundredths: hundredths / 100)


def test_the_lines_lie_one_deviation_from_the_unweighted_mean():
    # Mean 5; squared differences 9, 1, 1, 1, 0, 0, 4, 16 add up to 32; 32 / 7 = 4.571.
    rates = [2, 4, 4, 4, 5, 5, 7, 9]
    found = spread(rates)
    deviation = math.sqrt(32 / 7)
    assert found == Spread(5.0, deviation, 5 - deviation, 5 + deviation, 8, "n - 1")


def test_dividing_by_n_takes_the_forces_as_all_there_are():
    # The same squared differences: 32 / 8 = 4.
    assert spread([2, 4, 4, 4, 5, 5, 7, 9], divisor="n") == Spread(5.0, 2.0, 3.0, 7.0, 8, "n")


@quick
@given(values=st.lists(VALUES, min_size=3, max_size=50))
def test_mean_and_deviation_agree_with_numpy(values):
    sample, whole = spread(values), spread(values, divisor="n")
    scale = max(abs(value) for value in values)
    assert sample.mean == whole.mean == pytest.approx(np.mean(values), abs=1e-9 * scale)
    assert sample.deviation == pytest.approx(np.std(values, ddof=1), rel=1e-6, abs=1e-9 * scale)
    assert whole.deviation == pytest.approx(np.std(values), rel=1e-6, abs=1e-9 * scale)
    assert sample.lower <= sample.mean <= sample.upper


@quick
@given(value=VALUES, count=st.integers(3, 50), divisor=st.sampled_from(["n - 1", "n"]))
def test_equal_values_lie_on_the_lines_and_never_outside(value, count, divisor):
    found = spread([value] * count, divisor=divisor)
    assert (found.mean, found.deviation, found.lower, found.upper) == (value, 0, value, value)


def test_a_thousandth_on_top_of_a_large_value_is_not_lost():
    # Computed as the mean of squares minus the squared mean, this deviation comes out as 0.
    found = spread([1e9, 1e9 + 0.001, 1e9 + 0.002])
    assert found.deviation == pytest.approx(0.001, rel=1e-3)


def test_numpy_arrays_are_taken_as_they_are():
    assert spread(np.array([1.0, 2.0, 3.0])) == spread([1, 2, 3])


@pytest.mark.parametrize("values", [[], [4.2], [4.2, 5.1]])
def test_fewer_than_three_values_have_no_lines(values):
    with pytest.raises(NotComputable, match=f"There are {len(values)} values, and .* needs 3"):
        spread(values)


@pytest.mark.parametrize("missing", [math.nan, math.inf, -math.inf])
def test_a_value_that_is_not_there_is_refused_and_not_averaged_in(missing):
    with pytest.raises(NotComputable, match="leave out units without a figure and name them"):
        spread([3.0, missing, 4.0, 5.0])


def test_any_other_divisor_is_refused():
    with pytest.raises(ValueError, match="divisor is 'n - 2': give 'n - 1' or 'n'"):
        spread([1, 2, 3], divisor="n - 2")


def test_chance_alone_puts_fourteen_of_43_forces_outside():
    assert round(expected_outside(43), 1) == 13.6


@pytest.mark.parametrize("count", [0, 1, 37, 10_000])
def test_the_expected_number_is_the_two_tails_of_the_normal_distribution(count):
    assert expected_outside(count) == pytest.approx(count * 2 * norm.sf(1), rel=1e-12)


def test_normal_values_lie_outside_as_often_as_expected():
    draws = np.random.default_rng(1829).normal(40, 7, 20_000)
    found = spread(draws)
    outside = int(np.sum((draws < found.lower) | (draws > found.upper)))
    # Four standard deviations of a binomial count.
    assert outside == pytest.approx(expected_outside(20_000), abs=4 * 66)


@pytest.mark.parametrize("count", [-1, 2.5])
def test_a_number_of_forces_that_is_no_count_is_refused(count):
    with pytest.raises(ValueError, match="count is"):
        expected_outside(count)
