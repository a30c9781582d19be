"""Order-statistic intervals against a printed table and the binomial distribution itself."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binom, quantile_test

from peelian.numbers.interval import Interval
from peelian.numbers.medians import quantile_interval, quantile_ranks

quick = settings(deadline=None, database=None, max_examples=150)
SIZES = st.integers(0, 5_000)
QUANTILES = st.floats(0.01, 0.99)
CONFIDENCES = st.floats(0.5, 0.999)


# A printed table of intervals for the median: the narrowest whose level is at least 95%.
@pytest.mark.parametrize(
    ("n", "lower", "upper"),
    [
        (6, 1, 6),  # 96.9%
        (7, 1, 7),  # 98.4%
        (8, 1, 8),  # 99.2%
        (9, 2, 8),  # 96.1%
        (10, 2, 9),  # 97.9%
        (11, 2, 10),  # 98.8%
        (12, 3, 10),  # 96.1%
        (13, 3, 11),  # 97.8%
        (14, 3, 12),  # 98.7%
        (15, 4, 12),  # 96.5%
        (16, 4, 13),  # 97.9%
        (17, 5, 13),  # 95.1%
        (18, 5, 14),  # 96.9%
        (19, 5, 15),  # 98.1%
        (20, 6, 15),  # 95.9%
    ],
)
def test_the_ranks_for_a_median_are_those_of_the_printed_table(n, lower, upper):
    assert quantile_ranks(n, 0.5) == (lower, upper)


@pytest.mark.parametrize("n", range(6))
def test_fewer_than_six_values_have_no_interval_for_their_median_at_95_per_cent(n):
    assert quantile_ranks(n, 0.5) is None


def test_a_90th_centile_needs_36_values_at_95_per_cent():
    assert quantile_ranks(35, 0.9) is None
    assert quantile_ranks(36, 0.9)[1] == 36


def test_a_lower_confidence_makes_do_with_fewer_values():
    assert quantile_ranks(5, 0.5) is None
    assert quantile_ranks(5, 0.5, 0.93) == (1, 5)  # the table gives this one 93.8%


def test_an_end_that_misses_with_exactly_what_is_left_to_it_may_be_used():
    # Both of two values lie on one side of the median one time in four: a quarter at each end.
    assert quantile_ranks(2, 0.5, confidence=0.5) == (1, 2)


@quick
@given(n=SIZES, q=QUANTILES, confidence=CONFIDENCES)
def test_each_end_misses_with_at_most_half_of_what_is_left_and_could_not_move_in(n, q, confidence):
    ranks = quantile_ranks(n, q, confidence)
    end = (1 - confidence) / 2
    if ranks is None:
        assert n == 0 or binom.cdf(0, n, q) > end or binom.sf(n - 1, n, q) > end
        return
    lower, upper = ranks
    hair = 1 + 1e-9
    assert binom.cdf(lower - 1, n, q) <= end * hair
    assert binom.sf(upper - 1, n, q) <= end * hair
    assert binom.cdf(lower, n, q) * hair >= end
    assert binom.sf(upper - 2, n, q) * hair >= end


@quick
@given(n=SIZES, q=QUANTILES, confidence=CONFIDENCES)
def test_the_ranks_bracket_the_quantile_at_least_as_often_as_claimed(n, q, confidence):
    ranks = quantile_ranks(n, q, confidence)
    if ranks is not None:
        lower, upper = ranks
        assert 1 <= lower < upper <= n
        assert binom.cdf(upper - 1, n, q) - binom.cdf(lower - 1, n, q) >= confidence - 1e-9


def test_the_interval_takes_the_values_at_those_ranks_whatever_their_order():
    days_to_charge = [40, 3, 25, 9, 120, 7, 31, 15, 2, 60]
    # Sorted: 2 3 7 9 15 25 31 40 60 120, and ten values give ranks 2 and 9.
    expected = Interval(3.0, 60.0, "Order statistics (binomial), 95%")
    assert quantile_interval(days_to_charge, 0.5) == expected


def test_the_interval_agrees_with_a_published_example():
    # Nineteen scores whose interval another package prints as 10.8 to 30.9.
    scores = [30.2, 20.4, 15.1, 10.2, 10.5, 60.8, 20.8, 25.0, 20.7, 30.9]
    scores += [10.8, 5.1, 50.9, 40.0, 20.9, 10.8, 0, 20.5, 50.8]
    interval = quantile_interval(scores, 0.5)
    assert (interval.lower, interval.upper) == (10.8, 30.9)


@pytest.mark.parametrize("q", [0.25, 0.5, 0.9])
@pytest.mark.parametrize("n", [36, 101, 1_000])
def test_the_interval_agrees_with_scipys_quantile_test(n, q):
    values = np.random.default_rng(1829).exponential(30, n)
    ours = quantile_interval(values, q)
    # Its two-sided interval puts half of what is left at each end, as ours does.
    theirs = quantile_test(values, q=0, p=q).confidence_interval(0.95)
    assert (ours.lower, ours.upper) == (theirs.low, theirs.high)


def test_the_interval_covers_the_true_median_as_often_as_claimed_in_skewed_samples():
    rng = np.random.default_rng(1829)
    true_median = math.log(2)
    samples = rng.exponential(1, (2_000, 25))
    covered = sum(quantile_interval(sample, 0.5).covers(true_median) for sample in samples)
    # Ranks 8 and 18 of 25 bracket the median with a chance of 95.7%; four standard errors.
    assert quantile_ranks(25, 0.5) == (8, 18)
    assert covered / 2_000 == pytest.approx(0.957, abs=0.018)


def test_ties_are_taken_as_they_come():
    interval = quantile_interval([14] * 30, 0.5)
    assert (interval.lower, interval.upper) == (14.0, 14.0)


def test_too_few_values_have_no_interval():
    assert quantile_interval([3, 9, 27], 0.5) is None
    assert quantile_interval([], 0.5) is None


@pytest.mark.parametrize("unknown", [math.nan, math.inf])
def test_a_value_that_is_not_known_is_refused_and_not_sorted_in(unknown):
    with pytest.raises(ValueError, match=r"one of the values is .* count what is not known"):
        quantile_interval([3.0, 9.0, unknown, 27.0], 0.5)


@pytest.mark.parametrize("q", [0, 1, 50, math.nan])
def test_a_quantile_that_is_no_fraction_is_refused(q):
    with pytest.raises(ValueError, match=r"q is .*: give a fraction between 0 and 1"):
        quantile_ranks(20, q)


def test_a_number_of_values_that_is_not_whole_is_refused():
    with pytest.raises(ValueError, match=r"n is 20\.5: it counts things"):
        quantile_ranks(20.5, 0.5)
