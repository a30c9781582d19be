"""Files made before their record type got new fields: what they do not hold is empty.

A record type grows, and its files never change. Which columns a file has stands in its footer,
which is read once for each file and process; a thousand of them take about a tenth of a second.
"""

from collections.abc import Collection, Iterable
from functools import lru_cache
from pathlib import Path

import pyarrow.parquet as pq


@lru_cache(maxsize=65536)
def columns_of(path: Path) -> frozenset[str]:
    """The columns of a file of the store, which never change."""
    return frozenset(pq.read_schema(path).names)


def by_missing(
    root: Path, paths: Iterable[str], wanted: Collection[str]
) -> dict[frozenset[str], tuple[str, ...]]:
    """These files by the wanted columns that they do not hold: usually all of them under none."""
    found: dict[frozenset[str], list[str]] = {}
    for path in paths:
        missing = frozenset(wanted) - columns_of(root / path)
        found.setdefault(missing, []).append(path)
    return {missing: tuple(those) for missing, those in found.items()}
