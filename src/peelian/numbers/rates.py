"""Intervals for a rate: events per ``base`` of a population known without error.

The rate is for the whole period counted, not made annual. Both functions raise ``ValueError`` where
the count is not whole, or the population or base is not above 0.
"""

import math
from typing import SupportsIndex

from scipy.special import gammainccinv, gammaincinv

from peelian.numbers.checks import positive, whole_number
from peelian.numbers.confidence import deviate, tail
from peelian.numbers.interval import METHODS, Interval


def byar(
    count: SupportsIndex, population: float, base: float = 1000, confidence: float = 0.95
) -> Interval:
    """Return Byar's approximation to the Poisson limits of ``count``, per ``base`` of population.

    The public-health guidance that recommends it turns to ``exact_poisson`` below 10 events; this
    function gives Byar's limits at every count and leaves that choice to the caller.

    Source: Breslow and Day 1987, page 69; OHID technical guidance on rates.
    """
    events = whole_number("count", count)
    scale = positive("base", base) / positive("population", population)
    z = deviate(confidence)
    next_up = events + 1
    upper = next_up * (1 - 1 / (9 * next_up) + z / (3 * math.sqrt(next_up))) ** 3
    lower = 0.0
    if events > 0:
        # A count of 1 or 2 at a very high confidence takes the bracket below 0: no rate is.
        lower = events * max(0.0, 1 - 1 / (9 * events) - z / (3 * math.sqrt(events))) ** 3
    return METHODS["byar"].interval(lower * scale, upper * scale, confidence)


def exact_poisson(
    count: SupportsIndex, population: float, base: float = 1000, confidence: float = 0.95
) -> Interval:
    """Return the exact Poisson limits of ``count``, per ``base`` of population.

    Source: Garwood 1936, as gamma quantiles.
    """
    events = whole_number("count", count)
    scale = positive("base", base) / positive("population", population)
    end = tail(confidence)
    lower = float(gammaincinv(events, end)) if events > 0 else 0.0
    upper = float(gammainccinv(events + 1, end))
    return METHODS["exact_poisson"].interval(lower * scale, upper * scale, confidence)
