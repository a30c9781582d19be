"""Asking the store: every thread has its own engine in memory, over files that never change."""

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

import ibis
import pyarrow as pa
from ibis.backends.duckdb import Backend
from ibis.expr.operations import DatabaseTable

from peelian.records.base import Record
from peelian.records.schema import schema_of, type_key
from peelian.records.store import catalogue
from peelian.records.store.rejects import Reject, count_rejects, read_rejects
from peelian.records.store.snapshot import Part, Snapshot

# A thread keeps the engines of this many snapshots, so that a page which compares two of them
# does not build an engine for every figure.
ENGINES_PER_THREAD = 2


class Reader:
    """One snapshot, open for questions.

    It stays on its snapshot for life, so that all figures of a page agree; open a new one for each
    page or command. Readers take no lock and are never blocked by a load. Safe to share between
    threads, but an expression must run on the thread that made it.
    """

    def __init__(self, root: Path, snapshot: Snapshot) -> None:
        self.root = root
        self.snapshot = snapshot

    def table(
        self,
        model: type[Record],
        *,
        forces: Collection[str] | None = None,
        months: Collection[str] | None = None,
    ) -> ibis.Table:
        """The held rows of a record type, with exactly the columns and types of its schema.

        Only files of the forces and months asked for are opened. `None` means all of them; an
        empty collection means none. Where nothing is loaded the table has no rows.
        """
        parts = [
            part
            for part in self.snapshot.parts_of(type_key(model))
            if part.rows
            and (forces is None or part.force_id in forces)
            and (months is None or part.month in months)
        ]
        return _engine(self.root, self.snapshot.id).table(model, parts)

    def memtable(
        self, rows: pa.Table | Iterable[Mapping[str, Any]], schema: ibis.Schema
    ) -> ibis.Table:
        """A small table that is not in the store, with the schema stated."""
        if isinstance(rows, pa.Table):
            return ibis.memtable(rows, schema=schema)
        return ibis.memtable(pa.Table.from_pylist(list(rows), schema=schema.to_pyarrow()))

    def to_arrow(self, expr: ibis.Expr) -> pa.Table:
        """The answer to a question, as columns. A single value comes as a table of one cell."""
        table = expr.as_table() if not isinstance(expr, ibis.Table) else expr
        return _engine(self.root, self.snapshot.id).backend.to_pyarrow(table)

    def sql(self, expr: ibis.Expr) -> str:
        """The query that answers a question, for readers of the figure card."""
        return str(ibis.to_sql(expr, dialect="duckdb"))

    def rejects(self, part: Part, *, skip: int = 0, most: int | None = None) -> tuple[Reject, ...]:
        """The refused cells of the file that a part was made of, in the order of its lines.

        All of them, or a stretch: `most` of them after the first `skip`.
        """
        return read_rejects(self.root, part, skip=skip, most=most)

    def number_of_rejects(self, part: Part) -> int:
        """How many cells of that file were refused."""
        return count_rejects(self.root, part)


def open_reader(root: Path, *, snapshot_id: str | None = None) -> Reader:
    """Open the newest snapshot, or an older one that is still held.

    Where nothing was ever loaded the snapshot is empty. Raises `NoSuchSnapshot`.
    """
    found = (
        catalogue.current(root) if snapshot_id is None else catalogue.snapshot(root, snapshot_id)
    )
    return Reader(root, found)


class _Engine:
    """An engine in memory with a view for each set of files asked for."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.backend: Backend = ibis.duckdb.connect()
        # Footers of a thousand files cost more than the answer; none of these files ever changes.
        for setting in (
            "SET TimeZone='Europe/London'",
            "SET parquet_metadata_cache=true",
            "SET enable_progress_bar=false",
        ):
            self.backend.raw_sql(setting)
        self.views: dict[str, ibis.Table] = {}

    def table(self, model: type[Record], parts: Collection[Part]) -> ibis.Table:
        paths = [str(self.root / part.path) for part in parts]
        named = hashlib.sha256("\n".join(paths).encode()).hexdigest()[:8]
        name = f"{type_key(model)}_{named}"
        if name not in self.views:
            self.views[name] = self._view(name, schema_of(model), paths)
        return self.views[name]

    def _view(self, name: str, schema: ibis.Schema, paths: list[str]) -> ibis.Table:
        if paths:
            listed = ", ".join("'" + path.replace("'", "''") + "'" for path in paths)
            columns = ", ".join(f'"{column}"' for column in schema.names)
            # Column names are those of a model, paths those of the store's own files.
            query = f"SELECT {columns} FROM read_parquet([{listed}])"  # noqa: S608
        else:
            columns = ", ".join(
                f'CAST(NULL AS {self.backend.compiler.type_mapper.to_string(kind)}) AS "{column}"'
                for column, kind in schema.items()
            )
            query = f"SELECT {columns} WHERE false"
        self.backend.raw_sql(f'CREATE OR REPLACE TEMP VIEW "{name}" AS {query}')
        # The schema is known, so the engine need not be asked to describe its own view.
        return DatabaseTable(name, schema=schema, source=self.backend).to_expr()


_of_this_thread = threading.local()


def _engine(root: Path, snapshot_id: str) -> _Engine:
    held: OrderedDict[tuple[Path, str], _Engine] | None
    held = getattr(_of_this_thread, "engines", None)
    if held is None:
        held = _of_this_thread.engines = OrderedDict()
    key = (root, snapshot_id)
    if key not in held:
        held[key] = _Engine(root)
        while len(held) > ENGINES_PER_THREAD:
            held.popitem(last=False)
    held.move_to_end(key)
    return held[key]
