"""The rules of the XmR chart, each worked by hand, and series that are hardly any."""

import math

import pytest

from peelian.numbers.ratios import NotComputable
from peelian.numbers.xmr import Limits, Signal, xmr


def special(values, **options):
    """The positions of all points that some rule marks."""
    return sorted({at for signal in xmr(values, **options)[1] for at in signal.at})


def signals(values, rule, **options):
    return [signal.at for signal in xmr(values, **options)[1] if signal.rule == rule]


def test_limits_are_2_66_mean_moving_ranges_from_the_mean():
    # Twelve months between 9 and 11: mean 10, every moving range 2.
    steps, marked = xmr([9, 11] * 6)
    assert steps == (Limits(10, 10 - 5.32, 10 + 5.32, 2, 0, 11),)
    assert marked == ()


def test_one_moving_range_beyond_3_267_times_their_mean_is_left_out():
    # Eleven ranges of 2 and one of 9: mean 31 / 12 = 2.58, and 3.267 times that is 8.44.
    (step,), marked = xmr([9, 11] * 6 + [20])
    assert step.moving_range == 2
    assert step.upper == pytest.approx(140 / 13 + 5.32, rel=1e-12)
    assert marked == (Signal("point beyond limits", (12,)),)


def test_the_outlier_widens_the_limits_where_it_is_kept():
    (step,), _ = xmr([9, 11] * 6 + [20], screen_outliers=False)
    assert step.moving_range == pytest.approx(31 / 12, rel=1e-12)


def test_outliers_are_left_out_once_and_not_again_and_again():
    # Ranges: twenty of 1, one of 4 and one of 30. Their mean is 2.45, so only 30 is beyond 8.0. Of
    # the others the mean is 1.14, and 4 would be beyond 3.73.
    series = [0, 1] * 10 + [0, 4, 34]
    (step,), _ = xmr(series)
    assert step.moving_range == pytest.approx(24 / 21, rel=1e-12)


def test_seven_points_on_one_side_of_the_mean_are_a_shift():
    assert signals([1, 2] * 3 + [1] + [-1, -2] * 3 + [-1], "shift") == [
        tuple(range(7)),
        tuple(range(7, 14)),
    ]


def test_six_points_on_one_side_are_none_unless_six_are_asked_for():
    series = [1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1]
    assert signals(series, "shift") == []
    assert signals(series, "shift", shift=6) == [tuple(range(6)), tuple(range(6, 12))]


def test_a_point_on_the_mean_belongs_to_neither_side_and_ends_the_run():
    series = [1, 1, 1, 1, 1, 1, 0, 1, -1, -1, -1, -1, -1, -1, 0, -1]
    assert signals(series, "shift") == []
    without = [*series[:6], 0.5, *series[7:14], -0.5, -1]
    assert signals(without, "shift") == [tuple(range(8)), tuple(range(8, 16))]


def test_six_rises_in_a_row_are_a_trend_of_seven_points():
    series = [5, 3, 5, 1, 2, 3, 4, 5, 6, 7, 5, 3, 5]
    assert signals(series, "trend") == [tuple(range(3, 10))]


def test_five_rises_are_no_trend_unless_five_are_asked_for():
    series = [5, 3, 5, 2, 3, 4, 5, 6, 7, 5, 3, 5]
    assert signals(series, "trend") == []
    assert signals(series, "trend", trend=5) == [tuple(range(3, 9))]


def test_falling_counts_as_rising_does_and_the_turning_point_belongs_to_both():
    series = [0, 1, 2, 3, 4, 5, 6, 5, 4, 3, 2, 1, 0]
    assert signals(series, "trend") == [tuple(range(7)), tuple(range(6, 13))]


def test_two_equal_neighbours_end_a_trend():
    assert signals([1, 2, 3, 3, 4, 5, 6, 7, 2, 4, 2, 4], "trend") == []


def test_two_of_three_near_the_upper_limit_are_a_signal():
    # Mean 0.76, moving range 43 / 16, upper limit 7.91; two thirds of the way to it are 5.53.
    series = [1, -1] * 7 + [6, 1, 6]
    assert signals(series, "two of three near a limit") == [(14, 16)]


def test_two_near_a_limit_with_the_third_across_the_mean_are_none():
    # Mean 0.65, moving range 47 / 16: two thirds of the way are 5.86, so both sixes are near.
    assert xmr([1, -1] * 7 + [6, -1, 6])[1] == ()


