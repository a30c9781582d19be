"""Which counts a percentage belongs to, by the words between them in one sentence.

Each phrase is one order of words. They are tried from the closest bond to the loosest, and a
percentage or a part that one has bound is not bound again. A fraction in words is bound like a
percentage, and amounts of money like counts.
"""

from collections.abc import Iterator
from typing import Final

from peelian.engines.publishing.checker.claims import growth_words
from peelian.engines.publishing.checker.claims.shares.bases import is_of_those_who
from peelian.engines.publishing.checker.claims.shares.closest import claim, told_after
from peelian.engines.publishing.checker.claims.shares.phrases import (
    OF_WHOLE,
    PART_AND_PERCENT,
    POINTING,
    WHOLE_FIRST,
    WITH_BOTH,
)
from peelian.engines.publishing.checker.claims.shares.search import (
    COUNTED,
    Bound,
    Search,
    alike,
    is_growth,
)
from peelian.engines.publishing.checker.claims.shares.words import NARROWING, SHARE
from peelian.engines.publishing.checker.language.item import OF, Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.once import once
from peelian.engines.publishing.checker.language.phrases import Match, matches, pattern, tags
from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.engines.publishing.checker.language.text import Sentence, Text, with_figures

_AMONG: Final = words("among amongst")
_WHOSE: Final = words("which whom")
_OPENERS: Final = _AMONG | words("across from in")


_PERCENTAGES: Final = pattern("[pfT]")
"""A percentage, a fraction in words, or a word that makes a percentage of a number after it."""


@once
def bounds(text: Text) -> dict[int, tuple[Bound, ...]]:
    """Every percentage of every sentence with figures, with its counts, by its number."""
    return {one.number: tuple(bound(one)) for one in with_figures(text)}


def bound(sentence: Sentence) -> Iterator[Bound]:
    """Every percentage of a sentence with its counts; a part whose whole is not here has none."""
    search = Search(sentence.row, tags(sentence.row, SHARE), set())
    if not _PERCENTAGES.search(search.letters):
        return
    yield from _respectively(search)
    for phrase in WITH_BOTH:
        for match in matches(phrase, search.row, search.letters):
            yield from claim(match, search, plain=True)
    yield from _pointing(search)
    yield from _named_first(search)
    for phrase in (*PART_AND_PERCENT, *POINTING):
        for match in matches(phrase, search.row, search.letters):
            yield from _part_only(match, search)
    for match in matches(OF_WHOLE, search.row, search.letters):
        yield from told_after(match, search)
        yield from claim(match, search, plain=not _narrowed(search.row, match.end))


def _pointing(search: Search) -> Iterator[Bound]:
    """The part of a whole named before: "opened 7,020 parcels ... in 633 of them, or 9.0%"."""
    for phrase in POINTING:
        for match in matches(phrase, search.row, search.letters):
            first = min(place for place in (match.at("p"), match.at("k")) if place is not None)
            part = match.quantity("k")
            if part is None and is_of_those_who(search.row, match.end):
                continue
            money = part is not None and part.what is What.MONEY
            wholes = tuple(_figures(search.row[:first], (What.MONEY,) if money else COUNTED))
            if wholes:
                plain = not _grown(search.row[:first])
                yield from _with_wholes(match, search, wholes, plain=plain)
            elif part is not None:
                yield from _part_only(match, search)


def _grown(row: tuple[Item, ...]) -> bool:
    """Whether "of which" may point to a rise: "from £210m to £231m, a rise of 10%, of which"."""
    since = next(
        (at for at in range(len(row) - 1, -1, -1) if row[at].tag in (What.COUNT, What.MONEY)), -1
    )
    return any(item.text in growth_words.GROWTH for item in row[since + 1 :])


def _figures(row: tuple[Item, ...], kinds: tuple[What, ...]) -> Iterator[Quantity]:
    """The figures of some kinds in a stretch of a sentence, the last first."""
    for item in reversed(row):
        if item.quantity is not None and item.quantity.what in kinds:
            yield item.quantity


