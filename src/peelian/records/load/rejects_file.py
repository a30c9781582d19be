"""The file of refused cells that a person opens in a spreadsheet."""

import csv
from pathlib import Path
from typing import Self

import pyarrow.parquet as pq

from peelian.records.store.rejects import REJECT_SCHEMA

# A cell that begins with one of these is run as a formula by spreadsheets.
FORMULA_BEGINNINGS = ("=", "+", "-", "@", "\t", "\r")
HARMLESS = "'"


def harmless(value: str) -> str:
    """The value as a spreadsheet will show it and never run it."""
    return HARMLESS + value if value.startswith(FORMULA_BEGINNINGS) else value


class RejectsFile:
    """Writes refused cells of one file after another as CSV; does nothing without a path."""

    def __init__(self, path: Path | None) -> None:
        self._opened = None
        if path is not None:
            self._opened = path.open("w", encoding="utf-8", newline="")
            self._writer = csv.writer(self._opened)
            self._writer.writerow(REJECT_SCHEMA.names)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._opened is not None:
            self._opened.close()

    def add(self, rejects: Path) -> None:
        """Append the refused cells of one Parquet file."""
        if self._opened is None:
            return
        for batch in pq.ParquetFile(rejects).iter_batches():
            for row in batch.to_pylist():
                self._writer.writerow(
                    [value if isinstance(value, int) else harmless(value) for value in row.values()]
                )
