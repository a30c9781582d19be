"""The shape of a table: its heading rows, its columns of labels, and what each line is.

A line is a row or a column of the body: what is said of rows and their totals holds of columns too.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from typing import Final

from peelian.engines.publishing.checker.claims.tables import labels as table_labels
from peelian.engines.publishing.checker.claims.tables.cells import Cell, Gap, cell
from peelian.engines.publishing.checker.claims.tables.labels import Role, What
from peelian.engines.publishing.checker.documents import Table
from peelian.engines.publishing.checker.language.lexicons import words

STEPS: Final = (1000, 100, 10, 5)
LOOKS_ROUNDED: Final = 5
"""So many numbers above 0 must all be round before a table is taken as rounded. Peelian's rule."""


@dataclass(frozen=True)
class Line:
    """One row or column: its labels from the outermost, and what its numbers are."""

    at: int
    labels: tuple[str, ...]
    role: Role
    what: What

    @property
    def words(self) -> str:
        """All its labels in one line."""
        return ", ".join(dict.fromkeys(one for one in self.labels if one))


@dataclass(frozen=True)
class Shape:
    """A table in which every number has a row and a column with labels.

    ``near`` are the words that stand above, in and below it, in lower case: its caption, its
    headings and notes. ``step`` is what whole numbers are rounded to, 0 where they are exact.
    """

    table: Table
    part: int
    cells: tuple[tuple[Cell, ...], ...]
    rows: tuple[Line, ...]
    columns: tuple[Line, ...]
    near: str
    step: Fraction

    def at(self, row: int, column: int) -> Cell:
        """The cell of a row and a column."""
        return self.cells[row][column]

    @cached_property
    def heads(self) -> int:
        """The rows of headings, those that the reader of the format did not know included."""
        return self.rows[0].at if self.rows else len(self.cells)


def shape_of(table: Table, part: int, near: str, *, measured: bool) -> Shape | None:
    """The shape of a table; nothing for one without numbers in rows and columns.

    ``measured`` says that whole numbers are rounded to ones: money, hours, full-time posts.
    """
    cells = tuple(
        tuple(cell(row, column, text) for column, text in enumerate(texts))
        for row, texts in enumerate(table.rows)
    )
    heads = _heads(cells, table.heads)
    body = cells[heads:]
    if not body or len(cells[0]) < 2:
        return None
    labels = _label_columns(body)
    if labels == len(cells[0]):
        return None
    columns = tuple(_column(cells, heads, labels, at) for at in range(labels, len(cells[0])))
    rows = tuple(_row(one, labels) for one in body)
    found = Shape(table, part, cells, rows, columns, near, Fraction(0))
    return replace(found, step=_step(found, measured=measured))


def _heads(cells: Sequence[Sequence[Cell]], told: int) -> int:
    """The heading rows: those told, and those after them that hold words and no figures."""
    heads = min(told, len(cells))
    while heads < len(cells):
        row = cells[heads]
        filled = [one for one in row if one.gap is not Gap.EMPTY]
        if any(one.gap is not Gap.TEXT for one in filled) or len(filled) < 2 or len(row) < 2:
            break
        if sum(one.gap is Gap.TEXT for one in row[1:]) < 1:
            break
        heads += 1
    return heads


def _label_columns(body: Sequence[Sequence[Cell]]) -> int:
    """How many columns at the left name the rows: the first, and those of words after it."""
    width = len(body[0])
    count = 1
    while count < width:
        column = [row[count] for row in body]
        if any(one.value is not None or one.gap in (Gap.HIDDEN, Gap.MISSING) for one in column):
            break
        if not any(one.gap is Gap.TEXT for one in column):
            break
        count += 1
    return count


def _column(cells: Sequence[Sequence[Cell]], heads: int, labels: int, at: int) -> Line:
    """A column with its headings; one that spans several is written over the first of them."""
    said = []
    for row in range(heads):
        text = cells[row][at].printed
        if not text and row < heads - 1:
            text = next(
                (
                    cells[row][one].printed
                    for one in range(at, labels - 1, -1)
                    if cells[row][one].printed
                ),
                "",
            )
        if text:
            said.append(text)
    kind = table_labels.what(said)
    numbers = [row[at] for row in cells[heads:] if row[at].value is not None]
    if kind is What.COUNT and numbers and all(one.percent for one in numbers):
        kind = What.PERCENT
    return Line(at, tuple(said), table_labels.role(said), kind)


def _row(row: Sequence[Cell], labels: int) -> Line:
    said = tuple(one.printed for one in row[:labels] if one.printed)
    others = row[labels:]
    kind = table_labels.what(said)
    numbers = [one for one in others if one.value is not None]
    # A row about averages has a word for them; "Under 18 years" has not.
    if kind is What.RATE and not _speaks_of_rates(said):
        kind = What.COUNT
    if kind is What.COUNT and numbers and all(one.percent for one in numbers):
        kind = What.PERCENT
    role = table_labels.role(said)
    if not any(one.value is not None or one.gap in _SAYS for one in others):
        role = Role.SECTION
    return Line(row[0].row, said, role, kind)


_SAYS: Final = (Gap.NIL, Gap.HIDDEN, Gap.MISSING)
_OF_ROWS: Final = words("rate rates average mean median ratio index score sd deviation error per")


def _speaks_of_rates(labels: Sequence[str]) -> bool:
    return any(_OF_ROWS & set(table_labels.plain(one).split(" ")) for one in labels)


def _step(shape: Shape, *, measured: bool) -> Fraction:
    """What all whole counts of a table are rounded to."""
    numbers = [
        one
        for row in shape.rows
        for column in shape.columns
        if row.what is What.COUNT and column.what is What.COUNT
        for one in (shape.at(row.at, column.at),)
        if one.value and not one.percent
    ]
    decimals = max((one.decimals for one in numbers), default=0)
    if decimals > 0 and not measured:
        # "12" in a column of "12.5" has lost its zero.
        return Fraction(1, 10**decimals)
    counts = [abs(one.value) for one in numbers if one.value and not one.decimals]
    if len(counts) >= LOOKS_ROUNDED:
        for step in STEPS:
            if all(one % step == 0 for one in counts):
                return Fraction(step)
    return Fraction(1) if measured else Fraction(0)
