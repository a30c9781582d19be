"""The files of exports, and what each holds: readable by the server's own account alone."""

import json
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from peelian.engines.registers.models import Export
from peelian.engines.registers.sight import Sight
from peelian.engines.registers.vault import write_private
from peelian.records.adopt import copied
from peelian.records.base import Record
from peelian.records.store.reader import Reader

ADDRESSES_AT_ONCE = 500


@dataclass(frozen=True)
class Contents:
    """The rows of a file by address, each with the names of its cells."""

    rows: tuple[tuple[str, tuple[str, ...]], ...]


def put(export: Export, content: bytes, contents: Contents) -> None:
    """Write the file and what it holds; a second time writes the same over it."""
    write_private(_file(export), content)
    write_private(_note(export), json.dumps(contents.rows).encode())


def read_file(export: Export) -> bytes | None:
    """The file; None where it is gone."""
    try:
        return _file(export).read_bytes()
    except FileNotFoundError:
        return None


def contents_of(export: Export) -> Contents | None:
    """What the file holds; None where that is gone."""
    try:
        rows = json.loads(_note(export).read_bytes())
    except FileNotFoundError:
        return None
    return Contents(tuple((address, tuple(names)) for address, names in rows))


def forget(export: Export) -> None:
    """Remove the file and its note; harmless where they are gone."""
    _file(export).unlink(missing_ok=True)
    _note(export).unlink(missing_ok=True)


def still_open(model: type[Record], seen: Sight, contents: Contents, tables: Reader) -> bool:
    """Whether every row that the file holds is still there, with every cell open to the reader."""
    for begin in range(0, len(contents.rows), ADDRESSES_AT_ONCE):
        asked = dict(contents.rows[begin : begin + ADDRESSES_AT_ONCE])
        now = _rows(model, list(asked), tables)
        if set(now) != set(asked):
            return False
        if any(not set(asked[one]) <= seen.open_fields(row) for one, row in now.items()):
            return False
    return True


def _rows(model: type[Record], addresses: list[str], tables: Reader) -> dict[str, Record]:
    held = {row.record_id: row for row in model._default_manager.filter(record_id__in=addresses)}
    wanted = [address for address in addresses if address not in held]
    if not wanted:
        return held
    table = tables.loaded(model)
    rows = tables.to_arrow(table.filter(table.record_id.isin(wanted))).to_pylist()
    gone = copied(model, [row["record_id"] for row in rows])
    return held | {row["record_id"]: model(**row) for row in rows if row["record_id"] not in gone}


def _file(export: Export) -> Path:
    return Path(settings.EXPORTS_ROOT) / f"{export.id}.{export.form}"


def _note(export: Export) -> Path:
    return Path(settings.EXPORTS_ROOT) / f"{export.id}.json"
