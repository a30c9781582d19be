"""The rows behind a cell: from any number back to the records that it counts."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from peelian.engines.measures.kinds import Count, Measure, RateRatio, Share, Typical
from peelian.engines.measures.periods import Period
from peelian.engines.measures.query import column, filtered, pruned
from peelian.engines.measures.request import Request
from peelian.engines.measures.tables import TableSource
from peelian.records.base import Record

Part = Literal["counted", "among"]
# Which rows a reader may see: a condition on the table of rows.
Within = Callable[[Any], Any]


@dataclass(frozen=True)
class Totals:
    """How many rows a figure rests on, and how many of them this reader may see."""

    counted: int
    shown: int


@dataclass(frozen=True)
class Page:
    """One page of rows, in order of address. `after` is the key of the next page, if any."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    after: str | None


def parts(measure: Measure) -> tuple[Part, ...]:
    """The sets of rows that a cell of this measure can be opened to."""
    return ("counted", "among") if isinstance(measure, Share) else ("counted",)


def totals(
    asked: Request, span: Period, tables: TableSource, *, part: Part, within: Within
) -> Totals:
    """How many rows stand behind the one cell of `asked` in `span`, and how many are in sight."""
    behind = _behind(asked, span, tables, part)
    found = tables.to_arrow(
        behind.aggregate(counted=behind.count(), shown=behind.count(where=within(behind)))
    )
    return Totals(**found.to_pylist()[0])


def rows(
    asked: Request,
    span: Period,
    tables: TableSource,
    *,
    part: Part,
    columns: tuple[str, ...],
    within: Within,
    after: str = "",
    limit: int = 50,
) -> Page:
    """A page of the rows behind the one cell of `asked` in `span`.

    `columns` and `within` are what this reader may see. Pages go by key, so that a page deep in a
    large set costs no more than the first.
    """
    behind = _behind(asked, span, tables, part)
    behind = behind.filter(within(behind))
    page = behind.filter(behind.record_id > after) if after else behind
    page = page.order_by("record_id").limit(limit + 1)
    page = page.select(page.record_id.name("_key"), *columns)
    found = tables.to_arrow(page)
    lines = list(zip(*(column.to_pylist() for column in found.columns), strict=True))
    following = lines[limit - 1][0] if len(lines) > limit else None
    return Page(columns, tuple(line[1:] for line in lines[:limit]), following)


def held(model: type[Record], tables: TableSource, *, force_id: str, record_id: str) -> bool:
    """Whether the row has reached the store, on which every figure rests."""
    table = tables.table(model, forces=(force_id,))
    here = table.filter(table.record_id == record_id)
    return bool(tables.to_arrow(here.aggregate(n=here.count())).to_pylist()[0]["n"])


def holding(asked: Request, span: Period, tables: TableSource, record_id: str) -> tuple[Part, ...]:
    """The sets of rows of the one cell of `asked` in `span` in which this row stands."""
    found = []
    for part in parts(asked.measure):
        behind = _behind(asked, span, tables, part)
        here = behind.filter(behind.record_id == record_id)
        if tables.to_arrow(here.aggregate(n=here.count())).to_pylist()[0]["n"]:
            found.append(part)
    return tuple(found)


def _behind(asked: Request, span: Period, tables: TableSource, part: Part) -> Any:
    measure = asked.measure
    source = pruned(measure, tables, asked.forces, span.months)
    found = filtered(asked, source, span.months)
    match measure:
        case Share() if part == "among":
            # Rows that are not known stay: they were looked at, and the figure counts them apart.
            return found.filter(measure.among)
        case Share(of_known=True):
            found = found.filter(measure.among, measure.known, measure.counting)
        case Share():
            found = found.filter(measure.among, measure.counting)
        case Typical():
            found = found.filter(measure.among, measure.counting.notnull())
        case RateRatio(group=group, compared=compared):
            found = found.filter(measure.counting)
            found = found.filter(found[column(group)].isin(compared))
        case _:
            found = found.filter(measure.counting)
    if isinstance(measure, Count | Share) and measure.distinct:
        return found.filter(found[measure.distinct].notnull())
    return found
