"""Runs the worked examples of a measure on small tables written as text.

An example is test, oracle and page of the manual at once: the same function runs it on DuckDB and
on Polars, and the manual prints it.
"""

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import ibis
import pyarrow as pa

from peelian.engines.measures.calculate import calculate
from peelian.engines.measures.declared import Example
from peelian.engines.measures.kinds import Measure
from peelian.engines.measures.request import request
from peelian.engines.measures.words import in_brief
from peelian.records.base import Record
from peelian.records.schema import fields_of, schema_of, type_key

# What a row of an example holds where its author wrote nothing: as unremarkable as can be.
PLAIN = {"force_id": "staffordshire", "month": "2021-03", "source": "example"}
ZEROS = {"string": "", "int64": 0, "float64": 0.0, "boolean": False}
ENGINES = ("duckdb", "polars")


class BadExample(Exception):
    """A worked example is written so that it cannot be read."""


@dataclass(frozen=True)
class ExampleSnapshot:
    """What an example's rows, and the files it says are loaded, cover."""

    held: Mapping[str, frozenset[tuple[str, str]]]
    id: str

    def covered(self, type_key: str) -> frozenset[tuple[str, str]]:
        return self.held.get(type_key, frozenset())


class ExampleTables:
    """The tables of one example on one engine."""

    def __init__(self, example: Example, engine: str) -> None:
        self.connection: Any = getattr(ibis, engine).connect()
        self.rows = {model: list(_parse(model, text)) for model, text in example.rows.items()}
        held = {model: frozenset(pairs) for model, pairs in example.loaded.items()}
        for model, rows in self.rows.items():
            found = {(row["force_id"], row["month"]) for row in rows if "month" in row}
            held[model] = held.get(model, frozenset()) | found
        self.snapshot = ExampleSnapshot(
            {type_key(model): pairs for model, pairs in held.items()}, id=_fingerprint(self.rows)
        )

    def table(
        self,
        model: type[Record],
        *,
        forces: Collection[str] | None = None,
        months: Collection[str] | None = None,
    ) -> ibis.Table:
        schema = schema_of(model)
        rows = [
            row
            for row in self.rows.get(model, ())
            if (forces is None or row["force_id"] in forces)
            and (months is None or row["month"] in months)
        ]
        return ibis.memtable(pa.Table.from_pylist(rows, schema=schema.to_pyarrow()), schema=schema)

    def to_arrow(self, expression: ibis.Expr) -> pa.Table:
        return self.connection.to_pyarrow(expression)

    def sql(self, expression: ibis.Expr) -> str:
        return str(ibis.to_sql(expression, dialect="duckdb"))


def run(measure: Measure, example: Example, engine: str) -> str:
    """The answer of an example in brief, one line per cell, to hold against `example.shows`."""
    asked = request(measure, by=example.by, where=dict(example.where))
    answer = calculate(asked, ExampleTables(example, engine))
    return "\n".join(in_brief(cell, measure) for cell in answer.cells)


def _fingerprint(rows: Mapping[type[Record], list[dict[str, Any]]]) -> str:
    """Different rows are different snapshots, as in the store."""
    text = json.dumps({type_key(model): held for model, held in rows.items()}, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _parse(model: type[Record], text: str) -> Iterator[dict[str, Any]]:
    """Rows of a table written with bars: a line of field names, then a line for each row."""
    lines = [line.strip() for line in text.strip().splitlines()]
    header = [name.strip() for name in lines[0].split("|")]
    cards = {card.name: card for card in fields_of(model)}
    unknown = [name for name in header if name not in cards]
    if unknown:
        raise BadExample(
            f"{model.__name__} has no field {', '.join(unknown)}; choose from {', '.join(cards)}."
        )
    for number, line in enumerate(lines[1:], start=1):
        values = [value.strip() for value in line.split("|")]
        if len(values) != len(header):
            raise BadExample(f"Line '{line}' has {len(values)} values for {len(header)} fields.")
        written = dict(zip(header, values, strict=True))
        row: dict[str, Any] = {}
        for name, card in cards.items():
            value = written.get(name, PLAIN.get(name, ""))
            nothing = None if card.optional else ZEROS.get(card.kind)
            row[name] = _typed(value, card.kind) if value else nothing
        yield row | {"record_id": f"{type_key(model)}-{number}"}


def _typed(value: str, kind: str) -> Any:
    match kind:
        case "int64":
            return int(value)
        case "float64":
            return float(value)
        case "boolean":
            return value.lower() == "true"
        case "date":
            return date.fromisoformat(value)
        case _ if kind.startswith("timestamp"):
            return datetime.fromisoformat(value)
        case _:
            return value
