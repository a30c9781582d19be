"""The parts of a total as a sentence lists them: "60 constables, 25 sergeants and one inspector".

A list of parts is a run of segments, parted by commas and "and". The number that opens a segment,
or stands alone at its end ("north 12, south 9"), is a part. Numbers elsewhere ("830 thefts in 12
districts") are doubtful, and those of a subordinate segment ("including 148 for possession", "up
from 212") are not parts at all.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Final

from peelian.engines.publishing.checker.claims.sums import ages
from peelian.engines.publishing.checker.claims.sums.divisions import (
    exclude_each_other,
    exclude_strictly,
)
from peelian.engines.publishing.checker.language.items import OF, WORD, Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.engines.publishing.checker.language.text import Sentence
from peelian.numbers.rounding import exactly

_JOINS: Final = words("and plus while whereas & or")
_LEADS: Final = words(
    "the a of further another other only just also with in for those these were was to by then "
    "still nearly on at"
)
_NESTED: Final = words(
    "including includes included such up down compared against versus rather than from after "
    "before since within among amid despite instead excluding except not increasing rising falling"
)
_WHOSE: Final = words("which whom these those them")
_ENDS: Final = words(
    "which who so because although though however this that it they we each there if when where but"
)
_VAGUE: Final = words(
    "some several many few most majority number handful rest remainder others another a an various"
)
_PASSIVE: Final = words("was were been be not are is")
_PROPERTIES: Final = words(
    "said told had has have reported felt named mentioned chose thought wanted cited believed knew "
    "involved concerned contained showed included met received used need needed lacked related "
    "gave saw found attended took described wished suffered say think feel want use experienced "
    "supported opposed favoured liked disliked"
)
_HAVE: Final = words("have has had")
_WE: Final = words("we they it inspectors auditors")
_SINCE: Final = words("since now already been not")
_NAME: Final = 5
MOST: Final = 12
"""More parts than this are a table in words, and no list that a sentence can add up."""


@dataclass(frozen=True)
class Addends:
    """The parts found, the numbers that may be parts too, and what the words say of them."""

    parts: tuple[Quantity, ...]
    doubtful: tuple[Quantity, ...]
    vague: bool
    properties: bool
    excluding: bool
    said: tuple[tuple[str, ...], ...]


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
    return _Reader(kind, sentence.part).read(sentence.row[:last], first)


class _Reader:
    """Reads one list, segment by segment."""

    def __init__(self, kind: Quantity, part: int) -> None:
        self.kind = kind
        self.part = part
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
                if self._ended(row, at):
                    break
            else:
                segment.append(item)
            at += 1
        self._segment(segment)
        parts = self.parts or self.bracketed
        bare = bool(self.parts)
        excluding = bare and exclude_each_other(self.said)
        return Addends(
            tuple(parts),
            tuple(self.doubtful),
            self.vague or _is_clause(self.said) or (ages.some(self.said) and not excluding),
            bare
            and any(_is_property(one) for one in self.said)
            and not exclude_strictly(self.said),
            excluding,
            tuple(tuple(one) for one in self.said) if bare else (),
        )

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
        outside = _outside_brackets(segment)
        while outside and outside[-1].tag == ".":
            outside.pop()
        if not outside:
            return
        if _is_nested(outside):
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
        if set(lead) <= _LEADS or alone or _is_who(lead):
            self.parts.append(number)
            self.said.append([one.text for one in outside[at + 1 :]] + (lead if alone else []))
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

    def _continue(self, outside: Sequence[Item]) -> None:
        if self.said:
            self.said[-1].extend(one.text for one in outside)


def _is_who(lead: Sequence[str]) -> bool:
    """Whether only "we graded" or the like stands before the first part."""
    return len(lead) == 2 and lead[0] in _WE and lead[1].endswith("ed")


def _is_property(said: Sequence[str]) -> bool:
    """Whether a part says what it did or had; "have since closed" says what it is."""
    for word, ahead in pairwise((*said[:2], *said[2:3], "")):
        if word in _PROPERTIES:
            return not (word in _HAVE and (ahead in _SINCE or ahead.endswith("ed")))
    return False


def _is_clause(said: Sequence[Sequence[str]]) -> bool:
    """Whether the parts are the subject of a verb: "12 drivers and 6 pedestrians died"."""
    ends = [one[-1] if one and not _PASSIVE & set(one[-2:]) else "" for one in said]
    return (
        bool(ends)
        and ends[-1].endswith("ed")
        and not any(word.endswith("ed") for one in said[:-1] for word in one)
        and len(said[-1]) > 1
    )


def _is_nested(segment: Sequence[Item]) -> bool:
    first = segment[0]
    if first.tag == OF and len(segment) > 1:
        return any(one.text in _WHOSE for one in segment[1:3])
    return first.tag == WORD and first.text in _NESTED


def _outside_brackets(segment: Sequence[Item]) -> list[Item]:
    kept, depth = [], 0
    for one in segment:
        depth += one.tag == "("
        if not depth:
            kept.append(one)
        depth = max(0, depth - (one.tag == ")"))
    return kept
