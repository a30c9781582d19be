"""What margin each formula gives for a share of a sample, in points, as ranges over what fits.

A share is printed rounded, so several counts may stand behind it: 187, 188 and 189 of 235 are all
80 per cent. Every one of them is tried.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from peelian.numbers import shares
from peelian.numbers.confidence import deviate
from peelian.numbers.interval import Interval
from peelian.numbers.rounding import Range, parts_that_fit, rounded
from peelian.numbers.sample_size import populations_that_fit

_NEARLY_ALL: Final = Fraction(11, 10)
_TRIED: Final = 2_000
_MOST: Final = 200
_SLACK: Final = Fraction(1, 10**9)
WORST: Final = rounded(50, 6)
"""The share at which a margin is widest, for reports that give one margin for all shares."""

METHODS: Final[dict[str, Callable[[int, int, float], Interval]]] = {
    "the simple formula": lambda k, n, level: shares.wald(k, n, confidence=level),
    "Wilson's formula": shares.wilson,
    "the exact (Clopper-Pearson) interval": shares.exact,
}
"""What reports use, by the words for it."""


@dataclass(frozen=True)
class Lists:
    """The lengths of list from which a share has a margin: those for the share as printed first.

    ``count`` of the sample is the share as printed; ``others`` are all that round to it, with the
    ``shortest`` and ``longest`` that any of them allows; nothing where no list is too long.
    """

    count: int
    first: tuple[int, int | None]
    others: tuple[int, int]
    shortest: int
    longest: int | None


def counts(percent: Range, n: int) -> tuple[int, ...]:
    """The whole numbers of the sample whose share may be printed so, the likeliest first.

    Where none is, as for weighted shares, those just below and just above it.
    """
    plain = percent.high if isinstance(percent.high, Fraction) else Fraction(100)
    middle = (percent.low + plain) / 200 * n
    found: Sequence[int] = parts_that_fit(percent, n)
    if not found:
        found = [min(n, max(0, one)) for one in (math.floor(middle), math.ceil(middle))]
    if len(found) > _MOST:
        # Of a large sample thousands of counts round to one share: some and the outermost will do.
        around = len(found) // 2
        found = [found[0], *found[around - _MOST // 2 : around + _MOST // 2], found[-1]]
    return tuple(sorted(found, key=lambda one: (abs(one - middle), one)))


def simple(percent: Range, n: int, level: Fraction, factor: float = 1.0) -> Range:
    """Points either way by the simple formula, times a factor such as that of a finite list."""
    low, high = _ends(percent)
    widest = Fraction(50) if low <= 50 <= high else min((low, high), key=lambda one: abs(one - 50))
    narrowest = max((low, high), key=lambda one: abs(one - 50))
    z = deviate(float(level) / 100) * factor
    return Range(_half(narrowest, n, z), _half(widest, n, z))


def simple_of_sizes(percent: Range, sizes: Range, level: Fraction) -> Range:
    """The same where the sample is given roughly, as "about 1,000" or "over 2,000"."""
    least = simple(percent, max(1, math.ceil(sizes.low)), level)
    if not isinstance(sizes.high, Fraction):
        return Range(Fraction(0), least.high)
    return Range(simple(percent, max(1, math.floor(sizes.high)), level).low, least.high)


def finite(percent: Range, n: int, length: Range, level: Fraction) -> Range:
    """The same with the correction for a list of so many, from which the sample was drawn."""
    longest = length.high if isinstance(length.high, Fraction) else None
    low = simple(percent, n, level, _factor(n, max(Fraction(n), length.low)))
    high = simple(percent, n, level, _factor(n, longest) if longest else 1.0)
    return Range(low.low, high.high)


def by_method(percent: Range, n: int, level: Fraction) -> Iterator[tuple[str, Range]]:
    """Points either way by each method: the half of an uneven interval, and its longer side."""
    fitting = counts(percent, n)
    # The outermost span the rest.
    ends = {fitting[0], min(fitting), max(fitting)}
    for name, method in METHODS.items():
        found = [method(k, n, float(level) / 100) for k in ends]
        widths = [(one.upper - one.lower) * 50 for one in found]
        sides = [
            100 * max(one.upper - k / n, k / n - one.lower)
            for k, one in zip(ends, found, strict=True)
        ]
        yield name, Range(Fraction(min(widths)), Fraction(max(widths)))
        if name != "the simple formula":
            yield f"the longer side of {name}", Range(Fraction(min(sides)), Fraction(max(sides)))


def lists_that_fit(
    percent: Range, n: int, half: Fraction, decimals: int, level: Fraction
) -> Lists | None:
    """The lists from which a share of a sample has a printed margin, or nothing."""
    found = {
        k: fit
        for k in counts(percent, n)
        if (fit := populations_that_fit(k, n, float(half), decimals, float(level) / 100))
    }
    if not found:
        return None
    count = next(iter(found))
    longest = [last for _, last in found.values()]
    return Lists(
        count,
        found[count],
        (min(found), max(found)),
        min(first for first, _ in found.values()),
        None if None in longest else max(last for last in longest if last is not None),
    )


def is_nearly_all(longest: int | None, n: Fraction) -> bool:
    """Whether a list is less than a tenth longer than its sample, which is then hardly a sample.

    Peelian's own rule.
    """
    return longest is not None and longest < n * _NEARLY_ALL


def sizes_that_fit(percent: Range, half: Range, level: Fraction) -> tuple[int, ...]:
    """The samples whose share may be printed so and has the margin by the simple formula.

    By increasing size, all of them or, where they are very many, the least and the greatest.
    """
    low, high = _ends(percent)
    z = deviate(float(level) / 100)
    if half.low <= 0 or not isinstance(half.high, Fraction):
        return ()
    least = _size(max((low, high), key=lambda one: abs(one - 50)), half.high, z)
    widest = Fraction(50) if low <= 50 <= high else min((low, high), key=lambda one: abs(one - 50))
    most = _size(widest, half.low, z) + 1
    if most - least > _TRIED:
        return least + 1, most - 1
    return tuple(
        n
        for n in range(max(1, least), most + 1)
        if any(
            half.holds(_half(Fraction(100 * k, n), n, z))
            for k in (parts_that_fit(percent, n) if low < high else ())
        )
    )


def rounds_to(span: Range, low: Range, high: Range) -> bool:
    """Whether limits that were computed meet those that are printed."""
    return low.holds(span.low) and isinstance(span.high, Fraction) and high.holds(span.high)


def methods_that_give(
    ks: Sequence[int], n: int, low: Range, high: Range, level: Fraction
) -> tuple[str, ...]:
    """The methods whose limits, for one of some counts, round to those that are printed."""
    # Floating point tells at once of most that they are far off; the rest is told exactly.
    least, most = float(low.low) / 100 - _FLOATING, float(low.high) / 100 + _FLOATING
    return tuple(
        name
        for name, method in METHODS.items()
        if any(
            least <= found.lower <= most and rounds_to(_percent(found), low, high)
            for found in (method(k, n, float(level) / 100) for k in ks)
        )
    )


_FLOATING: Final = 1e-6


def envelope(ks: Sequence[int], n: int, level: Fraction) -> tuple[Range, Range]:
    """The least and greatest that any method gives for the lower limit, and for the upper."""
    found = [_percent(method(k, n, float(level) / 100)) for method in METHODS.values() for k in ks]
    tops = [one.high for one in found if isinstance(one.high, Fraction)]
    lows = [one.low for one in found]
    return Range(min(lows), max(lows)), Range(min(tops), max(tops))


def wilson_of_a_list(ks: Sequence[int], n: int, low: Range, high: Range, level: Fraction) -> bool:
    """Whether Wilson's formula with some finite list gives the printed limits."""
    lengths = sorted({math.ceil(n * _NEARLY_ALL) + int(n * 1.04**step / 50) for step in range(250)})
    return any(
        rounds_to(_percent(shares.wilson_finite(k, n, length, float(level) / 100)), low, high)
        for k in ks
        for length in lengths
    )


def _percent(found: Interval) -> Range:
    return Range(Fraction(found.lower) * 100, Fraction(found.upper) * 100)


def _ends(percent: Range) -> tuple[Fraction, Fraction]:
    high = percent.high if isinstance(percent.high, Fraction) else Fraction(100)
    return max(Fraction(0), percent.low), min(Fraction(100), high)


def _half(percent: Fraction, n: int, z: float) -> Fraction:
    share = float(percent) / 100
    return Fraction(100 * z * math.sqrt(max(0.0, share * (1 - share)) / n))


def _size(percent: Fraction, half: Fraction, z: float) -> int:
    share = float(percent) / 100
    return math.floor(share * (1 - share) * (100 * z / float(half)) ** 2)


def _factor(n: int, length: Fraction) -> float:
    size = max(float(length), n)
    return math.sqrt((size - n) / (size - 1)) if size > 1 else 0.0
