"""Whether a change plainly belongs to two figures, so that it may be refused for them."""

from collections.abc import Sequence
from typing import Final

from peelian.engines.publishing.checker.claims.changes.gaps import gap as gap_between
from peelian.engines.publishing.checker.claims.changes.others import is_of_another
from peelian.engines.publishing.checker.claims.changes.pair import Pair
from peelian.engines.publishing.checker.claims.changes.same import times_of
from peelian.engines.publishing.checker.claims.changes.size import Size
from peelian.engines.publishing.checker.claims.wording import FUNCTION, root
from peelian.engines.publishing.checker.language.item import WORD, Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.phrases import pattern

_FARTHEST: Final = 10
_BEFORE: Final = words("previous last before prior earlier ago preceding")
_ON_THE_YEAR: Final = (["on", "the", "year"], ["on", "the", "month"], ["on", "the", "quarter"])
_IN_ONE_PHRASE: Final = pattern(r"[wo]{1,18} ,")
_WHOSE: Final = words("in of to")
_OF_OTHERS: Final = words("in among for across of at")
_DIFFERENCE: Final = pattern(r"[nmt] w{0,2} [ML] T? [wd]{0,6}")
_PARTS_FROM: Final = frozenset(";.KUDMLnpmS")


def is_plain(row: Sequence[Item], letters: str, size: Size, pair: Pair) -> bool:
    """Whether nothing else than this pair can be meant by a size in the same sentence."""
    if pair.loose or size.loose or is_of_another(row, letters, size, pair):
        return False
    if pair.size == size.at:
        return True
    if pair.size >= 0:
        return False
    if pair.start <= size.at < pair.end:
        if letters[size.end : size.end + 1] == "N":
            return False  # "down 0.2 points on 2017, compared with": what it is from is said
        return not set("K;A") & set(letters[pair.start : pair.end])
    if pair.end <= size.start and _other_reference(row, letters, size, pair):
        return False
    first, last = (size.end, pair.start) if size.at < pair.start else (pair.end, size.start)
    if size.at < pair.start and first > last:
        return True
    # A difference said in between is of the same pair: "from 318 to 274, 44 fewer, a cut of".
    before = size.at < pair.start
    between = gap_between(row, letters, size, pair) if before else letters[first:last]
    gap = _DIFFERENCE.sub("", between)
    ahead = row[size.end].text if size.end < len(row) else ""
    if not before and row[size.start - 1].text == "this" and ahead not in _OF_OTHERS:
        gap = gap.replace(";", "")  # "14 weeks and then 21; this rise, of nine weeks"
    if before and ahead in _WHOSE and letters[pair.start] == "F":
        if not _counts_what_was_named(row, pair):
            return False  # "a saving in the running costs of depots, from 107 vehicles to 102"
        if _IN_ONE_PHRASE.fullmatch(gap):
            return True  # "a 4 per cent reduction in the number of cases of all kinds, from"
    if len(gap) > _FARTHEST or _PARTS_FROM & set(gap):
        return False
    return "A" not in gap and not (pair.end <= size.start and "V" in gap)


def _counts_what_was_named(row: Sequence[Item], pair: Pair) -> bool:
    """Whether no figure of a pair has a noun after it that was not named before the pair."""
    known = {root(one.text) for one in row[: pair.start]} | FUNCTION
    figures = [at for at, one in enumerate(row) if one.quantity in (pair.old, pair.new)]
    after = [row[at + 1] for at in figures if at + 1 < len(row)]
    return all(one.tag != WORD or {one.text, root(one.text)} & known for one in after)


def _other_reference(row: Sequence[Item], letters: str, size: Size, pair: Pair) -> bool:
    """Whether the size names what it compares with, which is not the pair's earlier figure."""
    ahead = letters[size.end : size.end + 3]
    places = [at for at, letter in enumerate(ahead) if letter in "TNV"]
    if not places:
        return False
    place = size.end + places[0]
    if pair.start < place < pair.end:
        return False
    said = {one.text for one in row[place : place + 9]}
    if said & _BEFORE:
        return False
    on_the_year = [one.text for one in row[place : place + 3]] in _ON_THE_YEAR
    if on_the_year and not times_of(row, pair.start, pair.end):
        return False
    named = times_of(row, place, place + 7)
    return not (named and named[0] in times_of(row, pair.start, pair.end + 4))


def is_shown_with_shares(letters: str, pair: Pair) -> bool:
    """Whether the figures of a pair have percentages in brackets: "from 240 (60%) to 210 (52%)"."""
    inside = letters[pair.start : pair.end]
    return "(p" in inside or "(wp" in inside
