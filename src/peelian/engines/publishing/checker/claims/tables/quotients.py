"""Columns of rates and averages against the two columns that they are made of.

"Population (thousands) | Offences | Rate per 1,000": which two columns, and times what power of
ten, is learnt from the rows. Where all rows but one fit closely, that one does not follow.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import permutations
from typing import Final

from peelian.engines.publishing.checker.claims.saying import number
from peelian.engines.publishing.checker.claims.tables.cells import Cell, span
from peelian.engines.publishing.checker.claims.tables.labels import Role, What
from peelian.engines.publishing.checker.claims.tables.saying import (
    allowed,
    heading,
    several,
    table_finding,
    top_of,
)
from peelian.engines.publishing.checker.claims.tables.shape import Line, Shape
from peelian.engines.publishing.checker.findings import Finding, Verdict
from peelian.numbers.rounding import Range

PROOF: Final = 3
"""So many rows must fit before another that does not is wrong. Peelian's own rule."""
CLOSE: Final = Fraction(1, 20)
"""How wide the quotients that rounding allows may be, as a share of them, to prove anything."""
POWERS: Final = tuple(Fraction(10) ** power for power in range(-3, 7))
MOST_COLUMNS: Final = 8
"""In a table with more columns of counts than this any two might fit by chance."""


@dataclass(frozen=True)
class Quotient:
    """One printed rate with the two counts it may be made of, and what they allow."""

    rate: Cell
    part: Cell
    whole: Cell
    row: Line
    value: Fraction
    possible: Range

    @property
    def fits(self) -> bool:
        """Whether the counts may give the rate."""
        return self.possible.meets(self.rate.rounded)

    @property
    def tells(self) -> bool:
        """Whether it fits so closely that it is hardly chance."""
        high = self.possible.high
        return (
            self.fits
            and isinstance(high, Fraction)
            and high - self.possible.low <= CLOSE * high
            and self.rate.rounded.high - self.rate.rounded.low <= CLOSE * self.rate.exact.low
        )


def find(shape: Shape) -> Iterator[Finding]:
    """Every column of rates that is one column of counts over another."""
    counts = [one for one in shape.columns if one.what is What.COUNT]
    if not 2 <= len(counts) <= MOST_COLUMNS:
        return
    for column in shape.columns:
        if column.what is What.RATE:
            best = max(
                _readings(shape, column, counts),
                key=lambda found: sum(one.tells for one in found),
                default=(),
            )
            yield from _said(shape, column, best)


def _readings(shape: Shape, column: Line, counts: Sequence[Line]) -> Iterator[tuple[Quotient, ...]]:
    for part, whole in permutations(counts, 2):
        for power in POWERS:
            yield tuple(
                one
                for row in shape.rows
                if (one := _quotient(shape, row, column, part, whole, power)) is not None
            )


def _quotient(
    shape: Shape, row: Line, column: Line, part: Line, whole: Line, power: Fraction
) -> Quotient | None:
    cells = [shape.at(row.at, one.at) for one in (column, part, whole)]
    if row.what is not What.COUNT or any(not one.value or one.value < 0 for one in cells):
        return None
    rate, its_part, its_whole = cells
    spans = [span(one, shape.step) for one in (its_part, its_whole)]
    if min(one.low for one in spans) <= 0:
        return None
    value = its_part.exact.low / its_whole.exact.low * power
    possible = spans[0].over(spans[1]).by(power)
    return Quotient(rate, its_part, its_whole, row, value, possible)


def _said(shape: Shape, column: Line, found: Sequence[Quotient]) -> Iterator[Finding]:
    fits = [one for one in found if one.fits]
    wrong = [one for one in found if not one.fits]
    if sum(one.tells for one in found) < PROOF or len(wrong) > 1:
        return
    part, whole = (
        heading(shape, next(one for one in shape.columns if one.at == at))
        for at in (fits[0].part.column, fits[0].whole.column)
    )
    yield table_finding(
        shape,
        Verdict.AGREES,
        (*top_of(shape, column), *(one.rate for one in fits)),
        computed=f"{several(len(fits), 'figure')} follow from “{part}” and “{whole}”",
    )
    for one in wrong:
        because = _doubt(one)
        yield table_finding(
            shape,
            Verdict.CANNOT if because else Verdict.DOES_NOT_FOLLOW,
            (one.rate, one.part, one.whole),
            computed=(
                f"{one.part.printed} and {one.whole.printed} give {number(one.value)}, as the "
                "other rows are reckoned"
            ),
            allowed=allowed(one.possible),
            because=because or "in the other rows it is made of these two columns",
        )


def _doubt(one: Quotient) -> str:
    """Why a rate that does not fit may be right nonetheless."""
    if one.row.role is not Role.PART:
        return "a total may be reckoned in another way than its parts"
    if any(cell.noted for cell in (one.rate, one.part, one.whole)):
        return "a note says something of the row"
    return ""
