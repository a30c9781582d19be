"""A quantity in a sentence: what it counts in, what it may stand for, and how it was printed."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Final

from peelian.numbers.rounding import Range, exactly, rounded


class What(StrEnum):
    """What a quantity is, whose value is one letter: the tag that phrases are written in."""

    COUNT = "n"
    PERCENT = "p"
    POINTS = "q"
    MONEY = "m"
    FRACTION = "f"
    TIMES = "x"
    DURATION = "t"
    BASE = "b"
    PER = "r"


@dataclass(frozen=True)
class Quantity:
    """One number in a sentence.

    ``value`` is as printed: per cent for a percentage, pounds for money, hours for a duration, the
    fraction itself for "two-thirds", the factor for "doubled" (2) and "halved" (1/2), the divisor
    for "per 1,000". ``span`` is what rounding and the words around it allow. ``start`` and ``end``
    bound it in the passage, ``near`` the words that soften it too: "about", "over". ``exact`` is
    said of a count that was not rounded. ``unit`` is a word: hours, £, people. ``part`` is the
    number of its passage in the document.
    """

    what: What
    value: Fraction
    span: Range
    start: int
    end: int
    printed: str
    decimals: int = 0
    soft: str = ""
    unit: str = ""
    ranged: bool = False
    digits: bool = True
    part: int = 0

    @property
    def exact(self) -> bool:
        """Whether it is one whole number, neither rounded nor softened."""
        return self.span.low == self.span.high

    @property
    def whole(self) -> int | None:
        """The count itself where it is exact, else nothing."""
        return int(self.value) if self.exact and self.value.denominator == 1 else None


LOOKS_ROUNDED_FROM: Final = 10_000
"""Counts from here on that end in two zeros are taken as rounded to them. Peelian's own rule."""


def rounded_figure(value: Fraction, decimals: int) -> Range:
    """What rounds to a printed figure, none of which is below 0: signs stand outside of figures."""
    span = rounded(value, decimals)
    return span if span.low.numerator >= 0 else Range(Fraction(0), span.high)


def span_of_count(value: Fraction, decimals: int) -> Range:
    """What a count stands for: itself, unless it is written in thousands or ends in zeros."""
    if decimals != 0:
        return rounded_figure(value, decimals)
    zeros = _zeros(int(value))
    if value >= LOOKS_ROUNDED_FROM and zeros >= 2:
        # At least two figures are kept: 50,000 is from 49,500 to 50,500 and no wider.
        return rounded(value, -min(zeros, len(str(int(value))) - 2))
    return exactly(value)


def span_of_measure(value: Fraction, decimals: int) -> Range:
    """What rounds to a printed number, which is never below nought."""
    span = rounded(value, decimals)
    return Range(max(Fraction(0), span.low), span.high)


def _zeros(value: int) -> int:
    text = str(value)
    return len(text) - len(text.rstrip("0"))


COMMON: Final = (
    Fraction(0),
    *sorted(
        {
            Fraction(1, 10),
            Fraction(1, 5),
            Fraction(1, 4),
            Fraction(1, 3),
            Fraction(2, 5),
            Fraction(1, 2),
            Fraction(3, 5),
            Fraction(2, 3),
            Fraction(3, 4),
            Fraction(4, 5),
            Fraction(9, 10),
        }
    ),
    Fraction(1),
)


def span_of_fraction(value: Fraction) -> Range:
    """What people call "a third": whatever is nearer to it than to the next common fraction.

    Other fractions, such as two-sevenths, are taken half a part of their divisor either way.
    """
    if value in COMMON and 0 < value < 1:
        at = COMMON.index(value)
        return Range((COMMON[at - 1] + value) / 2, (value + COMMON[at + 1]) / 2)
    half = Fraction(1, 2 * value.denominator)
    return Range(max(Fraction(0), value - half), value + half)
