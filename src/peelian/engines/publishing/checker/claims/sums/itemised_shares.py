"""Amounts with their percentages in the items of a list: "- crime prevention: £1.3 million (31%)".

Two things prove of what they are shares: the amounts of the items come to the number above the
list (or there is none), and the percentages of all other items fit. Then the one that does not
fit is wrong.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from peelian.engines.publishing.checker.claims.saying import between, finding, number
from peelian.engines.publishing.checker.claims.sums.addends import alike
from peelian.engines.publishing.checker.claims.sums.itemised import Itemised, lists_of
from peelian.engines.publishing.checker.findings import About, Finding, Verdict
from peelian.engines.publishing.checker.language.phrases import matches, pattern, tags
from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.engines.publishing.checker.language.text import Sentence, Text
from peelian.numbers.rounding import Range, share, total

_PAIR: Final = pattern(
    r"(?: (?P<part>[nm]) w{0,6}? \( (?P<share>p) \) | (?P<share2>p) w{0,6}? \( (?P<part2>[nm]) \) )"
)
PROOF: Final = 3
PROOF_OF_PRINTED: Final = 2
"""So many of the other percentages must fit: a sum of the list, and a number printed above it.

They are fewer for a number printed above a list whose percentages come to 100 and are no shares of
its own sum. Peelian's own rules.
"""
_ABOVE: Final = 6
_ENOUGH: Final = 100


@dataclass(frozen=True)
class Pair:
    """What one item of a list prints: an amount and the percentage beside it."""

    item: Sentence
    part: Quantity
    share: Quantity


def find(text: Text) -> Iterator[Finding]:
    """Every percentage beside an amount in a list whose amounts make up one whole."""
    for listed in lists_of(text):
        pairs = [pair for item in listed.items if (pair := _pair(item)) is not None]
        if len(pairs) != len(listed.items) or not _alike(pairs):
            continue
        parts = total(one.part.span for one in pairs)
        whole, of = _whole(text, listed, pairs, parts)
        told = _told_above(text, listed, pairs, parts) if of is None else None
        if told is not None:
            yield from _judged(pairs, told.span, told, PROOF_OF_PRINTED)
        elif whole is not None and whole.low > 0:
            yield from _judged(pairs, whole, of, PROOF)


def _pair(item: Sentence) -> Pair | None:
    """The only pair of an item, which holds no other percentage."""
    if sum(one.what is What.PERCENT for one in item.quantities) != 1:
        return None
    for match in matches(_PAIR, item.row, tags(item.row)):
        part = match.quantity("part") or match.quantity("part2")
        percent = match.quantity("share") or match.quantity("share2")
        if part is not None and percent is not None and not percent.soft:
            return Pair(item, part, percent)
    return None


def _alike(pairs: Sequence[Pair]) -> bool:
    return all(alike(one.part, pairs[0].part) for one in pairs)


def _whole(
    text: Text, listed: Itemised, pairs: Sequence[Pair], parts: Range
) -> tuple[Range | None, Quantity | None]:
    """The number above the list that its amounts come to; their own sum where there is none."""
    opening = listed.opening
    told = [opening, *text.before(opening)] if opening is not None else []
    larger = [[one for one in said.quantities if _may_be_whole(one, pairs)] for said in told]
    for one in (one for said in larger for one in said):
        if parts.meets(one.span):
            return one.span, one
    percents = total(one.share.span for one in pairs)
    return (None if any(larger[:1]) or not percents.holds(Fraction(100)) else parts), None


def _told_above(
    text: Text, listed: Itemised, pairs: Sequence[Pair], parts: Range
) -> Quantity | None:
    """The only number above a list of which all its percentages but one are shares."""
    opening = listed.opening
    percents = total(one.share.span for one in pairs)
    if opening is None or not percents.holds(Fraction(100)) or parts.low <= 0:
        return None
    if not _misfits(pairs, parts):
        return None
    above = text.sentences[max(0, opening.number - _ABOVE) : opening.number + 1]
    told = {
        one.value: one
        for said in reversed(above)
        for one in said.quantities
        if _may_be_whole(one, pairs) and one.value >= _ENOUGH and not one.soft
        if len(_misfits(pairs, one.span)) == 1
    }
    return next(iter(told.values())) if len(told) == 1 else None


def _misfits(pairs: Sequence[Pair], whole: Range) -> list[Pair]:
    return [one for one in pairs if not share(one.part.span, whole).meets(one.share.span)]


def _may_be_whole(one: Quantity, pairs: Sequence[Pair]) -> bool:
    return alike(one, pairs[0].part) and all(one.value >= pair.part.value for pair in pairs)


def _judged(
    pairs: Sequence[Pair], whole: Range, of: Quantity | None, proof: int
) -> Iterator[Finding]:
    wrong = _misfits(pairs, whole)
    proved = len(pairs) - len(wrong)
    if proved < proof or len(wrong) > 1:
        return
    for one in pairs:
        yield _said(one, whole, of, fits=one not in wrong)


def _said(one: Pair, whole: Range, of: Quantity | None, *, fits: bool) -> Finding:
    allowed = share(one.part.span, whole)
    high = whole.high if isinstance(whole.high, Fraction) else whole.low
    middle = of.value if of is not None else (whole.low + high) / 2
    ratio = one.part.value * 100 / middle
    named = of.printed if of is not None else f"the sum of the list ({between(whole)})"
    return finding(
        one.item,
        About.SHARE,
        Verdict.AGREES if fits else Verdict.DOES_NOT_FOLLOW,
        (one.share, one.part, *((of,) if of is not None else ())),
        computed=f"{one.part.printed} of {named} is {number(ratio)} per cent",
        allowed=f"{between(allowed)} per cent",
        because="" if fits else "the other percentages of the list are shares of the same",
    )
