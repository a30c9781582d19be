"""Columns of changes: a difference or growth against the two columns that it leads between.

Which two columns are meant, and whether the later stands first, is learnt from the rows: the pair
that explains most of them.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations
from typing import Final

from peelian.engines.publishing.checker.claims.tables.cells import Cell, percentage, span
from peelian.engines.publishing.checker.claims.tables.labels import What, in_percent
from peelian.engines.publishing.checker.claims.tables.saying import (
    allowed,
    heading,
    several,
    signed,
    table_finding,
    top_of,
)
from peelian.engines.publishing.checker.claims.tables.shape import Line, Shape
from peelian.engines.publishing.checker.findings import Finding, Verdict
from peelian.numbers.rounding import Range

MOST_BASES: Final = 6
"""So many columns before a change are looked at for what it leads between."""
PLAIN: Final = 2
"""So many rows must fit a pair of columns before another row is held against it."""


Measure = Callable[[Range, Range], Range | None]


@dataclass(frozen=True)
class _Row:
    """One change, the two figures it may lead between, and the range that these allow."""

    change: Cell
    first: Cell
    last: Cell
    allowed: Range
    fits: bool
    growth: bool

    @property
    def value(self) -> Fraction:
        """The change between the two figures as they are printed."""
        first, last = self.first.exact.low, self.last.exact.low
        return (last / first - 1) * 100 if self.growth else last - first

    @property
    def tells(self) -> bool:
        """Whether something changed and the change fits, so that the row is a proof."""
        return self.fits and bool(self.change.value) and bool(self.first.value)


@dataclass(frozen=True)
class _Read:
    """A pair of columns, and whether the change between them is growth in per cent."""

    shape: Shape
    change: Line
    first: Line
    last: Line
    growth: bool
    unsigned: bool

    def rows(self) -> Iterator[_Row]:
        """Every row that shows a change and both figures."""
        for row in self.shape.rows:
            change, first, last = (
                self.shape.at(row.at, one.at) for one in (self.change, self.first, self.last)
            )
            if change.value is None or first.value is None or last.value is None:
                continue
            if change.percent and not self.growth and not first.percent:
                continue
            possible = self._between(self._span(first), self._span(last))
            if possible is None:
                continue
            said = percentage(change) if self.growth or self._rounded else self._span(change)
            fits = possible.meets(said) or (self.unsigned and possible.meets(_turned(said)))
            yield _Row(change, first, last, possible, fits, self.growth)

    def _between(self, first: Range, last: Range) -> Range | None:
        if not self.growth:
            return last.minus(first)
        if first.low <= 0 or last.low < 0:
            return None
        grown = last.over(first)
        return Range((grown.low - 1) * 100, (Fraction(grown.high) - 1) * 100)

    @property
    def _rounded(self) -> bool:
        return not self.first.what is self.last.what is What.COUNT

    def _span(self, one: Cell) -> Range:
        """Percentages and rates are rounded as they are printed, counts as those of the table."""
        return percentage(one) if self._rounded else span(one, self.shape.step)


def find(shape: Shape) -> Iterator[Finding]:
    """Every column of changes with the columns before it."""
    for at, column in enumerate(shape.columns):
        if column.what is What.CHANGE:
            yield from _column(shape, column, shape.columns[:at])


def _column(shape: Shape, change: Line, before: Sequence[Line]) -> Iterator[Finding]:
    bases = [one for one in before if one.what is not What.CHANGE][-MOST_BASES:]
    read = [(one, tuple(one.rows())) for one in _readings(shape, change, bases)]
    read = [(one, rows) for one, rows in read if rows]
    if not read:
        return
    best, rows = max(read, key=lambda pair: (sum(row.tells for row in pair[1]), -_misses(pair[1])))
    telling, wrong = sum(row.tells for row in rows), [row for row in rows if not row.fits]
    proved = telling >= PLAIN or (telling == 1 and len(bases) == 2)
    if not telling or telling < len(wrong) or (wrong and not proved):
        return
    yield _agreed(best, [row for row in rows if row.fits])
    rough = [row for row in wrong if _fits_halves(best, row)]
    for row in wrong:
        # Several that whole numbers explain are whole numbers; a single one is an error.
        if len(rough) < 2 or row not in rough:
            yield _wrong(best, row, rough=False)
        elif row is rough[0]:
            yield _wrong(best, row, rough=True)


def _misses(rows: Sequence[_Row]) -> int:
    return sum(not row.fits for row in rows)


def _readings(shape: Shape, change: Line, bases: Sequence[Line]) -> Iterator[_Read]:
    """Every pair of columns, those just before first and the earlier before the later."""
    shown = [shape.at(row.at, change.at) for row in shape.rows]
    unsigned = not any(one.value is not None and one.value < 0 for one in shown)
    in_per_cent = in_percent(change.labels) or 2 * sum(one.percent for one in shown) > len(shown)
    for last, first in [*combinations(reversed(bases), 2), *combinations(bases, 2)]:
        if (first.what is What.PERCENT) is (last.what is What.PERCENT):
            for growth in (in_per_cent, not in_per_cent):
                # Growth is told in per cent; counts never differ by per cent.
                if growth or not (in_per_cent and first.what is What.COUNT):
                    yield _Read(shape, change, first, last, growth, unsigned)


def _turned(said: Range) -> Range:
    return Range(-Fraction(said.high), -said.low)


def _unit(read: _Read) -> str:
    if read.growth:
        return " per cent"
    return " points" if read.first.what is What.PERCENT else ""


def _agreed(read: _Read, rows: Sequence[_Row]) -> Finding:
    shape = read.shape
    pair = [heading(shape, one) or "a column" for one in (read.first, read.last)]
    computed = f"the change from {pair[0]} to {pair[1]} fits in {several(len(rows), 'row')}"
    cells = (*top_of(shape, read.change), *(row.change for row in rows))
    return table_finding(shape, Verdict.AGREES, cells, computed=computed)


def _fits_halves(read: _Read, row: _Row) -> bool:
    """Whether the change may be right if both figures were rounded to whole numbers."""
    rounder = replace(read, shape=replace(read.shape, step=max(read.shape.step, Fraction(1))))
    return any(one.change == row.change and one.fits for one in rounder.rows())


def _wrong(read: _Read, row: _Row, *, rough: bool) -> Finding:
    unit = _unit(read)
    return table_finding(
        read.shape,
        Verdict.CANNOT if rough else Verdict.DOES_NOT_FOLLOW,
        (row.change, row.last, row.first),
        computed=f"from {row.first.printed} to {row.last.printed} is {signed(row.value)}{unit}",
        allowed=f"{allowed(row.allowed)}{unit}",
        because=(
            "it fits if the two figures are rounded to whole numbers"
            if rough
            else "in the other rows the change is the one between these two columns"
        ),
    )
