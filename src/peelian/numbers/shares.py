"""Intervals for a share: ``k`` of ``n`` records, as fractions from 0 to 1.

All of them raise ``ValueError`` where ``k`` and ``n`` cannot be a part and its whole, or where the
confidence is not a fraction.
"""

import math
from typing import SupportsIndex

from scipy.special import betainccinv, betaincinv

from peelian.numbers.checks import part_and_whole, whole_number
from peelian.numbers.confidence import deviate, tail
from peelian.numbers.interval import METHODS, Interval


def wilson(k: SupportsIndex, n: SupportsIndex, confidence: float = 0.95) -> Interval:
    """Return the Wilson score interval without continuity correction: the usual choice.

    Source: Wilson 1927; Newcombe 1998, method 3.
    """
    part, whole = part_and_whole(k, n)
    z = deviate(confidence)
    centre = (part + z * z / 2) / (whole + z * z)
    half = z / (whole + z * z) * math.sqrt(part * (whole - part) / whole + z * z / 4)
    # At either end one limit is 0 or 1 in algebra; rounding would leave it a hair off.
    lower = centre - half if part > 0 else 0.0
    upper = centre + half if part < whole else 1.0
    return METHODS["wilson"].interval(lower, upper, confidence)


def wilson_finite(
    k: SupportsIndex, n: SupportsIndex, population: SupportsIndex, confidence: float = 0.95
) -> Interval:
    """Return the Wilson interval of a sample from a list of ``population`` records.

    The variance of each possible share is multiplied by (N - n) / (N - 1), which is the same as a
    sample that many times larger from a list without end. Where everything was looked at both
    limits are the share itself.

    Source: Wilson 1927, with the variance of Cochran 1977, section 3.2.
    """
    part, whole = part_and_whole(k, n)
    factor = _finite_population_factor(whole, whole_number("population", population)) ** 2
    share, z2 = part / whole, deviate(confidence) ** 2 * factor
    centre = (part + z2 / 2) / (whole + z2)
    half = math.sqrt(z2) / (whole + z2) * math.sqrt(whole * share * (1 - share) + z2 / 4)
    lower = max(0.0, centre - half) if part > 0 else 0.0
    upper = min(1.0, centre + half) if part < whole else 1.0
    return METHODS["wilson_finite"].interval(lower, upper, confidence)


def exact(k: SupportsIndex, n: SupportsIndex, confidence: float = 0.95) -> Interval:
    """Return the Clopper-Pearson interval, from the beta distribution.

    Source: Clopper and Pearson 1934.
    """
    part, whole = part_and_whole(k, n)
    end = tail(confidence)
    lower = float(betaincinv(part, whole - part + 1, end)) if part > 0 else 0.0
    upper = float(betainccinv(part + 1, whole - part, end)) if part < whole else 1.0
    return METHODS["exact"].interval(lower, upper, confidence)


def wald(
    k: SupportsIndex,
    n: SupportsIndex,
    population: SupportsIndex | None = None,
    confidence: float = 0.95,
) -> Interval:
    """Return the normal approximation, kept inside 0 to 1.

    ``population`` is the length of the list that the ``n`` records were drawn from. With it the
    half-width is multiplied by the square root of (N - n) / (N - 1), which is how the inspectorate
    arrives at its margins. A share of 0 or 1 has no width here: prefer ``wilson``.

    Source: Cochran 1977, sections 3.2 and 3.6.
    """
    part, whole = part_and_whole(k, n)
    share = part / whole
    half = deviate(confidence) * math.sqrt(share * (1 - share) / whole)
    method = METHODS["wald"]
    if population is not None:
        half *= _finite_population_factor(whole, whole_number("population", population))
        method = METHODS["wald_finite"]
    return method.interval(max(0.0, share - half), min(1.0, share + half), confidence)


def _finite_population_factor(whole: int, population: int) -> float:
    if population < whole:
        raise ValueError(
            f"population is {population} but n is {whole}: the sample was drawn from the "
            f"population, so give a population of {whole} or more."
        )
    if population == whole:
        # Everything was looked at. Said apart because (N - n) / (N - 1) is 0 / 0 for one record.
        return 0.0
    return math.sqrt((population - whole) / (population - 1))
