"""Whether a change plainly belongs to two figures, so that it may be refused for them."""

from collections.abc import Sequence
from typing import Final

from peelian.engines.publishing.checker.claims.changes.others import is_of_another
from peelian.engines.publishing.checker.claims.changes.pair import Pair
from peelian.engines.publishing.checker.claims.changes.same import times_of
from peelian.engines.publishing.checker.claims.changes.sizes import Size
from peelian.engines.publishing.checker.language.items import Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.phrases import pattern

_FARTHEST: Final = 10
_BEFORE: Final = words("previous last before prior earlier ago preceding")
_DIFFERENCE: Final = pattern(r"[nmt] w{0,2} [ML] T? [wd]{0,6}")
_PARTS_FROM: Final = frozenset(";KUDMLnpmS")


def is_plain(row: Sequence[Item], letters: str, size: Size, pair: Pair) -> bool:
    """Whether nothing else than this pair can be meant by a size in the same sentence."""
    if pair.loose or size.loose or is_of_another(row, letters, size, pair):
        return False
    if pair.size == size.at:
        return True
    if pair.size >= 0:
        return False
    if pair.start <= size.at < pair.end:
        return not set("K;A") & set(letters[pair.start : pair.end])
    if pair.end <= size.start and _other_reference(row, letters, size, pair):
        return False
    first, last = (size.end, pair.start) if size.at < pair.start else (pair.end, size.start)
    if size.at < pair.start and first > last:
        return True
    # A difference said in between is of the same pair: "from 318 to 274, 44 fewer, a cut of".
    gap = _DIFFERENCE.sub("", letters[first:last])
    if len(gap) > _FARTHEST or _PARTS_FROM & set(gap):
        return False
    return "A" not in gap and not (pair.end <= size.start and "V" in gap)


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
    named = times_of(row, place, place + 7)
    return not (named and named[0] in times_of(row, pair.start, pair.end + 4))


def is_shown_with_shares(letters: str, pair: Pair) -> bool:
    """Whether the figures of a pair have percentages in brackets: "from 240 (60%) to 210 (52%)"."""
    inside = letters[pair.start : pair.end]
    return "(p" in inside or "(wp" in inside
