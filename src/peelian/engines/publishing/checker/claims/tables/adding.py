"""Whether the parts of a total make it, in one column or row after the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Final

from peelian.engines.publishing.checker.claims.tables.candidates import Parts
from peelian.engines.publishing.checker.claims.tables.cells import (
    AT_LEAST_NOTHING,
    Cell,
    Gap,
    percentage,
    span,
)
from peelian.engines.publishing.checker.claims.tables.labels import Role, What
from peelian.engines.publishing.checker.claims.tables.shape import Line, Shape
from peelian.numbers.rounding import Range, exactly, total

LONGEST_RUN: Final = 60
"""Rows below one row that may be its parts. More are not looked for."""


class Fit(StrEnum):
    """What a total and its parts are to each other."""

    FITS = "fits"
    TRIVIAL = "fits, as anything would"
    MORE = "the parts come to more"
    LESS = "the parts come to less"
    OPEN = "a part is not shown"
    NONE = "no sum"


@dataclass(frozen=True)
class View:
    """A table seen along one direction: ``lines`` are added up, once for each of ``others``."""

    shape: Shape
    across: bool

    @property
    def lines(self) -> tuple[Line, ...]:
        """The rows, or the columns where rows are added up across."""
        return self.shape.columns if self.across else self.shape.rows

    @property
    def others(self) -> tuple[Line, ...]:
        """The columns in which rows are added up, or the rows in which columns are."""
        return self.shape.rows if self.across else self.shape.columns

    def cell(self, line: Line, other: Line) -> Cell:
        """Where two lines meet."""
        return self.shape.at(other.at, line.at) if self.across else self.shape.at(line.at, other.at)


@dataclass(frozen=True)
class Added:
    """One total with its parts: how they fit, and the range and the value of their sum."""

    fit: Fit
    whole: Cell
    parts: tuple[Cell, ...]
    span: Range
    value: Fraction

    @property
    def misses(self) -> bool:
        """Whether parts and total contradict each other."""
        return self.fit in (Fit.MORE, Fit.LESS)

    @property
    def looks_average(self) -> bool:
        """Whether the total lies among its parts, as an average or a rate of all would."""
        shown = [one.value for one in self.parts if one.value]
        if self.whole.value is None or len(shown) < 2:
            return False
        return self.fit is Fit.MORE and self.whole.value <= max(shown)


def added(view: View, whole: Line, parts: Parts, other: Line) -> Added:
    """The parts of a total in one column, or row, as a sum."""
    cell = view.cell(whole, other)
    cells = tuple(view.cell(one, other) for one in parts)
    percent = _is_percent(cell, whole, other)
    nothing = Added(Fit.NONE, cell, cells, exactly(0), Fraction(0))
    if cell.value is None or {other.what, whole.what} & {What.RATE, What.CHANGE}:
        return nothing
    if percent and cell.value != 100:
        return nothing
    shown = [one for one in cells if one.value is not None]
    if not shown or any(one.gap is Gap.TEXT for one in cells):
        return nothing
    if not percent and any(one.percent for one in shown):
        return nothing
    if percent and sum(one.value == 100 for one in shown) and len(shown) > 1:
        # Each row has a hundred per cent of its own.
        return nothing
    step = view.shape.step
    sought = exactly(100) if percent else span(cell, step)
    known = total(percentage(one) if percent else span(one, step) for one in shown)
    value = sum((one.value for one in shown if one.value is not None), Fraction(0))
    fit = _fit(sought, known, [one for one in cells if one.value is None])
    if fit is Fit.FITS and (not cell.value or sum(bool(one.value) for one in shown) < 2):
        fit = Fit.TRIVIAL
    return Added(fit, cell, cells, known, value)


def _is_percent(cell: Cell, whole: Line, other: Line) -> bool:
    return cell.percent or What.PERCENT in (whole.what, other.what)


def _fit(sought: Range, known: Range, gaps: Sequence[Cell]) -> Fit:
    if known.meets(sought):
        return Fit.FITS
    most = known
    for one in gaps:
        most = most.plus(one.hidden if one.gap is Gap.HIDDEN else AT_LEAST_NOTHING)
    if most.meets(sought):
        return Fit.OPEN
    return Fit.MORE if known.low > sought.high else Fit.LESS


def outermost(view: View) -> Parts:
    """The lines that are in no other, where some are plainly sums of the lines after them."""
    lines = [one for one in view.lines if one.role in (Role.PART, Role.TOTAL)]
    others = [one for one in view.others if one.what is What.COUNT and one.role is not Role.SECTION]
    rows = [_counts(view, one, others) for one in lines]
    found: list[Line] = []
    at = 0
    while at < len(lines):
        found.append(lines[at])
        at += 1 + _children(rows, at)
    return tuple(found) if len(found) < len(lines) else ()


def _counts(view: View, line: Line, others: Sequence[Line]) -> list[Range | None]:
    """What the counts of a line may be; nothing where it shows none, nil for a dash."""
    found: list[Range | None] = []
    for other in others:
        cell = view.cell(line, other)
        if cell.value is not None and not cell.percent:
            found.append(span(cell, view.shape.step))
        else:
            found.append(exactly(0) if cell.gap in (Gap.NIL, Gap.EMPTY) else None)
    return found


def _children(rows: Sequence[Sequence[Range | None]], at: int) -> int:
    """How many lines after one are its parts wherever both show a count; 0 for none."""
    best = 0
    sums = [exactly(0) if one is not None else None for one in rows[at]]
    for count in range(1, min(LONGEST_RUN, len(rows) - at - 1) + 1):
        sums = [
            one.plus(more) if one is not None and more is not None else None
            for one, more in zip(sums, rows[at + count], strict=True)
        ]
        pairs = [
            (one, whole)
            for one, whole in zip(sums, rows[at], strict=True)
            if one is not None and whole is not None
        ]
        plain = count > 1 and any(whole.low > 0 for _one, whole in pairs)
        if plain and all(one.meets(whole) for one, whole in pairs):
            best = count
        elif all(one.low > whole.high for one, whole in pairs):
            break
    return best


def hides_nesting(one: Added) -> bool:
    """Whether the parts come to more because some of them, next to a larger one, lie within it."""
    if one.whole.value is None or one.fit is not Fit.MORE:
        return False
    values = [part.value or Fraction(0) for part in one.parts]
    return any(
        low <= 0 <= high and any(values[near] >= run for near in _beside(first, last, len(values)))
        for first, last, run, low, high in _runs(one, values)
    )


def _runs(
    one: Added, values: Sequence[Fraction]
) -> Iterator[tuple[int, int, Fraction, Fraction, Fraction]]:
    """Runs of parts, with their sum, and how far the rest without them is from the total."""
    assert one.whole.value is not None
    slack = (Fraction(one.span.high) - one.span.low) / 2
    for first in range(len(values)):
        run = Fraction(0)
        for last in range(first, min(len(values), first + LONGEST_RUN)):
            run += values[last]
            off = one.value - run - one.whole.value
            if run:
                yield first, last, run, off - slack, off + slack


def _beside(first: int, last: int, count: int) -> Iterator[int]:
    if first > 0:
        yield first - 1
    if last + 1 < count:
        yield last + 1
