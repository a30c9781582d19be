"""What a corrected file changes against the one that is held."""

from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from peelian.records.load.address import ADDRESS


@dataclass(frozen=True)
class Difference:
    """Rows by their addresses: new ones, ones that were held already, ones that are gone."""

    new: int
    unchanged: int
    gone: int


def compare(held: Path, corrected: Path) -> Difference:
    """Compare two Parquet files of rows."""
    before, after = _addresses(held), _addresses(corrected)
    unchanged = pc.sum(pc.is_in(after, value_set=before)).as_py() or 0
    return Difference(new=len(after) - unchanged, unchanged=unchanged, gone=len(before) - unchanged)


def _addresses(path: Path) -> pa.ChunkedArray:
    return pq.ParquetFile(path).read(columns=[ADDRESS])[ADDRESS]
