"""Brackets in the middle of a sentence that speak of another time: "(2024: 9 of 38, 24%)"."""

from collections.abc import Iterator, Sequence
from typing import Final

from peelian.engines.publishing.checker.language.item import DATE, Item
from peelian.engines.publishing.checker.language.lexicons import words

_EARLIER: Final = words("previous previously last prior earlier compared against versus vs")


def without_asides(row: Sequence[Item]) -> tuple[Item, ...]:
    """The items of a sentence but for brackets that open with a date or with words such as "last".

    The commas round them stay: what stands behind may be said of what stands before.
    """
    dropped = {at for first, last in _asides(row) for at in range(first, last + 1)}
    return tuple(one for at, one in enumerate(row) if at not in dropped)


def _asides(row: Sequence[Item]) -> Iterator[tuple[int, int]]:
    """The first and last item of each bracket that speaks of another time."""
    for at, item in enumerate(row):
        if item.tag != "(":
            continue
        last = next((one for one in range(at + 1, len(row)) if row[one].tag in "()"), -1)
        if last < 0 or row[last].tag != ")":
            continue
        opening = row[at + 1 : at + 3]
        if any(one.tag == DATE or one.text in _EARLIER for one in opening):
            yield at, last
