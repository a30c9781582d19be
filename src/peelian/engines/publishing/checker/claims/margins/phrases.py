"""How reports print a margin of error: plus or minus so many points, and of what."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from peelian.engines.publishing.checker.claims.margins.levels import levels_in
from peelian.engines.publishing.checker.language.item import Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.phrases import finder, lexicon
from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.engines.publishing.checker.language.text import Sentence
from peelian.numbers.rounding import Range, rounded

_WIDEST: Final = 50

_WORDS: Final = lexicon(
    M="plus_or_minus plus_/_minus plus_and_minus plus-or-minus plus-minus give_or_take +_or_-",
    K="margin_of_error margins_of_error error_margin error_margins sampling_error "
    "confidence_interval confidence_intervals",
    W="to_within accurate_within",
    U="point points",
    Y="either_way each_way in_either_direction either_side",
)
_HALF: Final = (
    finder(r"K _* [woW_:=]{0,4}? (?: g | M _* )? w? (?P<half>[qp] | n(?=U))", _WORDS),
    finder(r"(?P<half>[qp] | n(?=U)) U? Y", _WORDS),
    finder(r"(?: g | M _* ) w? (?P<half>[qpn])", _WORDS),
    finder(r"W _* w? (?P<half>[qp] | n(?=U))", _WORDS),
)
_SIZED: Final = tuple(
    finder(text, _WORDS)
    for text in (
        # the margin of error for the full sample of 1,015 is 3.1 points
        r"K _* [wo]{1,7}? (?P<n>n) [wo]{0,4}? (?: g | M _* )? (?P<half>[qp] | n(?=U))",
        # ...; for the 412 Democrats it is 4.8 points
        r"K [^;]{0,40} [;,] w{0,2}? [wo]{1,4}? (?P<n>n) w{1,4}? (?: g | M _* )?"
        r" (?P<half>[qp] | n(?=U))",
        # ... is 3.1 points for the full sample of 1,015
        r"K _* [wo:=]{0,4}? (?: g | M _* )? (?P<half>[qp] | n(?=U)) U? [wo]{1,6}? (?P<n>n)",
        # ... and 4.8 points for the 412 Democrats
        r"K [^;]{0,40} [qU] [^;]{0,20}? [,w] (?P<half>[qp] | n(?=U)) U? [wo]{1,4}? (?P<n>n)",
        # ... and ±4.8 for the 412 Democrats
        r"K [^;]{0,40} [qU] [^;]{0,20}? [,w] (?: g | M _* ) w? (?P<half>n) [wo]{1,5}? (?P<n>n)",
    )
)
"""A margin of error and the size of the sample that it is said to be of."""

_SMALLEST: Final = 30

WITH: Final = words(
    "with a an the confidence interval of margin error sampling 95 ci and or which has is it its"
)
"""Words between a figure and its margin or interval."""


@dataclass(frozen=True)
class Half:
    """A margin either way: ``half`` in points; ``at`` its place in the row.

    ``tied`` where it stands right after its percentage, as in "80% (± 5)"; ``named`` where the
    words say that it is a margin of error. ``size`` is the number of the sample where it is said of
    what sample the margin is.
    """

    half: Quantity
    estimate: Quantity | None
    at: int
    tied: bool
    named: bool
    size: Quantity | None = None

    @property
    def span(self) -> Range:
        """The margins that are printed so: rounded, and whatever "up to" allows."""
        if self.half.soft in ("under", "over"):
            return self.half.span
        plain = rounded(self.half.value, self.half.decimals)
        if self.half.soft:
            return self.half.span
        if self.half.decimals == 0:
            # A whole number of points is often rounded up, to be on the safe side.
            plain = Range(plain.low - Fraction(1, 4), plain.high)
        return Range(max(Fraction(0), plain.low), plain.high)


def halves(sentence: Sentence) -> Iterator[Half]:
    """Every margin either way in a sentence, once."""
    row, levels = sentence.row, {id(one) for one in levels_in(sentence.row)}
    seen: set[int] = set()
    for find in _SIZED:
        for match in find(row):
            half, at, size = match.quantity("half"), match.at("half"), match.quantity("n")
            if half is None or at is None or size is None or id(half) in levels | seen:
                continue
            if half.ranged or _is_limit(row, at) or not 0 < half.value < _WIDEST:
                continue
            if size.value >= _SMALLEST and not size.soft and not size.decimals:
                seen.add(id(half))
                yield Half(half, None, at, tied=False, named=True, size=size)
    for find in _HALF:
        for match in find(row):
            half, at = match.quantity("half"), match.at("half")
            if half is None or at is None or id(half) in levels | seen or half.ranged:
                continue
            if _is_limit(row, at) or not 0 < half.value < _WIDEST:
                continue
            estimate, tied = _estimate_of(row, match.start, at, levels | {id(half)})
            points = half.what is not What.COUNT or _points_follow(row, at)
            if not points and not (estimate and tied):
                continue
            seen.add(id(half))
            named = find is _HALF[0] or (points and half.what is not What.PERCENT)
            yield Half(half, estimate, at, tied, named)


def _is_limit(row: Sequence[Item], at: int) -> bool:
    """Whether the number begins or ends a range: "of 74 to 85"."""
    ahead = row[at + 1 : at + 3]
    return len(ahead) == 2 and ahead[0].text in ("to", "-") and ahead[1].quantity is not None


def _points_follow(row: Sequence[Item], at: int) -> bool:
    return at + 1 < len(row) and row[at + 1].text in ("point", "points")


def _estimate_of(
    row: Sequence[Item], start: int, at: int, not_these: set[int]
) -> tuple[Quantity | None, bool]:
    """The percentage that a margin belongs to, and whether it stands right before it."""
    place = start - 1
    while place >= 0 and (row[place].tag in "(,;:bwo" and start - place < 9):
        if row[place].tag in "wo" and row[place].text not in WITH:
            break
        place -= 1
    close = row[place].quantity if place >= 0 else None
    half = row[at].quantity
    if close is not None and id(close) not in not_these:
        plain = close.what is What.COUNT and place == start - 1 and close.value <= 100
        if close.what is What.PERCENT or (plain and half and half.what is not What.COUNT):
            return close, True
    for one in (*reversed(row[:start]), *row[at + 1 :]):
        figure = one.quantity
        if figure is not None and figure.what is What.PERCENT and id(figure) not in not_these:
            return (None if figure.ranged else figure), False
    return None, False
