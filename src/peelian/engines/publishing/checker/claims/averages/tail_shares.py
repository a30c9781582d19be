"""Shares of a tail: percentages, "one in four", two counts, or a part of a number told before."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Final

from peelian.engines.publishing.checker.claims.averages.parts import whole_of
from peelian.engines.publishing.checker.language.item import Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.quantities import (
    COMMON,
    Quantity,
    What,
    span_of_fraction,
)
from peelian.engines.publishing.checker.language.text import Sentence
from peelian.numbers.rounding import Range

_NOT_BEFORE_SHARE: Final = words("by from to than")
_NOT_AFTER_SHARE: Final = words(
    "more less fewer higher lower increase rise fall reduction drop decrease decline growth "
    "likelier longer shorter faster slower points"
)
_HALF: Final = Fraction(1, 2)
_GAP: Final = 5


def share_at(row: Sequence[Item], at: int) -> tuple[Quantity, Range, int] | None:
    figure = row[at].quantity
    before = row[at - 1].text if at else ""
    after = row[at + 1].text if at + 1 < len(row) else ""
    if figure is None or before in _NOT_BEFORE_SHARE or after in _NOT_AFTER_SHARE:
        return None
    if figure.what is What.PERCENT:
        high = min(figure.span.high, Fraction(100))
        return (figure, Range(min(figure.span.low, Fraction(100)), high).by(Fraction(1, 100)), at)
    low, high = figure.span.low, min(figure.span.high, Fraction(1))
    if figure.soft == "over":
        low = max(low, figure.value)
    if figure.soft == "under":
        high = min(high, figure.value)
    if figure.value.numerator == 1 and " in " in figure.printed.lower():
        return figure, _narrow(figure.value, Range(low, high)), at
    return figure, Range(low, high), at


def one_in(sentence: Sentence, at: int) -> tuple[Quantity, Range, int] | None:
    """ "One call in four", "one of the victims in ten" is no share of those four or ten."""
    row = sentence.row
    base = row[at].quantity
    if base is None or base.value < 2 or base.decimals or at < 3 or row[at - 1].text != "in":
        return None
    first = next((step for step in (at - 3, at - 4) if step >= 0 and row[step].text == "one"), None)
    if first is None:
        return None
    value = 1 / base.value
    span = _narrow(value, Range(1 / (base.value + _HALF), 1 / (base.value - _HALF)))
    return made(sentence, row[first], row[at], value, span), span, first


def counted(sentence: Sentence, at: int) -> tuple[Quantity, Range, int] | None:
    """ "In 120 of the 300 cases", "of 400 callers, 260": a share as two counts."""
    row = sentence.row
    before = next((step for step in range(at - 1, -1, -1) if row[step].quantity is not None), None)
    if before is None or row[before].tag != "n":
        return None
    gap = [one.tag for one in row[before + 1 : at]]
    if gap[:1] == ["o"] and set(gap[1:]) <= {"w"} and len(gap) <= _GAP:
        part, whole = row[before].quantity, row[at].quantity
    elif gap[-1:] == [","] and before and row[before - 1].tag == "o" and set(gap[:-1]) <= {"w"}:
        part, whole = row[at].quantity, row[before].quantity
    else:
        return None
    if part is None or whole is None or part.soft or whole.soft or not part.value < whole.value:
        return None
    span = part.span.over(whole.span)
    return made(sentence, row[before], row[at], part.value / whole.value, span), span, at


def part_of(
    sentence: Sentence, at: int, earlier: Sequence[Sentence]
) -> tuple[Quantity, Range, int] | None:
    """ "Across 50 appeals ..., yet 30 of the appeals": a share of a number named before."""
    part, whole = sentence.row[at].quantity, whole_of(sentence, at, earlier)
    if part is None or whole is None:
        return None
    span = part.span.over(whole.span)
    value = part.value / whole.value
    return made(sentence, sentence.row[at], sentence.row[at], value, span), span, at


def _narrow(value: Fraction, span: Range) -> Range:
    """ "One in four" is nearer to a quarter than to a fifth, and than to one in five."""
    if value not in COMMON:
        return span
    other = span_of_fraction(value)
    low, high = max(span.low, other.low), min(span.high, other.high)
    return Range(low, high) if low <= high else span


def most(sentence: Sentence, at: int) -> tuple[Quantity, Range, int]:
    span = Range(_HALF, Fraction(1))
    figure = made(sentence, sentence.row[at], sentence.row[at], _HALF, span)
    return replace(figure, soft="over"), span, at


def made(sentence: Sentence, first: Item, last: Item, value: Fraction, span: Range) -> Quantity:
    printed = sentence.text[first.start - sentence.start : last.end - sentence.start]
    return Quantity(
        What.FRACTION,
        value,
        span,
        first.start,
        last.end,
        printed,
        soft="about",
        digits=False,
        part=sentence.part,
    )
