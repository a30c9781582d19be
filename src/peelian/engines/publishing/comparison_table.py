"""A comparison as plain rows: one for each force, those that are not compared among them."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from peelian.engines.comparisons.compared import Compared, Comparison, FunnelLimits
from peelian.engines.measures.cells import Cell
from peelian.engines.publishing.comparison import ShownComparison
from peelian.engines.publishing.table import NUMBERS
from peelian.records.spreadsheets import harmless

# Whether a force is compared, and if not why a reader finds no rank.
Standing = Literal["compared", "not_ranked", "set_aside", "missing"]
LIMITS = ("lower95", "upper95", "lower998", "upper998")
HEAD = (
    *("measure", "force", "synthetic", "status", "reason", "rank"),
    *NUMBERS,
    *("band", "deviations", "zone", "z"),
    *LIMITS,
    "note",
)


@dataclass(frozen=True, slots=True)
class Line:
    """One force: how it stands in the comparison, and why where it is not in it."""

    force: str
    standing: Standing
    reason: str
    cell: Cell | None
    place: Compared | None


def lines_of(comparison: Comparison) -> tuple[Line, ...]:
    """Forces compared from the highest value, then those set aside, then those missing."""
    return tuple(_lines(comparison))


def as_csv(shown: ShownComparison, *, attributions: Sequence[str] = ()) -> str:
    """The comparison as CSV. With attributions, a last column says where the data are from.

    Numbers that are not there are empty; `status` and `reason` say why.
    """
    tail = (" ".join(attributions),) if attributions else ()
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*HEAD, *(("attribution",) if tail else ())])
    for line in lines_of(shown.comparison):
        row = _row(shown.comparison.measure, line)
        writer.writerow([*map(harmless, row), *tail])
    return out.getvalue()


def _lines(comparison: Comparison) -> Iterator[Line]:
    for place in comparison.forces:
        yield Line(place.force, "compared", "", place.cell, place)
    left_out = {one.force for one in comparison.set_aside}
    if not comparison.forces:
        for cell in comparison.cells:
            if cell.unit not in left_out:
                yield Line(cell.unit, "not_ranked", comparison.refusal, cell, None)
    for left in comparison.set_aside:
        yield Line(left.force, "set_aside", left.reason, left.cell, None)
    for left in comparison.missing:
        yield Line(left.force, "missing", left.reason, left.cell, None)


def _row(measure: str, line: Line) -> tuple[Any, ...]:
    cell, place = line.cell, line.place
    numbers = [getattr(cell, name) if cell else None for name in NUMBERS]
    limits: FunnelLimits | None = place.limits if place else None
    return (
        *(measure, line.force, cell.synthetic if cell else None, line.standing, line.reason),
        place.rank if place else None,
        *numbers,
        *((place.band, place.deviations, place.zone, place.z) if place else (None,) * 4),
        *(getattr(limits, name) if limits else None for name in LIMITS),
        cell.note if cell else "",
    )
