"""Asking the store: every thread has its own engine in memory, over files that never change."""

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import ibis
import pyarrow as pa
from ibis.backends.duckdb import Backend
from ibis.expr.operations import DatabaseTable

from peelian.records.base import Record
from peelian.records.openness import TYPED
from peelian.records.schema import schema_of, type_key
from peelian.records.store import catalogue
from peelian.records.store.columns import by_missing
from peelian.records.store.rejects import Reject, count_rejects, read_rejects
from peelian.records.store.snapshot import Laid, Over, Part, Snapshot

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
        empty collection means none. Where nothing is loaded the table has no rows. An adopted row
        stands in the place of the one that it was made of; a typed row counts where its month is
        covered, as it is where a force keeps the type by hand, but not beside openly published
        rows: it is among them.
        """
        wanted = _Wanted(forces, months)
        over = [one for one in self.snapshot.over(type_key(model)) if one.rows and wanted(one.laid)]
        return self._table(model, wanted, over)

    @property
    def public(self) -> "Reader":
        """A reader of what the public counts; see `Snapshot.public`."""
        return Reader(self.root, self.snapshot.public)

    def loaded(
        self,
        model: type[Record],
        *,
        forces: Collection[str] | None = None,
        months: Collection[str] | None = None,
    ) -> ibis.Table:
        """The loaded rows of a record type, without those of which an edited copy counts instead.

        For whoever reads the operational table as well: together they are every row, once.
        """
        return self._table(model, _Wanted(forces, months), [])

    def _table(self, model: type[Record], wanted: "_Wanted", over: list[Over]) -> ibis.Table:
        key = type_key(model)
        out = {one.key: one.out_path for one in self.snapshot.laid_over(key) if one.out}
        parts = [part for part in self.snapshot.parts_of(key) if part.rows and wanted(part)]
        files = _Files(
            whole=tuple(part.path for part in parts if part.key not in out),
            thinned=tuple(part.path for part in parts if part.key in out),
            without=tuple(out[part.key] for part in parts if part.key in out),
            over=tuple(one.laid.path for one in over if one.rows == one.laid.rows),
            edited=tuple(one.laid.path for one in over if one.rows < one.laid.rows),
        )
        return _engine(self.root, self.snapshot.id).table(model, files)

    def by_address(
        self,
        model: type[Record],
        addresses: Collection[str],
        *,
        names: Collection[str] | None = None,
        forces: Collection[str] | None = None,
    ) -> dict[str, dict[str, Any]]:
        """The held rows with these addresses, as `table` has them: every column, or those named.

        Many addresses go as one value, so that a thousand cost little more than one; in a condition
        of `table` each of them is compiled by itself.
        """
        schema = schema_of(model)
        wanted = ibis.schema({one: schema[one] for one in schema if names is None or one in names})
        table = self.table(model, forces=forces)
        found = _engine(self.root, self.snapshot.id).rows_at(table.get_name(), wanted, addresses)
        return {row["record_id"]: row for row in found}

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


@dataclass(frozen=True)
class _Wanted:
    """Whether files of a force and month are asked for; None means all."""

    forces: Collection[str] | None
    months: Collection[str] | None

    def __call__(self, one: Part | Laid) -> bool:
        return (self.forces is None or one.force_id in self.forces) and (
            self.months is None or one.month in self.months
        )


@dataclass(frozen=True)
class _Files:
    """The files of one table: read whole, read without some addresses, and laid over them.

    Of those of `edited` the typed rows do not count.
    """

    whole: tuple[str, ...]
    thinned: tuple[str, ...]
    without: tuple[str, ...]
    over: tuple[str, ...]
    edited: tuple[str, ...] = ()


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

    def table(self, model: type[Record], files: _Files) -> ibis.Table:
        named = hashlib.sha256(repr(files).encode()).hexdigest()[:8]
        name = f"{type_key(model)}_{named}"
        if name not in self.views:
            self.views[name] = self._view(name, schema_of(model), files)
        return self.views[name]

    def rows_at(
        self, name: str, wanted: ibis.Schema, addresses: Collection[str]
    ) -> list[dict[str, Any]]:
        """Rows of a view by address, in the types of the schema."""
        columns = ", ".join(f'"{column}"' for column in wanted)
        query = (
            f'SELECT {columns} FROM "{name}" '  # noqa: S608  # names of a model, and our own view
            "WHERE record_id IN (SELECT unnest($1::VARCHAR[]))"
        )
        found = self.backend.con.execute(query, [list(addresses)]).to_arrow_table()
        rows: list[dict[str, Any]] = found.cast(wanted.to_pyarrow()).to_pylist()
        return rows

    def _view(self, name: str, schema: ibis.Schema, files: _Files) -> ibis.Table:
        # Column names are those of a model, paths those of the store's own files.
        queries = [
            f"SELECT {self._columns(schema, missing)} FROM {self._listed(paths)}"  # noqa: S608
            for missing, paths in by_missing(self.root, files.whole + files.over, schema).items()
        ]
        gone = f"SELECT record_id FROM {self._listed(files.without)}"  # noqa: S608
        queries += [
            f"SELECT {self._columns(schema, missing)} FROM {self._listed(paths)} "  # noqa: S608
            f"WHERE record_id NOT IN ({gone})"
            for missing, paths in by_missing(self.root, files.thinned, schema).items()
        ]
        queries += [
            f"SELECT {self._columns(schema, missing)} FROM {self._listed(paths)} "  # noqa: S608
            f"WHERE source <> '{TYPED}'"
            for missing, paths in by_missing(self.root, files.edited, schema).items()
        ]
        if not queries:
            queries.append(f"SELECT {self._columns(schema, schema)} WHERE false")
        query = " UNION ALL ".join(queries)
        self.backend.raw_sql(f'CREATE OR REPLACE TEMP VIEW "{name}" AS {query}')
        # The schema is known, so the engine need not be asked to describe its own view.
        return DatabaseTable(name, schema=schema, source=self.backend).to_expr()

    def _columns(self, schema: ibis.Schema, missing: Collection[str]) -> str:
        """Every column of the schema, those that the files do not hold as empty ones."""
        to_string = self.backend.compiler.type_mapper.to_string
        return ", ".join(
            f'CAST(NULL AS {to_string(kind)}) AS "{column}"' if column in missing else f'"{column}"'
            for column, kind in schema.items()
        )

    def _listed(self, paths: Collection[str]) -> str:
        absolute = (str(self.root / path).replace("'", "''") for path in paths)
        return "read_parquet([" + ", ".join(f"'{path}'" for path in absolute) + "])"


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
