"""Averages outside the least and the most: "between 3 and 9 days, with an average of 11"."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from peelian.engines.publishing.checker.claims.averages.phrases import Average, averages
from peelian.engines.publishing.checker.claims.averages.words import (
    AFFECTED,
    ELSEWHERE,
    GENERIC,
    OPENING,
    REACHED,
)
from peelian.engines.publishing.checker.claims.saying import between, finding
from peelian.engines.publishing.checker.claims.wording import (
    FUNCTION,
    clause,
    dates,
    labels,
    names,
    root,
    stems,
)
from peelian.engines.publishing.checker.findings import About, Finding, Verdict
from peelian.engines.publishing.checker.language.item import WORD, Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.phrases import Match, finder, lexicon
from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.engines.publishing.checker.language.text import Sentence, Text, with_figures
from peelian.engines.publishing.checker.language.units import HOURS
from peelian.numbers.rounding import INFINITE, Range

_RANGED: Final = words("ranged ranging range ranges varied varying between")
_LASTING: Final = words("lasted lasts took takes waited")
_JOINED: Final = words(
    "and or with an a the at of on overall giving was is being mean average median to from "
    "ranged ranging range ranges varied varying between respectively averaged averages averaging "
    "across forces teams areas districts divisions stations units sites regions"
)
_LOOSE: Final = words(
    "typical typically usually usual normally normal generally often most mostly majority "
    "interquartile iqr quartile quartiles expected should could may might target forecast"
)
_SIGNS: Final = frozenset(",()-:;")
_MOST: Final = words("at_most up_to a_maximum_of no_more_than not_more_than")
_LEAST: Final = words("at_least a_minimum_of no_fewer_than no_less_than not_less_than")
_SOME: Final = words(
    "some many several few half part one can must will would allowed permitted limit limits law "
    "offers offered if when sometimes"
)
_CLAUSE_ENDS: Final = frozenset(",;:.") | words("and but yet while whereas although though with")
_DIGITS: Final = re.compile(r"\d+(?:\.\d+)?")
_LEADING: Final = 5
_NOUN: Final = 2


_SUPERLATIVES: Final = lexicon(
    L="shortest lowest least smallest minimum quickest fastest youngest quietest cheapest min",
    H="longest highest largest greatest maximum slowest oldest busiest biggest dearest max",
)
_ENDS: Final = tuple(
    (finder(rf"{letter} [w:=]{{0,3}}? (?P<q>[ntm]) (?! r)", _SUPERLATIVES), letter)
    for letter in "LH"
)


def find(text: Text) -> Iterator[Finding]:
    """Every average that stands right beside the range of what it is the average of."""
    for sentence in with_figures(text):
        if any(one.text in _LOOSE for one in sentence.row):
            continue
        for average in averages(sentence):
            for span, grounds, first, last in _ranges(sentence, average):
                if _beside(average, first, last):
                    yield _checked(average, span, grounds)
            for other in text.before(sentence, 1):
                for span, grounds, first, last in _ranges(other, average):
                    if _of_one_set(sentence, other) and _is_subject(other, first, last, average):
                        yield _checked(average, span, grounds)
            yield from _beyond_bounds(sentence, average)
            for other in (sentence, *text.before(sentence, 1), *text.after(sentence)):
                if other is sentence or _of_one_set(sentence, other):
                    yield from _beyond_ends(sentence, average, other)


def _ranges(
    sentence: Sentence, average: Average
) -> Iterator[tuple[Range, tuple[Quantity, ...], int, int]]:
    """Least and most, the figures that say so, and the items they bound."""
    row = sentence.row
    for at, item in enumerate(row):
        number = item.quantity
        if number is None or number == average.figure:
            continue
        said = {one.text for one in row[max(0, at - _LEADING) : at]}
        printed_between = number.ranged and "between" in sentence.text.lower()
        if number.ranged and (said & _RANGED or printed_between):
            yield _scaled(number, number.span, average), (number,), at, at
            continue
        upper = row[at + 2].quantity if at + 2 < len(row) and row[at + 1].text == "to" else None
        ranges = bool(said & _RANGED) or (row[at - 1].text == "from" and bool(said & _LASTING))
        if upper is not None and ranges:
            lower = number.span
            if number.what is What.COUNT and upper.what is What.DURATION:
                lower = lower.by(HOURS[upper.unit])
            elif number.what is not upper.what:
                continue
            if lower.low >= upper.span.high:
                continue
            if upper.what is not average.figure.what and _counts(row, at + 3):
                continue
            span = Range(lower.low, upper.span.high)
            yield _scaled(upper, span, average), (number, upper), at, at + 2
            if upper.what is What.COUNT and average.figure.what is What.MONEY:
                yield span.by(_size(average.figure)), (number, upper), at, at + 2


def _size(figure: Quantity) -> Fraction:
    """What one of an amount is worth, a million of "1.4 million": its range may leave that out."""
    plain = _DIGITS.search(figure.printed.replace(",", ""))
    return figure.value / Fraction(plain[0]) if plain and Fraction(plain[0]) else Fraction(1)


def _counts(row: Sequence[Item], after: int) -> bool:
    """Whether a noun follows a range: "ranging over 3 to 9 stations"."""
    return after < len(row) and row[after].tag == WORD and row[after].text not in FUNCTION


def _of_one_set(sentence: Sentence, other: Sentence) -> bool:
    """Whether a sentence beside that of an average names no other time, place or group."""
    said = {one.text for one in other.row}
    return (
        not said & (ELSEWHERE | _LOOSE)
        and labels(sentence.row) == labels(other.row)
        and dates(sentence.row) == dates(other.row)
        and names(sentence.text) == names(other.text)
        and stems(other.row, GENERIC | OPENING | set(_SUPERLATIVES)) <= stems(sentence.row)
    )


def _beyond_ends(sentence: Sentence, average: Average, other: Sentence) -> Iterator[Finding]:
    """Averages above "the longest" or below "the shortest" of the same sentence or one beside."""
    said = {one.text for one in sentence.row}
    near = {one.text for one in sentence.row[max(0, average.first - 1) : average.at]}
    if said & ELSEWHERE or len(dates(sentence.row)) > 1 or near & set(_SUPERLATIVES):
        return
    for find_end, letter in _ENDS:
        for match in find_end(other.row):
            end = match.quantity("q")
            if end is None or end == average.figure or end.soft:
                continue
            if other is not sentence and not _is_alone(average, match):
                continue
            if end.what not in (average.figure.what, What.COUNT):
                continue
            named = stems(match.items[match.start + 1 : match.end], GENERIC)
            known = average.words | stems(average.sentence.row[average.first : average.last])
            if average.words and not named <= known:
                continue
            span = end.span
            if end.what is What.COUNT:
                span = span.by(average.unit)
            whole = Range(span.low, INFINITE) if letter == "L" else Range(Fraction(0), span.high)
            if not whole.meets(average.spread):
                yield _checked(average, whole, (end,))


def _beyond_bounds(sentence: Sentence, average: Average) -> Iterator[Finding]:
    """Averages above "at most 14 days" or below "a minimum of" of the same sentence."""
    said = {one.text for one in sentence.row}
    shared = any(one.tag in "pfb" for one in sentence.row)
    if shared or said & (ELSEWHERE | _SOME) or len(dates(sentence.row)) > 1:
        return
    for at, item in enumerate(sentence.row):
        end = item.quantity
        if end is None or end.what is not average.figure.what or end == average.figure:
            continue
        start = sentence.start
        softly = sentence.text[item.start - start : end.start - start].strip().lower()
        first, last = clause(sentence.row, at, _CLAUSE_ENDS)
        named = stems(sentence.row[first:last], GENERIC | OPENING) - REACHED
        if not average.words & AFFECTED:
            named -= AFFECTED
        if softly not in _LEAST | _MOST or not named <= average.words:
            continue
        low = softly in _LEAST
        whole = Range(end.value, INFINITE) if low else Range(Fraction(0), end.value)
        if not whole.meets(average.spread):
            yield _checked(average, whole, (end,))


def _is_alone(average: Average, match: Match) -> bool:
    """Whether an end names what the average does, or nothing, and no part: "in the north"."""
    clause = average.sentence.row[average.first : average.last]
    named = stems(match.items[match.start + 1 : match.end])
    closes = match.end >= len(match.items) or match.items[match.end].tag in ".,;"
    one_group = not named or average.words <= stems(match.items)
    return closes and one_group and named <= stems(clause)


def _is_subject(other: Sentence, first: int, last: int, average: Average) -> bool:
    """Whether the sentence before is of what is averaged: "Interviews lasted 12 to 95 minutes."."""
    row = other.row
    closes = last + 1 >= len(row) or row[last + 1].tag in ".,;"
    number = row[last].quantity
    alike = number is not None and number.what is average.figure.what
    named = stems(row[:first], GENERIC) - {root(word) for word in _RANGED}
    return closes and alike and bool(named) and named == average.words


def _scaled(number: Quantity, span: Range, average: Average) -> Range:
    """The range in what the average is printed in: days, if "average 11" follows "9 days".

    A range without a unit has that of its average: "41 years (range 18 to 79)".
    """
    if average.figure.what is What.COUNT and number.what is What.DURATION:
        return span.by(1 / HOURS[number.unit])
    return span.by(average.unit) if number.what is What.COUNT else span


def _beside(average: Average, first: int, last: int) -> bool:
    """Whether nothing but joining words, or the noun again, stands between the two."""
    row, at = average.sentence.row, average.at
    gap = row[last + 1 : at] if last < at else row[at + 1 : first]
    if last < at and (not average.words or [one.tag for one in row[at + 1 : at + 2]] == ["r"]):
        gap = gap[_noun_length(gap) :]
    return all(
        one.text in _JOINED
        or one.tag in _SIGNS
        or one.tag == "o"
        or root(one.text) in average.words
        for one in gap
    )


def _noun_length(gap: Sequence[Item]) -> int:
    """How many words name what was ranged: "between 11 and 26 open cases each, 31 on average"."""
    length = 0
    while length < min(_NOUN, len(gap)) and gap[length].tag == "w":
        if gap[length].text in FUNCTION | ELSEWHERE:
            break
        length += 1
    if length + 1 < len(gap) and gap[length].text in ("was", "were", "are", "is"):
        length += 1 + gap[length + 1].text.endswith(("ed", "en"))
    each = length < len(gap) and gap[length].text == "each"
    return length + 1 if each else length


def _checked(average: Average, span: Range, grounds: tuple[Quantity, ...]) -> Finding:
    agrees = span.meets(average.spread)
    allowed = between(span.by(1 / average.unit))
    return finding(
        average.sentence,
        About.AVERAGE,
        Verdict.AGREES if agrees else Verdict.DOES_NOT_FOLLOW,
        (average.figure, *grounds),
        computed=f"what is averaged lies in {allowed}{average.unit_word}",
        allowed=allowed,
        because="" if agrees else "an average lies between the least and the most",
    )
