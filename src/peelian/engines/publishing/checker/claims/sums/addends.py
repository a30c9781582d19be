"""The parts of a total as a sentence lists them: "60 constables, 25 sergeants and one inspector".

A list of parts is a run of segments, parted by commas and "and". The number that opens a segment,
or stands alone at its end ("north 12, south 9"), is a part. Numbers elsewhere ("830 thefts in 12
districts") are doubtful, and those of a subordinate segment ("including 148 for possession", "up
from 212") are not parts at all.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from peelian.engines.publishing.checker.claims.sums import ages, places
from peelian.engines.publishing.checker.claims.sums.divisions import (
    exclude_each_other,
    exclude_strictly,
)
from peelian.engines.publishing.checker.claims.sums.segments import (
    PASSIVE,
    is_clause,
    is_key,
    is_nested,
    is_property,
    is_who,
    outside_brackets,
)
from peelian.engines.publishing.checker.language.item import WORD, Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.engines.publishing.checker.language.text import Sentence
from peelian.numbers.rounding import exactly

_JOINS: Final = words("and plus while whereas & or")
_LEADS: Final = words(
    "the a of further another other only just also with in for those these were was to by then "
    "still nearly on at remaining"
)
_WHILE: Final = words("while whereas")
_LATER: Final = words("later subsequently afterwards eventually")
_OTHERS: Final = words("other remaining")
_ITS: Final = words("the its their")
_ENDS: Final = words(
    "which who so because although though however this that it they we each there if when where but"
)
_VAGUE: Final = words(
    "some several many few most majority number handful rest remainder others another a an various"
)
_NAME: Final = 5
_OVER: Final = Fraction(23, 20)
MOST: Final = 12
"""More parts than this are a table in words, and no list that a sentence can add up."""


@dataclass(frozen=True)
class Addends:
    """The parts found, the numbers that may be parts too, and what the words say of them.

    ``completed`` where the last part is said to be all the others: "and the other 512 women";
    ``named_last`` where the parts stand in brackets and the last is "other costs (£5m)".
    """

    parts: tuple[Quantity, ...]
    doubtful: tuple[Quantity, ...]
    vague: bool
    properties: bool
    excluding: bool
    said: tuple[tuple[str, ...], ...]
    completed: bool = False
    named_last: bool = False


def alike(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities count in the same, so that they can be added; 2.6 counts nothing."""
    if What.COUNT is one.what and max(one.decimals, other.decimals) > 0:
        return False
    return one.what is other.what and (one.what is not What.MONEY or one.unit == other.unit)


def counted(item: Item, part: int) -> Quantity | None:
    """The quantity of an item; "one", which elsewhere is mostly a pronoun, counts among parts."""
    if item.quantity is not None or item.text != "one":
        return item.quantity
    return Quantity(
        What.COUNT,
        Fraction(1),
        exactly(1),
        item.start,
        item.end,
        item.text,
        digits=False,
        part=part,
    )


def addends(sentence: Sentence, first: int, kind: Quantity, last: int | None = None) -> Addends:
    """The parts that are listed from an item on (up to ``last``), of the same kind as a total."""
    return _Reader(kind, sentence).read(sentence.row[:last], first)


