"""How far a count lies from the usual ones, by a yardstick that a few wild days do not bend.

The mean and the standard deviation are pulled up by the very days that one looks for. The median
and the median distance from it are not, until half of the days are wild.
"""

import math
from collections.abc import Sequence
from statistics import median

from peelian.numbers.ratios import NotComputable

FEWEST = 5
"""Below five values the median distance says more about chance than about what is usual."""

NORMAL_SCALE = 1.4826
"""Turns a median distance into a standard deviation, were the values normally distributed."""


def robust_distance(value: float, usual: Sequence[float]) -> float:
    """Return how many robust standard deviations ``value`` lies above the median of ``usual``.

    Below 0 where it lies under the median. The yardstick is the median absolute deviation times
    1.4826, and never less than the square root of the median (the Poisson deviation of a count) nor
    than 1: someone who opens exactly ten records each day is not alarming at eleven.

    Raises ``NotComputable`` for fewer than five values and where one is not a finite number.

    Source: Iglewicz and Hoaglin 1993, How to Detect and Handle Outliers, section 3.3.
    """
    if len(usual) < FEWEST:
        raise NotComputable(
            f"There are {len(usual)} values, and what is usual needs {FEWEST} or more."
        )
    if not math.isfinite(value) or not all(math.isfinite(one) for one in usual):
        raise NotComputable("One of the values is no finite number; leave out what is not known.")
    centre = median(usual)
    spread = NORMAL_SCALE * median(abs(one - centre) for one in usual)
    return (value - centre) / max(spread, math.sqrt(abs(centre)), 1.0)
