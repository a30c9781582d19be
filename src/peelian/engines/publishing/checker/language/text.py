"""A report as sentences of items, each with what stands before it."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from typing import Any, Final

from peelian.engines.publishing.checker.documents import (
    Document,
    Kind,
    Passage,
    Table,
    Unread,
)
from peelian.engines.publishing.checker.language import evenly
from peelian.engines.publishing.checker.language.item import Item
from peelian.engines.publishing.checker.language.items import items
from peelian.engines.publishing.checker.language.quantities import Quantity
from peelian.engines.publishing.checker.language.rows import Row
from peelian.engines.publishing.checker.language.sentences import sentences
from peelian.numbers.rounding import Range

MOST_ITEMS: Final = 400
MOST_FIGURES: Final = 60
MOST_CHARACTERS: Final = 10_000
"""Words and signs, figures, and characters of the longest sentence that is read. Peelian's limits.

The longest in a hundred published reports had 117 and 28. What is longer is no sentence but data
without lines, and the phrases would be sought in it for minutes. What has too many characters is
not even taken apart into words.
"""


@dataclass(frozen=True)
class Sentence:
    """One sentence: ``start`` and ``end`` bound it in the text of part ``part`` of the document.

    Quantities in it have their places in that text, not in the sentence.
    """

    text: str
    part: int
    place: str
    kind: Kind
    start: int
    end: int
    number: int
    row: tuple[Item, ...]

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Every quantity in it, in order."""
        return tuple(one.quantity for one in self.row if one.quantity is not None)


@dataclass(frozen=True)
class Text:
    """The sentences of a report in reading order, and its tables by their number.

    ``unit`` is what the counts of the whole report are rounded to, 1 where they are not. Sentences
    too long to be any have no items, and are named in ``unread``.
    """

    document: Document
    sentences: tuple[Sentence, ...]
    tables: tuple[tuple[int, Table], ...]
    unit: int = 1
    unread: tuple[Unread, ...] = ()

    def before(self, sentence: Sentence, most: int = 3) -> tuple[Sentence, ...]:
        """Up to so many sentences just before one, nearest first, that it may refer to.

        They stand in the same passage; for an item of a list also in the passage that opens the
        list, and in the items before it.
        """
        found: list[Sentence] = []
        for number in range(sentence.number - 1, -1, -1):
            other = self.sentences[number]
            if len(found) == most or not self._together(other, sentence):
                break
            found.append(other)
        return tuple(found)

    def after(self, sentence: Sentence, most: int = 4) -> tuple[Sentence, ...]:
        """Up to so many sentences that follow one in the same passage."""
        following = self.sentences[sentence.number + 1 : sentence.number + 1 + most]
        return tuple(one for one in following if one.part == sentence.part)

    def opening(self, sentence: Sentence) -> Sentence | None:
        """The sentence with a colon that opens the list in which a sentence stands, if any."""
        passage = self.document.parts[sentence.part]
        if sentence.kind is not Kind.ITEM or not isinstance(passage, Passage):
            return None
        number = self._starts.get(self._firsts.get(passage.list, sentence.part), 0) - 1
        if number < 0:
            return None
        other = self.sentences[number]
        if other.kind is Kind.ITEM or not self._together(other, sentence):
            return None
        return other if other.text.endswith(":") else None

    def around(self, figure: Quantity) -> Sentence | None:
        """The sentence in which a quantity stands."""
        stands = (figure.part, figure.start)
        at = bisect_right(self.sentences, stands, key=lambda one: (one.part, one.start)) - 1
        one = self.sentences[at] if at >= 0 else None
        return one if one and one.part == figure.part and figure.start < one.end else None

    @cached_property
    def known(self) -> dict[str, Any]:
        """What was worked out of the whole text before (``once``)."""
        return {}

    @cached_property
    def _starts(self) -> dict[int, int]:
        """The number of the first sentence of every part that has one."""
        found: dict[int, int] = {}
        for one in self.sentences:
            found.setdefault(one.part, one.number)
        return found

    @cached_property
    def _firsts(self) -> dict[int, int]:
        """The number of the first part of every list."""
        found: dict[int, int] = {}
        for number, part in self.document.passages():
            found.setdefault(part.list, number)
        return found

    def _together(self, earlier: Sentence, later: Sentence) -> bool:
        if earlier.part == later.part:
            return True
        one, other = self.document.parts[earlier.part], self.document.parts[later.part]
        if not (isinstance(one, Passage) and isinstance(other, Passage)):
            return False
        if other.kind is not Kind.ITEM:
            return False
        return one.list == other.list or (
            earlier.part == self._firsts[other.list] - 1
            and one.text.rstrip().endswith((":", "-", "\u2013"))
        )


def text_of(document: Document) -> Text:
    """Split a document into sentences of items; counts that are rounded throughout are ranges."""
    found: list[Sentence] = []
    unread: list[Unread] = []
    for part, passage in document.passages():
        for start, end in sentences(passage.text):
            row = _row(passage.text[start:end], start, part)
            why = _too_long(end - start, row)
            if why is not None:
                unread.append(Unread(passage.place, why))
                row = Row()
            found.append(
                Sentence(
                    passage.text[start:end],
                    part,
                    passage.place,
                    passage.kind,
                    start,
                    end,
                    len(found),
                    row,
                )
            )
    unit = evenly.unit_of(figure for one in found for figure in one.quantities)
    if unit > 1:
        found = [replace(one, row=_widened(one.row, unit)) for one in found]
    return Text(document, tuple(found), tuple(document.tables()), unit, tuple(unread))


def _row(text: str, start: int, part: int) -> Row:
    """The items of a sentence with their places in its passage; none of one that is too long."""
    if len(text) > MOST_CHARACTERS:
        return Row()
    return Row(_placed(one, start, part) for one in items(text))


def _too_long(characters: int, row: tuple[Item, ...]) -> str | None:
    """Why a sentence is not read, if it is not."""
    if characters > MOST_CHARACTERS:
        return f"a sentence of {characters:,} characters: no more than {MOST_CHARACTERS:,} are read"
    figures = sum(one.quantity is not None for one in row)
    if len(row) <= MOST_ITEMS and figures <= MOST_FIGURES:
        return None
    return (
        f"a sentence of {len(row):,} words and signs with {figures:,} figures: "
        f"no more than {MOST_ITEMS} and {MOST_FIGURES} are read"
    )


def _widened(row: tuple[Item, ...], unit: int) -> Row:
    return Row(
        replace(one, quantity=evenly.widened(one.quantity, unit)) if one.quantity else one
        for one in row
    )


def with_figures(text: Text) -> Iterator[Sentence]:
    """The sentences that hold at least one quantity."""
    return (one for one in text.sentences if one.quantities)


def _placed(item: Item, by: int, part: int) -> Item:
    """An item with its places in the passage rather than in the sentence.

    What is printed is never below nought, nor is anything that rounds to a printed 0.0.
    """
    number = item.quantity
    if number is not None:
        span = number.span
        if span.low.numerator < 0:
            span = Range(Fraction(0), span.high)
        number = replace(number, start=number.start + by, end=number.end + by, part=part, span=span)
    return Item(item.tag, item.text, item.start + by, item.end + by, number)
