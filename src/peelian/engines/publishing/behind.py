"""The rows behind a figure, for one reader: the columns and rows open to them, and the way on."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from peelian.access.actors import Actor
from peelian.access.visible import Visible, hidden_cells_removed, visible
from peelian.engines.measures.kinds import Count, Measure, RateRatio, Share
from peelian.engines.measures.rows import Part, Totals, parts, rows, totals
from peelian.engines.measures.tables import TableSource
from peelian.engines.publishing.opened import Opened
from peelian.records.schema import FieldCard, fields_of
from peelian.records.spreadsheets import harmless

PAGE = 50
SOURCE = "source"
ADDRESS = "record_id"
NOT_OPEN = "not open to you"


class Hidden:
    """Stands where a column that is open in other rows is not open in this one."""

    def __str__(self) -> str:
        return NOT_OPEN


HIDDEN = Hidden()


class NoSuchRows(LookupError):
    """A figure of this kind has no such set of rows."""


@dataclass(frozen=True)
class Behind:
    """One page of the rows behind a figure.

    `after` is the key of the page after it, None on the last. `columns` are those open to the
    reader in some row, in the order of the record type; a cell of one that is not open in its own
    row is `HIDDEN`.
    """

    part: Part
    columns: tuple[FieldCard, ...]
    rows: tuple[tuple[Any, ...], ...]
    totals: Totals
    after: str | None

    @property
    def addresses(self) -> tuple[str, ...]:
        """The addresses of the rows on the page that may be told, in their order."""
        names = [card.name for card in self.columns]
        if ADDRESS not in names:
            return ()
        at = names.index(ADDRESS)
        return tuple(row[at] for row in self.rows if row[at] is not HIDDEN)


def row_sets(measure: Measure) -> tuple[Part, ...]:
    """The sets of rows that a figure of this measure opens to."""
    return parts(measure)


def counted_rows(
    opened: Opened,
    tables: TableSource,
    *,
    part: Part,
    actor: Actor,
    at: datetime | None = None,
) -> Totals:
    """How many rows stand behind the figure, and how many of them this reader may see."""
    seen = visible(actor, opened.asked.measure.record_type, at=at)
    return totals(opened.asked, opened.period, tables, part=part, within=seen.as_ibis)


def behind(
    opened: Opened,
    tables: TableSource,
    *,
    part: str,
    actor: Actor,
    after: str = "",
    limit: int = PAGE,
    at: datetime | None = None,
) -> Behind:
    """A page of rows. Raises `NoSuchRows` naming the sets of rows that there are.

    A reader who may see nothing gets a page without columns and rows: n shown of m says so.
    """
    measure = opened.asked.measure
    known = {one: one for one in parts(measure)}
    if part not in known:
        raise NoSuchRows(
            f"This figure has no rows called '{part}'. Choose from: {', '.join(known)}."
        )
    seen = visible(actor, measure.record_type, at=at)
    columns = _open(measure, seen)
    names = tuple(card.name for card in columns)
    # Whether a cell is open can hang on a field that is not: that one is read and not shown.
    read = (*names, *sorted(seen.needed - {*names})) if columns else ()
    found = rows(
        opened.asked,
        opened.period,
        tables,
        part=known[part],
        columns=read,
        within=seen.as_ibis,
        after=after,
        limit=limit,
    )
    return Behind(
        part=known[part],
        columns=columns,
        rows=tuple(
            _open_cells(seen, names, dict(zip(read, row, strict=True))) for row in found.rows
        ),
        totals=counted_rows(opened, tables, part=known[part], actor=actor, at=at),
        after=found.after,
    )


def as_csv(page: Behind, attributions: Mapping[str, str]) -> str:
    """The page as CSV, cells harmless to spreadsheets.

    `attributions` gives the line of each source; a last column says where each row is from.
    """
    names = [card.name for card in page.columns]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*names, "attribution"])
    for row in page.rows:
        source = dict(zip(names, row, strict=True)).get(SOURCE, "")
        cells = (str(cell) if cell is HIDDEN else harmless(cell) for cell in row)
        writer.writerow([*cells, attributions.get(source, "")])
    return out.getvalue()


def what_stands_behind(measure: Measure, part: Part) -> str:
    """Which rows these are, in words."""
    kind = str(measure.record_type._meta.verbose_name)
    match measure:
        case Share() if part == "among":
            return f"Every {kind} row that the figure is out of."
        case Share():
            return f"Every {kind} row that is counted in the figure."
        case RateRatio(group=group, compared=(one, other)):
            title = group.title.partition(" (")[0].lower()
            return f"Every {kind} row of {title} {one} or {other}: the two that are compared."
        case _:
            return f"Every {kind} row that is counted in the figure."


def why_they_differ(measure: Measure) -> str:
    """Why there can be more rows than the figure says; empty where each row counts once."""
    if not isinstance(measure, Count | Share) or measure.distinct is None:
        return ""
    return (
        f"The figure counts each {measure.distinct} once, so there can be more rows here than it "
        "says: the same one can stand on several rows, exact copies among them. Rows without one "
        "cannot be told apart and are not counted."
    )


def _open(measure: Measure, seen: Visible) -> tuple[FieldCard, ...]:
    """The columns open to the reader; none where no row is, so that even names stay closed."""
    if seen.nothing:
        return ()
    names = set(seen.columns)
    return tuple(card for card in fields_of(measure.record_type) if card.name in names)


def _open_cells(seen: Visible, names: tuple[str, ...], row: Mapping[str, Any]) -> tuple[Any, ...]:
    """The cells of a row under these columns, with those that are not open in it taken out."""
    opened = row if seen.alike else hidden_cells_removed(seen, row)
    return tuple(opened.get(name, HIDDEN) for name in names)
