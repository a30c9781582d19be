"""How many times one group's rate is another's: ``a`` events in group A against ``b`` in group B.

Counts must be whole and populations above 0, or ``ValueError`` is raised. ``NotComputable``, itself
a ``ValueError``, means that the counts are sound but the figure does not exist for them.
"""

import math
from typing import SupportsIndex

from peelian.numbers.checks import positive, whole_number
from peelian.numbers.confidence import deviate
from peelian.numbers.interval import METHODS, Interval


class NotComputable(ValueError):
    """The figure does not exist for these counts. The message is a sentence for the reader."""


def ratio(a: SupportsIndex, population_a: float, b: SupportsIndex, population_b: float) -> float:
    """Return the rate of group A divided by the rate of group B.

    Raises ``NotComputable`` where B had no events.
    """
    events_a, events_b = whole_number("a", a), whole_number("b", b)
    people_a = positive("population_a", population_a)
    people_b = positive("population_b", population_b)
    if events_b == 0:
        raise NotComputable(
            "The second group has no events, so nothing can be divided by its rate; "
            "show the two counts instead."
        )
    return (events_a / people_a) / (events_b / people_b)


def log_rate_ratio(
    a: SupportsIndex,
    population_a: float,
    b: SupportsIndex,
    population_b: float,
    confidence: float = 0.95,
) -> Interval:
    """Return the interval for ``ratio``, symmetrical on the log scale.

    Raises ``NotComputable`` where either group had no events.

    Source: Rothman, Greenland and Lash 2008, chapter 14.
    """
    value = ratio(a, population_a, b, population_b)
    events_a, events_b = whole_number("a", a), whole_number("b", b)
    if events_a == 0:
        raise NotComputable(
            "The first group has no events, and the log method needs at least one in each group; "
            "show the two counts instead."
        )
    spread = math.exp(deviate(confidence) * math.sqrt(1 / events_a + 1 / events_b))
    return METHODS["log_rate_ratio"].interval(value / spread, value * spread, confidence)


def bounds_for_missing(
    a: SupportsIndex,
    population_a: float,
    b: SupportsIndex,
    population_b: float,
    missing: SupportsIndex,
) -> tuple[float, float]:
    """Return how low and how high the ratio could be, had the missing group been known.

    ``missing`` events have no group recorded. The low bound gives all of them to group B, the high
    bound all of them to group A. This is logic, not chance: no interval is put round the bounds.

    Raises ``NotComputable`` where B had no events, as there is then no high bound.
    """
    unplaced = whole_number("missing", missing)
    high = ratio(whole_number("a", a) + unplaced, population_a, b, population_b)
    low = ratio(a, population_a, whole_number("b", b) + unplaced, population_b)
    return low, high
