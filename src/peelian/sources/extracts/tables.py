"""A table whatever file it lies in: batches of text by heading, each row with its line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

import numpy as np
import pyarrow as pa

from peelian.records.load.blocks import FaultyLine
from peelian.records.load.errors import WrongHeader


@dataclass(frozen=True)
class Batch:
    """Some rows of a table: the columns that were wanted, all text, null for nothing.

    `lines` are those of the file or the sheet, from 1; of Parquet, which has none, the rows.
    `faulty` are lines that are no rows at all.
    """

    texts: pa.Table
    lines: np.ndarray
    faulty: tuple[FaultyLine, ...] = ()


@dataclass(frozen=True)
class Opened:
    """A table whose header was read; `batches` can be gone through once."""

    headings: tuple[str, ...]
    batches: Iterator[Batch]


def places_of(headings: Sequence[str], wanted: Sequence[str]) -> dict[str, int]:
    """Where each wanted column stands. Raises `WrongHeader` naming all that is wrong."""
    faults = []
    for name in wanted:
        count = headings.count(name)
        if count > 1:
            faults.append(f"column '{name}' stands there {count} times")
        elif not count:
            near = get_close_matches(name, [each for each in headings if each], n=1)
            faults.append(
                f"column '{name}' is missing" + (f", perhaps it is '{near[0]}'" if near else "")
            )
    if faults:
        raise WrongHeader(
            f"its header does not fit the mapping: {'; '.join(faults)}. It has the columns "
            f"{', '.join(repr(each) for each in headings)}. If they stand lower down, say so "
            "with file.header_row."
        )
    return {name: headings.index(name) for name in wanted}


def suffix_of(path: Path) -> str:
    """The kind of file by its name, in small letters and without a wrapping in gzip."""
    return Path(path.name.lower().removesuffix(".gz")).suffix
