"""Intervals for a median or any other quantile, whatever the shape of the distribution.

How many of ``n`` values fall below the true quantile is a binomial count, so two of the sorted
values bracket it with a known chance. Times to answer, charge or reply are skewed and tied, which
this method takes without harm: ties only make it cover more often.

Source: Conover 1999, section 3.2.
"""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import SupportsIndex

from scipy.special import bdtr, bdtrc

from peelian.numbers.checks import fraction, whole_number
from peelian.numbers.confidence import tail
from peelian.numbers.interval import METHODS, Interval


def quantile_ranks(n: SupportsIndex, q: float, confidence: float = 0.95) -> tuple[int, int] | None:
    """Return the ranks, counted from 1, of the sorted values that bracket quantile ``q``.

    Each end misses with at most half of what the confidence leaves over, so that the chance of
    bracketing is at least the confidence. ``None`` means that ``n`` values are too few: a median
    needs 6 at 95%, a 90th centile 36.
    """
    size = whole_number("n", n)
    level = fraction("q", q)
    end = tail(confidence)
    below = range(size + 1)
    lower = bisect_right(below, end, key=lambda count: float(bdtr(count, size, level)))
    upper = 1 + bisect_left(below, -end, key=lambda count: -float(bdtrc(count, size, level)))
    if lower < 1 or upper > size:
        return None
    return lower, upper


def quantile_interval(
    values: Iterable[float], q: float, confidence: float = 0.95
) -> Interval | None:
    """Return the interval for quantile ``q`` in the unit of ``values``, which need no order.

    ``None`` means that there are too few values. Raises ``ValueError`` where one is not a finite
    number: values not known must be left out and counted as unknown.
    """
    ordered = sorted(values)
    for value in ordered:
        if not math.isfinite(value):
            raise ValueError(
                f"one of the values is {value!r}: give finite numbers only, "
                "and count what is not known as unknown."
            )
    ranks = quantile_ranks(len(ordered), q, confidence)
    if ranks is None:
        return None
    lower, upper = (float(ordered[rank - 1]) for rank in ranks)
    return METHODS["order_statistics"].interval(lower, upper, confidence)
