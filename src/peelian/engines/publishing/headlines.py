"""Titles of charts: one sentence that says what the chart shows, computed from its figures."""

from collections.abc import Sequence

from peelian.engines.measures.words import value_in_words
from peelian.engines.publishing.direction import direction
from peelian.engines.publishing.shown import Shown
from peelian.numbers.change import Change


def over_time(shown: Sequence[Shown]) -> str:
    """What happened from the first figure to the last: up and down are tested claims.

    "Down from 6.3% in March 2021 to 4.4% in October 2021". `shown` holds figures only.
    """
    first, last = shown[0], shown[-1]
    now = f"{last.value} in {last.cell.period.in_words}"
    if first is last:
        return f"{first.measure.short}: {now}"
    then = f"{first.value} in {first.cell.period.in_words}"
    went = direction(last.measure, last.cell, first.cell)
    if went is None:
        return f"{first.measure.short}: {then}, {now}"
    if went.change is Change.NO_CLEAR_CHANGE:
        return f"No clear change from {then} to {now}"
    return f"{went.change.value.capitalize()} from {then} to {now}"


def extremes(named: Sequence[tuple[Shown, str]]) -> str:
    """Which of several is highest and which lowest, where their likely ranges do not overlap.

    Where all ranges overlap the order may be chance, and the title says so. Figures only; empty
    for fewer than two.
    """
    if len(named) < 2:
        return ""
    ordered = sorted(named, key=lambda pair: pair[0].cell.value or 0.0)
    (low, least), (high, most) = ordered[0], ordered[-1]
    if _overlap(low, high):
        return "No clear differences: the likely ranges overlap"
    return f"Highest in {most} ({_written(high)}), lowest in {least} ({_written(low)})"


def _written(one: Shown) -> str:
    return value_in_words(one.cell, one.measure, one.cell.value)


def _overlap(low: Shown, high: Shown) -> bool:
    if low.cell.upper is None or high.cell.lower is None:
        return low.cell.value == high.cell.value
    return low.cell.upper >= high.cell.lower
