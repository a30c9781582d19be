"""Where rows stand that can say what has happened: files of the store, months of tables.

A place has a text that is another one as soon as anything in it is, so that only what has changed
is read again.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import reduce
from hashlib import sha256
from operator import or_
from typing import Any

import ibis
from django.db.models import Count, Max, Sum

from peelian.records.adoption import Adoption
from peelian.records.base import Record
from peelian.records.happens import Moment, moments_of
from peelian.records.laying import MONTH, has_month
from peelian.records.mirror import operational_types
from peelian.records.schema import type_key
from peelian.records.store.reader import Reader
from peelian.records.telling import fields_told

LOADED, KEPT = "loaded", "kept"
Row = dict[str, Any]


@dataclass(frozen=True)
class Place:
    """One file of loaded rows, or the operational rows of one month, of a type and force.

    `says` tells how it stands, `since` when its rows were loaded, as the store writes it.
    """

    kind: str
    model: type[Record]
    force_id: str
    month: str
    says: str = ""
    since: str = ""

    @property
    def name(self) -> str:
        """The place as it is remembered."""
        return "/".join((self.kind, type_key(self.model), self.force_id, self.month))


def telling_types() -> tuple[type[Record], ...]:
    """The record types of which rows say that something happened, by name."""
    return tuple(model for model in operational_types() if moments_of(model))


def model_in(name: str) -> tuple[type[Record] | None, str]:
    """The record type and force of a place by its name; no type where it tells nothing now."""
    _kind, key, force_id, _month = name.split("/", 3)
    return next((one for one in telling_types() if type_key(one) == key), None), force_id


def places(tables: Reader, besides: Collection[str]) -> Iterator[Place]:
    """Every place there is: files as they were loaded, newest last, then operational rows.

    Files from the sources `besides` are none.
    """
    loaded = [
        Place(LOADED, model, part.force_id, part.month, _print(model, part.path), part.loaded_at)
        for model in telling_types()
        for part in tables.snapshot.parts_of(type_key(model))
        if part.source not in besides and part.rows
    ]
    # A row that stands in two files is what the newer one says.
    yield from sorted(loaded, key=lambda place: (place.since, place.name))
    for model in telling_types():
        names = ["force_id", MONTH] if has_month(model) else ["force_id"]
        counted = (
            model._default_manager.order_by()
            .values(*names)
            .annotate(rows=Count("pk"), newest=Max("pk"), saves=Sum("version"))
        )
        for row in counted:
            says = _print(model, f"{row['rows']}-{row['newest']}-{row['saves']}")
            yield Place(KEPT, model, row["force_id"], row.get(MONTH, ""), says)


def rows_at(
    place: Place, tables: Reader, besides: Collection[str], some: int
) -> Iterator[list[Row]]:
    """The rows of a place that have any of the moments, `some` at a time."""
    if place.kind == KEPT:
        of_month = {MONTH: place.month} if has_month(place.model) else {}
        yield from _kept(place.model, besides, some, force_id=place.force_id, **of_month)
        return
    table = tables.loaded(place.model, forces=[place.force_id], months=[place.month])
    wanted = table.filter(_any_moment(place.model, table)).select(*fields_told(place.model))
    copied = _copied(place.model, place.force_id)
    for batch in tables.to_arrow(wanted).to_batches(max_chunksize=some):
        rows = [row for row in batch.to_pylist() if row["record_id"] not in copied]
        if rows:
            yield rows


def rows_called(
    model: type[Record],
    force_id: str,
    addresses: Collection[str],
    tables: Reader,
    besides: Collection[str],
) -> Iterator[tuple[Place, Row]]:
    """The rows with these addresses wherever they stand now, an edited copy before its row."""
    found: set[str] = set()
    for rows in _kept(model, besides, len(addresses), record_id__in=addresses):
        for row in rows:
            found.add(row["record_id"])
            yield Place(KEPT, model, force_id, row.get(MONTH) or ""), row
    table = tables.loaded(model, forces=[force_id])
    names = (*fields_told(model), MONTH) if has_month(model) else fields_told(model)
    wanted = table.filter(table.record_id.isin(list(addresses))).select(*dict.fromkeys(names))
    out = _copied(model, force_id) | found
    for row in tables.to_arrow(wanted).to_pylist():
        if row["record_id"] not in out and row["source"] not in besides:
            month = row.get(MONTH) or ""
            held = (type_key(model), force_id, month) in tables.snapshot.by_key
            yield Place(LOADED, model, force_id, month if held else ""), row


def _kept(
    model: type[Record], besides: Collection[str], some: int, **wanted: Any
) -> Iterator[list[Row]]:
    names = [*fields_told(model), MONTH] if has_month(model) else fields_told(model)
    rows = model._default_manager.filter(**wanted).exclude(source__in=besides).order_by("pk")
    last = 0
    # By key and not by cursor: a cursor would hold a transaction open over every write.
    while found := list(rows.filter(pk__gt=last)[:some].values("pk", *dict.fromkeys(names))):
        last = found[-1]["pk"]
        yield found


def _copied(model: type[Record], force_id: str) -> frozenset[str]:
    """The loaded rows of which a copy counts, or did before it was erased."""
    adopted = Adoption.objects.filter(record_type=type_key(model), force_id=force_id)
    held = model._default_manager.filter(force_id=force_id)
    return frozenset(adopted.values_list("record_id", flat=True)) | frozenset(
        held.values_list("record_id", flat=True)
    )


def _any_moment(model: type[Record], table: ibis.Table) -> Any:
    return reduce(or_, (_has(moment, table) for moment in moments_of(model)))


def _has(moment: Moment, table: ibis.Table) -> Any:
    """Whether a row has a moment and something that names what it is about."""
    named = reduce(or_, (table[name].notnull() for name in moment.keys))
    return table[moment.at].notnull() & named


def _print(model: type[Record], state: str) -> str:
    """How a place stands, and by which declarations its rows were read."""
    return sha256(f"{state}\n{moments_of(model)!r}".encode()).hexdigest()
