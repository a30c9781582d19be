"""Robust distances against worked examples and SciPy's median absolute deviation."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import median_abs_deviation

from peelian.numbers.ratios import NotComputable
from peelian.numbers.robust import robust_distance

quick = settings(deadline=None, database=None, max_examples=150)
COUNTS = st.lists(st.integers(0, 500), min_size=5, max_size=60)


def test_a_worked_example():
    """Median 12, distances 2 1 0 1 88 with median 1, times 1.4826; the root of 12 is larger."""
    assert robust_distance(40, [10, 11, 12, 13, 100]) == pytest.approx(28 / math.sqrt(12))


def test_where_days_differ_more_than_chance_the_median_distance_counts():
    """Median 50, distances 40 20 0 20 40 with median 20."""
    assert robust_distance(100, [10, 30, 50, 70, 90]) == pytest.approx(50 / (1.4826 * 20))


def test_one_wild_day_hardly_moves_the_yardstick():
    quiet, wild = [10, 11, 12, 13, 14], [10, 11, 12, 13, 5000]

    assert robust_distance(40, quiet) == robust_distance(40, wild)


def test_someone_who_never_varies_is_not_alarming_at_one_more():
    assert robust_distance(11, [10] * 20) == pytest.approx(1 / math.sqrt(10))
    assert robust_distance(1, [0] * 20) == 1.0


def test_below_the_usual_is_below_nought():
    assert robust_distance(0, [4, 4, 4, 4, 4]) == -2.0


def test_four_days_tell_nothing():
    with pytest.raises(NotComputable, match="There are 4 values"):
        robust_distance(9, [1, 2, 3, 4])


@pytest.mark.parametrize("values", [[1, 2, 3, 4, math.nan], [1, 2, 3, 4, math.inf]])
def test_what_is_not_known_is_left_out(values):
    with pytest.raises(NotComputable, match="no finite number"):
        robust_distance(9, values)


@quick
@given(st.integers(0, 1000), COUNTS)
def test_the_yardstick_is_that_of_scipy_or_the_poisson_deviation(value, usual):
    centre = float(np.median(usual))
    deviation = 1.4826 * float(median_abs_deviation(usual))
    yardstick = max(deviation, math.sqrt(centre), 1.0)

    assert robust_distance(value, usual) == pytest.approx((value - centre) / yardstick)
