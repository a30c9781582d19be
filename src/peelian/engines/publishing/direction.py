"""Which way a figure went, as a tested claim: "up", "down" or "no clear change".

A comparative word is said only where the interval round the change leaves out "no change".
"""

from dataclasses import dataclass

from peelian.engines.measures.cells import Cell
from peelian.engines.measures.kinds import Count, Measure, Rate, Share
from peelian.engines.measures.status import Status
from peelian.engines.measures.words import value_in_words
from peelian.numbers.change import Change, ChangeEstimate, rate_change, share_change, verdict
from peelian.numbers.ratios import NotComputable


@dataclass(frozen=True)
class Direction:
    """A verdict on two figures of the same question, with the sentence that states it."""

    change: Change
    sentence: str


def direction(measure: Measure, now: Cell, before: Cell) -> Direction | None:
    """How `now` differs from `before`; None where the two cannot be held against each other.

    Cohorts that are still followed are never compared: the younger one always looks lower.
    """
    if measure.maturing or {now.status, before.status} != {Status.OK}:
        return None
    estimate = _estimate(measure, now, before)
    if estimate is None:
        return None
    change = verdict(estimate)
    was = value_in_words(before, measure, before.value)
    when = before.period.in_words
    if change is Change.NO_CLEAR_CHANGE:
        return Direction(change, f"No clear change from {when} ({was}).")
    size = _size(measure, estimate)
    return Direction(change, f"{change.value.capitalize()} from {was} in {when}, by {size}.")


def _estimate(measure: Measure, now: Cell, before: Cell) -> ChangeEstimate | None:
    counts = before.numerator, now.numerator
    if counts[0] is None or counts[1] is None:
        return None
    try:
        match measure:
            case Share():
                if not before.denominator or not now.denominator:
                    return None
                return share_change(counts[0], before.denominator, counts[1], now.denominator)
            case Rate():
                people = before.denominator or 0, now.denominator or 0
                times = len(before.period.months), len(now.period.months)
                return rate_change(counts[0], people[0] * times[0], counts[1], people[1] * times[1])
            case Count():
                times = len(before.period.months), len(now.period.months)
                return rate_change(counts[0], times[0], counts[1], times[1])
    except NotComputable:
        return None
    return None


def _size(measure: Measure, estimate: ChangeEstimate) -> str:
    """How large a clear change is, with its likely range: "14% (likely range 12% to 16%)"."""
    ends = (estimate.interval.lower, estimate.interval.upper)
    if isinstance(measure, Share):
        low, high = sorted(abs(end) * 100 for end in ends)
        points = abs(estimate.value) * 100
        return f"{points:.1f} percentage points (likely range {low:.1f} to {high:.1f})"
    low, high = sorted(abs(end - 1) for end in ends)
    return f"{abs(estimate.value - 1):.0%} (likely range {low:.0%} to {high:.0%})"
