"""A file of the store written anew without some of its rows, under its own new hash."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from peelian.records.openness import TYPED
from peelian.records.store import layout

# A dictionary of a column in which nearly every value is new costs time and saves nothing.
UNIQUE = frozenset({"record_id"})


@dataclass(frozen=True)
class Rewritten:
    """The new file relative to the root, how many rows or lines are out and how many rows left.

    `typed` counts those left that were typed here.
    """

    path: str
    out: int
    left: int
    typed: int = 0


def rewrite(root: Path, path: Path, keep: Callable[[pa.Table], pa.Table]) -> Rewritten:
    """Write the rows of a file that `keep` keeps, batch by batch, durable before it is named."""
    beside = layout.staging(root) / f"{uuid4().hex}.parquet"
    beside.parent.mkdir(parents=True, exist_ok=True)
    before = left = typed = 0
    with pq.ParquetFile(path) as opened:
        schema = opened.schema_arrow
        named = [name for name in schema.names if name not in UNIQUE]
        with pq.ParquetWriter(
            beside,
            schema,
            use_dictionary=named,
            store_schema=False,
            write_statistics=False,
            compression="lz4",
        ) as writer:
            for batch in opened.iter_batches():
                table = pa.Table.from_batches([batch])
                kept = keep(table)
                before, left = before + len(table), left + len(kept)
                typed += _typed_in(kept)
                writer.write_table(kept)
    return Rewritten(_settled(root, beside, path), before - left, left, typed)


def _typed_in(rows: pa.Table) -> int:
    if "source" not in rows.column_names:
        return 0
    return int(pc.sum(pc.equal(rows["source"], TYPED)).as_py() or 0)


def _settled(root: Path, beside: Path, path: Path) -> str:
    """Move the new file beside the old one: `<month>-<hash>.parquet`, as all are called."""
    month = path.stem.rsplit("-", 1)[0]
    finished = path.with_name(f"{month}-{layout.digest_of(beside)[:24]}.parquet")
    layout.settle(beside)
    beside.replace(finished)
    layout.settle(finished.parent)
    return str(finished.relative_to(root))
