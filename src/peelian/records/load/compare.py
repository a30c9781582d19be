"""What a corrected file changes against the one that is held."""

from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from peelian.records.load.address import ADDRESS


@dataclass(frozen=True)
class Difference:
    """Rows by their addresses: new ones, ones held as they are, ones that changed or are gone."""

    new: int
    unchanged: int
    changed: int
    gone: int

    @property
    def any(self) -> bool:
        """Whether anything differs at all."""
        return bool(self.new or self.changed or self.gone)


def compare(
    held: Path, corrected: Path, *, engine: duckdb.DuckDBPyConnection, content: bool
) -> Difference:
    """Compare two Parquet files of rows.

    Rows whose address is made of their content cannot change under it; `content` looks for those
    that did, where the address is made of a key or the file is read in another way.
    """
    before, after = _addresses(held), _addresses(corrected)
    kept = pc.sum(pc.is_in(after, value_set=before)).as_py() or 0
    new = len(after) - kept
    changed = _unequal(engine, held, corrected) - new if content and held != corrected else 0
    return Difference(new=new, unchanged=kept - changed, changed=changed, gone=len(before) - kept)


def _unequal(engine: duckdb.DuckDBPyConnection, held: Path, corrected: Path) -> int:
    """How many rows of the corrected file do not stand in the held one just as they are."""
    columns = pq.read_schema(corrected).names
    if columns != pq.read_schema(held).names:
        # Held by an older record type, so that every row says something more or less.
        return int(pq.ParquetFile(corrected).metadata.num_rows)
    query = (
        "SELECT count(*) FROM (SELECT * FROM read_parquet($corrected) "
        "EXCEPT ALL SELECT * FROM read_parquet($held))"
    )
    (unequal,) = engine.execute(query, {"corrected": str(corrected), "held": str(held)}).fetchone()
    return int(unequal)


def _addresses(path: Path) -> pa.ChunkedArray:
    return pq.ParquetFile(path).read(columns=[ADDRESS])[ADDRESS]
