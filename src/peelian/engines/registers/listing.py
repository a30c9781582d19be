"""The list of the records of one type, as this reader may see it.

Two storages are merged by key: the operational table, which is fresh, and the loaded rows of the
store, of which those that have an operational copy are left out. Visibility stands before filters,
search, order and the limit in both, so that a hidden record changes nothing (C-ACC-2, T03).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from heapq import merge
from itertools import islice
from types import MappingProxyType
from typing import Any, Final, Literal

from django.db import transaction

from peelian.access.user import User
from peelian.access.verbs import Verb
from peelian.engines.registers import asked as asking
from peelian.engines.registers.asked import Asked, UnknownFilter
from peelian.engines.registers.order import (
    ORDER,
    Place,
    WrongPlace,
    ordered,
    place_of,
    sort_key,
    stored_in_order,
)
from peelian.engines.registers.sight import Sight, sight
from peelian.records.adopt import copied
from peelian.records.base import Record
from peelian.records.openness import TYPED
from peelian.records.schema import FieldCard, schema_of, type_key
from peelian.records.store.reader import Reader
from peelian.trail.looks import append_look
from peelian.trail.particulars import Particulars, Result

Origin = Literal["typed", "adopted", "loaded"]
PAGE = 50
MOST_ON_A_PAGE = 200
NO_FILTERS: Final[Mapping[str, str]] = MappingProxyType({})


@dataclass(frozen=True)
class Row:
    """One record of a list: its open cells only, by name."""

    record_id: str
    cells: Mapping[str, Any]
    origin: Origin


@dataclass(frozen=True)
class Listed:
    """A page of a list. `after` asks for the next one; None where there is none."""

    rows: tuple[Row, ...]
    columns: tuple[FieldCard, ...]
    after: str | None


@dataclass(frozen=True)
class Found:
    """One row before it is shown: every cell of it, and where it stands in the order."""

    place: Place
    values: Mapping[str, Any]
    origin: Origin


def list_rows(
    actor: User,
    model: type[Record],
    tables: Reader,
    *,
    filters: Mapping[str, str] = NO_FILTERS,
    search: str = "",
    after: str = "",
    limit: int = PAGE,
    at: datetime,
) -> Listed:
    """A page of the records in sight, newest first; the look is one entry of the trail.

    `filters` are fields with their values, `search` words that must all stand in some text of a
    record, in any case. A reader who may see nothing of the type gets an empty page without
    columns. Raises `UnknownFilter`, `WrongPlace`, or `TrailError`: then nothing is shown.
    """
    seen = sight(actor, model, at=at, verbs=(Verb.CONSULT,))
    told = asking.read(seen, filters, search)
    begin = place_of(after, model) if after else None
    most = max(1, min(limit, MOST_ON_A_PAGE))
    found = list(islice(rows_in_order(model, tables, seen, told, begin, batch=most + 1), most + 1))
    shown = tuple(
        Row(one.place.record_id, seen.cells(one.values), one.origin) for one in found[:most]
    )
    with transaction.atomic():
        append_look(
            actor=actor.trail_name,
            record_type=type_key(model),
            query=search,
            filters={name: value for name, value in filters.items() if value.strip()},
            shown=[row.record_id for row in shown],
            at=at,
            particulars=Particulars(
                fields=tuple(card.name for card in seen.columns),
                result=Result.DONE if shown else Result.NOTHING_FOUND,
            ),
        )
    following = found[most - 1].place.written() if len(found) > most else None
    return Listed(shown, seen.columns, following)


def rows_in_order(
    model: type[Record],
    tables: Reader,
    seen: Sight,
    told: Asked,
    after: Place | None,
    *,
    batch: int,
) -> Iterator[Found]:
    """Every row asked for and in sight, in order, read in batches as far as it is wanted."""
    if seen.nothing:
        return iter(())
    return merge(
        _operational(model, seen, told, after, batch),
        _stored(model, tables, seen, told, after, batch),
        key=lambda one: sort_key(one.place),
    )


def origin_of(source: str) -> Origin:
    """How a row of the operational table came there."""
    return "typed" if source == TYPED else "adopted"


def _operational(
    model: type[Record], seen: Sight, told: Asked, after: Place | None, batch: int
) -> Iterator[Found]:
    names = schema_of(model).names
    while True:
        rows = model._default_manager.filter(told.as_q(seen))
        page = list(ordered(rows, model, seen, after)[:batch].values(*names, ORDER))
        for row in page:
            after = Place(row.pop(ORDER), row["record_id"])
            yield Found(after, row, origin_of(row["source"]))
        if len(page) < batch:
            return


def _stored(
    model: type[Record], tables: Reader, seen: Sight, told: Asked, after: Place | None, batch: int
) -> Iterator[Found]:
    if not tables.snapshot.parts_of(type_key(model)):
        return
    table = tables.loaded(model)
    table = table.filter(told.as_ibis(seen, table))
    while True:
        page = tables.to_arrow(stored_in_order(table, model, seen, after).limit(batch)).to_pylist()
        gone = copied(model, [row["record_id"] for row in page])
        for row in page:
            after = Place(row.pop(ORDER), row["record_id"])
            # Whatever the copy says, and whoever may see it, the row it was made of is the past.
            if row["record_id"] not in gone:
                yield Found(after, row, "loaded")
        if len(page) < batch:
            return


__all__ = [
    "Found",
    "Listed",
    "Origin",
    "Row",
    "UnknownFilter",
    "WrongPlace",
    "list_rows",
    "origin_of",
    "rows_in_order",
]
