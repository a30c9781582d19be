"""What a printed number may stand for: every value that rounds to it, and arithmetic with such.

A percentage printed as 78.4 is any value from 78.35 to 78.45. Sums, quotients and shares of such
ranges are ranges again, and two printed numbers contradict each other only where their ranges do
not meet. Both ends belong to a range, since halves are rounded up by some and to even by others.

Exact fractions throughout: a claim is never refused by an error of floating point.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

Exact = Fraction | int
INFINITE: Final = math.inf
"""The upper end of a range that has none ("over 3,000")."""


@dataclass(frozen=True)
class Range:
    """All values from ``low`` to ``high``, both included; ``high`` may be without end."""

    low: Fraction
    high: Fraction | float

    def __post_init__(self) -> None:
        """Refuse ends the wrong way round."""
        if self.low is not self.high and self.low > self.high:
            raise ValueError(f"A range from {self.low} to {self.high}: give the lower end first.")

    def meets(self, other: "Range") -> bool:
        """Whether some value lies in both."""
        return self.low <= other.high and other.low <= self.high

    def holds(self, value: Exact) -> bool:
        """Whether ``value`` lies in it."""
        return self.low <= value <= self.high

    def plus(self, other: "Range") -> "Range":
        """Every sum of one value of each."""
        return Range(self.low + other.low, _added(self.high, other.high))

    def minus(self, other: "Range") -> "Range":
        """Every difference; raises ``ValueError`` where ``other`` has no upper end."""
        if other.high == INFINITE or not isinstance(other.high, Fraction):
            raise ValueError("What is taken away has no upper end: the difference has no lower.")
        high = self.high - other.low if isinstance(self.high, Fraction) else INFINITE
        return Range(self.low - other.high, high)

    def times(self, other: "Range") -> "Range":
        """Every product of values that are 0 or more."""
        self._not_below_zero(other)
        if isinstance(self.high, Fraction) and isinstance(other.high, Fraction):
            return Range(self.low * other.low, self.high * other.high)
        return Range(self.low * other.low, INFINITE)

    def over(self, other: "Range") -> "Range":
        """Every quotient of values that are 0 or more; without end where the divisor may be 0."""
        self._not_below_zero(other)
        low = self.low / other.high if isinstance(other.high, Fraction) and other.high else 0
        if isinstance(self.high, Fraction) and other.low > 0:
            return Range(Fraction(low), self.high / other.low)
        return Range(Fraction(low), INFINITE)

    def by(self, factor: Exact) -> "Range":
        """Every value times a factor above 0: 100 turns fractions into per cent."""
        high = self.high * factor if isinstance(self.high, Fraction) else INFINITE
        return Range(self.low * factor, high)

    def _not_below_zero(self, other: "Range") -> None:
        if self.low < 0 or other.low < 0:
            raise ValueError("Products and quotients here are of values that are 0 or more.")


def exactly(value: Exact) -> Range:
    """A range of one value: a count that was not rounded."""
    exact = Fraction(value)
    return Range(exact, exact)


def rounded(value: Exact, decimals: int) -> Range:
    """What rounds to ``value`` at so many decimals; -3 for a figure in whole thousands."""
    half = Fraction(10 ** max(0, -decimals), 2 * 10 ** max(0, decimals))
    return Range(value - half, value + half)


def share(part: Range, whole: Range) -> Range:
    """Per cent that ``part`` may be of ``whole``, for a part that lies inside it: at most 100."""
    found = part.over(whole).by(100)
    top = Fraction(100)
    return Range(min(found.low, top), min(found.high, top))


def parts_that_fit(percent: Range, whole: Exact) -> range:
    """The whole numbers out of ``whole`` whose percentage lies in ``percent``; none may.

    587 of 748 is 78.48 and no other number is nearer 78.4: 78.35 to 78.45 holds none of 748.
    Raises ``ValueError`` where ``whole`` is no whole number above 0.

    Source: Brown and Heathers 2017, Social Psychological and Personality Science 8:363-369.
    """
    if Fraction(whole).denominator != 1 or whole <= 0:
        raise ValueError(f"whole is {whole}: give a whole number above 0, such as 748.")
    first = max(0, math.ceil(percent.low * whole / 100))
    last = min(int(whole), math.floor(percent.high * Fraction(whole) / 100))
    return range(first, last + 1)


def wholes_that_fit(percent: Range, part: Range) -> Range | None:
    """The wholes of which ``part`` is ``percent``, as whole numbers; nothing where none is.

    94 at 29 per cent is of 319 to 329.
    """
    if percent.low <= 0 or not isinstance(percent.high, Fraction):
        return None
    low = math.ceil(part.low * 100 / percent.high)
    if not isinstance(part.high, Fraction):
        return Range(Fraction(low), INFINITE)
    high = math.floor(part.high * 100 / percent.low)
    return Range(Fraction(low), Fraction(high)) if low <= high else None


def total(ranges: Iterable[Range]) -> Range:
    """Every sum of one value of each range; 0 for none."""
    every = list(ranges)
    highs = [one.high for one in every if isinstance(one.high, Fraction)]
    low = _total(one.low for one in every)
    return Range(low, _total(highs) if len(highs) == len(every) else INFINITE)


def _total(values: Iterable[Fraction]) -> Fraction:
    """The sum of many fractions, most of which have the same few divisors."""
    found: dict[int, int] = {}
    for one in values:
        found[one.denominator] = found.get(one.denominator, 0) + one.numerator
    return sum((Fraction(above, below) for below, above in found.items()), Fraction(0))


def _added(one: Fraction | float, other: Fraction | float) -> Fraction | float:
    if isinstance(one, Fraction) and isinstance(other, Fraction):
        return one + other
    return INFINITE
