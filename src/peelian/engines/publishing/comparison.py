"""A comparison as doors may show it: every figure of a force has passed `release` or `internal`."""

from collections.abc import Mapping
from dataclasses import dataclass

from peelian.engines.comparisons.compared import Comparison, ControlChart
from peelian.engines.measures.cells import Answer
from peelian.engines.measures.kinds import Measure
from peelian.engines.measures.periods import MONTH, SPAN
from peelian.engines.measures.request import FORCE
from peelian.engines.publishing.shown import Internal, Released, Shown, internal, release


@dataclass(frozen=True, slots=True)
class ShownComparison:
    """A comparison with its measure and, by the slug of its force, each figure ready to be read.

    `shown` holds every force that has a cell, those set aside among them; lines, funnel, chance
    and reasons stand in `comparison`. Made by `shown_comparison` or `internal_comparison`.
    """

    comparison: Comparison
    measure: Measure
    shown: Mapping[str, Shown]


@dataclass(frozen=True, slots=True)
class ReleasedComparison(ShownComparison):
    """A comparison that anyone may see."""

    shown: Mapping[str, Released]


@dataclass(frozen=True, slots=True)
class InternalComparison(ShownComparison):
    """A comparison for people who have signed in, and for the operator at the command line."""

    shown: Mapping[str, Internal]


def shown_comparison(comparison: Comparison, measure: Measure) -> ReleasedComparison:
    """The comparison for the public. Raises `NotReleasable` for what needs a release."""
    released = release(_answer(comparison), measure)
    return ReleasedComparison(comparison, measure, {one.cell.unit: one for one in released})


def internal_comparison(comparison: Comparison, measure: Measure) -> InternalComparison:
    """The comparison for people within the force."""
    shown = internal(_answer(comparison), measure)
    return InternalComparison(comparison, measure, {one.cell.unit: one for one in shown})


def _answer(comparison: Comparison) -> Answer:
    """The cells as the answer that they came from, which is what a door lets through."""
    return Answer(
        measure=comparison.measure,
        by=(FORCE,),
        grain=SPAN,
        cells=comparison.cells,
        warnings=comparison.warnings,
        snapshot=comparison.snapshot,
    )


@dataclass(frozen=True, slots=True)
class ShownChart:
    """A control chart with its measure and its figures in order of time, ready to be read."""

    chart: ControlChart
    measure: Measure
    shown: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class ReleasedChart(ShownChart):
    """A control chart that anyone may see."""

    shown: tuple[Released, ...]


@dataclass(frozen=True, slots=True)
class InternalChart(ShownChart):
    """A control chart for people who have signed in, and for the command line."""

    shown: tuple[Internal, ...]


def shown_chart(chart: ControlChart, measure: Measure) -> ReleasedChart:
    """The chart for the public. Raises `NotReleasable` for what needs a release."""
    return ReleasedChart(chart, measure, release(_series(chart), measure))


def internal_chart(chart: ControlChart, measure: Measure) -> InternalChart:
    """The chart for people within the force."""
    return InternalChart(chart, measure, internal(_series(chart), measure))


def _series(chart: ControlChart) -> Answer:
    return Answer(measure=chart.measure, by=(MONTH,), grain=MONTH, cells=chart.cells)
