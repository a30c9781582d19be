"""Making one file ready: bytes to blocks, blocks to good rows and rejects, both to Parquet."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import duckdb
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from peelian.records.base import Record
from peelian.records.derived import LocalDate
from peelian.records.erased import NOTHING
from peelian.records.load import mend
from peelian.records.load.address import ADDRESS
from peelian.records.load.apart import by_key, by_ordinal
from peelian.records.load.blocks import BLOCK_SIZE, Block, Sieve
from peelian.records.load.errors import NothingLoads
from peelian.records.load.header import check_header
from peelian.records.load.judge import Judge, Judged
from peelian.records.load.opened import open_found, sha256_of
from peelian.records.load.out import keeping_out
from peelian.records.load.source import Found
from peelian.records.load.streams import Caps
from peelian.records.load.text import read_texts
from peelian.records.schema import derived_of, schema_of
from peelian.records.store import layout
from peelian.records.store.rejects import REJECT_SCHEMA

COMPRESSION = "lz4"  # Half as much again on disk as zstd, for a twentieth of the time.

# A dictionary of a column in which nearly every value is new costs time and saves nothing.
UNIQUE = frozenset({ADDRESS})

# How blocks are judged: one after another, or several at once, but always given back in order.
InOrder = Callable[[Callable[[Block], Judged], Iterable[Block]], Iterator[Judged]]
EngineOf = Callable[[], duckdb.DuckDBPyConnection]


@dataclass(frozen=True)
class Draft:
    """A file made ready in the staging folder. Counts are in rows of the file.

    `until` is the last day of its good rows, where its record type has days.
    """

    found: Found
    origin_sha256: str
    rows: int
    rejected: int
    good: Path
    refused: Path | None
    until: str = ""

    @property
    def read(self) -> int:
        """Rows of the file, good or not."""
        return self.rows + self.rejected


class NoGoodRow(NothingLoads):
    """Every row of a file was refused; `draft` keeps the rejects."""

    def __init__(self, draft: Draft) -> None:
        super().__init__(
            f"none of its {draft.read:,} rows could be loaded, so it cannot stand for its month. "
            "See the rejects for what is wrong with them."
        )
        self.draft = draft


def prepare(
    found: Found,
    *,
    staging: Path,
    engine_of: EngineOf,
    in_order: InOrder,
    caps: Caps,
    erased: frozenset[str] = NOTHING,
) -> Draft:
    """Make one file ready in `staging`, which no reader looks at.

    Rows whose addresses are `erased` are left out and not counted. `engine_of` gives the engine of
    the thread that asks. Raises `CannotLoad`.
    """
    staging.mkdir(parents=True, exist_ok=True)
    # A file of many months gives several drafts at once, one for each place.
    named = "\n".join((str(found.path), found.member, *found.key))
    name = hashlib.sha256(named.encode()).hexdigest()[:24]
    rows = rejected = 0
    until = ""
    day = day_of(found.kind.model)
    with (
        open_found(found, caps=caps) as stream,
        _Output(staging / f"{name}.rows", schema_of(found.kind.model).to_pyarrow()) as good,
        _Output(staging / f"{name}.rejects", REJECT_SCHEMA) as refused,
    ):
        sieve = Sieve(stream, block_size=BLOCK_SIZE)
        names = check_header(sieve.header(), found.kind)

        def judge(block: Block) -> Judged:
            return Judge(engine_of(), found).judge(read_texts(block, found.kind, names))

        tell_apart = by_key(found) if found.kind.natural_key else by_ordinal()
        apart = map(tell_apart, in_order(judge, mend.blocks(sieve, columns=len(names))))
        for judged in map(keeping_out(erased), apart) if erased else apart:
            rows += len(judged.rows)
            rejected += judged.rejected
            if len(judged.rows):
                good.write(judged.rows)
                if day:
                    until = max(until, str(pc.max(judged.rows[day]).as_py() or ""))
            if len(judged.rejects):
                refused.write(judged.rejects)
        if not rows:
            good.write(good.schema.empty_table())
    draft = Draft(
        found=found,
        origin_sha256=sha256_of(found, caps=caps) if found.opener else sieve.sha256,
        rows=rows,
        rejected=rejected,
        good=good.path,
        refused=refused.path if rejected else None,
        until=until,
    )
    if rejected and not rows:
        raise NoGoodRow(draft)
    return draft


def day_of(model: type[Record]) -> str:
    """The field of a record type that holds the local day of each row; empty if it has none."""
    days = (field for field, rule in derived_of(model).items() if isinstance(rule, LocalDate))
    return next(days, "")


def settle(root: Path, draft: Draft) -> tuple[str, str]:
    """Move a draft to where it can be published; returns both paths, relative to the root."""
    place = (draft.found.kind.type_key, draft.found.place.force_id, draft.found.place.month)
    return (
        _move(root, draft.good, "files", place),
        _move(root, draft.refused, "rejects", place) if draft.refused else "",
    )


def _move(root: Path, draft: Path, folder: str, place: tuple[str, str, str]) -> str:
    relative = layout.relative_path(folder, *place, layout.digest_of(draft))
    target = root / relative
    target.parent.mkdir(parents=True, exist_ok=True)
    # Here, where other files are worked on meanwhile, and not when all are published at once.
    layout.settle(draft)
    draft.replace(target)
    return relative


class _Output:
    """A Parquet file that is opened when the first row comes."""

    def __init__(self, path: Path, schema: pa.Schema) -> None:
        self.path = path
        self.schema = schema
        self._stack = ExitStack()
        self._writer: pq.ParquetWriter | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def write(self, table: pa.Table) -> None:
        if self._writer is None:
            self._writer = self._stack.enter_context(
                pq.ParquetWriter(
                    self.path,
                    table.schema,
                    use_dictionary=[name for name in table.column_names if name not in UNIQUE],
                    store_schema=False,
                    # Files are chosen by force and month, so minima and maxima inside help nobody.
                    write_statistics=False,
                    compression=COMPRESSION,
                )
            )
        self._writer.write_table(table.cast(self._writer.schema))
