"""Did it change? From an earlier figure (1) to a later one (2), with the interval of the change.

The two periods must not share records: a rolling year against the one that ended a month before it
is not a comparison these formulas may judge.
"""

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import SupportsIndex

from peelian.numbers.interval import METHODS, Interval
from peelian.numbers.ratios import log_rate_ratio, ratio
from peelian.numbers.shares import wilson


class Change(StrEnum):
    """The verdict on a change, before anybody asks whether up is better."""

    UP = "up"
    DOWN = "down"
    NO_CLEAR_CHANGE = "no clear change"


@dataclass(frozen=True)
class ChangeEstimate:
    """How much changed, with its interval, and the value that would mean no change at all."""

    value: float
    interval: Interval
    unchanged: float


def share_change(
    k1: SupportsIndex,
    n1: SupportsIndex,
    k2: SupportsIndex,
    n2: SupportsIndex,
    confidence: float = 0.95,
) -> ChangeEstimate:
    """Return the later share minus the earlier one: 0.05 means up by five points.

    Raises ``ValueError`` as ``wilson`` does.

    Source: Newcombe 1998, method 10 (no continuity correction).
    """
    earlier, later = wilson(k1, n1, confidence), wilson(k2, n2, confidence)
    share1, share2 = int(k1) / int(n1), int(k2) / int(n2)
    return _square_and_add((share1, earlier), (share2, later), "newcombe", confidence)


def difference(
    value1: float, interval1: Interval, value2: float, interval2: Interval, confidence: float = 0.95
) -> ChangeEstimate:
    """Return the later figure minus the earlier one, from each with its own interval.

    For shares estimated from samples, weighted or not, whatever the method of their intervals, so
    long as both are of this confidence. 75.4% to within 5.3 points and then 80% to within 5.0 is
    no clear change.

    Source: Zou and Donner 2008 (the method of variance estimates recovery, "square and add").
    """
    return _square_and_add((value1, interval1), (value2, interval2), "mover", confidence)


def _square_and_add(
    earlier: tuple[float, Interval], later: tuple[float, Interval], method: str, confidence: float
) -> ChangeEstimate:
    (value1, one), (value2, two) = earlier, later
    change = value2 - value1
    lower = change - math.hypot(value2 - two.lower, one.upper - value1)
    upper = change + math.hypot(two.upper - value2, value1 - one.lower)
    interval = METHODS[method].interval(lower, upper, confidence)
    return ChangeEstimate(change, interval, unchanged=0.0)


def rate_change(
    c1: SupportsIndex,
    p1: float,
    c2: SupportsIndex,
    p2: float,
    confidence: float = 0.95,
) -> ChangeEstimate:
    """Return the later rate divided by the earlier one: 1.05 means up by five per cent.

    ``c`` counts events and ``p`` the population of each period. Raises ``NotComputable`` where
    either count is 0, and ``ValueError`` as ``ratio`` does.
    """
    interval = log_rate_ratio(c2, p2, c1, p1, confidence)
    return ChangeEstimate(ratio(c2, p2, c1, p1), interval, unchanged=1.0)


def verdict(estimate: ChangeEstimate) -> Change:
    """Say up or down only where the interval leaves out the value that means no change."""
    if estimate.interval.covers(estimate.unchanged):
        return Change.NO_CLEAR_CHANGE
    return Change.UP if estimate.value > estimate.unchanged else Change.DOWN
