"""What is bound in a sentence: a percentage, its part and its whole, and which items are taken."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from peelian.engines.publishing.checker.claims import growth_words
from peelian.engines.publishing.checker.language.item import Item
from peelian.engines.publishing.checker.language.quantities import Quantity, What

COUNTED: Final = (What.COUNT, What.BASE)
"""What a percentage may be of, but for money."""


@dataclass(frozen=True)
class Bound:
    """A percentage, its part if that is printed, and the wholes it may be of, likeliest first.

    ``plain`` says that the words leave no other reading, ``said`` that the percentage names as its
    base what was said of the whole. ``at`` is the number of the item of the percentage in the
    sentence, ``part_at`` that of the part.
    """

    percent: Quantity
    part: Quantity | None
    wholes: tuple[Quantity, ...]
    plain: bool
    at: int = -1
    part_at: int = -1
    said: bool = False


@dataclass
class Search:
    """A sentence while its percentages are bound: which items are taken already."""

    row: tuple[Item, ...]
    letters: str
    taken: set[int]

    def free(self, *places: int) -> bool:
        """Whether no claim has any of some items yet."""
        return not self.taken & set(places)

    def take(self, *places: int) -> None:
        """Give items to a claim."""
        self.taken |= set(places)


def is_growth(row: Sequence[Item], at: int) -> bool:
    """Whether a percentage is of growth, also past a bracket: "a 9% (904) increase"."""
    if growth_words.is_growth(row, at):
        return True
    if at + 1 >= len(row) or row[at + 1].tag != "(":
        return False
    closed = next((one for one in range(at + 2, len(row)) if row[one].tag in "()"), len(row))
    after = row[closed + 1 : closed + 2]
    return bool(after) and row[closed].tag == ")" and after[0].text in growth_words.GROWTH


def alike(part: Quantity | None, whole: Quantity) -> bool:
    """Whether both are money or neither is."""
    return part is None or (part.what is What.MONEY) == (whole.what is What.MONEY)
