"""Funnel limits that allow for overdispersion: how far a unit of its size may lie from the centre.

Units differ by chance, the more so the smaller they are, and by a hundred things that no count
knows. Limits from chance alone therefore flag nearly every large unit. Here the variance that
chance explains and one variance between all units, estimated from the units themselves, are added
on a scale where chance has the same variance whatever the value:

- a share ``k / n`` as the arcsine of its square root, with the variance 1 / (4 n);
- a rate ``k / size`` as the square root of its ratio to the centre, that is of observed to expected
  events, with the variance 1 / (4 expected).

Both scales exist for a unit with no events, which logarithm and logit do not, and their variance
does not depend on the unit's own value, so limits can be drawn at any size.

Sources: Spiegelhalter 2005 (funnel plots); Spiegelhalter and others 2012 (winsorised z-scores and
the additive variance, as the Care Quality Commission used them); DerSimonian and Laird 1986.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, SupportsIndex

import numpy as np

from peelian.numbers.checks import part_and_whole, positive, whole_number
from peelian.numbers.ratios import NotComputable

Scale = Literal["share", "rate"]

FEWEST = 3


@dataclass(frozen=True)
class Observed:
    """One unit: ``count`` of ``size`` records (a share), or ``count`` events in ``size`` people."""

    count: int
    size: int


@dataclass(frozen=True)
class Funnel:
    """What the limits are drawn from.

    ``centre`` is the ratio of the sums, as a fraction or per ``base``. ``overdispersion`` is the
    mean of the squared winsorised z-scores. Where many units differ by chance alone it is about 1
    without winsorising and about 0.68 with 10% drawn in at each end. ``tau`` is the standard
    deviation between units on the transformed scale, 0 where ``adjusted`` is false. For a rate,
    units differ by about 2 × tau of the centre.
    """

    centre: float
    overdispersion: float
    tau: float
    adjusted: bool
    scale: Scale
    winsorised: float = 0.1
    base: int = 1
    units: int = 0


def funnel(
    observed: Sequence[Observed], *, scale: Scale, base: int = 1, winsorise: float = 0.1
) -> Funnel:
    """Return the funnel of these units, each counted once.

    Z-scores beyond the ``winsorise`` quantile at each end are drawn in to it before they are
    squared, so that the units in question do not hide themselves by widening the limits. Limits
    are widened only where the overdispersion is above (k - 1) / k for k units.

    Raises ``NotComputable`` for fewer than three units and where no unit has an event (for a share
    also where every record is one: there is nothing to compare), and ``ValueError`` for a count
    that is no part of its size, a size of 0, or a ``winsorise`` outside 0 to 0.5.
    """
    _check(scale, base, winsorise)
    pairs = [_pair(one, scale) for one in observed]
    if len(pairs) < FEWEST:
        raise NotComputable(f"There are {len(pairs)} units, and a funnel needs {FEWEST} or more.")
    events, sizes = sum(count for count, _ in pairs), sum(size for _, size in pairs)
    if events == 0:
        raise NotComputable("No unit has an event, so there is nothing to compare.")
    if scale == "share" and events == sizes:
        raise NotComputable("Every record of every unit counts, so there is nothing to compare.")
    plain = Funnel(events / sizes * base, 1.0, 0.0, False, scale, winsorise, base, len(pairs))
    z = np.array([_deviation(plain, count, size) for count, size in pairs])
    low, high = np.quantile(z, [winsorise, 1 - winsorise])
    overdispersion = float(np.mean(np.clip(z, low, high) ** 2))
    weights = np.array([1 / _variance(plain, size) for _, size in pairs])
    tau = math.sqrt(_between(overdispersion, weights))
    return Funnel(
        centre=plain.centre,
        overdispersion=overdispersion,
        tau=tau,
        adjusted=tau > 0,
        scale=scale,
        winsorised=winsorise,
        base=base,
        units=len(pairs),
    )


def limits(funnel: Funnel, size: float, z: float) -> tuple[float, float]:
    """Return the limits ``z`` standard errors from the centre at ``size``, as fraction or per base.

    ``size`` is the denominator, above 0; ``z`` is 1.96 for 95% and 3.09 for 99.8%. A limit is never
    below 0 and, for a share, never above 1. Without overdispersion these are the limits of chance
    alone by the same transformation.
    """
    half = positive("z", z) * math.sqrt(_variance(funnel, positive("size", size)) + funnel.tau**2)
    if funnel.scale == "share":
        middle = math.asin(math.sqrt(funnel.centre / funnel.base))
        lower, upper = max(0.0, middle - half), min(math.pi / 2, middle + half)
        return funnel.base * math.sin(lower) ** 2, funnel.base * math.sin(upper) ** 2
    return funnel.centre * max(0.0, 1 - half) ** 2, funnel.centre * (1 + half) ** 2


def z_score(funnel: Funnel, one: Observed) -> float:
    """Return how many standard errors the unit lies above (or below) the centre.

    The standard error holds what chance does to a unit of this size and what units differ by.
    Raises ``ValueError`` as ``funnel`` does.
    """
    count, size = _pair(one, funnel.scale)
    chance = _variance(funnel, size)
    return _deviation(funnel, count, size) * math.sqrt(chance / (chance + funnel.tau**2))


def _check(scale: Scale, base: SupportsIndex, winsorise: float) -> None:
    if scale not in ("share", "rate"):
        raise ValueError(f"scale is {scale!r}: give 'share' or 'rate'.")
    positive("base", whole_number("base", base))
    if not 0 <= winsorise < 0.5:
        raise ValueError(
            f"winsorise is {winsorise!r}: give the share of units drawn in at each end, "
            "from 0 to below 0.5, such as 0.1."
        )


def _pair(one: Observed, scale: Scale) -> tuple[int, int]:
    if scale == "share":
        return part_and_whole(one.count, one.size)
    count, size = whole_number("count", one.count), whole_number("size", one.size)
    positive("size", size)
    return count, size


def _variance(funnel: Funnel, size: float) -> float:
    """What chance alone does to a unit of this size, on the transformed scale."""
    if funnel.scale == "share":
        return 1 / (4 * size)
    return funnel.base / (4 * size * funnel.centre)


def _deviation(funnel: Funnel, count: int, size: float) -> float:
    """The unit's z-score by chance alone."""
    centre = funnel.centre / funnel.base
    if funnel.scale == "share":
        difference = math.asin(math.sqrt(count / size)) - math.asin(math.sqrt(centre))
    else:
        difference = math.sqrt(count / (size * centre)) - 1
    return difference / math.sqrt(_variance(funnel, size))


def _between(overdispersion: float, weights: np.ndarray) -> float:
    """The variance between units: the method of moments, from the inverse variances of chance."""
    units = len(weights)
    excess = units * overdispersion - (units - 1)
    if excess <= 0:
        return 0.0
    total = weights.sum()
    return float(excess / (total - (weights**2).sum() / total))
