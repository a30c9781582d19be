"""Refused lines that are about a row: found by what names it, since they have no address."""

from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from peelian.records.base import Record
from peelian.records.protection import protection_of
from peelian.records.rewrite import Rewritten, rewrite
from peelian.records.schema import codes_of, fields_of
from peelian.records.store.rejects import VALUE_LENGTH

# Shorter values name nobody and would take lines of other rows along; longer ones are texts, of
# which a refused cell may hold a part.
SHORTEST, TEXT = 4, 20


def names_of(model: type[Record], rows: Collection[Mapping[str, Any]]) -> frozenset[str]:
    """What names these rows: their reference, and every personal value that is in no code list."""
    coded = codes_of(model)
    wanted = [
        card.name
        for card in fields_of(model)
        if card.handling == "personal" and card.name not in coded
    ]
    reference = protection_of(model).reference
    told = {_text(row.get(name)) for row in rows for name in (*wanted, reference) if name}
    return frozenset(value for value in told if len(value) >= SHORTEST)


def without_lines(root: Path, path: Path, values: frozenset[str]) -> Rewritten | None:
    """The file without every line of which a cell says one of these; None where none does.

    `out` counts lines, not cells.
    """
    cells = pq.read_table(path, columns=["file", "line", "value"]).to_pylist()
    lines = {
        (cell["file"], cell["line"])
        for cell in cells
        if any(_says(cell["value"] or "", value) for value in values)
    }
    if not lines:
        return None

    def others(table: pa.Table) -> pa.Table:
        places = zip(table["file"].to_pylist(), table["line"].to_pylist(), strict=True)
        return table.filter(pa.array([place not in lines for place in places], pa.bool_()))

    made = rewrite(root, path, others)
    return Rewritten(made.path, len(lines), made.left)


def _says(cell: str, value: str) -> bool:
    if cell.strip() == value:
        return True
    if len(value) < TEXT:
        return False
    return value in cell or cell.strip() == value[:VALUE_LENGTH].strip()


def _text(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return value.strip() if isinstance(value, str) else ""
