"""Averages in a sentence: what kind, of how much, and of what."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Final

from peelian.engines.publishing.checker.claims.averages.words import (
    AVERAGES,
    COMPARED,
    GENERIC,
    MOVED,
)
from peelian.engines.publishing.checker.claims.wording import clause, stems
from peelian.engines.publishing.checker.language.item import Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.phrases import Match, finder, lexicon
from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.engines.publishing.checker.language.text import Sentence
from peelian.engines.publishing.checker.language.units import HOURS
from peelian.numbers.rounding import Range, rounded


class Kind(StrEnum):
    """What an average was called; a plain "average" is read as a mean, "typical" as either."""

    MEAN = "mean"
    PLAIN = "average"
    MEDIAN = "median"
    TYPICAL = "typical"


@dataclass(frozen=True)
class Average:
    """One average: its number is item ``at``; its clause is the items ``first`` to ``last``.

    ``words`` are the stems of what the clause names. ``spread`` is what the number may stand for,
    in hours, pounds or pieces.
    """

    sentence: Sentence
    kind: Kind
    figure: Quantity
    at: int
    first: int
    last: int
    words: frozenset[str]
    spread: Range

    @property
    def unit(self) -> Fraction:
        """How many hours its unit of time has; 1 for what is no duration."""
        return HOURS[self.figure.unit] if self.figure.what is What.DURATION else Fraction(1)

    @property
    def unit_word(self) -> str:
        """Its unit of time in the plural, after a space; nothing for what is no duration."""
        return f" {self.figure.unit}s" if self.figure.what is What.DURATION else ""


_KIND: Final = r"(?:\( A \))?"
_FINDERS: Final = tuple(
    finder(text, AVERAGES)
    for text in (
        # the average time to attend all grade 2 incidents was 11 hours; an average of 12 each
        rf"A {_KIND} [wldorIR\-]{{0,16}}? I w? (?P<q>[ntm])",
        # the average claim was settled in 20 days
        rf"A {_KIND} [wldorIR\-]{{0,16}}? I w (?P<in>w) (?P<q>[ntm])",
        # the average caseload rose to 22
        rf"A {_KIND} [wldorI\-]{{0,16}}? R w? (?P<q>[ntm])",
        # average handling time: 7 minutes
        rf"A {_KIND} [wldor\-]{{0,8}}? [:=] (?P<q>[ntm])",
        # average 11; (mean = 11.4)
        rf"A {_KIND} [:=]? (?P<q>[ntm])",
        # took 31 minutes on average (mean); 127.5 a week on average
        rf"(?P<q>[ntm]) [wr]{{0,3}}? B_? {_KIND}",
        # On average, victims waited 22 days
        rf"B_? {_KIND} ,? [wIRdlo]{{0,8}}? (?P<q>[ntm])",
        # averaged 22 incidents
        r"V w? (?P<q>[ntm])",
    )
)
_AGE: Final = finder(
    rf"A {_KIND} G [o:=] (?P<q>l) (?! - | w l)", lexicon(A="average mean median", G="age")
)
_NUMBER: Final = re.compile(r"\d+(?:\.\d+)?")
_CLAUSE_ENDS: Final = frozenset(",;:.") | words("and with while whereas although though but yet")
_NOT_BEFORE: Final = words("than above below")
_AT: Final = words("in within after at")
_BEFORE_MEAN: Final = words("a an the its their our overall weighted with had has and but ( ,")
_SAID: Final = ("averag", "mean", "median", "typical")
_ROUND_FROM: Final = 1000


def averages(sentence: Sentence) -> Iterator[Average]:
    """Every average of a duration, an amount or a count, in order."""
    said = sentence.text.lower()
    if not sentence.quantities or not any(word in said for word in _SAID):
        return
    found: dict[int, Average] = {}
    for find in _FINDERS:
        for match in find(sentence.row):
            at, figure = match.at("q"), match.quantity("q")
            if at is None or figure is None or at in found or _is_difference(sentence.row, at):
                continue
            if not set(match.words("in")) <= _AT or _is_said_already(match):
                continue
            kind = _kind(match)
            if kind is not None:
                found[at] = _average(sentence, kind, figure, at, match)
    for match in _AGE(sentence.row):
        at = match.at("q")
        if at is not None and _NUMBER.fullmatch(sentence.row[at].text):
            found[at] = _average(
                sentence, _kind(match) or Kind.PLAIN, _age(sentence, at), at, match
            )
    yield from (found[at] for at in sorted(found))


def spread(figure: Quantity) -> Range:
    """What an average may stand for: half its last unit either way, since averages are rounded.

    From a thousand on, zeros at the end are taken as rounded to, but two figures are kept.
    """
    if figure.soft or figure.ranged or not figure.exact:
        return figure.span
    scale = HOURS[figure.unit] if figure.what is What.DURATION else Fraction(1)
    number = figure.value / scale
    digits = str(int(number))
    zeros = len(digits) - len(digits.rstrip("0")) if number >= _ROUND_FROM else 0
    printed = rounded(number, -min(zeros, len(digits) - 2) if zeros else figure.decimals)
    return Range(max(Fraction(0), printed.low), printed.high).by(scale)


def _average(sentence: Sentence, kind: Kind, figure: Quantity, at: int, match: Match) -> Average:
    first, last = clause(sentence.row, at, _CLAUSE_ENDS)
    first, last = min(first, match.start), max(last, match.end)
    named = stems(sentence.row[first:last], GENERIC)
    return Average(sentence, kind, figure, at, first, last, named, spread(figure))


def _age(sentence: Sentence, at: int) -> Quantity:
    """The age that a number after "a mean age of" is, which elsewhere is a name: "age 16"."""
    item, year = sentence.row[at], HOURS["year"]
    plain = Fraction(item.text)
    decimals = len(item.text.partition(".")[2])
    span = rounded(plain, decimals).by(year)
    return Quantity(
        What.DURATION,
        plain * year,
        span,
        item.start,
        item.end,
        item.text,
        decimals=decimals,
        unit="year",
        part=sentence.part,
    )


def _is_difference(row: Sequence[Item], at: int) -> bool:
    before = row[at - 1].text if at else ""
    after = row[at + 1].text if at + 1 < len(row) else ""
    return before in MOVED or after in COMPARED


def _is_said_already(match: Match) -> bool:
    """Whether "on average" belongs to the number before it: "34 on average, the highest 41"."""
    opens = match.items[match.start].text in ("on average", "on", "on-average")
    before = match.items[max(0, match.start - 2) : match.start]
    return opens and any(one.quantity is not None for one in before)


def _kind(match: Match) -> Kind | None:
    """What the words of a match call the average; nothing where "mean" is a verb, say."""
    said = [one.text for one in match.items[match.start : match.end]]
    before = match.items[match.start - 1].text if match.start else "the"
    for kind in (Kind.MEDIAN, Kind.MEAN, Kind.TYPICAL):
        if kind in said:
            plain = kind is not Kind.MEAN or said[0] != kind or before in _BEFORE_MEAN
            return kind if plain else None
    return None if before in _NOT_BEFORE else Kind.PLAIN
