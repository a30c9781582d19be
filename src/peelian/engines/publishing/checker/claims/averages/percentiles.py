"""Percentiles that a stated tail forbids: "the 90th percentile was 38 minutes, 25% waited longer".

Of a percentile at least so many per cent lie at or below it, and at least the rest at or above.

Source: the definition of a quantile.
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from peelian.engines.publishing.checker.claims.averages.phrases import Average, Kind, spread
from peelian.engines.publishing.checker.claims.averages.same_things import same_things
from peelian.engines.publishing.checker.claims.averages.tails import Tail, tails
from peelian.engines.publishing.checker.claims.averages.words import GENERIC, LASTING
from peelian.engines.publishing.checker.claims.saying import finding, number
from peelian.engines.publishing.checker.claims.wording import clause, stems
from peelian.engines.publishing.checker.findings import About, Finding, Verdict
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.phrases import finder, lexicon
from peelian.engines.publishing.checker.language.text import Sentence, Text, with_figures

_PERCENTILE: Final = finder(
    r"(?P<rank>[lw]) P [woI]{0,6}? I w? (?P<q>[tm])",
    lexicon(P="percentile centile", I="was is of at stood"),
)
_RANK: Final = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
_ENDS: Final = frozenset(",;:.") | words("and with while whereas although though but yet")
_BESIDES: Final = GENERIC | {"percentile", "centile"}


def find(text: Text) -> Iterator[Finding]:
    """Every percentile beside which a tail of the same things stands."""
    for sentence in with_figures(text):
        if "centile" not in sentence.text.lower():
            continue
        for rank, average in _percentiles(sentence):
            for other in (sentence, *text.after(sentence, 1)):
                for tail in tails(other):
                    after = other is not sentence or tail.figure.start > average.figure.end
                    if after and same_things(average, tail, ()):
                        yield from _judged(rank, average, tail)


def _percentiles(sentence: Sentence) -> Iterator[tuple[Fraction, Average]]:
    """Every percentile of a time or an amount, with the share that lies at or below it."""
    for match in _PERCENTILE(sentence.row):
        at, figure = match.at("q"), match.quantity("q")
        rank = _RANK.fullmatch("".join(match.words("rank")))
        if at is None or figure is None or rank is None:
            continue
        first, last = clause(sentence.row, at, _ENDS)
        named = stems(sentence.row[first:last], _BESIDES)
        yield (
            Fraction(int(rank[1]), 100),
            Average(sentence, Kind.MEDIAN, figure, at, first, last, named, spread(figure)),
        )


def _judged(rank: Fraction, average: Average, tail: Tail) -> Iterator[Finding]:
    """The share beyond a limit against what a percentile on this side of it leaves."""
    everybody = any(word in LASTING for word in tail.said)
    if not tail.limit.above and not everybody:
        return
    low, high = tail.share.low, Fraction(tail.share.high)
    beyond = (low, high) if tail.limit.above else (1 - high, 1 - low)
    limit, rest = tail.limit.value, 1 - rank
    if limit >= average.spread.high:
        fits, allowed = beyond[0] <= rest, f"at most {number(rest * 100)} per cent"
    elif limit < average.spread.low:
        fits, allowed = beyond[1] >= rest, f"at least {number(rest * 100)} per cent"
    else:
        return
    told = f"{number(limit / average.unit)}{average.unit_word}"
    same = average.sentence.part == tail.sentence.part
    yield finding(
        average.sentence,
        About.AVERAGE,
        Verdict.AGREES if fits else Verdict.DOES_NOT_FOLLOW,
        (average.figure, tail.figure, tail.limit.figure) if same else (average.figure,),
        computed=f"by the percentile, {allowed} lie beyond {told}",
        allowed=allowed,
        because="" if fits else "the percentile allows another share beyond the limit",
    )
