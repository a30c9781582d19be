"""The rules of the XmR chart against a slow twin of the NHS package, on series of every kind."""

from statistics import fmean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peelian.numbers.xmr import xmr

quick = settings(deadline=None, database=None, max_examples=150)

RULES = ("point beyond limits", "shift", "trend", "two of three near a limit")


def flags_of_the_package(values, shift=7, trend=6):
    """Each rule's points, looked at window by window as NHSRplotthedots does."""
    centre = fmean(values)
    ranges = [abs(values[i] - values[i - 1]) for i in range(1, len(values))]
    average = fmean(ranges)
    kept = [one for one in ranges if one < 3.267 * average]
    # The package has no limits at all where nothing is kept, and none of any width for nought.
    average = (fmean(kept) if kept else 0) or average
    low, high = centre - 2.66 * average, centre + 2.66 * average
    close = 2 * 2.66 / 3 * average
    outside = [value < low or value > high for value in values]
    side = [(value > centre) - (value < centre) for value in values]
    near = [
        not out and (value < centre - close or value > centre + close)
        for value, out in zip(values, outside, strict=True)
    ]
    flagged = {rule: set() for rule in RULES}
    flagged["point beyond limits"] = {at for at, out in enumerate(outside) if out}
    for at in range(len(values) - shift + 1):
        if abs(sum(side[at : at + shift])) == shift:
            flagged["shift"] |= set(range(at, at + shift))
    for at in range(len(values) - trend):
        window = values[at : at + trend + 1]
        if len(set(window)) == len(window) and sorted(window) in (window, window[::-1]):
            flagged["trend"] |= set(range(at, at + trend + 1))
    for at in range(len(values) - 2):
        if sum(near[at : at + 3]) >= 2 and abs(sum(side[at : at + 3])) == 3:
            flagged["two of three near a limit"] |= {i for i in range(at, at + 3) if near[i]}
    return (centre, low, high), flagged


def agree_with_the_package(values, **options):
    (step,), marked = xmr(values, **options)
    expected, flagged = flags_of_the_package(values, **options)
    assert (step.mean, step.lower, step.upper) == pytest.approx(expected, rel=1e-9, abs=1e-9)
    for rule in RULES:
        assert {at for one in marked if one.rule == rule for at in one.at} == flagged[rule]
        runs = [one.at for one in marked if one.rule == rule]
        assert len(set(runs)) == len(runs)


@quick
@given(values=st.lists(st.integers(0, 12), min_size=12, max_size=60))
def test_small_counts_with_many_ties_agree_with_the_package(values):
    agree_with_the_package(values)


@quick
@given(
    steps=st.lists(st.integers(-4, 5), min_size=12, max_size=60),
    shift=st.integers(2, 9),
    trend=st.integers(2, 7),
)
def test_wandering_series_agree_with_the_package_at_any_length_of_run(steps, shift, trend):
    values = [sum(steps[: at + 1]) for at in range(len(steps))]
    agree_with_the_package(values, shift=shift, trend=trend)


@quick
@given(values=st.lists(st.integers(-1_000_000, 1_000_000), min_size=12, max_size=40))
def test_series_of_any_size_agree_with_the_package(values):
    agree_with_the_package(values)


@quick
@given(
    values=st.lists(st.integers(-50, 50), min_size=12, max_size=40),
    factor=st.integers(1, 64),
    offset=st.integers(-99, 99),
)
def test_a_change_of_unit_moves_the_limits_and_marks_the_same_points(values, factor, offset):
    (plain,), marked = xmr(values)
    (moved,), again = xmr([factor * value + offset for value in values])
    assert moved.mean == pytest.approx(factor * plain.mean + offset, abs=1e-6)
    assert moved.moving_range == pytest.approx(factor * plain.moving_range, abs=1e-6)
    runs = ("shift", "trend")
    assert [one for one in again if one.rule in runs] == [one for one in marked if one.rule in runs]


@quick
@given(values=st.lists(st.integers(0, 12), min_size=24, max_size=48), at=st.integers(12, 36))
def test_a_rebased_chart_is_the_two_charts_side_by_side(values, at):
    at = min(at, len(values) - 12)
    steps, marked = xmr(values, rebase_at=[at])
    before, after = xmr(values[:at]), xmr(values[at:])
    assert [step.mean for step in steps] == [before[0][0].mean, after[0][0].mean]
    later = [(one.rule, tuple(point + at for point in one.at)) for one in after[1]]
    expected = [(one.rule, one.at) for one in before[1]] + later
    assert sorted((one.rule, one.at) for one in marked) == sorted(expected)
