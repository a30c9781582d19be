"""A percentage with its whole, and mostly its part, all of one phrase: the closest bonds."""

from collections.abc import Iterator
from typing import Final

from peelian.engines.publishing.checker.claims import growth_words
from peelian.engines.publishing.checker.claims.shares.search import (
    Bound,
    Search,
    alike,
    is_growth,
)
from peelian.engines.publishing.checker.claims.shares.trailing import part_after
from peelian.engines.publishing.checker.claims.shares.words import COMPARING, CONFIDENCE
from peelian.engines.publishing.checker.language.item import Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.phrases import Match
from peelian.engines.publishing.checker.language.quantities import Quantity

_OLDEST: Final = 100
_LISTING: Final = words("and or")
_OTHERS: Final = COMPARING | words("and but against although")


def claim(match: Match, search: Search, plain: bool) -> Iterator[Bound]:
    """A percentage with its whole and mostly its part, all three of the phrase."""
    at, part_at = match.at("p"), match.at("k")
    percent, part = match.quantity("p"), match.quantity("k")
    whole = match.quantity("n") or match.quantity("n2") or match.quantity("n3")
    whole = whole or match.quantity("n4")
    if at is None or percent is None or whole is None or not alike(part, whole):
        return
    if _is_whole_beside(match, part, whole) or _is_age(part, whole):
        return
    places = [at] if part_at is None else [at, part_at]
    if not search.free(*places) or _is_sure(search.row, at):
        return
    if _is_change(search, match, at) or _parted(search, match, at):
        return
    search.take(*places)
    part_at = -1 if part_at is None else part_at
    plain = plain and (whole.start < percent.start or not _a_setting(search, part_at, at))
    yield Bound(percent, part, (whole,), plain, at, part_at)


def told_after(match: Match, search: Search) -> Iterator[Bound]:
    """A percentage of a whole whose part ends the sentence: "18% of the 350 knew – 63 people"."""
    at, whole_at = match.at("p"), match.at("n")
    percent, whole = match.quantity("p"), match.quantity("n")
    if at is None or whole_at is None or percent is None or whole is None:
        return
    found = part_after(search.row, match.end, whole_at)
    if found is None or not search.free(at, found[0]) or is_growth(search.row, at):
        return
    search.take(at, found[0])
    yield Bound(percent, found[1], (whole,), True, at, found[0])


def _is_change(search: Search, match: Match, at: int) -> bool:
    """Whether a percentage is of growth, as after a colon: "rates fell in 3 of 4 places: 0.8%"."""
    if is_growth(search.row, at):
        return True
    part_at = match.at("k")
    if part_at is None or not part_at < at or search.letters[at - 1] not in ":;":
        return False
    before = search.row[max(0, part_at - 4) : part_at]
    return any(one.text in growth_words.GROWTH for one in before)


def _is_whole_beside(match: Match, part: Quantity | None, whole: Quantity) -> bool:
    """Whether a number in brackets after what a percentage is of is smaller than its part.

    Then it is no whole: "We had 820 replies, 41% of tenants (336)".
    """
    after = (match.at("n") or 0) > max(match.at("p") or 0, match.at("k") or 0)
    bracketed = after and match.items[(match.at("n") or 0) - 1].tag == "("
    return bracketed and part is not None and whole.value < part.value


def _is_age(part: Quantity | None, whole: Quantity) -> bool:
    """Whether "60 (30%) of those under 18" gives an age and no whole."""
    limit = whole.soft in ("under", "over") and whole.value <= _OLDEST
    return limit and part is not None and part.value > whole.value


def _a_setting(search: Search, part_at: int, at: int) -> bool:
    """Whether a count may only say where: "Across 43 forces, 21% of 4,300 posts were vacant"."""
    between = search.letters[part_at:at] if 0 < part_at < at else ""
    opened = search.letters[part_at - 1 : part_at] == "B"
    opened = opened and (part_at < 2 or search.row[part_at - 2].tag in ",;:")
    return opened and "," in between and not {"(", "C"} & set(between)


def _parted(search: Search, match: Match, at: int) -> bool:
    """Whether another claim begins between the counts before a percentage and itself.

    "542 agreed, and 12% of the 748 did not"; but "542 of the 748, and this represents 72.5%".
    """
    counts = [place for name in match.parts if (place := match.at(name)) is not None]
    first = max((place for place in counts if place < at), default=at)
    opened = [
        place
        for place in range(first + 2, at)
        if search.row[place].text in _OTHERS
        and search.row[place - 1].tag == ","
        and search.row[place + 1].text not in _LISTING  # "a face, arm and speech test"
    ]
    return any("C" not in search.letters[place:at] for place in opened)


def _is_sure(row: tuple[Item, ...], at: int) -> bool:
    """Whether a percentage says how sure somebody is: "95 percent confidence"."""
    return at + 1 < len(row) and row[at + 1].text in CONFIDENCE
