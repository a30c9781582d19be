"""Adopting a loaded row: it is copied into its operational table, once, and edited there.

`adopt` neither asks who may nor writes to the trail, since records know nothing of either: the verb
that needs the copy does both in the same transaction (see `engines.registers.altering`).
"""

from collections.abc import Callable, Collection
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import ibis
import pyarrow.parquet as pq
from django.db import IntegrityError, transaction

from peelian.records.adoption import Adoption
from peelian.records.base import Record
from peelian.records.schema import schema_of, type_key
from peelian.records.store.reader import Reader
from peelian.records.store.snapshot import Part


class NotLoaded(LookupError):
    """No loaded row has this address."""


def stored(
    model: type[Record],
    record_id: str,
    tables: Reader,
    *,
    within: Callable[[ibis.Table], Any] | None = None,
) -> Record | None:
    """The loaded row with this address as a record that is not saved; None where there is none.

    A row that was adopted before is none, be its copy there or erased. `within` is the condition
    of who may see it, asked in the query. Another row is always fetched beside it, since the engine
    reads more of a file in which it finds something: a row which is hidden takes as long as one
    which is not there (T01).
    """
    parts = [part for part in tables.snapshot.parts_of(type_key(model)) if part.rows]
    if not parts:
        return None
    beside = _first_address(tables.root / parts[0].path)
    table = tables.loaded(model)
    wanted = table.filter(table.record_id.isin([record_id, beside]))
    if within is not None:
        wanted = wanted.filter((wanted.record_id == beside) | within(wanted))
    rows = tables.to_arrow(wanted).to_pylist()
    gone = copied(model, [record_id])
    found = next((row for row in rows if row["record_id"] == record_id), None)
    return None if found is None or gone else model(**found)


@lru_cache(maxsize=64)
def _first_address(path: Path) -> str:
    """The address of the first row of a file, which never changes."""
    batches = pq.ParquetFile(path).iter_batches(batch_size=1, columns=["record_id"])
    return str(next(batches)["record_id"][0].as_py())


def copied(model: type[Record], addresses: Collection[str]) -> frozenset[str]:
    """Those of these addresses whose loaded row is the past: a copy of it is, or was, edited."""
    rows = model._default_manager.filter(record_id__in=addresses)
    adopted = Adoption.objects.filter(record_type=type_key(model), record_id__in=addresses)
    return frozenset(rows.values_list("record_id", flat=True)) | frozenset(
        adopted.values_list("record_id", flat=True)
    )


def adopt(model: type[Record], record_id: str, tables: Reader, *, by: str, at: datetime) -> Record:
    """The operational copy of a row, made now or before; `by` is the name in the trail.

    Called in a transaction. Two who adopt at the same time get the same copy. Raises `NotLoaded`.
    """
    held = model._default_manager.filter(record_id=record_id).first()
    if held is not None:
        return held
    found = stored(model, record_id, tables)
    if found is None:
        # Somebody may have adopted it between the two questions.
        held = model._default_manager.filter(record_id=record_id).first()
        if held is None:
            raise NotLoaded(f"No loaded {model._meta.verbose_name} has this address.")
        return held
    part = part_of(found, tables)
    try:
        with transaction.atomic():
            found.save(force_insert=True)
            Adoption.objects.create(
                **_about(model, record_id),
                force_id=found.force_id,
                month=part.month if part else "",
                source=found.source,
                origin=part.origin[:400] if part else "",
                origin_sha256=part.origin_sha256 if part else "",
                snapshot=tables.snapshot.id,
                at=at,
                by=by,
            )
    except IntegrityError:
        return model._default_manager.get(record_id=record_id)
    return found


def part_of(row: Record, tables: Reader) -> Part | None:
    """The part that a loaded row stands in, by its force and month."""
    months = (str(getattr(row, "month", "")), "")
    parts = (
        tables.snapshot.by_key.get((type_key(type(row)), row.force_id, month)) for month in months
    )
    return next((part for part in parts if part is not None), None)


def analytical(row: Record) -> dict[str, Any]:
    """A record as a row of the store."""
    return {name: getattr(row, name) for name in schema_of(type(row)).names}


def _about(model: type[Record], record_id: str) -> dict[str, str]:
    return {"record_type": type_key(model), "record_id": record_id}
