"""What the readers of tables share: cells that span several, and rows that are headings."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from peelian.engines.publishing.checker.reading import limits

# Spaces stand within a figure only before three digits: "1,200 1,300" are two.
_FIGURE = r"[<>~≈+−–£$€(-]*\s*\d[\d.,]*(?:[ \xa0\u2009\u202f]\d{3}(?![\d.,]))*"
# What follows a figure in its cell: "(72.5%)", "[405]", "± 0.3", "of 748". Each sign that opens one
# is kept out of what it may hold, so that no cell can be taken apart in very many ways.
_HELD = r"[^A-Za-z(\[/±]*"
_MORE = rf"(?:[(\[/±]|of\b){_HELD}(?:to{_HELD})?"
_NUMBER = re.compile(rf"{_FIGURE}\D{{0,12}}|{_FIGURE}\s*%?\s*\+?(?:{_MORE})+")
_LONGEST = 40  # characters: what is longer is a sentence
_YEAR = re.compile(r"\D{0,12}(?:19|20)\d\d(?:\s*[/–-]\s*\d{2,4})?\D{0,4}")


@dataclass(frozen=True)
class Cell:
    """A cell as it is written, with the number of columns and rows that it spans."""

    text: str
    columns: int = 1
    rows: int = 1


def laid_out(rows: Sequence[Iterable[Cell]]) -> list[list[str]]:
    """The cells on their places: one that spans several is written once, at its top left.

    Raises:
        Unreadable: spans make the table larger than ``limits.CELLS``.
    """
    taken: dict[int, int] = {}  # column -> rows still covered by a cell from above
    grid: list[list[str]] = []
    cells = 0
    for number, row in enumerate(rows):
        line: list[str] = []
        covered: dict[int, int] = {}
        for cell in row:
            _skip(line, taken)
            cells += cell.columns
            limits.within(limits.CELLS, cells, "table cells", limits.SPLIT)
            below = min(cell.rows, len(rows) - number) - 1
            if below > 0:
                covered.update(dict.fromkeys(range(len(line), len(line) + cell.columns), below))
            line += [cell.text, *[""] * (cell.columns - 1)]
        _skip(line, taken)
        cells += len(taken)
        limits.within(limits.CELLS, cells, "table cells", limits.SPLIT)
        taken = {at: left - 1 for at, left in taken.items() if left > 1} | covered
        grid.append(line)
    return grid


def heads_of(rows: Sequence[Sequence[str]]) -> int:
    """How many rows stand before the first with a number; years alone are headings too."""
    for number, row in enumerate(rows):
        if any(is_number(cell) and not _YEAR.fullmatch(cell) for cell in row):
            return number
    return 1


def is_number(cell: str) -> bool:
    """Whether a cell holds a figure, with its signs and unit, and no more: ``542 (72.5%)``."""
    return len(cell) <= _LONGEST and bool(_NUMBER.fullmatch(cell.strip()))


def _skip(line: list[str], taken: dict[int, int]) -> None:
    while len(line) in taken:
        line.append("")
