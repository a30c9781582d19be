"""One extract of many months, and perhaps of several forces, cut into one piece for each.

The extract is read once, batch after batch; pieces grow on disk, so that memory stays bounded
however long it is. A piece is a CSV file of its kind with the line of every row beside it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pcsv

from peelian.records.load.errors import CannotLoad
from peelian.records.load.reading import reading
from peelian.records.load.rules import Place
from peelian.sources.extracts.declared import Mapping
from peelian.sources.extracts.faults import Faults
from peelian.sources.extracts.forcing import ForceOf
from peelian.sources.extracts.opening import open_table
from peelian.sources.extracts.rows import Placed, Placing, wanted

LINE = "line of the extract"
REJECTS = "rejects.parquet"
AS_TEXT = pcsv.WriteOptions(include_header=False, quoting_style="needed")


@dataclass
class Piece:
    """The rows of one force and month. `first` and `last` are its days, empty where untold."""

    place: Place
    path: Path
    rows: int = 0
    files: dict[str, None] = field(default_factory=dict)
    first: str = ""
    last: str = ""


@dataclass(frozen=True)
class Delivery:
    """What the files of one run hold under one mapping.

    `refused` are files that could not be read, with the reason. `rejected` counts rows without a
    place, whose reasons lie in `rejects`. `unread` are headings that the mapping leaves alone.
    """

    pieces: tuple[Piece, ...]
    files: tuple[str, ...]
    refused: tuple[tuple[str, str], ...]
    rejected: int
    rejects: Path
    unread: tuple[str, ...]


def split(
    paths: Iterable[Path],
    mapping: Mapping,
    *,
    force_of: Callable[[Path], ForceOf],
    headers: dict[str, str],
    work: Path,
) -> Delivery:
    """Cut files into pieces in the folder `work`. `headers` names the column of each field.

    `force_of` says of which force the rows of a file are; what it raises refuses the file.
    """
    pieces = _Pieces(work, headers)
    read: list[str] = []
    refused: list[tuple[str, str]] = []
    unread: dict[str, None] = {}
    needed = wanted(mapping)
    with reading() as engine, Faults(work / REJECTS) as faults:
        placing = Placing(mapping, engine)
        for path in paths:
            try:
                of_file = force_of(path)
                with open_table(path, mapping.file, needed) as opened:
                    unread |= dict.fromkeys(h for h in opened.headings if h and h not in needed)
                    faults.of(path.name)
                    for batch in opened.batches:
                        faults.add_lines(batch.faulty)
                        pieces.add(placing.place(batch, of_file, faults), path.name)
                read.append(path.name)
            except CannotLoad as refusal:
                refused.append((path.name, str(refusal)))
        return Delivery(
            pieces=pieces.all(),
            files=tuple(read),
            refused=tuple(refused),
            rejected=faults.rejected,
            rejects=faults.path,
            unread=tuple(unread),
        )


class _Pieces:
    """The pieces of a delivery as they grow."""

    def __init__(self, work: Path, headers: dict[str, str]) -> None:
        self._work = work
        self._headers = headers
        self._pieces: dict[tuple[str, str], Piece] = {}

    def all(self) -> tuple[Piece, ...]:
        """In the order of force and month."""
        return tuple(self._pieces[key] for key in sorted(self._pieces))

    def add(self, placed: Placed, file: str) -> None:
        """Add each row to the piece of its force and month."""
        if not len(placed.texts):
            return
        months = pc.fill_null(placed.months, "")
        keys = pc.binary_join_element_wise(placed.forces, months, " ").dictionary_encode()
        codes = keys.indices.to_numpy()
        order = np.argsort(codes, kind="stable")
        begins = np.flatnonzero(np.diff(codes[order], prepend=-1))
        table = self._as_written(placed).take(pa.array(order))
        days = placed.days.take(pa.array(order))
        for begin, end in zip(begins, [*begins[1:], len(order)], strict=True):
            row = int(order[begin])
            key = (placed.forces[row].as_py(), months[row].as_py())
            self._grow(key, table.slice(begin, end - begin), days.slice(begin, end - begin), file)

    def _as_written(self, placed: Placed) -> pa.Table:
        columns = {self._headers[name]: placed.texts[name] for name in placed.texts.column_names}
        return pa.table({LINE: pa.array(placed.lines)} | columns)

    def _grow(self, key: tuple[str, str], rows: pa.Table, days: Any, file: str) -> None:
        piece = self._pieces.get(key)
        if piece is None:
            path = self._work / f"{len(self._pieces)}.csv"
            piece = self._pieces[key] = Piece(Place(*key), path)
            with path.open("wb") as out:
                pcsv.write_csv(rows.slice(0, 0), out)
        with piece.path.open("ab") as out:
            pcsv.write_csv(rows, out, AS_TEXT)
        piece.rows += len(rows)
        piece.files[file] = None
        found = pc.min_max(days).as_py()
        if found["min"] is not None:
            piece.first = min(piece.first or found["min"], found["min"])
            piece.last = max(piece.last, found["max"])
