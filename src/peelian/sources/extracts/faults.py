"""Rows that cannot be placed: each ends as a reject with its line and its reason."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from peelian.records.load.blocks import FaultyLine
from peelian.records.load.refused import reject_table, table_of_lines
from peelian.records.store.rejects import REJECT_SCHEMA

Said = str | Callable[[str], str]


@dataclass(frozen=True)
class Fault:
    """What is wrong with some rows of a batch, those where `rows` is true.

    `reason` and `expected` may depend on the value.
    """

    rows: np.ndarray
    column: str
    values: pa.Array
    reason: Said
    expected: Said


class Faults:
    """Gathers the rejects of one delivery in a Parquet file, file after file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.rejected = 0
        self._origin = ""
        self._writer = pq.ParquetWriter(path, REJECT_SCHEMA)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._writer.close()

    def of(self, origin: str) -> None:
        """From here on rows are of this file."""
        self._origin = origin

    def add_lines(self, faulty: tuple[FaultyLine, ...]) -> None:
        """Lines that are no rows at all."""
        if faulty:
            self.rejected += len(faulty)
            self._writer.write_table(table_of_lines(self._origin, faulty))

    def add(self, fault: Fault, lines: np.ndarray, among: np.ndarray) -> np.ndarray:
        """Write the rejects of a fault, for rows that no earlier one has taken; says which."""
        rows = fault.rows & among
        if rows.any():
            self.rejected += int(np.count_nonzero(rows))
            self._writer.write_table(self._table(fault, lines[rows], pa.array(rows)))
        taken: np.ndarray = rows
        return taken

    def _table(self, fault: Fault, lines: np.ndarray, chosen: pa.Array) -> pa.Table:
        values = pc.fill_null(fault.values.filter(chosen), "")
        encoded = values.dictionary_encode()
        words = encoded.dictionary.to_pylist()
        reasons, expected = (
            pa.array([said if isinstance(said, str) else said(word) for word in words], pa.string())
            for said in (fault.reason, fault.expected)
        )
        return reject_table(
            origin=self._origin,
            column=fault.column,
            values=values,
            lines=lines,
            reasons=reasons.take(encoded.indices),
            expected=expected.take(encoded.indices),
        )
