"""Averages of numbers that stand in a row before them: "210, 340 and 260, an average of 270"."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Final

from peelian.engines.publishing.checker.claims.averages.phrases import Average, Kind, averages
from peelian.engines.publishing.checker.claims.averages.words import ELSEWHERE
from peelian.engines.publishing.checker.claims.saying import between, finding
from peelian.engines.publishing.checker.claims.wording import FUNCTION, stems
from peelian.engines.publishing.checker.findings import About, Finding, Verdict
from peelian.engines.publishing.checker.language.item import Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.engines.publishing.checker.language.text import Text, with_figures
from peelian.engines.publishing.checker.language.units import HOURS
from peelian.numbers.rounding import Range, rounded, total

_FEWEST: Final = 3
_PLACES: Final = 4
_CLOSING: Final = 10
_EACH: Final = words("a an per each every apiece more fewer less")
_PARTING: Final = words("but while whereas against compared than including only")


def find(text: Text) -> Iterator[Finding]:
    """Every mean or average that follows a row of three numbers or more and closes it."""
    for sentence in with_figures(text):
        for average in averages(sentence):
            if average.kind in (Kind.MEAN, Kind.PLAIN):
                values = _row_before(sentence.row, average)
                if len(values) >= _FEWEST:
                    yield from _checked(average, values)


def _row_before(row: Sequence[Item], average: Average) -> list[Quantity]:
    """The numbers of like kind before an average, each but a few words from the next."""
    places = [at for at in range(average.at) if row[at].quantity is not None]
    if len(places) > _FEWEST and _announces(row, places):
        places = places[1:]
    values = [row[at].quantity for at in places]
    after = row[average.at + 1 : average.at + 1 + _PLACES]
    if not places or any(one.text in _EACH or one.tag == "r" for one in after):
        return []
    said = {one.text for one in row[places[0] :]}
    if said & (ELSEWHERE | _PARTING) or not _is_row(row, [*places, average.at]):
        return []
    named = stems(_noun(row, average.at + 1))
    if not named <= stems(row[: average.first]) | stems(row[: places[-1] + _PLACES]):
        return []
    found = [one for one in values if one is not None and not (one.soft or one.ranged)]
    return found if len(found) == len(values) else []


def _announces(row: Sequence[Item], places: Sequence[int]) -> bool:
    """Whether the first number only tells how many follow: "the four teams scored"."""
    first = row[places[0]].quantity
    return first is not None and first.whole == len(places) - 1


def _is_row(row: Sequence[Item], places: Sequence[int]) -> bool:
    """Whether commas or "and" part the numbers, with a month or a place after each at most."""
    for first, last in pairwise(places):
        gap = row[first + 1 : last]
        if last == places[-1]:
            opened = next((at for at, one in enumerate(gap) if one.tag in ",;("), None)
            if opened is None or any(one.tag not in "wdlo" for one in gap[opened + 1 :]):
                return False
            gap = gap[:opened]
            if len(gap) <= _CLOSING and all(one.tag in "wo" for one in gap):
                continue
        elif not any(one.tag == "," or one.text == "and" for one in gap[-2:]):
            return False
        if len(gap) > _PLACES + 1 or any(one.tag not in "wdlo,()" for one in gap):
            return False
    return True


def _noun(row: Sequence[Item], first: int) -> Sequence[Item]:
    last = first
    while last < len(row) and row[last].tag == "w" and row[last].text not in FUNCTION:
        last += 1
    return row[first:last]


def _checked(average: Average, values: Sequence[Quantity]) -> Iterator[Finding]:
    what = average.figure.what
    if what is What.DURATION and values[-1].what is what:
        spans = [_time(one, values[-1].unit) for one in values if one.what in (what, What.COUNT)]
    else:
        spans = [one.span for one in values if one.what is what]
    if len(spans) < len(values):
        return
    allowed = total(spans).by(Fraction(1, len(spans)))
    agrees = allowed.meets(average.spread)
    said = between(allowed.by(1 / average.unit))
    yield finding(
        average.sentence,
        About.AVERAGE,
        Verdict.AGREES if agrees else Verdict.DOES_NOT_FOLLOW,
        (average.figure, *values),
        computed=f"the mean of {', '.join(one.printed for one in values)} is {said}",
        allowed=f"{said}{average.unit_word}",
        because="" if agrees else "the numbers before it have another mean",
    )


def _time(figure: Quantity, unit: str) -> Range:
    """What a time may be that was rounded; in "5, 7 and 9 minutes" the unit is that of the last."""
    hours = HOURS[unit if figure.what is What.COUNT else figure.unit]
    number = figure.value if figure.what is What.COUNT else figure.value / hours
    printed = rounded(number, figure.decimals)
    return Range(max(Fraction(0), printed.low), printed.high).by(hours)
