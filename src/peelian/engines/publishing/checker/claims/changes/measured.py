"""Changes that say what they are measured from, or where they led: "86 more than the 412"."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from peelian.engines.publishing.checker.claims.changes.pair import DETERMINERS, Pair, marked_for
from peelian.engines.publishing.checker.claims.changes.size import Size
from peelian.engines.publishing.checker.claims.wording import FUNCTION
from peelian.engines.publishing.checker.language.item import DATE, WORD, Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.phrases import pattern
from peelian.engines.publishing.checker.language.quantities import Quantity

_THAN: Final = pattern(
    r"S [^:;vKATNFV]{0,9}? (?P<than>[TNFV]|o) (?P<gap>[^:;vKSUDAO,-]{0,11}?) (?:, \( (?=v\)))?"
    r" (?P<old>v)"
)


def measured_pairs(row: Sequence[Item], marked: str, stated: Sequence[Size]) -> Iterator[Pair]:
    """ "498 offences, 86 more than the 412 of the year before": the first is the later figure."""
    yield from _both_after(row, marked, stated)
    yield from _as_many(row, marked, stated)
    yield from _each(row, marked, stated)
    olds = set()
    found = [
        match
        for match in (_THAN.match(_compared(row, marked), one.at) for one in stated)
        if match is not None and match.group("than") != "o"
    ]
    for match in found:
        olds.add(match.start("old"))
    for match in found:
        place, at = match.start("old"), match.start()
        old = row[place].quantity
        respectively = any(one.text == "respectively" for one in row)
        news = [one for one in range(at) if marked[one] == "v" and one not in olds]
        if not news or old is None or _OF.match(marked, place + 1):
            continue
        if match.group("than") == "N" and not _is_base(row, match):
            continue
        if row[place - 1].text in _PERIODS or row[place - 1].tag == DATE:
            continue  # "on the previous year 412 thefts" begins another thought
        new = row[news[-1]].quantity
        if new is None or ";" in marked[news[-1] : at]:
            continue
        loose = respectively or at - news[-1] > _FARTHEST or _parted(row, marked, news[-1], at)
        yield Pair(old, new, news[-1], place + 1, either=False, loose=loose, size=at)


def _parted(row: Sequence[Item], marked: str, first: int, last: int) -> bool:
    """Whether another thought begins in between; "which is 86 more than" goes on with the same."""
    parted = [at for at in range(first, last) if marked[at] == "K" and row[at].text != "which"]
    # "2% lower than in May (2,032) but 18% higher than in April (1,826)" goes on with the same.
    return any(row[at].text != "but" or marked[at + 1] != "S" for at in parted)


def _compared(row: Sequence[Item], marked: str) -> str:
    """The letters with "above" as "than", and with "the year when it had 412" as plain words.

    So is the comma of "fewer than in March, when there were 412", where nothing else is counted.
    """
    found = list(marked)
    for at, item in enumerate(row):
        if item.text in ("above", "below"):
            found[at] = "T"
        elif item.text == "when" or (item.text == "which" and at and row[at - 1].text == "in"):
            found[at] = "w"
            comma = at - 1 if item.text == "when" else at - 2
            if comma >= 0 and row[comma].text == "," and _of_the_same(row, at):
                found[comma] = "w"
    return "".join(found)


_WERE: Final = words("there it they we was were had stood at numbered totalled the number total")


def _of_the_same(row: Sequence[Item], when: int) -> bool:
    """Whether "when there were 412" counts nothing that was not named before."""
    at = when + 1
    while at < len(row) and row[at].text in _WERE:
        at += 1
    if at >= len(row) or row[at].quantity is None:
        return False
    ahead = row[at + 1] if at + 1 < len(row) else None
    known = {one.text for one in row[:when]} - FUNCTION
    return ahead is None or ahead.tag != WORD or ahead.text in known


_THE: Final = words("the its their our his her last that")


def _is_base(row: Sequence[Item], match: re.Match[str]) -> bool:
    """Whether "on" leads to a base: "up on the 412", "86 more on 412", but not "on 64 bit"."""
    gap = row[match.start("gap") : match.end("gap")]
    return match.start("than") - match.start() <= _BESIDE or any(one.text in _THE for one in gap)


_BESIDE: Final = 2
_FARTHEST: Final = 22
_PERIODS: Final = words("year month quarter week period")
_BOTH: Final = pattern(
    r"S [^:;vKT]{0,8}? \( (?P<new>v) z? \) [^:;vKT]{0,3}? T [^:;vKA]{0,8}? \( (?P<old>v)"
)
_BOTH_AS: Final = pattern(r"S [^:;vK]{0,8}? \( (?P<new>v) z? \) [^:;vKA]{0,8}? \( (?P<old>v)")
_AS: Final = pattern(r"S w{2,6} \( (?P<old>v) \)")


def _as_many(row: Sequence[Item], marked: str, stated: Sequence[Size]) -> Iterator[Pair]:
    """ "412 were men, twice as many as women (198)"."""
    for size in stated:
        match = _AS.match(marked, size.at) if size.factor else None
        news = [at for at in range(size.at) if marked[at] == "v"]
        if match is None or not news or size.at - news[-1] > 8:
            continue
        old, new = row[match.start("old")].quantity, row[news[-1]].quantity
        if old is not None and new is not None and len(news) == 1:
            yield Pair(old, new, news[-1], match.end(), size=size.at)


_EACH: Final = pattern(r"S [^;v]{0,14}? [:(,-] w{0,2} (?P<new>v) o w{1,3} A w{0,2} (?P<old>v) o w")


def _each(row: Sequence[Item], marked: str, stated: Sequence[Size]) -> Iterator[Pair]:
    """ "Twice as likely: 36% of women and 18% of men"."""
    for size in stated:
        match = _EACH.match(marked, size.at) if size.factor else None
        if match is None:
            continue
        old, new = row[match.start("old")].quantity, row[match.start("new")].quantity
        if old is not None and new is not None:
            yield Pair(old, new, size.at, match.end(), either=True, size=size.at)


def _both_after(row: Sequence[Item], marked: str, stated: Sequence[Size]) -> Iterator[Pair]:
    """ "Three times more likely for men (12 per 1,000) than for women (4 per 1,000)"."""
    for size in stated:
        match = (_BOTH_AS if size.factor else _BOTH).match(marked, size.at)
        if match is None or any(one.text == "respectively" for one in row):
            continue
        old, new = row[match.start("old")].quantity, row[match.start("new")].quantity
        if old is not None and new is not None:
            yield Pair(old, new, size.at, match.end(), size=size.at)


_OF: Final = pattern(r"o w{0,3} v")


def based_on(
    row: Sequence[Item], letters: str, stated: Sequence[Size], kind: str
) -> Iterator[tuple[Size, Quantity]]:
    """What a change of a size is measured from: "86 more than the 412 of the year before"."""
    marked = marked_for(letters, stated, kind)
    for size in stated:
        match = _THAN.match(_compared(row, marked), size.at)
        if match is None or match.group("than") == "o" or _OF.match(marked, match.end()):
            continue
        old = row[match.start("old")].quantity
        if old is not None:
            yield size, old


_MAKING: Final = pattern(r"S [^:;vKOF]{0,8}? , (?P<making>w) (?P<b>[wo]{0,7}?) (?P<new>v)")
_MAKES: Final = words("making leaving bringing taking giving")
_ENDED: Final = words("trade end close settle finish hit at stand reach")
_TO: Final = pattern(r"S [^;vKOF]{0,12}? O (?P<b>[wo]{0,4}?) (?P<new>v)")


def moved_to(
    row: Sequence[Item], letters: str, stated: Sequence[Size], kind: str
) -> Iterator[tuple[Size, Quantity]]:
    """Where a change of a size led: "by 86 to 498"; the figure it led from is not printed."""
    marked = marked_for(letters, stated, kind)
    for size in stated:
        match = _TO.match(marked, size.at) or _MAKING.match(marked, size.at)
        if match is None:
            continue
        making = match.groupdict().get("making")
        if making and row[match.start("making")].text not in _MAKES:
            continue
        said = {one.text for one in row[match.start("b") : match.end("b")]}
        new = row[match.start("new")].quantity
        if new is not None and (making or said <= DETERMINERS | _ENDED):
            yield size, new
