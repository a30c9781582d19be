"""From text to values: every rule is asked in SQL, every broken one becomes a reject."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from peelian.records.load.address import (
    ADDRESS,
    first_address_sql,
    keyed_address_sql,
    row_sql,
)
from peelian.records.load.derive import Check, derived
from peelian.records.load.kinds import Column
from peelian.records.load.refused import reject_table, table_of_lines
from peelian.records.load.source import Found
from peelian.records.load.text import Texts
from peelian.records.schema import schema_of

WRONG, RAW = "wrong ", "line as it stands"
DISPROVED, TOLD = "disproved ", "told "


@dataclass(frozen=True)
class Judged:
    """The good rows of a block in the schema of their model, and what was refused.

    Addresses are still those of the first of equal rows. `lines` are the numbers of the good rows
    in the file. `rejected` counts rows, `rejects` cells.
    """

    rows: pa.Table
    lines: np.ndarray
    rejected: int
    rejects: pa.Table


class Judge:
    """The rules of one file, written out as SQL once. Used by one thread at a time."""

    def __init__(self, engine: duckdb.DuckDBPyConnection, found: Found) -> None:
        self.engine = engine
        self.found = found
        self.kind = found.kind
        self.schema = schema_of(self.kind.model).to_pyarrow()
        self.changed = [
            column
            for column in self.kind.columns
            if column.rule.converted(column.field) != column.field
        ]
        self.derived = derived(found)

    def judge(self, texts: Texts) -> Judged:
        """Sort the records of a block into good rows and rejects."""
        table = self._trimmed(texts.table) if texts.blank_edges else texts.table
        # Most blocks keep most rules, so only columns not seen at once to do so are asked about.
        doubted = [column for column in self.kind.columns if not self._proven(column, table)]
        answer = self._ask(
            self._query(self._address(texts), doubted),
            table if texts.raw is None else table.append_column(RAW, texts.raw),
        )
        wrong = {column: answer[WRONG + column.field].to_numpy() for column in doubted}
        faulty = np.logical_or.reduce([np.zeros(len(table), bool), *wrong.values()])
        lines = texts.numbers()
        rejects = [table_of_lines(self.found.origin, texts.faulty)]
        rejects += self._rejects(table, wrong, lines)
        for place, check in enumerate(self.derived.checks):
            # What a cell that is wrong itself would say of others is no evidence.
            disproved = answer[f"{DISPROVED}{place}"].to_numpy() & ~faulty
            if disproved.any():
                told = answer[f"{TOLD}{place}"]
                rejects.append(self._of_check(check, table, told, lines, disproved))
                faulty |= disproved
        if faulty.any():
            good = pa.array(~faulty)
            table, answer, lines = table.filter(good), answer.filter(good), lines[~faulty]
        return Judged(
            rows=self._assembled(table, answer),
            lines=lines,
            rejected=int(np.count_nonzero(faulty)) + len(texts.faulty),
            rejects=pa.concat_tables(rejects).sort_by("line"),
        )

    def _query(self, address: str, doubted: Sequence[Column]) -> str:
        """SQL over the texts: what is wrong, the values, and around them what follows of those."""
        names = [column.field for column in self.changed]
        values = {field: self.kind.fields[field].rule for field in (*names, *self.derived.needs)}
        inner = [
            f"{address} AS {ADDRESS}",
            *(f"{self._wrong(column)} AS {_name(WRONG + column.field)}" for column in doubted),
            *(f"{rule.converted(_name(name))} AS {_name(name)}" for name, rule in values.items()),
        ]
        # Only names of declared fields and rules stand in the query, never a value of a file.
        query = f"SELECT {', '.join(inner)} FROM texts"  # noqa: S608
        if not self.derived.fields:
            return query
        outer = [
            ADDRESS,
            *(_name(WRONG + column.field) for column in doubted),
            *(_name(name) for name in values if name not in self.derived.fields),
            *(f"{sql} AS {_name(name)}" for name, sql in self.derived.fields.items()),
        ]
        for place, check in enumerate(self.derived.checks):
            outer.append(f"coalesce({check.wrong}, false) AS {_name(f'{DISPROVED}{place}')}")
            outer.append(f"{check.told} AS {_name(f'{TOLD}{place}')}")
        return f"SELECT {', '.join(outer)} FROM ({query})"  # noqa: S608

    def _address(self, texts: Texts) -> str:
        """SQL for the address: from the key or, without one, the lines wherever they will do."""
        if self.kind.natural_key:
            return keyed_address_sql(
                type_key=self.kind.type_key,
                source=self.found.source,
                force_id=self.found.place.force_id,
                row=row_sql([_name(field) for field in self.kind.natural_key]),
            )
        names = [_name(column.field) for column in self.kind.columns]
        return first_address_sql(
            type_key=self.kind.type_key,
            source=self.found.source,
            place=self.found.place,
            row=row_sql(names) if texts.raw is None else _name(RAW),
        )

    def _proven(self, column: Column, table: pa.Table) -> bool:
        values = table[column.field].combine_chunks()
        if column.together_with or (column.field in self.kind.natural_key and values.null_count):
            return False
        return column.rule.proven(values, self.found.place)

    def _ask(self, query: str, table: pa.Table) -> pa.Table:
        self.engine.register("texts", table)
        try:
            return self.engine.execute(query).to_arrow_table()
        finally:
            self.engine.unregister("texts")

    def _trimmed(self, table: pa.Table) -> pa.Table:
        columns = [
            f"nullif(trim({_name(name)}, ' \t'), '') AS {_name(name)}"
            for name in table.column_names
        ]
        return self._ask(f"SELECT {', '.join(columns)} FROM texts", table)  # noqa: S608

    def _rejects(
        self, table: pa.Table, wrong: dict[Column, np.ndarray], lines: np.ndarray
    ) -> Iterator[pa.Table]:
        """One reject for each broken rule of each faulty row, column by column."""
        for column, rows in ((column, np.flatnonzero(rows)) for column, rows in wrong.items()):
            if len(rows):
                values = table[column.field].take(pa.array(rows)).combine_chunks()
                yield self._of_column(column, values, lines[rows])

    def _of_check(
        self,
        check: Check,
        table: pa.Table,
        told: pa.ChunkedArray,
        lines: np.ndarray,
        disproved: np.ndarray,
    ) -> pa.Table:
        """A reject for each row in which other cells prove one wrong."""
        chosen = pa.array(disproved)
        values = pc.fill_null(table[check.column.field].filter(chosen), "").combine_chunks()
        said = [str(value) for value in told.filter(chosen).to_pylist()]
        return reject_table(
            origin=self.found.origin,
            column=check.column.header,
            values=values,
            lines=lines[disproved],
            reasons=pa.array([check.reason.format(value) for value in said], pa.string()),
            expected=pa.array([check.expected.format(value) for value in said], pa.string()),
        )

    def _of_column(self, column: Column, values: pa.Array, lines: np.ndarray) -> pa.Table:
        text = pc.fill_null(values.cast(pa.string()), "")
        # The same wrong word comes again and again: say what is wrong with it once.
        encoded = text.dictionary_encode()
        words = [self._in_words(column, value) for value in encoded.dictionary.to_pylist()]
        reasons, expected = (pa.array(said, pa.string()) for said in zip(*words, strict=True))
        return reject_table(
            origin=self.found.origin,
            column=column.header,
            values=text,
            lines=lines,
            reasons=reasons.take(encoded.indices),
            expected=expected.take(encoded.indices),
        )

    def _in_words(self, column: Column, value: str) -> tuple[str, str]:
        if not value and column.field in self.kind.natural_key:
            return "blank, although it makes the key of the row", "the reference of the row"
        if not value and column.together_with:
            other = next(
                other.header for other in self.kind.columns if other.field == column.together_with
            )
            return f"blank, although '{other}' is given", "both values or neither"
        rule, place = column.rule, self.found.place
        return rule.reason(value), rule.expected(value, place)

    def _wrong(self, column: Column) -> str:
        value = _name(column.field)
        wrong = f"coalesce({column.rule.wrong(value, self.found.place)}, false)"
        if column.together_with:
            other = _name(column.together_with)
            wrong = f"({wrong} OR ({value} IS NULL AND {other} IS NOT NULL))"
        if column.field in self.kind.natural_key:
            wrong = f"({wrong} OR {value} IS NULL)"
        return wrong

    def _assembled(self, table: pa.Table, answer: pa.Table) -> pa.Table:
        constant: dict[str, str | int] = {
            "source": self.found.source,
            "force_id": self.found.place.force_id,
            **dict(self.kind.constants),
        }
        columns = []
        for field in self.schema:
            if field.name in constant:
                columns.append(_repeated(constant[field.name], len(table)))
            elif field.name in answer.column_names:
                columns.append(answer[field.name])
            elif field.name in table.column_names:
                columns.append(table[field.name])
            else:
                columns.append(pa.nulls(len(table), type=field.type))
        return pa.table(dict(zip(self.schema.names, columns, strict=True)))


def _name(field: str) -> str:
    return f'"{field}"'


def _repeated(value: str | int, times: int) -> pa.Array:
    if isinstance(value, int):
        return pa.repeat(value, times)
    return pa.DictionaryArray.from_arrays(pa.array(np.zeros(times, np.int32)), pa.array([value]))