def test_two_near_opposite_limits_are_none():
    # The example by which the NHS package holds this.
    series = [1, -1] * 7 + [5.5, -5.5]
    assert special(series) == []


def test_two_near_a_limit_at_the_end_with_nothing_before_on_their_side_wait_for_a_third():
    # Mean 0.75, moving range 33 / 15, two thirds 4.65, upper limit 6.60: both sixes are near.
    series = [1, -1] * 7 + [6, 6]
    assert signals(series, "two of three near a limit") == []
    # Mean 0.82, moving range 37 / 16: two thirds 4.92, upper limit 6.97.
    assert signals([*series, 2], "two of three near a limit") == [(14, 15)]


def test_pairs_with_two_quiet_points_between_them_are_two_signals():
    series = [*[1, -1] * 15, 6, 6, 2, 2, 6, 6, *[-1, 1] * 5]
    assert signals(series, "two of three near a limit") == [(30, 31), (34, 35)]


def test_no_run_reaches_over_a_rebase_and_each_stretch_has_its_own_limits():
    low, high = [9, 11] * 6, [29, 31] * 6
    whole = xmr(low + high)
    assert [signal.at for signal in whole[1] if signal.rule == "shift"] == [
        tuple(range(12)),
        tuple(range(12, 24)),
    ]
    steps, marked = xmr(low + high, rebase_at=[12])
    assert [step.mean for step in steps] == [10, 30]
    assert [(step.first, step.last) for step in steps] == [(0, 11), (12, 23)]
    assert marked == ()


def test_rebases_may_come_in_any_order_and_twice():
    series = [9, 11] * 6 + [29, 31] * 6 + [4, 6] * 6
    assert xmr(series, rebase_at=[24, 12, 24]) == xmr(series, rebase_at=[12, 24])
    assert len(xmr(series, rebase_at=[12, 24])[0]) == 3


def test_positions_after_a_rebase_still_count_from_the_beginning():
    series = [9, 11] * 6 + [9, 11] * 6 + [20]
    assert xmr(series, rebase_at=[12])[1] == (Signal("point beyond limits", (24,)),)


@pytest.mark.parametrize("value", [0, 0.1, 7, 1e12])
def test_a_series_that_never_moves_has_limits_on_its_mean_and_no_signal(value):
    assert xmr([value] * 13) == ((Limits(value, value, value, 0, 0, 12),), ())


def test_a_rare_event_is_one_point_beyond_limits_and_not_twelve_quiet_months():
    # Both ranges round the event are outliers. Without them nothing moves at all, and every quiet
    # month would lie below a limit at the mean.
    (step,), marked = xmr([0] * 6 + [1] + [0] * 6)
    assert step.moving_range == pytest.approx(2 / 12, rel=1e-12)
    assert [one.at for one in marked if one.rule == "point beyond limits"] == [(6,)]


def test_fewer_than_twelve_points_have_no_limits_to_rely_on():
    with pytest.raises(NotComputable, match=r"from point 1 to 11 would rest on 11 points, .* 12"):
        xmr([9, 11] * 5 + [9])
    assert xmr([9, 11] * 5 + [9], at_least=11)[0][0].last == 10


def test_a_rebase_too_near_the_end_is_refused_with_its_points():
    with pytest.raises(NotComputable, match="from point 13 to 15 would rest on 3 points"):
        xmr([9, 11] * 7 + [9], rebase_at=[12])


@pytest.mark.parametrize("values", [[], [4]])
def test_one_point_has_no_moving_range_however_few_are_asked_for(values):
    with pytest.raises(NotComputable, match=r"rest on \d points, and they need 2 or more"):
        xmr(values, at_least=0)


@pytest.mark.parametrize("gap", [math.nan, math.inf])
def test_a_gap_is_named_by_its_place(gap):
    with pytest.raises(NotComputable, match=r"Point 4 is (nan|inf), .* begin after the gap"):
        xmr([9, 11, 9, gap, *[9, 11] * 6])


@pytest.mark.parametrize("at", [0, -1, 24, 99])
def test_a_rebase_outside_the_series_is_refused(at):
    with pytest.raises(ValueError, match=f"rebase_at has {at}: give positions from 1 to 23"):
        xmr([9, 11] * 12, rebase_at=[at])


@pytest.mark.parametrize("name", ["shift", "trend"])
def test_a_run_of_one_is_refused(name):
    with pytest.raises(ValueError, match=f"{name} is 1: a run has 2 or more"):
        xmr([9, 11] * 6, **{name: 1})
