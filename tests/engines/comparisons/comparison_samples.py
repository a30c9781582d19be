"""Forces with a few rows each, for comparisons that can be worked by hand."""

import csv
import gzip
from collections import Counter
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest

from engines.measures.measure_samples import world
from peelian.engines.measures.examples import ExampleTables
from peelian.records.months import shift
from peelian.records.schema import schema_of
from peelian.records.store.snapshot import Part, snapshot_of
from peelian.spine.crime import Crime

COUNTS = (
    Path(__file__).resolve().parents[4]
    / "shared/data/derived-force-month-counts"
    / "street-counts-by-force-month-type-last-outcome-2021-03-to-2021-12.csv.gz"
)

# Twelve months that break no rule.
STEADY = (5, 7, 6, 8, 5, 7, 6, 8, 5, 7, 6, 8)


def forces(found, *, months=("2021-03",), loaded=()):
    """Tables in which each force has so many rows, of which so many are of drugs, every month.

    `found` maps a force to (drugs, all) or to (drugs, all, rows whose type is not recorded).
    """
    lines = ["crime_type | force_id | month"]
    for slug, (drugs, everything, *unknown) in found.items():
        for month in months:
            types = ["Drugs"] * drugs + ["Robbery"] * (everything - drugs) + [""] * sum(unknown)
            lines += [f"{kind} | {slug} | {month}" for kind in types]
    return ExampleTables(world({Crime: "\n".join(lines)}, {Crime: loaded}), "duckdb")


def series(*numbers, first="2020-01"):
    """Tables in which Kent has so many drug crimes a month; None is a month without a file."""
    lines, loaded = ["crime_type | force_id | month"], []
    for at, number in enumerate(numbers):
        month = shift(first, at)
        if number is not None:
            loaded.append(("kent", month))
            lines += [f"Drugs | kent | {month}"] * number
    return ExampleTables(world({Crime: "\n".join(lines)}, {Crime: loaded}), "duckdb")


def brought_by(tables, **sources):
    """The same tables with files of other sources: `brought_by(tables, kent="synthetic")`."""
    tables.snapshot = held(tables.snapshot.covered("crime"), **sources)
    return tables


def held(pairs, **sources):
    """A snapshot with a file of each force and month, of data.police.uk unless stated."""
    parts = [
        Part(
            type_key="crime",
            source=sources.get(slug, "police_uk"),
            force_id=slug,
            month=month,
            path="",
            rows=1,
            read=1,
            rejected=0,
            rejects_path="",
            origin="",
            origin_sha256="",
            loaded_at="",
        )
        for slug, month in pairs
    ]
    return snapshot_of(parts, made_at="", made_by="")


def real_counts(months):
    """Crimes by force and type in these months, as they were counted apart from the product."""
    if not COUNTS.exists():
        pytest.skip("needs derived-force-month-counts of the shared data")
    counted = Counter()
    with gzip.open(COUNTS, "rt", encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            if row["month"] in months:
                counted[row["slug"], row["month"], row["crime_type"]] += int(row["n"])
    return counted


class CountedTables:
    """Real numbers of crimes as rows, beside the places and residents of a store."""

    def __init__(self, counted, reader):
        self.reader = reader
        self.rows = self._rows(counted)
        self.snapshot = held({key[:2] for key in counted})

    def table(self, model, *, forces=None, months=None):
        if model is Crime:
            return self.reader.memtable(self.rows, schema_of(Crime))
        return self.reader.table(model, forces=forces, months=months)

    def to_arrow(self, expression):
        return self.reader.to_arrow(expression)

    def sql(self, expression):
        return self.reader.sql(expression)

    @staticmethod
    def _rows(counted):
        repeated = np.repeat(np.arange(len(counted)), list(counted.values()))
        columns = zip(*counted, strict=True)
        known = dict(zip(("force_id", "month", "crime_type"), columns, strict=True))
        schema = schema_of(Crime).to_pyarrow()
        return pa.table(
            [
                pa.array(known[field.name]).take(pa.array(repeated))
                if field.name in known
                else pa.nulls(len(repeated), field.type)
                for field in schema
            ],
            schema=schema,
        )
