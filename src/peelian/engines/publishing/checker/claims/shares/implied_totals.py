"""Parts printed with their percentage and without their whole: what whole do they imply?

"94 sergeants (29 percent of all sergeants)" is of 319 to 329 sergeants. Two such claims about the
same whole in one passage must allow a common one, and so must a whole that is printed nearby.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from peelian.engines.publishing.checker.claims.saying import between, finding
from peelian.engines.publishing.checker.claims.shares.bound import bounds
from peelian.engines.publishing.checker.claims.shares.search import Bound
from peelian.engines.publishing.checker.findings import About, Finding, Verdict
from peelian.engines.publishing.checker.language import nouns
from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.engines.publishing.checker.language.text import Sentence, Text, with_figures
from peelian.numbers.rounding import Range, wholes_that_fit

MOST_ALIKE: Final = 40
"""So many claims before one, and so many after it, are held against it. Peelian's own limit."""


@dataclass(frozen=True)
class _Implied:
    sentence: Sentence
    percent: Quantity
    part: Quantity
    named: tuple[str, ...]
    totals: Range


def find(text: Text) -> Iterator[Finding]:
    """Every part whose whole is only named, held against the others of its passage."""
    claims = bounds(text)
    implied = [
        one
        for sentence in with_figures(text)
        for one in _implied(sentence, claims[sentence.number])
    ]
    same: dict[tuple[int, tuple[str, ...]], list[_Implied]] = {}
    placed = []
    for one in implied:
        group = same.setdefault((one.sentence.part, one.named), [])
        placed.append((one, group, len(group)))
        group.append(one)
    for one, group, at in placed:
        before = group[max(0, at - MOST_ALIKE) : at]
        yield _said(one, before + group[at + 1 : at + 1 + MOST_ALIKE], before)


def _implied(sentence: Sentence, claims: Iterable[Bound]) -> Iterator[_Implied]:
    for claim in claims:
        if claim.wholes or claim.part is None:
            continue
        row, at = sentence.row, claim.at
        if at + 2 >= len(row) or row[at + 1].tag != "o":
            continue
        named = nouns.after(row, at + 2)
        totals = wholes_that_fit(claim.percent.span, claim.part.span)
        if named and totals is not None:
            yield _Implied(sentence, claim.percent, claim.part, named, totals)


def _said(one: _Implied, alike: list[_Implied], before: list[_Implied]) -> Finding:
    """The later of two that contradict each other does not follow; the first may be right."""
    told = f"{one.part.printed} at {one.percent.printed} is of {_amount(one, one.totals)}"
    against = next((other for other in before if not other.totals.meets(one.totals)), None)
    verdict, because = Verdict.CANNOT, "the report does not print the total"
    figures = [one.percent, one.part]
    if against is not None:
        verdict, because = Verdict.DOES_NOT_FOLLOW, "no one total fits both"
        figures += [against.percent, against.part]
        told += f", but {against.part.printed} at {against.percent.printed}"
        told += f" is of {_amount(against, against.totals)}"
    elif alike and all(other.totals.meets(one.totals) for other in alike):
        verdict, because = Verdict.AGREES, ""
        figures += [other.percent for other in alike]
        fitting = _common([one.totals, *(other.totals for other in alike)])
        told += f"; a total of {_amount(one, fitting)} fits all that is said of it"
    return finding(
        one.sentence,
        About.SHARE,
        verdict,
        figures,
        computed=told,
        allowed=between(one.percent.span) + " per cent",
        because=because,
    )


def _common(totals: list[Range]) -> Range:
    """What lies in all of several ranges of which each two meet."""
    return Range(max(one.low for one in totals), min(one.high for one in totals))


def _amount(one: _Implied, totals: Range) -> str:
    """Totals for readers, with the sign of their money."""
    if one.part.what is not What.MONEY:
        return between(totals)
    return " to ".join(one.part.unit + end for end in between(totals, 0).split(" to "))
