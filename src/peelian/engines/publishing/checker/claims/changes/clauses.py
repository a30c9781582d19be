"""The changes, figures and pairs of one sentence, found once."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from peelian.engines.publishing.checker.claims.changes.links import is_shown_with_shares
from peelian.engines.publishing.checker.claims.changes.measured import based_on, moved_to
from peelian.engines.publishing.checker.claims.changes.pair import Pair
from peelian.engines.publishing.checker.claims.changes.pairs import dated, pairs
from peelian.engines.publishing.checker.claims.changes.rows import row_of
from peelian.engines.publishing.checker.claims.changes.size import Size
from peelian.engines.publishing.checker.claims.changes.sizes import sizes
from peelian.engines.publishing.checker.claims.changes.words import letters
from peelian.engines.publishing.checker.language.item import Item
from peelian.engines.publishing.checker.language.phrases import pattern
from peelian.engines.publishing.checker.language.quantities import Quantity
from peelian.engines.publishing.checker.language.text import Sentence

KINDS: Final = "npmt"
_IN_BRACKETS: Final = pattern(r"[wzdr]{0,3} \( w? (?P<size>p) \)")


@dataclass(frozen=True)
class Clause:
    """A sentence as a row with its letters."""

    sentence: Sentence

    @cached_property
    def row(self) -> tuple[Item, ...]:
        """Its items."""
        return row_of(self.sentence)

    @cached_property
    def letters(self) -> str:
        """One letter for each item."""
        return letters(self.row)

    @cached_property
    def sizes(self) -> tuple[Size, ...]:
        """The sizes of change that are said in words."""
        return tuple(sizes(self.row, self.letters))

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """The figures that a phrase joins, then those that stand with two times."""
        found = [pair for kind in KINDS for pair in pairs(self.row, self.letters, self.sizes, kind)]
        for kind in KINDS:
            if not any(one.old.what.value == kind and not one.loose for one in found):
                found += dated(self.row, self.letters, self.sizes, kind)
        return tuple(dict.fromkeys(found))

    @cached_property
    def moved(self) -> tuple[tuple[Size, Quantity], ...]:
        """Sizes with the figure they led to: "by 86 to 498"."""
        return tuple(
            one for kind in KINDS for one in moved_to(self.row, self.letters, self.sizes, kind)
        )

    @cached_property
    def based(self) -> tuple[tuple[Size, Quantity], ...]:
        """Sizes with the figure they are measured from: "86 more than the 412"."""
        return tuple(
            one for kind in KINDS for one in based_on(self.row, self.letters, self.sizes, kind)
        )

    def figures(self, kind: str) -> list[tuple[int, Quantity]]:
        """The figures of a kind that are no sizes, each with its place in the row."""
        places = {one.at for one in self.sizes}
        return [
            (at, item.quantity)
            for at, item in enumerate(self.row)
            if self.letters[at] == kind and item.quantity is not None and at not in places
        ]

    def in_brackets(self) -> Iterator[tuple[Size, Pair]]:
        """Percentages in brackets after a move, which may be its size: "from 900 to 990 (10%)"."""
        for pair in self.pairs:
            moves = pair.way or pair.series or self.letters[: pair.start].endswith("C")
            if not moves or pair.loose or pair.old.what.value == "p":
                continue
            if not pair.series and is_shown_with_shares(self.letters, pair):
                continue
            match = _IN_BRACKETS.match(self.letters, pair.end)
            if match is None:
                continue
            at = match.start("size")
            number = self.row[at].quantity
            if number is not None:
                yield Size(number, at, match.start(), match.end(), pair.way, loose=True), pair
