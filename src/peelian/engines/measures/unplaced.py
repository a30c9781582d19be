"""What must be said of a place when rows learn theirs: how many did not, and may belong there.

A search is placed by crimes at the same point. Where none are loaded every place would show a
nought, which is not that nothing happened there.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from peelian.engines.measures.binding import PLACE_FIELD
from peelian.engines.measures.declared import Tables
from peelian.engines.measures.figures import Figure
from peelian.engines.measures.fill import Group, Key
from peelian.engines.measures.kinds import Share, Typical
from peelian.engines.measures.periods import SPAN, Period
from peelian.engines.measures.query import PERIOD, column, filtered, with_periods
from peelian.engines.measures.request import NOT_RECORDED, Request
from peelian.engines.measures.tables import TableSource

ROWS, OFF = "rows", "off"


def with_unplaced(
    asked: Request,
    tables: TableSource,
    pruned: Tables,
    groups: Sequence[tuple[Period, Group]],
    made: Iterable[Figure],
) -> list[Figure]:
    """The figures of places with a remark on the rows whose place was not found.

    Where it was found for none of them, a place has no figure at all.
    """
    found = list(made)
    located = {d.key for d in asked.measure.by if d.locate is not None}
    at = [n for n, dimension in enumerate(asked.dimensions) if dimension.key in located]
    conditions = [values for name, values in asked.where if name in located]
    if not at and not conditions:
        return found
    counted = _counted(asked, located, tables, pruned, sorted({span for span, _group in groups}))
    for n, (span, group) in enumerate(groups):
        nowhere = any(group[place] is None for place in at)
        if nowhere or any(NOT_RECORDED in values for values in conditions):
            continue
        rest = tuple(value for place, value in enumerate(group) if place not in at)
        rows, off = counted.get(("" if span.grain == SPAN else span.label, rest), (0, 0))
        if off:
            found[n] = _told(found[n], asked, rows, off)
    return found


def _told(figure: Figure, asked: Request, rows: int, off: int) -> Figure:
    named = asked.measure.record_type._meta.verbose_name_plural
    if off == rows:
        return Figure(refusal=f"The place is known of none of the {rows:,} {named} in question.")
    said = f"The place is not known of {off:,} of {rows:,} {named}, which may belong here."
    return replace(figure, remark=f"{figure.remark} {said}".strip())


def _counted(
    asked: Request,
    located: set[str],
    tables: TableSource,
    pruned: Tables,
    spans: Sequence[Period],
) -> Mapping[Key, tuple[int, int]]:
    """Rows of each group apart from its place, and those of them whose place was not found."""
    measure = asked.measure
    bare = Request(
        measure,
        tuple(name for name in asked.by if name not in located),
        tuple((name, values) for name, values in asked.where if name not in located),
    )
    rows: Any = filtered(bare, pruned, {month for span in spans for month in span.months})
    for locate in dict.fromkeys(d.locate for d in measure.by if d.locate is not None):
        rows = locate(rows, pruned)
    looked_at = measure.among if isinstance(measure, Share | Typical) else measure.counting
    rows = with_periods(rows.filter(looked_at), measure.dated_by, asked.grain, spans)
    names = [PERIOD, *(column(dimension) for dimension in bare.dimensions)]
    summed = rows.group_by(names).aggregate(
        **{ROWS: rows.count(), OFF: rows.count(where=rows[PLACE_FIELD].isnull())}
    )
    return {
        (row[PERIOD], tuple(row[name] for name in names[1:])): (row[ROWS], row[OFF])
        for row in tables.to_arrow(summed).to_pylist()
    }
