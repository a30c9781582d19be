"""Refused cells: what was wrong, where, and what would be right."""

from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from peelian.records.store.snapshot import Part

VALUE_LENGTH = 200

REJECT_SCHEMA = pa.schema(
    [
        ("file", pa.string()),
        ("line", pa.int64()),
        ("column", pa.string()),
        ("value", pa.string()),
        ("reason", pa.string()),
        ("expected", pa.string()),
    ]
)


@dataclass(frozen=True)
class Reject:
    """One refused cell, or a whole refused line if `column` is empty.

    `line` counts from 1, the header included, as a text editor shows it. `value` is cut to 200
    characters.
    """

    file: str
    line: int
    column: str
    value: str
    reason: str
    expected: str


def read_rejects(
    root: Path, part: Part, *, skip: int = 0, most: int | None = None
) -> tuple[Reject, ...]:
    """The refused cells of one part, in the order of lines: all, or a stretch of them."""
    if not part.rejects_path:
        return ()
    found = pq.ParquetFile(root / part.rejects_path).read().slice(skip, most)
    return tuple(Reject(**row) for row in found.to_pylist())


def count_rejects(root: Path, part: Part) -> int:
    """How many cells of one part were refused; a row can have several."""
    if not part.rejects_path:
        return 0
    return int(pq.ParquetFile(root / part.rejects_path).metadata.num_rows)
