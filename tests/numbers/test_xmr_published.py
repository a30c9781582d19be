"""XmR charts against those that the NHS published: the same limits, the same points marked."""

import pytest

from peelian.numbers.xmr import Signal, xmr


def special(values, **options):
    """The positions of all points that some rule marks."""
    return sorted({at for signal in xmr(values, **options)[1] for at in signal.at})


def signals(values, rule, **options):
    return [signal.at for signal in xmr(values, **options)[1] if signal.rule == rule]


def heights(text):
    """Points as printed in a chart, where the scale runs downwards."""
    return [-float(height) for height in text.split()]


# Attendances at accident and emergency departments in England, April 2016 to March 2019, from NHS
# England (Open Government Licence v3.0) as drawn by the tests of NHSRplotthedots (MIT, 2021, NHS-R
# Community): heights of the points in the picture, whose scale is linear.
ATTENDANCES = heights(
    "247.10 145.31 201.36 140.94 214.38 204.55 179.74 226.96 208.51 233.29 313.52 172.70 "
    "205.90 147.09 183.64 143.50 218.52 217.86 158.47 192.23 178.67 180.61 271.11 155.64 "
    "188.51 98.01 133.45 90.25 181.73 177.79 140.71 161.64 156.78 123.66 203.30 96.45"
)
# The same months' share seen within four hours.
PERFORMANCE = heights(
    "83.00 73.39 62.01 73.00 45.35 58.49 122.29 149.25 237.38 278.77 183.18 84.03 "
    "63.80 96.40 55.40 70.49 72.44 97.77 86.73 133.75 285.02 272.46 282.63 299.58 "
    "141.51 68.80 53.89 111.63 95.33 126.66 124.04 180.24 226.57 310.33 315.42 220.25"
)
# One trust's major departments, and its other ones.
MAJOR = heights(
    "119.23 89.63 112.73 96.78 122.55 113.60 110.34 126.35 127.31 122.22 149.57 98.46 "
    "111.42 87.90 97.68 91.07 113.30 117.04 100.52 116.80 122.40 108.00 142.96 114.02 "
    "122.28 94.45 97.17 88.31 114.62 103.52 90.50 95.35 98.79 74.34 107.62 69.55"
)
OTHER = heights(
    "310.65 303.17 316.19 303.20 314.69 221.03 196.52 184.97 170.76 213.61 199.42 183.86 "
    "168.99 168.48 191.34 188.71 214.20 207.65 179.94 191.79 169.29 148.58 187.57 177.55 "
    "189.40 176.23 195.02 193.05 207.05 218.12 196.58 189.01 170.73 165.34 188.56 177.52"
)


@pytest.mark.parametrize(
    ("series", "mean", "lower", "upper"),
    [
        (ATTENDANCES, -180.39, -315.42, -45.35),
        (PERFORMANCE, -145.59, -242.63, -48.55),
        (MAJOR, -107.45, -153.42, -61.49),
        (OTHER, -204.97, -246.47, -163.46),
    ],
)
def test_limits_lie_where_the_published_chart_draws_them(series, mean, lower, upper):
    (step,), _ = xmr(series)
    # Heights are printed to a hundredth.
    assert (step.mean, step.lower, step.upper) == pytest.approx((mean, lower, upper), abs=0.015)


@pytest.mark.parametrize(
    ("series", "marked"),
    [
        (ATTENDANCES, []),
        (PERFORMANCE, [*range(7), 9, *range(11, 31), 33, 34]),
        (OTHER, [*range(5), 12, 13, *range(18, 28), 32, 33]),
    ],
)
def test_the_published_charts_mark_the_same_points(series, marked):
    assert special(series) == marked


def test_a_chart_of_the_first_release_marked_two_points_that_the_rule_now_leaves():
    # Points 33 and 35 are near the upper limit, but 34 lies below the mean. Since release 0.2.2
    # all three have to be on one side, as in NHS England's spreadsheet.
    assert special(MAJOR) == [*range(4, 11)]


def test_a_rebased_chart_has_the_published_limits_before_and_after():
    series = heights(
        "219.56 134.34 181.26 130.68 192.16 183.93 163.17 202.69 187.25 207.99 275.17 157.27 "
        "185.07 135.83 166.43 132.82 195.63 195.08 145.36 173.62 162.27 163.89 239.66 142.98 "
        "170.51 94.74 124.41 88.24 164.83 161.54 130.49 148.01 143.94 116.21 182.89 93.44"
    )
    (before, after), marked = xmr(series, rebase_at=[12])
    assert (before.first, before.last, after.first, after.last) == (0, 11, 12, 35)
    assert (before.mean, before.lower, before.upper) == pytest.approx(
        (-186.29, -315.42, -57.16), abs=0.02
    )
    assert (after.mean, after.lower, after.upper) == pytest.approx(
        (-152.41, -259.47, -45.35), abs=0.02
    )
    assert marked == ()


# Twenty draws, and what the package printed for them in its tests (MIT, 2021, NHS-R Community).
DRAWS = [
    *[-0.56047565, -0.23017749, 1.55870831, 0.07050839, 0.12928774, 1.71506499, 0.46091621],
    *[-1.26506123, -0.68685285, -0.44566197, 1.22408180, 0.35981383, 0.40077145, 0.11068272],
    *[-0.55584113, 1.78691314, 0.49785048, -1.96661716, 0.70135590, -0.47279141],
]
WITH_AN_OUTLIER = [*DRAWS[:14], 10.0, *DRAWS[15:]]


@pytest.mark.parametrize(
    ("series", "options", "printed"),
    [
        (DRAWS, {}, (0.1416238, -3.01138, 3.294627)),
        (WITH_AN_OUTLIER, {}, (0.6694159, -2.383666, 3.722497)),
        (WITH_AN_OUTLIER, {"screen_outliers": False}, (0.6694159, -4.596625, 5.935457)),
        (DRAWS[:10], {"at_least": 10}, (0.0746, -2.60, 2.75)),
        (DRAWS[10:], {"at_least": 10}, (0.209, -3.28, 3.70)),
    ],
)
def test_limits_agree_with_those_printed_by_the_nhs_package(series, options, printed):
    (step,), _ = xmr(series, **options)
    places = 0.005 if len(series) == 10 else 5e-7
    assert (step.mean, step.lower, step.upper) == pytest.approx(printed, abs=places)


def test_the_example_of_nhs_englands_spreadsheet_marks_its_one_point():
    # As held by the tests of the NHS Python community's package (MIT, 2023).
    scores = [89, 86, 75, 77, 81, 74, 72, 78, 76, 82, 77, 54, 66, 77, 86]
    (step,), marked = xmr(scores)
    assert (round(step.mean, 2), round(step.lower), round(step.upper)) == (76.67, 57, 96)
    assert marked == (Signal("point beyond limits", (11,)),)


def test_a_point_beyond_the_limit_is_not_near_it():
    # Point 8 of the published chart is near the lower limit and point 9 beyond it.
    near = {at for group in signals(PERFORMANCE, "two of three near a limit") for at in group}
    assert not near & {8, 9}


def test_signals_come_in_the_order_in_which_they_begin():
    starts = [signal.at[0] for signal in xmr(PERFORMANCE)[1]]
    assert starts == sorted(starts)
