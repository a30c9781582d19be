"""A look at what a file gave: its first good rows, and the words that no code list knows."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow.parquet as pq

from peelian.records.load.kinds import FileKind
from peelian.records.load.rules import Code
from peelian.records.load.rules_words import Flag, Recoded


@dataclass(frozen=True)
class Seen:
    """`sample` holds rows by field; `uncoded`, by column, words with how many rows hold each."""

    sample: tuple[Mapping[str, object], ...]
    uncoded: Mapping[str, Mapping[str, int]]


def peek(kind: FileKind, *, rows: Path | None, rejects: Path | None, most: int) -> Seen:
    """Read at most so many good rows, and all rejects, of one file that was made ready."""
    coded = {
        column.header for column in kind.columns if isinstance(column.rule, Code | Recoded | Flag)
    }
    return Seen(_first(rows, most) if rows else (), _uncoded(rejects, coded) if rejects else {})


def _first(rows: Path, most: int) -> tuple[Mapping[str, object], ...]:
    for batch in pq.ParquetFile(rows).iter_batches(batch_size=most):
        return tuple(batch.to_pylist())
    return ()


def _uncoded(rejects: Path, coded: set[str]) -> dict[str, Counter[str]]:
    found: dict[str, Counter[str]] = {}
    for batch in pq.ParquetFile(rejects).iter_batches(columns=["column", "value"]):
        for row in batch.to_pylist():
            if row["column"] in coded and row["value"]:
                found.setdefault(row["column"], Counter())[row["value"]] += 1
    return found
