"""From text to values: every rule is asked in SQL, every broken one becomes a reject."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from peelian.records.load.address import ADDRESS, first_address_sql, row_sql
from peelian.records.load.blocks import FaultyLine
from peelian.records.load.kinds import Column
from peelian.records.load.source import Found
from peelian.records.load.text import Texts
from peelian.records.schema import schema_of
from peelian.records.store.rejects import REJECT_SCHEMA, VALUE_LENGTH

WRONG, RAW = "wrong ", "line as it stands"


@dataclass(frozen=True)
class Judged:
    """The good rows of a block in the schema of their model, and what was refused.

    Addresses are still those of the first of equal rows. `rejected` counts rows, `rejects` cells.
    """

    rows: pa.Table
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

    def judge(self, texts: Texts) -> Judged:
        """Sort the records of a block into good rows and rejects."""
        table = self._trimmed(texts.table) if texts.blank_edges else texts.table
        # Most blocks keep most rules, so only columns not seen at once to do so are asked about.
        doubted = [column for column in self.kind.columns if not self._proven(column, table)]
        answer = self._ask(
            [
                self._address(texts),
                *(f"{self._wrong(column)} AS {_name(WRONG + column.field)}" for column in doubted),
                *(
                    f"{column.rule.converted(_name(column.field))} AS {_name(column.field)}"
                    for column in self.changed
                ),
            ],
            table if texts.raw is None else table.append_column(RAW, texts.raw),
        )
        wrong = {column: answer[WRONG + column.field].to_numpy() for column in doubted}
        faulty = np.logical_or.reduce([np.zeros(len(table), bool), *wrong.values()])
        rejects = [_of_lines(self.found.origin, texts.faulty)]
        if faulty.any():
            rejects += self._rejects(table, wrong, texts.numbers())
            good = pa.array(~faulty)
            table, answer = table.filter(good), answer.filter(good)
        return Judged(
            rows=self._assembled(table, answer),
            rejected=int(np.count_nonzero(faulty)) + len(texts.faulty),
            rejects=pa.concat_tables(rejects).sort_by("line"),
        )

    def _address(self, texts: Texts) -> str:
        """SQL for the address, from the lines of the file wherever they will do."""
        names = [_name(column.field) for column in self.kind.columns]
        sql = first_address_sql(
            type_key=self.kind.type_key,
            source=self.found.source,
            place=self.found.place,
            row=row_sql(names) if texts.raw is None else _name(RAW),
        )
        return f"{sql} AS {ADDRESS}"

    def _proven(self, column: Column, table: pa.Table) -> bool:
        values = table[column.field].combine_chunks()
        return not column.together_with and column.rule.proven(values, self.found.place)

    def _ask(self, columns: Sequence[str], table: pa.Table) -> pa.Table:
        # Only names of declared fields and rules stand in the query, never a value of a file.
        query = f"SELECT {', '.join(columns)} FROM texts"  # noqa: S608
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
        return self._ask(columns, table)

    def _rejects(
        self, table: pa.Table, wrong: dict[Column, np.ndarray], lines: np.ndarray
    ) -> Iterator[pa.Table]:
        """One reject for each broken rule of each faulty row, column by column."""
        for column, rows in ((column, np.flatnonzero(rows)) for column, rows in wrong.items()):
            if len(rows):
                values = table[column.field].take(pa.array(rows)).combine_chunks()
                yield self._of_column(column, values, lines[rows])

    def _of_column(self, column: Column, values: pa.Array, lines: np.ndarray) -> pa.Table:
        text = pc.fill_null(values.cast(pa.string()), "")
        # The same wrong word comes again and again: say what is wrong with it once.
        encoded = text.dictionary_encode()
        words = [self._in_words(column, value) for value in encoded.dictionary.to_pylist()]
        reasons, expected = (pa.array(said, pa.string()) for said in zip(*words, strict=True))
        return pa.Table.from_arrays(
            [
                pa.repeat(self.found.origin, len(text)),
                pa.array(lines, pa.int64()),
                pa.repeat(column.header, len(text)),
                pc.utf8_slice_codeunits(text, 0, VALUE_LENGTH),
                reasons.take(encoded.indices),
                expected.take(encoded.indices),
            ],
            schema=REJECT_SCHEMA,
        )

    def _in_words(self, column: Column, value: str) -> tuple[str, str]:
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
        return wrong

    def _assembled(self, table: pa.Table, answer: pa.Table) -> pa.Table:
        changed = {column.field for column in self.changed}
        constant: dict[str, str | int] = {
            "source": self.found.source,
            "force_id": self.found.place.force_id,
            **dict(self.kind.constants),
        }
        columns = []
        for field in self.schema:
            if field.name in constant:
                columns.append(_repeated(constant[field.name], len(table)))
            elif field.name == ADDRESS or field.name in changed:
                columns.append(answer[field.name])
            elif field.name in table.column_names:
                columns.append(table[field.name])
            else:
                columns.append(pa.nulls(len(table), type=field.type))
        return pa.table(dict(zip(self.schema.names, columns, strict=True)))


def _of_lines(origin: str, faulty: Sequence[FaultyLine]) -> pa.Table:
    """Rejects for lines that are no records."""
    return pa.table(
        {
            "file": [origin] * len(faulty),
            "line": [fault.line for fault in faulty],
            "column": [""] * len(faulty),
            "value": [
                fault.value[: VALUE_LENGTH * 4].decode(errors="replace")[:VALUE_LENGTH]
                for fault in faulty
            ],
            "reason": [fault.reason for fault in faulty],
            "expected": [fault.expected for fault in faulty],
        },
        schema=REJECT_SCHEMA,
    )


def _name(field: str) -> str:
    return f'"{field}"'


def _repeated(value: str | int, times: int) -> pa.Array:
    if isinstance(value, int):
        return pa.repeat(value, times)
    return pa.DictionaryArray.from_arrays(pa.array(np.zeros(times, np.int32)), pa.array([value]))
