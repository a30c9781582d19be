"""Which operational rows of a force lie over its loaded ones, and which of those no longer count.

A row that says what its loaded row says is not laid over it, so that adopting a row changes no
figure and closes none before somebody edits it. An adopted row that was erased leaves its address
behind, so that the loaded row does not come back with the next file.
"""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any
from uuid import uuid4

import pyarrow as pa
import pyarrow.parquet as pq

from peelian.records.adoption import Adoption
from peelian.records.base import Record
from peelian.records.openness import TYPED
from peelian.records.schema import schema_of, type_key
from peelian.records.store import layout
from peelian.records.store.columns import columns_of
from peelian.records.store.snapshot import Laid, Part, Snapshot

MONTH = "month"
ADDRESSES = pa.schema([("record_id", pa.string())])

# Force and month.
Group = tuple[str, str]


def has_month(model: type[Record]) -> bool:
    """Whether rows of the type belong to a month."""
    return any(field.name == MONTH for field in model._meta.concrete_fields)


def laid_of_force(
    root: Path,
    standing: Snapshot,
    model: type[Record],
    force_id: str,
    before: Mapping[Group, Laid],
    changed: Collection[Group],
) -> Iterator[Laid]:
    """What lies over the parts of one type and force, one for each month with any.

    Where nothing is loaded, only the months that have changed are read again.
    """
    key = type_key(model)
    parts = [part for part in standing.parts_of(key) if part.force_id == force_id and part.rows]
    names = schema_of(model).names
    rows = model._default_manager.filter(force_id=force_id).order_by("record_id").values(*names)
    if parts:
        yield from _over_parts(root, model, force_id, list(rows), parts)
        return
    for group in sorted({*before, *changed}):
        if group[0] != force_id:
            continue
        if group in changed or group not in before:
            of_month = rows.filter(**{MONTH: group[1]}) if has_month(model) else rows
            made = _made(root, model, group, list(of_month), [])
            yield from () if made is None else (made,)
        else:
            yield before[group]


def _over_parts(
    root: Path,
    model: type[Record],
    force_id: str,
    rows: list[dict[str, Any]],
    parts: Collection[Part],
) -> Iterator[Laid]:
    adopted = Adoption.objects.filter(record_type=type_key(model), force_id=force_id)
    # What was typed stands in no file.
    addresses = {row["record_id"] for row in rows if row["source"] != TYPED}
    addresses |= set(adopted.values_list("record_id", flat=True))
    now = {row["record_id"]: row for row in rows}
    out: dict[Group, list[str]] = {}
    alike: set[str] = set()
    for part in parts:
        for row in _rows_of(root / part.path, model, addresses):
            address = row["record_id"]
            if now.get(address) == row:
                alike.add(address)
            else:
                out.setdefault((force_id, part.month), []).append(address)
    over: dict[Group, list[dict[str, Any]]] = {}
    for row in rows:
        if row["record_id"] not in alike:
            over.setdefault((force_id, row.get(MONTH) or ""), []).append(row)
    for group in sorted({*over, *out}):
        made = _made(root, model, group, over.get(group, []), sorted(out.get(group, [])))
        yield from () if made is None else (made,)


def _rows_of(path: Path, model: type[Record], addresses: set[str]) -> list[dict[str, Any]]:
    """The rows of a file that have one of these addresses."""
    if not addresses:
        return []
    wanted = [("record_id", "in", sorted(addresses))]
    names, held = schema_of(model).names, columns_of(path)
    table = pq.read_table(path, columns=[name for name in names if name in held], filters=wanted)
    return [dict.fromkeys(names) | row for row in table.to_pylist()]


def _made(
    root: Path, model: type[Record], group: Group, rows: list[dict[str, Any]], out: list[str]
) -> Laid | None:
    if not rows and not out:
        return None
    key = type_key(model)
    schema = schema_of(model).to_pyarrow()
    gone = [{"record_id": address} for address in out]
    return Laid(
        type_key=key,
        force_id=group[0],
        month=group[1],
        path=_put(root, key, group, pa.Table.from_pylist(rows, schema=schema)) if rows else "",
        rows=len(rows),
        out_path=_put(root, key, group, pa.Table.from_pylist(gone, schema=ADDRESSES))
        if out
        else "",
        out=len(out),
        typed=sum(row["source"] == TYPED for row in rows),
    )


def _put(root: Path, key: str, group: Group, table: pa.Table) -> str:
    """Write a file under its own hash, durable before anything names it; its path."""
    beside = layout.staging(root) / f"{uuid4().hex}.parquet"
    beside.parent.mkdir(parents=True, exist_ok=True)
    pq.write_table(table, beside, compression="zstd")
    path = layout.relative_path("laid", key, *group, layout.digest_of(beside))
    finished = root / path
    if finished.exists():
        beside.unlink()
        return path
    layout.settle(beside)
    finished.parent.mkdir(parents=True, exist_ok=True)
    beside.replace(finished)
    layout.settle(finished.parent)
    return path