class _Reader:
    """Reads one list, segment by segment."""

    def __init__(self, kind: Quantity, sentence: Sentence) -> None:
        self.kind = kind
        self.part = sentence.part
        self.places: list[str] = []
        self.completed = False
        self.join = ""
        self.others = False
        self.parts: list[Quantity] = []
        self.said: list[list[str]] = []
        self.bracketed: list[Quantity] = []
        self.doubtful: list[Quantity] = []
        self.vague = False

    def read(self, row: Sequence[Item], first: int) -> Addends:
        """Read up to the end of the list, of the sentence or of the bracket it stands in."""
        segment: list[Item] = []
        at, depth = first, 0
        while at < len(row):
            item = row[at]
            if item.tag == ")" and not depth:
                break
            depth += (item.tag == "(") - (item.tag == ")")
            if not depth and item.tag != ")" and self._parts_segments(item, segment):
                self._segment(segment)
                segment = []
                self.join = item.text
                if self._ended(row, at):
                    break
            else:
                segment.append(item)
            at += 1
        self._segment(segment)
        parts = self.parts or self.bracketed
        bare = bool(self.parts)
        excluding = bare and (exclude_each_other(self.said) or self._are_apart())
        excluding = excluding and not any(_LATER & set(one) for one in self.said)
        return Addends(
            tuple(parts),
            tuple(self.doubtful),
            self.vague or is_clause(self.said) or (ages.some(self.said) and not excluding),
            bare and any(is_property(one) for one in self.said) and not exclude_strictly(self.said),
            excluding,
            tuple(tuple(one) for one in self.said) if bare else (),
            bare and self.completed,
            not bare and self.others,
        )

    def _are_apart(self) -> bool:
        """Whether parts are in places or years of their own; of years only what makes the whole.

        "60 posts, with 20 in 2021, 25 in 2022 and 40 in 2023" are levels.
        """
        if not places.in_years(self.places):
            return places.apart(self.places)
        made = sum((one.value for one in self.parts), Fraction(0))
        return places.apart(self.places) and made <= _OVER * self.kind.value

    def _parts_segments(self, item: Item, segment: Sequence[Item]) -> bool:
        return item.tag in (",", ";") or (item.tag == WORD and item.text in _JOINS)

    def _ended(self, row: Sequence[Item], at: int) -> bool:
        """Whether the list ends at a sign: before "which", or at a semicolon before no number."""
        ahead = row[at + 1 : at + 3]
        if not ahead:
            return True
        if row[at].tag == ";":
            return not any(counted(one, 0) or one.text in _JOINS for one in ahead)
        return ahead[0].text in _ENDS and bool(self.parts) and row[at].tag == ","

    def _segment(self, segment: Sequence[Item]) -> None:
        outside = outside_brackets(segment)
        while outside and outside[-1].tag == ".":
            outside.pop()
        if not outside:
            return
        if is_nested(outside):
            return
        found = [(at, number) for at, one in enumerate(outside) if (number := self._of(one))]
        if not found:
            self._bracket(segment)
            self.vague |= outside[0].text in _VAGUE and bool(self.parts)
            self._continue(outside)
            return
        at, number = found[0]
        lead = [one.text for one in outside[:at]]
        alone = (
            at == len(outside) - 1
            and at <= _NAME
            and all(one.tag in "w:od-" for one in outside[:at])
        )
        if is_key(outside[:at], outside[at]):
            self.doubtful.append(number)
        elif set(lead) <= _LEADS or alone or is_who(lead):
            self.parts.append(number)
            self.said.append([one.text for one in outside[at + 1 :]] + (lead if alone else []))
            self.places.append(places.place_of(outside[at + 1 :]))
            self.completed = len(lead) > 1 and lead[-1] in _OTHERS and lead[-2] in _ITS
            # "while the other 200 women ..." may be of others than the whole.
            own = outside[at + 1 : at + 2]
            self.completed &= self.join not in _WHILE or (not own or own[0].text in PASSIVE)
        else:
            self.doubtful.append(number)
        self.doubtful.extend(other for _, other in found[1:])

    def _of(self, item: Item) -> Quantity | None:
        number = counted(item, self.part)
        return number if number is not None and alike(number, self.kind) else None

    def _bracket(self, segment: Sequence[Item]) -> None:
        """Note a number alone in brackets after the name of its part: "sergeants (25)"."""
        for before, item, after in zip(segment, segment[1:], segment[2:], strict=False):
            if before.tag == "(" and after.tag == ")" and (number := self._of(item)) is not None:
                self.bracketed.append(number)
                self.others = bool(_OTHERS & {one.text for one in segment[:2]})

    def _continue(self, outside: Sequence[Item]) -> None:
        if self.said:
            self.said[-1].extend(one.text for one in outside)
