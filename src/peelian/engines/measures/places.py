"""Which places exist, and how many people live in them: for filling groups and for denominators."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache
from typing import Any

import ibis
import pyarrow as pa
import pyarrow.compute as pc

from peelian.engines.measures.declared import Dimension, Population, Tables
from peelian.engines.measures.request import FORCE, NOT_RECORDED, BadRequest, Request
from peelian.engines.measures.tables import TableSource
from peelian.spine.residents import resident_areas

Place = tuple[str | None, ...]
# The column of resident areas that names the force policing an area.
HOME = "area_force"
# Residents of each place, by the force that polices it.
Residents = dict[Place, dict[str, int]]
# A list longer than this is of codes, not of names that a person could misspell.
MOST_NAMES = 1000


@dataclass(frozen=True)
class _Areas:
    """A table of areas in one snapshot. The same snapshot always holds the same areas."""

    snapshot: str
    table: Callable[[Tables], ibis.Table]
    tables: TableSource = field(compare=False)


@lru_cache(maxsize=4)
def _read(areas: _Areas) -> pa.Table:
    """The areas as columns, kept because every page of a snapshot asks for them again."""
    return areas.tables.to_arrow(areas.table(areas.tables.table))


def check_places(request: Request, tables: TableSource) -> None:
    """Raise `BadRequest`, with the nearest names, where a condition names a place that is not.

    A place that is in no list of places but on a row (in Scotland, say) is one all the same.
    """
    known = {dimension.key: dimension for dimension in request.measure.by}
    for name, values in request.where:
        dimension = known[name]
        if dimension.place is None:
            continue
        listed = set(_areas(tables).column(dimension.place).to_pylist())
        strange = {value for value in values if value != NOT_RECORDED} - listed
        if strange and dimension.field is not None:
            rows: Any = tables.table(request.measure.record_type)
            rows = dimension.locate(rows, tables.table) if dimension.locate else rows
            rows = rows.filter(rows[dimension.field].isin(sorted(strange)))
            found = tables.to_arrow(rows.select(dimension.field).distinct())
            strange -= set(found.column(dimension.field).to_pylist())
        if strange:
            raise BadRequest(_strange(dimension, sorted(strange), listed))


def places(request: Request, tables: TableSource) -> dict[str, set[Place]]:
    """The places of each force for the place dimensions of a request; empty where it has none."""
    dimensions = [d for d in request.dimensions if d.place is not None]
    if not dimensions:
        return {}
    columns = {d.key: d.place for d in request.measure.by if d.place is not None} | {FORCE: HOME}
    areas = _within(_areas(tables), request, columns)
    by_force: dict[str, set[Place]] = {}
    for force, *place in _rows(areas, [HOME, *(str(d.place) for d in dimensions)]):
        by_force.setdefault(force, set()).add(tuple(place))
    return by_force


def residents(
    request: Request, per: Population, extra: Iterable[Dimension], tables: TableSource
) -> Residents:
    """Residents by place and force, cut by those dimensions of the request that cut people.

    `extra` adds dimensions that the request does not name, such as the groups of a ratio. The key
    of the result has one entry for each dimension of `cuts`, in the same order.
    """
    cut = [per.columns[d.key] for d in cuts(request, per, extra)]
    everyone = _read(_Areas(tables.snapshot.id, per.table, tables))
    people = _within(everyone, request, {**per.columns, FORCE: per.force})
    found: Residents = {}
    for force, number, *place in _rows(people, [per.force, per.value, *cut]):
        here = found.setdefault(tuple(place), {})
        here[force] = here.get(force, 0) + (number or 0)
    return found


def cuts(request: Request, per: Population, extra: Iterable[Dimension] = ()) -> list[Dimension]:
    """The dimensions, in order, that divide the population and not only the rows."""
    wanted = {d.key: d for d in (*request.dimensions, *extra)}
    return [d for key, d in wanted.items() if key in per.columns and key != FORCE]


def _areas(tables: TableSource) -> pa.Table:
    return _read(_Areas(tables.snapshot.id, resident_areas, tables))


def _within(areas: pa.Table, request: Request, columns: Mapping[str, str]) -> pa.Table:
    for name, values in request.where:
        if name in columns:
            wanted = [None if value == NOT_RECORDED else value for value in values]
            held = pc.is_in(areas.column(columns[name]), pa.array(wanted, pa.string()))
            areas = areas.filter(held)
    return areas


def _rows(areas: pa.Table, columns: Sequence[str]) -> Iterable[tuple[Any, ...]]:
    return zip(*(areas.column(name).to_pylist() for name in columns), strict=True)


def _strange(dimension: Dimension, strange: Sequence[str], listed: set[str | None]) -> str:
    title = dimension.title.partition(" (")[0].lower()
    said = f"There is no {title} '{strange[0]}'."
    names = sorted(name for name in listed if name)
    if not names:
        return f"{said} No list of places is loaded: load the tables of the source 'ons'."
    # Among thousands of codes the nearest one is no better a guess than any other.
    close = get_close_matches(strange[0], names, n=3) if len(names) < MOST_NAMES else []
    return f"{said} Perhaps {' or '.join(close)}." if close else said
