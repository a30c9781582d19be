"""Shares of money whose whole stands elsewhere: "£89 million, 36.1 percent of its total funding".

Part and whole are ranges, since most amounts are rounded: £89 million of £247 million is 35.8 to
36.3 per cent. The whole stands before, under the name that the share is of, or is the part and
"the rest" together. Shares of hours and "91p of every £1" are read here too; shares of counts and
of money with both amounts in one phrase are ``shares``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from peelian.engines.publishing.checker.claims.money import each, products, weekly
from peelian.engines.publishing.checker.claims.money.words import (
    CHANGE,
    EVERY,
    HOURS,
    MAKES,
    NAMED,
    PAIR,
    REST,
    WORDS,
)
from peelian.engines.publishing.checker.claims.saying import between, finding, number
from peelian.engines.publishing.checker.claims.sums.adding import hundredths
from peelian.engines.publishing.checker.findings import About, Finding, Verdict
from peelian.engines.publishing.checker.language import nouns
from peelian.engines.publishing.checker.language.item import Item
from peelian.engines.publishing.checker.language.phrases import Match, matches, tags
from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.engines.publishing.checker.language.text import Sentence, Text, with_figures
from peelian.numbers.rounding import Range, share


@dataclass(frozen=True)
class Claim:
    """A share, its part and the amounts that make up its whole; ``plain`` if the words say so."""

    figure: Quantity
    span: Range
    part: Quantity
    whole: tuple[Quantity, ...]
    plain: bool


def find(text: Text) -> Iterator[Finding]:
    """Every share of money or time whose part and whole are printed."""
    for sentence in with_figures(text):
        claims: dict[int, list[Claim]] = {}
        for claim in _claims(text, sentence):
            if not _sum(claim.whole):
                continue  # nothing is a share of nought
            claims.setdefault(claim.figure.start, []).append(claim)
        for readings in claims.values():
            yield from _judged(sentence, readings)
    yield from products.find(text)
    yield from weekly.find(text)
    yield from each.find(text)


def _judged(sentence: Sentence, readings: list[Claim]) -> Iterator[Finding]:
    for one in readings:
        if _range(one).meets(one.span):
            yield _said(sentence, Verdict.AGREES, one)
            return
    plain = [one for one in readings if one.plain]
    if plain:
        yield _said(sentence, Verdict.DOES_NOT_FOLLOW, plain[0])


def _claims(text: Text, sentence: Sentence) -> Iterator[Claim]:
    """Every reading of every share in a sentence, from the closest bond to the loosest."""
    row, letters = sentence.row, tags(sentence.row, WORDS)
    for match in matches(REST, row, letters):
        yield from _made(match, row, (match.quantity("part"), match.quantity("rest")))
    for phrase in HOURS:
        for match in matches(phrase, row, letters):
            yield from _made(match, row, (match.quantity("whole"),))
    yield from _of_every_pound(row, letters)
    for phrase in NAMED:
        for match in matches(phrase, row, letters):
            yield from _named(text, sentence, match)


def _made(
    match: Match, row: tuple[Item, ...], whole: tuple[Quantity | None, ...]
) -> Iterator[Claim]:
    figure, part = match.quantity("share"), match.quantity("part")
    amounts = tuple(one for one in whole if one is not None)
    if figure is None or part is None or not amounts or _is_change(match, row):
        return
    if not all(_alike(one, part) for one in amounts) or part.value > _sum(amounts):
        return
    yield Claim(figure, hundredths(figure), part, amounts, plain=True)


def _is_change(match: Match, row: tuple[Item, ...]) -> bool:
    """Whether the share is one of growth: words of change beside it, or between it and its part."""
    share_at = match.at("share")
    places = [place for name in ("part", "share") if (place := match.at(name)) is not None]
    first, last = min(places), max(places)
    near = [*range(first, last), last + 1]
    if share_at is not None:
        near += range(max(0, share_at - 3), share_at)
    return any(
        row[place].tag == "w" and row[place].text in CHANGE and not _made_up(row, place)
        for place in near
        if place < len(row)
    )


def _made_up(row: tuple[Item, ...], at: int) -> bool:
    return at > 0 and row[at].text == "up" and row[at - 1].text in MAKES


def _of_every_pound(row: tuple[Item, ...], letters: str) -> Iterator[Claim]:
    """ "91p of every £1 ...: £4.1 million out of £5.2 million"."""
    for phrase in EVERY:
        for match in matches(phrase, row, letters):
            few, many = match.quantity("few"), match.quantity("many")
            if few is None or many is None:
                continue
            span = _in_pounds(few).over(_in_pounds(many)).by(100)
            for pair in matches(PAIR, row, letters):
                part, whole = pair.quantity("part"), pair.quantity("whole")
                if (
                    part is None
                    or whole is None
                    or {part.start, whole.start} & {few.start, many.start}
                ):
                    continue
                if _alike(part, whole) and part.value <= whole.value:
                    yield Claim(few, span, part, (whole,), plain=True)


def _in_pounds(figure: Quantity) -> Range:
    """The range of a small amount; one "of every £1" or "£100" is exact."""
    if figure.unit == "p":
        return figure.span.by(Fraction(1, 100))
    return figure.span


def _named(text: Text, sentence: Sentence, match: Match) -> Iterator[Claim]:
    """A share of what has a name, with every larger amount before it as the whole."""
    row, at = sentence.row, match.at("of")
    part_at, part = match.at("part"), match.quantity("part")
    if at is None or part_at is None or part is None:
        return
    pointing = row[at + 1 : at + 2] and row[at + 1].text in _POINTING
    if any(one.text in _ANEW for one in row[part_at + 1 : at]):
        return  # "£338m of £544m, and found 59 per cent of these sound"
    base = nouns.after(row, at + 2 if pointing else at + 1)
    if not base or _amount_follows(row, at):
        return
    earlier = [(sentence.row, place) for place in range(part_at - 1, -1, -1)]
    for other in text.before(sentence):
        earlier += [(other.row, place) for place in range(len(other.row) - 1, -1, -1)]
    for other_row, place in earlier:
        whole = other_row[place].quantity
        if whole is None or not _alike(whole, part) or whole.value <= part.value:
            continue
        same = nouns.head(base) in _words_round(other_row, place)
        for claim in _made(match, row, (whole,)):
            yield Claim(claim.figure, claim.span, claim.part, claim.whole, plain=same)


def _amount_follows(row: tuple[Item, ...], at: int) -> bool:
    return any(one.tag in "mtn" for one in row[at + 1 : at + 3])


def _words_round(row: tuple[Item, ...], at: int) -> frozenset[str]:
    """The words that say what an amount is: before it and after it, within its clause."""
    near: list[str] = []
    for step in (-1, 1):
        place = at + step
        while 0 <= place < len(row) and abs(place - at) <= _REACH:
            if row[place].tag not in ("w", "o", "d"):
                break
            near.append(nouns.stem(row[place].text))
            place += step
    return frozenset(near)


_ANEW: Final = frozenset({"and", "but", "while", "found", "said"})
_REACH: Final = 6
_POINTING: Final = frozenset({"that", "this", "these", "those"})


def _alike(one: Quantity, other: Quantity) -> bool:
    if one.what is What.DURATION:
        return other.what is What.DURATION
    return one.what is other.what and one.unit == other.unit


def _sum(amounts: tuple[Quantity, ...]) -> Fraction:
    return sum((one.value for one in amounts), Fraction(0))


def _range(claim: Claim) -> Range:
    """The per cent that rounding allows; with a remainder the part itself is in its whole."""
    part = claim.part
    if len(claim.whole) == 1:
        return share(part.span, claim.whole[0].span)
    rest = claim.whole[-1].span
    if not (isinstance(part.span.high, Fraction) and isinstance(rest.high, Fraction)):
        return Range(Fraction(0), Fraction(100))
    low = part.span.low * 100 / (part.span.low + rest.high)
    high = part.span.high * 100 / (part.span.high + rest.low)
    return Range(low, high)


def _said(sentence: Sentence, verdict: Verdict, claim: Claim) -> Finding:
    allowed, whole = _range(claim), _sum(claim.whole)
    of = " + ".join(one.printed for one in claim.whole)
    ratio = number(claim.part.value * 100 / whole)
    wrong = verdict is not Verdict.AGREES
    return finding(
        sentence,
        About.SHARE,
        verdict,
        (claim.figure, claim.part, *(one for one in claim.whole if one is not claim.part)),
        computed=f"{claim.part.printed} of {of} is {ratio} per cent",
        allowed=f"{between(allowed)} per cent",
        because=f"the amounts give another share than {claim.figure.printed}" if wrong else "",
    )
