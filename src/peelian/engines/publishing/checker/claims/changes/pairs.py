"""What a change leads from and to, by the phrase that joins them: "from 412 to 498"."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from peelian.engines.publishing.checker.claims.changes.measured import measured_pairs
from peelian.engines.publishing.checker.claims.changes.pair import DETERMINERS, Pair, marked_for
from peelian.engines.publishing.checker.claims.changes.same import (
    alike,
    by_years,
    differ_in_time,
    is_when,
    names_another,
    refers_back,
    same_noun,
)
from peelian.engines.publishing.checker.claims.changes.sizes import Size
from peelian.engines.publishing.checker.claims.changes.words import DOWN, UP
from peelian.engines.publishing.checker.language.items import Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.phrases import pattern
from peelian.engines.publishing.checker.language.quantities import What

# Each form is tried for one kind of figure, which is "v" there; other figures are "z" and sizes
# of changes "S". Few words may stand between "from" or "to" and its figure.
_FORMS: Final = tuple(
    (name, pattern(text))
    for name, text in (
        (
            "from to",
            r"F (?P<a>[wo]{0,4}?) (?P<old>v) [^;vK]{0,16}? O (?P<b>[wo]{0,4}?) (?P<new>v)",
        ),
        (
            "to from",
            r"O (?P<b>[wo]{0,4}?) (?P<new>v) [^;vKFA]{0,12}? F (?P<a>[wo]{0,4}?) (?P<old>v)",
        ),
        (
            "up from",
            r"(?P<new>v) [^;vKAO]{0,9}? (?P<way>[UD]) [wzdS]{0,3}? F (?P<a>[wo]{0,4}?) (?P<old>v)",
        ),
        ("from", r"(?P<new>v) [^;vKAOUD]{0,6}? [,(] F (?P<a>[wo]{0,4}?) (?P<old>v)"),
        ("compared", r"(?P<new>v) [^;vKS]{0,9}? V [^;vKAS]{0,8}? (?P<old>v)"),
        ("rising to", r"(?P<old>v) [^;vKAO]{0,10}? (?P<way>[UD]) O (?P<b>[wo]{0,4}?) (?P<new>v)"),
        ("between", r"\( w? (?P<old>v) w{0,3} \) [^;vK]{0,3}? [AO] [^;vK]{0,5}? \( w?(?P<new>v)"),
        ("arrow", r"[(,] (?P<old>v) O (?P<new>v) (?=[),;])"),
        ("in brackets", r"(?P<new>v) [^;vK(]{0,9}? \( w{0,2} (?P<old>v) (?P<when>[wd]{1,4}) \)"),
    )
)
_NO_RISE: Final = words("not never n't without hardly cannot no neither nor")


def pairs(row: Sequence[Item], letters: str, stated: Sequence[Size], kind: str) -> Iterator[Pair]:
    """Every pair of figures of one kind (a letter of ``What``) that a phrase joins."""
    marked = marked_for(letters, stated, kind)
    for name, wanted in _FORMS:
        for match in wanted.finditer(marked):
            pair = _pair(name, row, marked, match)
            if pair is not None:
                yield pair
                yield from _further(row, marked, pair)
    yield from measured_pairs(row, marked, stated)


def _pair(name: str, row: Sequence[Item], marked: str, match: re.Match[str]) -> Pair | None:
    for part in ("a", "b"):
        if part in match.re.groupindex:
            said = {one.text for one in row[match.start(part) : match.end(part)]}
            if not said <= DETERMINERS:
                return None
    if name == "up from" and not _is_aside(row, match.start("way")):
        return None
    if name == "in brackets" and not is_when(row[match.start("when") : match.end("when")]):
        return None
    old, new = row[match.start("old")].quantity, row[match.start("new")].quantity
    if old is None or new is None:
        return None
    if not same_noun(row, match.start("old"), row, match.start("new")):
        return None
    if not alike(row, match.start("old"), match.start("new")):
        return None
    way = 0
    if "way" in match.re.groupindex:
        way = UP if match.group("way") == "U" else DOWN
    elif name == "from to":
        way = _way_before(row, marked, match.start())
    start, end = sorted((match.start("old"), match.start("new")))
    start = min(start, match.start())
    return Pair(old, new, start, max(end + 1, match.end()), way, either=name == "compared")


def _is_aside(row: Sequence[Item], at: int) -> bool:
    """Whether a word of direction follows its figure: "498, up from", not "498 have risen from"."""
    behind = row[at - 1]
    return row[at].text in ("up", "down") or behind.tag in ",(-" or behind.text in ("a", "an")


def _way_before(row: Sequence[Item], marked: str, start: int) -> int:
    """The direction of the verb or noun that "from" belongs to."""
    for at in range(start - 1, max(-1, start - 7), -1):
        if marked[at] in ";KvSz,.:AFO":
            return 0
        if marked[at] in "UD":
            refused = any(one.text in _NO_RISE for one in row[max(0, at - 3) : at])
            return 0 if refused else UP if marked[at] == "U" else DOWN
    return 0


_NEXT: Final = pattern(r"[^;vK]{0,10}? O (?P<b>w{0,3}?) (?P<new>v)")


def _further(row: Sequence[Item], marked: str, pair: Pair) -> Iterator[Pair]:
    """The next leg of a series: "from 900 to 990 and then to 1,089", and the way as a whole."""
    last, end = pair.new, pair.end
    while (match := _NEXT.match(marked, end)) is not None:
        new = row[match.start("new")].quantity
        if new is None or new.start <= last.start:
            return
        yield Pair(last, new, end, match.end(), series=True)
        yield Pair(pair.old, new, pair.start, match.end(), loose=True)
        last, end = new, match.end()


def dated(row: Sequence[Item], letters: str, stated: Sequence[Size], kind: str) -> Iterator[Pair]:
    """Two figures that stand with two times: "412 in 2022 and 498 in 2023"."""
    marked = marked_for(letters, stated, kind)
    places = [at for at, letter in enumerate(marked) if letter == "v"]
    if len(places) != 2:
        return
    first, last = places
    one, other = row[first].quantity, row[last].quantity
    if one is None or other is None or not same_noun(row, first, row, last):
        return
    timed = differ_in_time(row, first, row, last)
    between = marked[first:last]
    near = last - first <= 14 and not set("KS") & set(between)
    if ";" in between:
        near = near and refers_back(row[first + between.index(";") : last])
    if kind == What.DURATION.value and not (one.decimals > 0 and other.decimals > 0):
        return
    loose = not (timed and near) or names_another(row, marked, first, last)
    way = by_years(row, marked, first, last)
    old, new = (other, one) if way == DOWN else (one, other)
    yield Pair(old, new, first, last + 1, either=True, loose=loose, ordered=bool(way))