def _named_first(search: Search) -> Iterator[Bound]:
    """Parts after a whole that opens the clause: "Of the 748 who replied, 542 (72.5%) ..."."""
    firsts: list[tuple[int, Quantity]] = []
    for match in matches(WHOLE_FIRST, search.row, search.letters):
        place, whole = match.at("n"), match.quantity("n")
        if set(match.words("those")) & _WHOSE:
            continue  # "of which 806" are a part
        if match.at("those") is not None:
            # "of those 806" says which of the wholes before is meant.
            firsts.clear()
        if place is not None and whole is not None:
            firsts.append((place, whole))
    if not firsts:
        return
    for phrase in PART_AND_PERCENT:
        for match in matches(phrase, search.row, search.letters):
            first = min(place for place in (match.at("p"), match.at("k")) if place is not None)
            wholes = tuple(whole for place, whole in reversed(firsts) if place < first)
            if wholes:
                between = _unbound(
                    search, max(place for place, _ in firsts if place < first), first
                )
                yield from _with_wholes(match, search, (*wholes, *between), plain=not between)
    place, first_whole = firsts[0]
    for at, item in enumerate(search.row[place + 1 :], place + 1):
        if item.tag == What.PERCENT and item.quantity and search.free(at):
            if is_growth(search.row, at) or _of_others(search.letters, at):
                continue
            search.take(at)
            plain = _is_of(search.row[:place])
            yield Bound(item.quantity, None, (first_whole,), plain=plain, at=at)
            return


def _is_of(row: tuple[Item, ...]) -> bool:
    """Whether a whole is opened by "of" or "among"; "in 12 forces 40% ..." is of something else."""
    opened = next((one for one in reversed(row) if one.tag == OF or one.text in _OPENERS), None)
    return opened is not None and (opened.tag == OF or opened.text in _AMONG)


def _of_others(letters: str, at: int) -> bool:
    """Whether a percentage says itself of what it is: "55 per cent of women"."""
    return letters[at + 1 : at + 2] == "o" and letters[at + 2 : at + 3] != "A"


def _unbound(search: Search, first: int, last: int) -> tuple[Quantity, ...]:
    """Counts between a whole and a part that no percentage has: one may be the nearer whole."""
    return tuple(
        number
        for at, item in enumerate(search.row[first + 1 : last], first + 1)
        if (number := item.quantity) and number.what in COUNTED
        if search.free(at) and not aside(search.row, at)
    )


def aside(row: tuple[Item, ...], at: int) -> bool:
    """Whether an item stands in brackets."""
    opened = sum(1 for one in row[:at] if one.tag == "(")
    return opened > sum(1 for one in row[:at] if one.tag == ")")


def _with_wholes(
    match: Match, search: Search, wholes: tuple[Quantity, ...], *, plain: bool = True
) -> Iterator[Bound]:
    for one in _part_only(match, search, wholes):
        larger = tuple(
            whole
            for whole in wholes
            if one.part is None or (whole is not one.part and alike(one.part, whole))
        )
        yield Bound(one.percent, one.part, larger, plain and bool(larger), one.at, one.part_at)


def _part_only(match: Match, search: Search, wholes: tuple[Quantity, ...] = ()) -> Iterator[Bound]:
    """A percentage beside its part, where no word about growth makes it something else."""
    at, part_at = match.at("p"), match.at("k")
    percent, part = match.quantity("p"), match.quantity("k")
    if at is None or percent is None or (part_at is not None and _is_one_in(search.row, part_at)):
        return
    places = [at] if part_at is None else [at, part_at]
    grows = growth_words.near(search.row, min(places), max(places), at)
    if not search.free(*places) or grows or is_growth(search.row, at):
        return
    search.take(*places)
    yield Bound(percent, part, wholes, False, at, -1 if part_at is None else part_at)


def _is_one_in(row: tuple[Item, ...], at: int) -> bool:
    """Whether a number is that of "one in 65", which counts nothing."""
    before = [one.text for one in row[max(0, at - 2) : at]]
    return before in (["one", "in"], ["1", "in"])


def _respectively(search: Search) -> Iterator[Bound]:
    """As many parts as percentages, in the same order, of one whole or each of its own."""
    if "R" not in search.letters or any(one.text in growth_words.GROWTH for one in search.row):
        return
    percents = _tagged(search, What.PERCENT)
    counts = _tagged(search, What.COUNT)
    if len(percents) < 2:
        return
    if len(counts) == len(percents) + 1:
        whole = max(
            counts, key=lambda at: number.value if (number := search.row[at].quantity) else 0
        )
        pairs = [(part, whole) for part in counts if part != whole]
    elif len(counts) == 2 * len(percents):
        pairs = list(zip(counts[::2], counts[1::2], strict=True))
    else:
        return
    for at, (part_at, whole_at) in zip(percents, pairs, strict=True):
        percent, part, of = (search.row[one].quantity for one in (at, part_at, whole_at))
        if percent is None or part is None or of is None:
            continue
        search.take(at, part_at)
        yield Bound(percent, part, (of,), plain=True, at=at, part_at=part_at)


def _tagged(search: Search, what: What) -> list[int]:
    return [at for at, one in enumerate(search.row) if one.tag == what.value]


def _narrowed(row: tuple[Item, ...], end: int) -> bool:
    """Whether words after a whole may make it smaller: "of the 748 respondents who ..."."""
    return any(one.text in NARROWING for one in row[end : end + 5])
