"""What a percentage in a table may be a share of: every plausible part with its whole."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Final

from peelian.engines.publishing.checker.claims.tables.cells import Cell, span
from peelian.engines.publishing.checker.claims.tables.labels import Role, What
from peelian.engines.publishing.checker.claims.tables.shape import Line, Shape
from peelian.numbers.rounding import Range, exactly, rounded

MOST_PARTS: Final = 3
"""So many columns of counts before a percentage are tried as its part."""
MOST_WHOLES: Final = 8
"""So many columns, and so many total rows, are tried as the whole of a share."""
_BASE: Final = re.compile(r"\b(?:n|base|total) ?[=:] ?(\d{1,3}(?:,\d{3})+|\d+)", re.IGNORECASE)


@dataclass(frozen=True)
class Whole:
    """What a part is a share of: the number, what it may stand for, and its cell if it has one.

    ``most`` says that fewer may have been asked, or answered.
    """

    value: Fraction
    span: Range
    words: str
    cell: Cell | None = None
    most: bool = False


@dataclass(frozen=True)
class Share:
    """One printed percentage, of ``decimals``, with a part and its whole.

    ``possible`` are the percentages that the two allow.
    """

    percent: Cell
    printed: Fraction
    decimals: int
    part: Cell
    whole: Whole
    value: Fraction
    possible: Range

    @cached_property
    def fits(self) -> bool:
        """Whether the part may be that percentage of the whole."""
        return self.possible.meets(rounded(self.printed, self.decimals))

    @property
    def tells(self) -> bool:
        """Whether it fits and neither nothing nor all of the whole is meant."""
        return self.fits and 0 < self.value < 100 and self.printed != 0


@dataclass(frozen=True)
class Reading:
    """What the percentages of one column may be shares of.

    ``stated`` says that the table itself tells: its total is printed as 100 per cent, or the
    number of cases stands in its heading. ``of_column`` is said of shares of one column's total,
    which together make 100.
    """

    shares: tuple[Share, ...]
    stated: bool
    of_column: bool


def readings(shape: Shape, column: Line) -> Iterator[Reading]:
    """What a column of percentages, or of counts with percentages in brackets, may be shares of."""
    if column.what is What.PERCENT:
        for counts in _beside(shape, column):
            yield from _of(shape, column, counts)
    elif column.what is What.COUNT and _has_brackets(shape, column):
        yield from _of(shape, column, column)


def _has_brackets(shape: Shape, column: Line) -> bool:
    return any(shape.at(row.at, column.at).share is not None for row in shape.rows)


def _beside(shape: Shape, column: Line) -> Sequence[Line]:
    """The counts before a column of percentages, the nearest first, and the one just after it."""
    counts = [one for one in shape.columns if one.what is What.COUNT]
    before = [one for one in counts if one.at < column.at][-MOST_PARTS:]
    return [*reversed(before), *[one for one in counts if one.at > column.at][:1]]


def _of(shape: Shape, column: Line, counts: Line) -> Iterator[Reading]:
    rows = [row for row in shape.rows if row.role is not Role.SECTION]
    parts = [row for row in rows if row.role is not Role.TOTAL]
    totals = [row for row in rows if row.role is Role.TOTAL][:MOST_WHOLES]
    for row in totals:
        whole = _whole(shape, shape.at(row.at, counts.at), row.words)
        printed = _printed(shape.at(row.at, column.at), column)
        stated = printed is not None and printed[0] == 100
        yield Reading(_shares(shape, parts, column, counts, _always(whole)), stated, of_column=True)
    if len(totals) > 1:
        found = _shares(shape, parts, column, counts, _next(shape, totals, counts))
        yield Reading(found, stated=False, of_column=True)
    if not totals:
        whole = _sum(shape, parts, counts)
        found = _shares(shape, parts, column, counts, _always(whole))
        yield Reading(found, _says_of_total(column), of_column=True)
    yield Reading(
        _shares(shape, rows, column, counts, _all_of(shape)), stated=False, of_column=False
    )
    for other in _columns(shape, counts):
        found = _shares(shape, rows, column, counts, _across(shape, other))
        yield Reading(found, stated=False, of_column=False)
    base = _BASE.search(" ".join((*counts.labels, *column.labels)))
    number = Fraction(base[1].replace(",", "")) if base else Fraction(0)
    if base and number:
        whole = Whole(number, exactly(number), f"the base of {base[1]}", most=True)
        found = _shares(shape, rows, column, counts, _always(whole))
        yield Reading(found, stated=True, of_column=False)


Finds = Callable[[Line], Whole | None]


def _shares(
    shape: Shape, rows: Sequence[Line], column: Line, counts: Line, whole_of: Finds
) -> tuple[Share, ...]:
    found = []
    for row in rows:
        percent, part = shape.at(row.at, column.at), shape.at(row.at, counts.at)
        printed, whole = _printed(percent, column), whole_of(row)
        if row.what is not What.COUNT or printed is None or whole is None:
            continue
        if part.value is None or part.value < 0 or part.percent or whole.cell == part:
            continue
        own = span(part, shape.step)
        own = Range(max(own.low, Fraction(0)), own.high)
        possible = own.over(whole.span).by(100)
        value = part.value / whole.value * 100
        found.append(Share(percent, *printed, part, whole, value, possible))
    return tuple(found)


def _printed(one: Cell, column: Line) -> tuple[Fraction, int] | None:
    """The percentage of a cell and its decimals, in brackets behind a count or by itself."""
    if column.what is not What.PERCENT:
        return None if one.share is None else (one.share, one.share_decimals)
    if one.value is None or one.value < 0 or one.decimals < 0:
        return None
    return one.value, one.decimals


def _whole(shape: Shape, one: Cell, words: str) -> Whole | None:
    if one.value is None or one.value <= 0 or one.percent:
        return None
    own = span(one, shape.step)
    return Whole(one.value, Range(max(own.low, Fraction(0)), own.high), words, one)


def _sum(shape: Shape, parts: Sequence[Line], counts: Line) -> Whole | None:
    """All rows together, where the table has no total and every row is shown."""
    cells = [shape.at(row.at, counts.at) for row in parts]
    return _added(cells, shape, "the sum of the rows")


def _added(cells: Sequence[Cell], shape: Shape, words: str) -> Whole | None:
    value, own = Fraction(0), exactly(0)
    for cell in cells:
        if cell.value is None or cell.value < 0:
            return None
        value, own = value + cell.value, own.plus(span(cell, shape.step))
    return Whole(value, own, words) if value > 0 and own.low > 0 else None


def _all_of(shape: Shape) -> Finds:
    """All counts of a row together, for tables without a column of totals."""
    columns = [one for one in shape.columns if one.what is What.COUNT]
    if len(columns) < 2 or any(one.role is Role.TOTAL for one in columns):
        return lambda _row: None

    def found(row: Line) -> Whole | None:
        return _added([shape.at(row.at, one.at) for one in columns], shape, "all of the row")

    return found


def _says_of_total(column: Line) -> bool:
    return any(one in label.lower() for label in column.labels for one in ("of total", "of all"))


def _always(whole: Whole | None) -> Finds:
    return lambda _row: whole


def _next(shape: Shape, totals: Sequence[Line], counts: Line) -> Finds:
    """The total that follows a row."""

    def found(row: Line) -> Whole | None:
        after = next((one for one in totals if one.at > row.at), None)
        return None if after is None else _whole(shape, shape.at(after.at, counts.at), after.words)

    return found


def _across(shape: Shape, other: Line) -> Finds:
    words = other.labels[-1] if other.labels else "another column"
    return lambda row: _whole(shape, shape.at(row.at, other.at), words)


def _columns(shape: Shape, counts: Line) -> Sequence[Line]:
    """The columns that a share may be of, totals first, then the nearest."""
    others = [one for one in shape.columns if one.what is What.COUNT and one is not counts]
    others.sort(key=lambda one: (one.role is not Role.TOTAL, abs(one.at - counts.at)))
    return others[:MOST_WHOLES]
