"""Rates per population: against the count and the population, and the population they imply."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Final

from peelian.engines.publishing.checker.claims.rates.doubts import ELSEWHERE, blocked, is_far
from peelian.engines.publishing.checker.claims.rates.grounds import (
    as_percent,
    count_beside,
    fitting,
    wholes,
)
from peelian.engines.publishing.checker.claims.rates.pairs import WIDEST, only_pair
from peelian.engines.publishing.checker.claims.rates.phrases import Rate, rates
from peelian.engines.publishing.checker.claims.saying import between, finding, number
from peelian.engines.publishing.checker.findings import About, Finding, Verdict
from peelian.engines.publishing.checker.language.quantities import Quantity
from peelian.engines.publishing.checker.language.text import Sentence, Text, with_figures
from peelian.numbers.rounding import Range, exactly

_NOTHING: Final = "the report gives no count and no population beside it"


@dataclass(frozen=True)
class _Linked:
    """A rate and the count that the words put beside it."""

    rate: Rate
    count: Quantity

    @property
    def implied(self) -> Range:
        """The population that the two imply."""
        return self.count.span.over(_printed(self.rate)).by(self.rate.base)


def find(text: Text) -> Iterator[Finding]:
    """Every rate that a report prints."""
    linked: list[_Linked] = []
    for sentence in with_figures(text):
        for rate in rates(sentence):
            near = (sentence, *text.before(sentence))
            yield from _judged(near, rate, linked)
    for first, second in pairwise(linked):
        yield from _both(text, first, second)


def _judged(near: Sequence[Sentence], rate: Rate, linked: list[_Linked]) -> Iterator[Finding]:
    """What one rate comes to; where only a count stands beside it, that is kept in ``linked``."""
    if (fits := fitting(near, rate)) is not None:
        count, whole, said = fits
        yield _made(rate, Verdict.AGREES, (count, whole), computed=said)
        return
    if (percent := as_percent(rate)) is not None:
        found = percent.span.by(rate.base / 100)
        said = f"{number(percent.value)} per cent is {between(found)} {rate.per}"
        yield _made(rate, Verdict.AGREES, (percent,), computed=said)
        return
    beside = count_beside(near, rate)
    sizes = next((sizes for one in near if (sizes := wholes(one, rate))), ())
    reason = blocked(rate, beside.at if beside is not None else -1)
    if beside is None:
        reason = "it is not plain which count it is of" if sizes else _NOTHING
    elif len(sizes) > 1:
        reason = reason or "it is not plain which population it is of"
    unclear = beside is None or reason or (not sizes and beside.at < 0)
    # "4,400 households out of 550,000": both are of the things that are counted.
    larger = bool(sizes and beside and beside.figure.value > sizes[0].value)
    unclear = unclear or (larger and rate.value.value < rate.base)
    if (unclear or not sizes) and (pair := only_pair(near, rate)) is not None:
        yield _divided(near, rate, *pair)
    elif beside is None or unclear:
        yield _made(rate, Verdict.CANNOT, (), because=reason or _NOTHING)
    elif sizes:
        yield _divided(near, rate, beside.figure, sizes[0])
    else:
        one = _Linked(rate, beside.figure)
        linked.append(one)
        yield _made(
            rate,
            Verdict.CANNOT,
            (one.count,),
            computed=f"{_ratio(one)} implies {_people(one.implied, rate)}",
            because="the report does not give the population beside it",
        )


def _divided(near: Sequence[Sentence], rate: Rate, count: Quantity, whole: Quantity) -> Finding:
    """A rate that its one count and its one population do not give."""
    found = count.span.over(whole.span).by(rate.base)
    said = f"{count.printed} over {whole.printed} is {between(found)} {rate.per}"
    because = ""
    off = count.value * rate.base / whole.value / rate.value.value
    if not 1 / WIDEST < off < WIDEST:
        because = "it may be of another count"
    elif found.meets(rate.span):
        because = "the count or the population is given only roughly"
    elif is_far(near, whole, rate, _Linked(rate, count).implied):
        because = "the population may be that of another place"
    return _made(
        rate,
        Verdict.CANNOT if because else Verdict.DOES_NOT_FOLLOW,
        (count, whole) if whole in rate.sentence.quantities else (count,),
        computed=said,
        because=because or "the count and the population give another rate",
    )


def _both(text: Text, first: _Linked, second: _Linked) -> Iterator[Finding]:
    """Two rates of one population, each beside its count: both imply how large it is."""
    one, other = first.rate, second.rate
    if one.noun != other.noun or one.base != other.base or one.sentence.part != other.sentence.part:
        return
    if not 0 <= other.sentence.number - one.sentence.number <= 1 or _moves(text, first, second):
        return
    agrees = first.implied.meets(second.implied)
    grounds = (second.count, one.value, first.count)
    yield _made(
        other,
        Verdict.AGREES if agrees else Verdict.DOES_NOT_FOLLOW,
        grounds,
        computed=(
            f"{_ratio(first)} implies {_people(first.implied, one)}, {_ratio(second)} "
            f"{_people(second.implied, other)}"
        ),
        because="" if agrees else "the two rates cannot be of the same population",
    )


def _moves(text: Text, first: _Linked, second: _Linked) -> bool:
    """Whether words, names or dates between two rates speak of another place or time."""
    passage = text.document.parts[second.rate.sentence.part]
    between_them = [
        *first.rate.sentence.row[first.rate.last :],
        *(second.rate.sentence.row if first.rate.sentence != second.rate.sentence else ()),
    ]
    end = second.rate.value.start
    for at, item in enumerate(between_them):
        if item.start >= end:
            break
        if item.tag == "d" or item.text in ELSEWHERE:
            return True
        named = getattr(passage, "text", "")[item.start : item.start + 1].isupper()
        opens = item.start == second.rate.sentence.start
        if at and item.tag == "w" and named and not opens:
            return True
    return False


def _printed(rate: Rate) -> Range:
    """The rate as printed; four figures or more are as good as exact beside a rounded count."""
    if rate.value.decimals == 0 and rate.value.value >= 1_000 and not rate.value.soft:
        return exactly(rate.value.value)
    return rate.span


def _ratio(one: _Linked) -> str:
    return f"{one.count.printed} at {one.rate.value.printed} {one.rate.per}"


def _people(span: Range, rate: Rate) -> str:
    """A population for readers, in whole people."""
    if not isinstance(span.high, Fraction):
        return f"{number(_nearest(span.low))} {rate.of} or more"
    return f"{number(_nearest(span.low))} to {number(_nearest(span.high))} {rate.of}"


def _nearest(value: Fraction) -> int:
    return math.floor(value + Fraction(1, 2))


def _made(
    rate: Rate,
    verdict: Verdict,
    grounds: Sequence[Quantity],
    *,
    computed: str = "",
    because: str = "",
) -> Finding:
    return finding(
        rate.sentence,
        About.RATE,
        verdict,
        (rate.value, *grounds),
        computed=computed,
        allowed=f"{between(rate.span, rate.value.decimals + 1)} {rate.per}",
        because=because,
    )
