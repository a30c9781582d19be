"""By how much a figure differs from an earlier one of the same question, and how sure that is."""

from peelian.engines.measures.cells import Cell
from peelian.engines.measures.kinds import Count, Measure, Rate, Share
from peelian.engines.measures.sampled import Sampled
from peelian.engines.measures.status import Status
from peelian.numbers.change import ChangeEstimate, difference, rate_change, share_change
from peelian.numbers.interval import Interval
from peelian.numbers.ratios import NotComputable


def change_between(measure: Measure, now: Cell, before: Cell) -> ChangeEstimate | None:
    """How `now` differs from `before`; None where the two cannot be held against each other.

    A difference of shares, or a ratio of rates and of numbers in a month. Cohorts that are still
    followed are never compared: the younger one always looks lower.
    """
    if measure.maturing or {now.status, before.status} != {Status.OK}:
        return None
    counts = before.numerator, now.numerator
    if counts[0] is None or counts[1] is None:
        return None
    try:
        match measure:
            case Sampled():
                return _of_samples(now, before)
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


def size_in_words(measure: Measure, estimate: ChangeEstimate) -> str:
    """How large a clear change is, with its likely range: "14% (likely range 12% to 16%)"."""
    ends = (estimate.interval.lower, estimate.interval.upper)
    if isinstance(measure, Share):
        low, high = sorted(abs(end) * 100 for end in ends)
        points = abs(estimate.value) * 100
        return f"{points:.1f} percentage points (likely range {low:.1f} to {high:.1f})"
    low, high = sorted(abs(end - 1) for end in ends)
    return f"{abs(estimate.value - 1):.0%} (likely range {low:.0%} to {high:.0%})"


def _of_samples(now: Cell, before: Cell) -> ChangeEstimate | None:
    """Only between samples drawn by lot: others describe themselves, and differ as chosen."""
    if now.value is None or before.value is None:
        return None
    ranges = [
        Interval(cell.lower, cell.upper, cell.method)
        for cell in (before, now)
        if cell.lower is not None and cell.upper is not None
    ]
    if len(ranges) < 2:
        return None
    return difference(before.value, ranges[0], now.value, ranges[1])
