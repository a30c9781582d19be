"""The lines on the inspectorate's charts: the mean of forces and one standard deviation each side.

Every unit counts once, whatever its size. The rule is a description and no test: a normal
distribution alone puts about a third of its values outside, and a small unit lies outside more
often than a large one, because chance moves it further. ``funnel`` allows for both.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean, pstdev, stdev
from typing import Literal, SupportsIndex

from scipy.special import ndtr

from peelian.numbers.checks import whole_number
from peelian.numbers.ratios import NotComputable

Divisor = Literal["n - 1", "n"]

FEWEST = 3
"""A deviation of two values is only the distance between them under another name."""


@dataclass(frozen=True)
class Spread:
    """The mean and the lines one deviation below and above it, in the unit of the values."""

    mean: float
    deviation: float
    lower: float
    upper: float
    count: int
    divisor: Divisor


def spread(values: Sequence[float], *, divisor: Divisor = "n - 1") -> Spread:
    """Return the unweighted mean of ``values`` and the lines at one standard deviation.

    ``divisor`` says how the squared differences were averaged: ``n - 1`` takes the units as a
    sample, ``n`` as all there are. Mean and deviation are computed without rounding on the way, so
    that equal values have a deviation of exactly 0.

    Raises ``NotComputable`` for fewer than three values and where one is not a finite number, and
    ``ValueError`` for any other divisor.
    """
    if divisor not in ("n - 1", "n"):
        raise ValueError(f"divisor is {divisor!r}: give 'n - 1' or 'n'.")
    if len(values) < FEWEST:
        raise NotComputable(
            f"There are {len(values)} values, and a standard deviation needs {FEWEST} or more."
        )
    exact = [float(value) for value in values]
    for value in exact:
        if not math.isfinite(value):
            raise NotComputable(
                f"One of the values is {value}, so there is no mean; "
                "leave out units without a figure and name them as missing."
            )
    centre = mean(exact)
    deviation = stdev(exact) if divisor == "n - 1" else pstdev(exact)
    return Spread(centre, deviation, centre - deviation, centre + deviation, len(exact), divisor)


def expected_outside(count: SupportsIndex) -> float:
    """Return how many of ``count`` values a normal distribution alone puts outside the lines.

    About 13.6 of 43, whatever is measured.
    """
    return 2 * float(ndtr(-1.0)) * whole_number("count", count)
