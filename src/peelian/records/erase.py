"""Rows taken out of the store: out of every file of every snapshot that is held, and for good.

The files of the store never change, so each file that holds an erased row is written anew without
it and every manifest that names the old file is made to name the new one. Snapshots that are not
the current one keep their names and say that they cannot be repeated. The run can be killed at any
point and started again: old files go last, so that it still finds what it had to do.
"""

import dataclasses
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from peelian.records.base import Record
from peelian.records.erased import keep_out
from peelian.records.load import ledger
from peelian.records.rejected_lines import names_of, without_lines
from peelian.records.rewrite import Rewritten, rewrite
from peelian.records.schema import type_key
from peelian.records.store import catalogue, layout
from peelian.records.store.lock import writing
from peelian.records.store.manifest import to_json
from peelian.records.store.publish import publish_whole, stamp
from peelian.records.store.snapshot import Laid, Part, Snapshot
from peelian.records.store.sweep import sweep

ADDRESS = "record_id"
ERASER = "service:eraser"
# One record type's addresses to be erased.
Gone = Mapping[type[Record], Collection[str]]


@dataclass(frozen=True)
class StoreErased:
    """What an erasure did: files written anew, snapshots that rested on them, the one that stands.

    All are empty or nought where the store held none of the rows.
    """

    files: int
    snapshots: tuple[str, ...]
    snapshot_id: str


def erase_rows(
    root: Path, *, force_id: str, gone: Gone, at: datetime, wait_seconds: float = 0.0
) -> StoreErased:
    """Take these rows of one force out of the store and keep them out. Harmless to run again.

    Raises `StoreBusy` if a load is still writing after `wait_seconds`.
    """
    with writing(root, wait_seconds=wait_seconds):
        # What a killed load had made ready may hold the rows: the next load makes it again.
        ledger.clear(root)
        sweep(root)
        anew: dict[str, Rewritten] = {}
        for model, addresses in gone.items():
            keep_out(root, type_key(model), addresses)
            anew |= _anew(root, model, force_id, frozenset(addresses))
        marked = _replaced(root, anew, at)
        sweep(root)
    return StoreErased(len(anew), marked, catalogue.current_id(root))


def _anew(
    root: Path, model: type[Record], force_id: str, addresses: frozenset[str]
) -> dict[str, Rewritten]:
    """Each file that holds one of the rows, or a refused line about one, by its path."""
    made: dict[str, Rewritten] = {}
    values: set[str] = set()
    for folder in ("files", "laid"):
        for path in _files(root, folder, model, force_id):
            found = _rows_in(path, addresses)
            if not found:
                continue
            values |= names_of(model, found)
            made[_name(root, path)] = rewrite(root, path, lambda table: _others(table, addresses))
    if values:
        for path in _files(root, "rejects", model, force_id):
            one = without_lines(root, path, frozenset(values))
            if one is not None:
                made[_name(root, path)] = one
    return made


def _files(root: Path, folder: str, model: type[Record], force_id: str) -> Iterator[Path]:
    for place in sorted({force_id or layout.NOBODY, layout.NOBODY}):
        yield from sorted((root / folder / type_key(model) / place).glob("*.parquet"))


def _name(root: Path, path: Path) -> str:
    return str(path.relative_to(root))


def _rows_in(path: Path, addresses: frozenset[str]) -> list[dict[str, Any]]:
    column = pq.read_table(path, columns=[ADDRESS])[ADDRESS]
    if not pc.any(pc.is_in(column, value_set=pa.array(sorted(addresses)))).as_py():
        return []
    wanted = [(ADDRESS, "in", sorted(addresses))]
    return list(pq.read_table(path, filters=wanted).to_pylist())


def _others(table: pa.Table, addresses: frozenset[str]) -> pa.Table:
    return table.filter(pc.invert(pc.is_in(table[ADDRESS], value_set=pa.array(sorted(addresses)))))


def _replaced(root: Path, anew: Mapping[str, Rewritten], at: datetime) -> tuple[str, ...]:
    """Make every manifest name the new files; the snapshots of which figures rest on old ones."""
    standing = catalogue.current(root)
    current = _without(standing, anew)
    if current is not standing:
        publish_whole(root, parts=current.parts, laid=current.laid, by=ERASER, at=at)
    marked = []
    for snapshot in catalogue.held(root):
        changed = _without(snapshot, anew)
        if changed is not snapshot:
            told = dataclasses.replace(changed, erased_at=stamp(at))
            layout.write_whole(layout.manifests(root) / f"{snapshot.id}.json", to_json(told))
            marked.append(snapshot.id)
    return tuple(marked)


def _without(snapshot: Snapshot, anew: Mapping[str, Rewritten]) -> Snapshot:
    """The snapshot over the new files; itself where it names none of the old ones."""
    if anew.keys().isdisjoint(snapshot.paths):
        return snapshot
    laid = (_of_laid(one, anew) for one in snapshot.laid)
    return dataclasses.replace(
        snapshot,
        parts=tuple(_of_part(part, anew) for part in snapshot.parts),
        laid=tuple(one for one in laid if one.path or one.out_path),
    )


def _of_part(part: Part, anew: Mapping[str, Rewritten]) -> Part:
    rows, lines = anew.get(part.path), anew.get(part.rejects_path)
    out, refused = (rows.out if rows else 0), (lines.out if lines else 0)
    return dataclasses.replace(
        part,
        path=rows.path if rows else part.path,
        rows=part.rows - out,
        rejects_path=lines.path if lines else part.rejects_path,
        rejected=part.rejected - refused,
        read=part.read - out - refused,
    )


def _of_laid(one: Laid, anew: Mapping[str, Rewritten]) -> Laid:
    rows, out = anew.get(one.path), anew.get(one.out_path)
    return dataclasses.replace(
        one,
        path=(rows.path if rows.left else "") if rows else one.path,
        rows=rows.left if rows else one.rows,
        out_path=(out.path if out.left else "") if out else one.out_path,
        out=out.left if out else one.out,
        typed=rows.typed if rows else one.typed,
    )
