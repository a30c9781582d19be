"""An answer as plain rows, the same for the command line, files and the API."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from peelian.engines.measures.cells import Answer, Cell
from peelian.engines.measures.periods import GRAINS
from peelian.engines.publishing.shown import Shown

NUMBERS = ("numerator", "denominator", "value", "lower", "upper", "unknown")


@dataclass(frozen=True)
class Table:
    """A head and its rows. Empty cells are None, never zero."""

    head: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


def table(answer: Answer, shown: Sequence[Shown]) -> Table:
    """`measure`, one column for each breakdown in the order asked, numbers, status and note."""
    head = ("measure", *answer.by, *NUMBERS, "status", "note")
    return Table(head, tuple(_row(answer, one.cell) for one in shown))


def _row(answer: Answer, cell: Cell) -> tuple[Any, ...]:
    named = dict(cell.breakdown)
    groups = [cell.period.label if name in GRAINS else named[name] for name in answer.by]
    numbers = [getattr(cell, name) for name in NUMBERS]
    return (cell.measure, *groups, *numbers, str(cell.status), cell.note)


def records(shown: Sequence[Shown]) -> Iterator[dict[str, Any]]:
    """Each cell whole, with everything that travels with it, for JSON."""
    for one in shown:
        cell = one.cell
        yield {
            "measure": cell.measure,
            "version": cell.version,
            "unit": cell.unit,
            "period": {"first": cell.period.first, "last": cell.period.last},
            "breakdown": dict(cell.breakdown),
            "where": {name: list(values) for name, values in cell.where},
            "numerator": cell.numerator,
            "denominator": cell.denominator,
            "parts": dict(cell.parts),
            "value": cell.value,
            "lower": cell.lower,
            "upper": cell.upper,
            "method": cell.method,
            "unknown": cell.unknown,
            "status": str(cell.status),
            "note": cell.note,
            "maturing": cell.maturing,
            "synthetic": cell.synthetic,
            "snapshot": cell.snapshot,
            "figure": one.address,
        }
