"""A change held against the change elsewhere, and several taken together."""

import math

import pytest

from peelian.numbers.change import Change, ChangeEstimate, rate_change, share_change, verdict
from peelian.numbers.effect import beyond, together
from peelian.numbers.interval import Interval
from peelian.numbers.ratios import NotComputable


def points(value, half):
    return ChangeEstimate(value, Interval(value - half, value + half, "by hand"), unchanged=0.0)


def test_a_difference_in_differences():
    # Up by 10 points here and by 4 elsewhere, each to within 3: 6, to within 3 x root 2.
    found = beyond(points(0.10, 0.03), points(0.04, 0.03))

    assert found.value == pytest.approx(0.06)
    half = 0.03 * math.sqrt(2)
    assert (found.interval.lower, found.interval.upper) == pytest.approx((0.06 - half, 0.06 + half))
    assert verdict(found) is Change.UP


def test_what_changed_elsewhere_as_well_is_no_effect():
    here, elsewhere = share_change(100, 200, 130, 200), share_change(500, 1000, 640, 1000)

    assert verdict(here) is Change.UP
    assert verdict(beyond(here, elsewhere)) is Change.NO_CLEAR_CHANGE


def test_a_ratio_of_ratios():
    here, elsewhere = rate_change(400, 1000, 300, 1000), rate_change(4000, 9000, 3600, 9000)

    found = beyond(here, elsewhere)

    assert found.value == pytest.approx(0.75 / 0.9)
    # Logs of independent Poisson counts: the variance is the sum of one over each.
    half = 1.959964 * math.sqrt(1 / 400 + 1 / 300 + 1 / 4000 + 1 / 3600)
    assert found.interval.upper == pytest.approx(0.75 / 0.9 * math.exp(half), rel=1e-6)
    assert found.unchanged == 1


def test_together_the_surer_counts_for_more():
    found = together([points(0.10, 0.02), points(0.00, 0.04)])

    # Weights of 4 to 1.
    assert found.value == pytest.approx(0.08)
    assert found.interval.upper - found.value == pytest.approx(
        1 / math.sqrt(1 / 0.0004 + 1 / 0.0016)
    )
    assert found.interval.method == "Inverse-variance mean, 95%"


def test_one_change_together_with_none_is_itself():
    found = together([rate_change(400, 1000, 300, 1000)])

    assert found.value == pytest.approx(0.75)


def test_differences_and_ratios_do_not_mix():
    ratio = rate_change(400, 1000, 300, 1000)

    with pytest.raises(ValueError, match="two of a kind"):
        beyond(ratio, points(0, 1))
    with pytest.raises(ValueError, match="all of a kind"):
        together([ratio, points(0, 1)])


def test_what_has_no_width_or_is_nothing_cannot_be_weighted():
    with pytest.raises(NotComputable, match="no change"):
        together([])
    with pytest.raises(NotComputable, match="no likely range"):
        together([points(0.1, 0)])
