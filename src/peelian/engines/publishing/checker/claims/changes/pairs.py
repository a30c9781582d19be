"""What a change leads from and to, by the phrase that joins them: "from 412 to 498"."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
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
from peelian.engines.publishing.checker.claims.changes.size import Size
from peelian.engines.publishing.checker.claims.changes.words import DOWN, NOUNS, UP
from peelian.engines.publishing.checker.language.item import Item
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
            "to from dated",
            r"S [wzd]{0,3}? O (?P<b>w{0,2}?) (?P<new>v) w{0,3}? F w? d \( w? (?P<old>v)",
        ),
        (
            "up from",
            r"(?P<new>v) [^;vKAO]{0,9}? (?P<way>[UD]) [wzdS]{0,3}? F (?P<a>[wo]{0,4}?) (?P<old>v)",
        ),
        (
            "head",
            r"^w{0,3} (?P<new>v) [^;vKUDFVS]{0,24} [,-] (?P<way>[UD]) [wS]{0,3}? F"
            r" (?P<a>[wo]{0,4}?) (?P<old>v)",
        ),
        ("from", r"(?P<new>v) [^;vKAOUD]{0,6}? [,(] F (?P<a>[wo]{0,4}?) (?P<old>v)"),
        ("compared", r"(?P<new>v) [^;vKS]{0,9}? V [^;vKAS]{0,8}? (?P<old>v)"),
        ("rising to", r"(?P<old>v) [^;vKAO]{0,10}? (?P<way>[UD]) O (?P<b>[wo]{0,4}?) (?P<new>v)"),
        ("between", r"\( w? (?P<old>v) w{0,3} \) [^;vK]{0,3}? [AO] [^;vK]{0,5}? \( w?(?P<new>v)"),
        ("arrow", r"[(,] (?P<old>v) O (?P<new>v) (?=[),;])"),
        ("ahead", r"B w? (?P<new>v) O w? (?P<old>v)"),
        ("apart", r"(?P<new>v) [wo]{0,3}? ,? [AK] [wo]{1,5}? (?P<old>v) w{0,2} , w (?P<gap>C)"),
        ("dated", r"(?P<new>v) [^;vK(]{0,9}? \( (?P<when>[wd]{1,3}) : (?P<old>v) \)"),
        ("in brackets", r"(?P<new>v) [^;vK(]{0,9}? \( w{0,2} (?P<old>v) (?P<when>[wd]{1,4}) \)"),
    )
)
_LEADS: Final = words("leads lead leading led ahead")
_APART: Final = words("gap difference lead")
_OPEN: Final = words("compared ahead apart")
"""Forms that leave it open which of two figures is the earlier, or the larger."""
_AND_FROM: Final = pattern(r"A w? [UD] F")
"""Words after which a figure is held against another one: "and down from 31 in August"."""
_BESIDE: Final = 5
_NEAR: Final = 8
_FARTHEST: Final = 1000
"""How many times one of two figures may be the other before they are of two things."""
_NO_RISE: Final = words("not never n't without hardly cannot no neither nor")


def pairs(row: Sequence[Item], letters: str, stated: Sequence[Size], kind: str) -> Iterator[Pair]:
    """Every pair of figures of one kind (a letter of ``What``) that a phrase joins."""
    marked = marked_for(letters, stated, kind)
    if marked.count("v") < 2:
        return
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
    if name == "ahead" and not any(one.text in _LEADS for one in row[: match.start()]):
        return None
    if name == "apart" and row[match.start("gap")].text not in _APART:
        return None
    if name == "rising to" and _begins_again(row[match.start("old") : match.start("way")]):
        return None
    if name in ("in brackets", "dated") and not is_when(
        row[match.start("when") : match.end("when")]
    ):
        return None
    old, new = row[match.start("old")].quantity, row[match.start("new")].quantity
    if old is None or new is None:
        return None
    place, at = match.start("old"), _place_of_new(name, row, marked, match)
    if at is None or not alike(row, place, at):
        return None
    new = row[at].quantity or new
    low, high = sorted((old.value, new.value))
    if high > _FARTHEST * max(low, Fraction(1)):
        return None
    way = 0
    if "way" in match.re.groupindex:
        way = UP if match.group("way") == "U" else DOWN
    elif name == "from to":
        way = _way_before(row, marked, match.start())
    start, end = sorted((place, at))
    start = min(start, match.start())
    return Pair(old, new, start, max(end + 1, match.end()), way, either=name in _OPEN)


def _begins_again(between: Sequence[Item]) -> bool:
    """Whether another subject follows a comma: "lost 1.3 million, the total came down to"."""
    comma = next((at for at, one in enumerate(between) if one.tag == ","), None)
    return comma is not None and any(one.text in _THE for one in between[comma + 1 : comma + 2])


_THE: Final = words("the its their our his her a an total this these")


def _place_of_new(name: str, row: Sequence[Item], marked: str, match: re.Match[str]) -> int | None:
    """Where the later figure stands: the nearest whose noun is not another than the earlier's.

    "492,000 people in 261,000 households, up from 468,000 people": people are held against people.
    """
    place, at = match.start("old"), match.start("new")
    if same_noun(row, place, row, at):
        return at
    if name != "up from":
        return None
    before = (step for step in range(at - 1, max(-1, at - _NEAR), -1) if marked[step] == "v")
    return next((step for step in before if same_noun(row, place, row, step)), None)


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
            # "Growth slowed from": the noun is what moved, and the verb tells where to.
            subject = row[at].text in NOUNS | {"growth"}
            refused |= subject and any(one.text.endswith("ed") for one in row[at + 1 : start])
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
    if marked.count("v") != 2:
        return
    first, last = marked.index("v"), marked.rindex("v")
    one, other = row[first].quantity, row[last].quantity
    if one is None or other is None or not same_noun(row, first, row, last):
        return
    timed = differ_in_time(row, first, row, last)
    between = marked[first:last]
    near = last - first <= 14 and not set("KS") & set(between)
    if ";" in between:
        near = near and refers_back(row[first + between.index(";") : last])
    measured = one.decimals > 0 and other.decimals > 0
    beside = one.unit == other.unit and last - first <= _BESIDE and "A" in between
    if kind == What.DURATION.value and not (measured or beside):
        return
    again = _AND_FROM.search(between) is not None
    loose = again or not (timed and near) or names_another(row, marked, first, last)
    way = by_years(row, marked, first, last)
    old, new = (other, one) if way == DOWN else (one, other)
    yield Pair(old, new, first, last + 1, either=True, loose=loose, ordered=bool(way))
