"""What stands beside a figure so that it is not read alone, asked as the figure itself was."""

from collections.abc import Iterable
from dataclasses import dataclass

from peelian.engines.measures.cells import Cell
from peelian.engines.measures.kinds import Measure
from peelian.engines.measures.periods import Period
from peelian.engines.measures.request import NOT_RECORDED, Request

Conditions = Iterable[tuple[str, tuple[str, ...]]]


@dataclass(frozen=True)
class Beside:
    """A question that goes with another. `left_out` names conditions that it cannot hold."""

    asked: Request
    left_out: tuple[str, ...]

    @property
    def measure(self) -> Measure:
        return self.asked.measure


def beside(measure: Measure, where: Conditions, period: Period) -> tuple[Beside, ...]:
    """The questions that stand beside a figure of a measure, in the order declared."""
    return tuple(_beside(measure, one, tuple(where), period) for one in measure.beside)


def beside_cell(measure: Measure, cell: Cell) -> tuple[Beside, ...]:
    """The questions beside one cell, which is held by its conditions and by its place in them."""
    where = dict(cell.where) | {
        name: (NOT_RECORDED if value is None else value,) for name, value in cell.breakdown
    }
    return beside(measure, where.items(), cell.period)


def _beside(
    measure: Measure, companion: Measure, where: tuple[tuple[str, tuple[str, ...]], ...], of: Period
) -> Beside:
    asked_of = {dimension.key: dimension for dimension in measure.by}
    known = {dimension.key: dimension for dimension in companion.by}
    # The same name can mean another field of another record type.
    shared = {key for key, found in known.items() if asked_of.get(key) == found}
    kept = tuple(sorted((name, values) for name, values in where if name in shared))
    left_out = tuple(asked_of[name].title for name, _values in where if name not in shared)
    return Beside(Request(companion, (), kept, of.first, of.last), left_out)
