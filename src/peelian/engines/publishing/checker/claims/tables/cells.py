"""The cells of a table as numbers: what is printed, what it may stand for, what is not shown.

Cells are read by themselves; what a whole table says of them, such as that all are rounded to 5,
comes later. A cell that hides its number, or has none, says why.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from typing import Final

from peelian.engines.publishing.checker.language.lexicons import words
from peelian.numbers.rounding import INFINITE, Range, exactly, rounded


class Gap(StrEnum):
    """Why a cell has no number."""

    EMPTY = "empty"
    NIL = "a dash, which may mean none"
    HIDDEN = "hidden"
    MISSING = "not available"
    TEXT = "no number"


AT_LEAST_NOTHING: Final = Range(Fraction(0), INFINITE)


@dataclass(frozen=True)
class Cell:
    """One cell. ``value`` is as printed (per cent for a percentage), ``decimals`` -3 in thousands.

    ``share`` is the percentage in brackets behind the number, as in ``542 (72.5%)``. ``hidden`` is
    what a number that is not shown may be. ``bracketed`` numbers may be below zero. ``noted`` says
    that a note is referred to, which may say anything of the number.
    """

    row: int
    column: int
    printed: str
    value: Fraction | None = None
    decimals: int = 0
    percent: bool = False
    money: bool = False
    share: Fraction | None = None
    share_decimals: int = 0
    bracketed: bool = False
    noted: bool = False
    gap: Gap | None = None
    hidden: Range = AT_LEAST_NOTHING

    @cached_property
    def exact(self) -> Range:
        """Its number and nothing else; raises ``ValueError`` for a cell without one."""
        return exactly(self._number)

    @cached_property
    def rounded(self) -> Range:
        """What rounds to its number at its decimals; raises ``ValueError`` without one."""
        return rounded(self._number, self.decimals)

    @property
    def _number(self) -> Fraction:
        if self.value is None:
            raise ValueError(f"The cell {self.printed!r} holds no number.")
        return self.value

    @property
    def place(self) -> tuple[int, int]:
        """Its row and column in the table, from 0."""
        return self.row, self.column


_LONGEST: Final = 40
_NIL: Final = words("- – — − nil")
_HIDDEN: Final = words("* ** *** c [c] x # ~ s supp suppressed redacted withheld [s] [low] low (c)")
_MISSING: Final = words(
    ".. ... … . : n/a na n.a. n.a n/k nk z [x] [z] [u] u not_available not_applicable no_data "
    "unknown ? [n/a] [:]"
)
_BELOW: Final = re.compile(r"(?:<|less than|fewer than|under) ?(\d{1,4})")
_UP_TO: Final = re.compile(r"(?:≤|up to) ?(\d{1,4})")
_NUMBER: Final = r"\d{1,3}(?:[,\u2009\u202f\xa0 ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+"
_MARKS: Final = r"(?:\s*(?:\[[^\]%]{1,12}\]|\([a-z]{1,2}\)|[*†‡§#^¹²³⁰⁴-⁹]+|[rpe](?![a-z])))*"
_CELL: Final = re.compile(
    rf"(?P<open>\()?\s*(?P<sign>[+\-−–]\s?)?(?P<money>[£$€])?\s*(?P<sign2>[-−–])?(?P<number>{_NUMBER})"
    rf"\s?(?P<scale>k|m|mn|bn|thousand|million|billion)?\s?(?P<percent>%|per cent|percent|pp|pts?)?"
    rf"(?P<close>\))?{_MARKS}"
    rf"(?:\s*[(\[]\s*(?P<share>[\d.]+)\s?(?P<of>%|per cent)?\s*[)\]])?{_MARKS}",
    re.IGNORECASE,
)
_SHARE_FIRST: Final = re.compile(
    rf"(?P<share>[\d.]+)\s?%\s*\((?:n\s?=\s?)?(?P<number>{_NUMBER})\){_MARKS}"
)
NOTED: Final = re.compile(r"[*†‡§#^]\s*$|\[(?:note|[a-z]|\d)", re.IGNORECASE)
"""A mark of a note at the end of a cell, or one in brackets."""
_SCALES: Final = {"k": 3, "thousand": 3, "m": 6, "mn": 6, "million": 6, "bn": 9, "billion": 9}


def cell(row: int, column: int, printed: str) -> Cell:
    """A cell as it is printed, read by itself."""
    text = printed.strip()
    bare = text.lower()
    if not text:
        return Cell(row, column, printed, gap=Gap.EMPTY)
    for gap, known in ((Gap.NIL, _NIL), (Gap.HIDDEN, _HIDDEN), (Gap.MISSING, _MISSING)):
        if bare in known:
            return Cell(row, column, printed, gap=gap)
    if len(text) > _LONGEST:
        return Cell(row, column, printed, gap=Gap.TEXT)
    if below := _BELOW.fullmatch(bare):
        up_to = Range(Fraction(0), Fraction(max(0, int(below[1]) - 1)))
        return Cell(row, column, printed, gap=Gap.HIDDEN, hidden=up_to)
    if up := _UP_TO.fullmatch(bare):
        return Cell(
            row, column, printed, gap=Gap.HIDDEN, hidden=Range(Fraction(0), Fraction(up[1]))
        )
    return _numeric(row, column, printed) or Cell(row, column, printed, gap=Gap.TEXT)


def span(one: Cell, step: Fraction) -> Range:
    """What a number may stand for, where whole ones of its table are rounded to ``step``.

    A step of 0 says that whole numbers are exact. Raises ``ValueError`` for a cell without one.
    """
    if one.decimals != 0 or not step:
        return one.rounded if one.decimals else one.exact
    number = one.exact.low
    return Range(number - step / 2, number + step / 2)


def percentage(one: Cell) -> Range:
    """What a percentage may stand for, to the decimals that it is printed with."""
    return one.rounded


def _numeric(row: int, column: int, printed: str) -> Cell | None:
    text = printed.strip()
    if first := _SHARE_FIRST.fullmatch(text):
        value, decimals = _read(first["number"])
        its_share, its_places = _read(first["share"])
        return Cell(
            row, column, printed, value, decimals, share=its_share, share_decimals=its_places
        )
    found = _CELL.fullmatch(text)
    if found is None or bool(found["open"]) != bool(found["close"]):
        return None
    value, decimals = _read(found["number"])
    power = _SCALES.get((found["scale"] or "").lower(), 0)
    below = (found["sign"] or found["sign2"] or "+").strip() != "+"
    sign = -1 if below or found["open"] else 1
    share: Fraction | None = None
    places = 0
    if found["share"]:
        if found["share"].count(".") > 1 or found["share"] == ".":
            return None
        share, places = _read(found["share"])
    return Cell(
        row,
        column,
        printed,
        sign * value * 10**power,
        decimals - power,
        percent=bool(found["percent"]),
        money=bool(found["money"]),
        share=share,
        share_decimals=places,
        bracketed=bool(found["open"]),
        noted=bool(NOTED.search(text)),
    )


def _read(digits: str) -> tuple[Fraction, int]:
    plain = "".join(sign for sign in digits if sign.isdigit() or sign == ".")
    return Fraction(plain if plain[-1] != "." else plain[:-1]), len(plain.partition(".")[2])
