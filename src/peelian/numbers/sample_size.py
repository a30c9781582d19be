"""How many records to draw for the precision that is wanted, and what a printed margin implies."""

import math
from typing import SupportsIndex

from peelian.numbers.checks import fraction, part_and_whole, positive, whole_number
from peelian.numbers.confidence import deviate


def for_share(
    half_width: float,
    expected: float,
    population: SupportsIndex | None = None,
    confidence: float = 0.95,
) -> int:
    """Return how many records give a share of about `expected` to within `half_width`.

    `half_width` and `expected` are fractions: 0.05 for five points. With `population`, the length
    of the list that is drawn from, fewer are needed, and never more than all. Rounded up, so that
    the margin is kept. 239 of 8,000 for five points round 80%, 367 where nothing is known (50%).

    Raises ``ValueError`` where a fraction is none, or the population is 0.

    Source: Cochran 1977, section 4.4, solved for the correction (N - n) / (N - 1).
    """
    half = fraction("half_width", half_width)
    share = fraction("expected", expected)
    unlimited = deviate(confidence) ** 2 * share * (1 - share) / half**2
    if population is None:
        return math.ceil(unlimited)
    length = whole_number("population", population)
    positive("population", length)
    return min(length, math.ceil(unlimited * length / (unlimited + length - 1)))


def populations_that_fit(
    k: SupportsIndex,
    n: SupportsIndex,
    half_width_printed: float,
    decimals: int = 1,
    confidence: float = 0.95,
) -> tuple[int, int | None] | None:
    """Return the shortest and longest list from which `k` of `n` has the margin that was printed.

    By the normal approximation with finite population correction, as the inspectorate draws it.
    `half_width_printed` is in percentage points, rounded half up to `decimals`: 188 of 235 with
    5.0 fits every list of 3,706 to 9,386. The second is nothing where no list is too long, and
    nothing at all fits where the margin follows from no list.

    Raises ``ValueError`` as ``shares.wald`` does.
    """
    part, whole = part_and_whole(k, n)
    positive("half_width_printed", half_width_printed)
    share = part / whole
    widest = 100 * deviate(confidence) * math.sqrt(share * (1 - share) / whole)
    unit = 10.0 ** -whole_number("decimals", decimals)
    low, high = half_width_printed - unit / 2, half_width_printed + unit / 2
    if widest <= low:
        return None
    shortest = math.ceil(_population(whole, max(0.0, low) / widest))
    if widest <= high:
        return shortest, None
    # Strictly below the upper end: on it the margin would be rounded up to the next.
    longest = math.ceil(_population(whole, high / widest)) - 1
    return (shortest, longest) if shortest <= longest else None


def _population(whole: int, factor: float) -> float:
    """The length of the list whose correction is `factor`, from 0 to below 1."""
    return (whole - factor**2) / (1 - factor**2)
