"""Two figures that a change may lead between, and how a row is marked to look for them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from peelian.engines.publishing.checker.claims.changes.size import Size
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.quantities import Quantity


@dataclass(frozen=True)
class Pair:
    """Two figures of one thing, earlier and later, between items ``start`` and ``end`` of a row.

    ``way`` is the direction of the verb that they stand with, 0 for none. ``either`` is said of
    figures that are compared, whose order the words leave open; they are ``ordered`` where two
    years tell it, so that a rise from the one to the other is no fall the other way. ``size`` is
    the place of the size that names the earlier figure ("86 more than the 412"), -1 for none.
    ``series`` marks a further leg of "from 900 to 990 and then to 1,089". A ``loose`` pair stands
    in no phrase: it can explain a change, and no change is refused for it.
    """

    old: Quantity
    new: Quantity
    start: int
    end: int
    way: int = 0
    either: bool = False
    loose: bool = False
    size: int = -1
    ordered: bool = False
    series: bool = False


DETERMINERS: Final = words(
    "a an the its their our his her this that these those some just only peak low high level "
    "total average record of around mean median reach stand at be new former earlier initial "
    "previous roughly now have become hit almost as of"
)
"""Words that may stand between "from" or "to" and its figure."""


def marked_for(letters: str, stated: Sequence[Size], kind: str) -> str:
    """The letters of a row with figures of one kind as "v", others "z" and sizes "S"."""
    marked = letters.translate(_MARKS[kind])
    for one in stated:
        marked = f"{marked[: one.at]}S{marked[one.at + 1 :]}"
    return marked


_FIGURES: Final = "npmtqfxb"
_MARKS: Final = {
    kind: str.maketrans({one: "v" if one == kind else "z" for one in _FIGURES}) for kind in _FIGURES
}
