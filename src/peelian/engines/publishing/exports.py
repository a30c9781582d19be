"""An answer as a file: CSV, JSON, Parquet and an accessible workbook.

Cell text that a spreadsheet would take for a formula is written so that none does: see
`records.spreadsheets`.
"""

import csv
import io
import json
from collections.abc import Sequence

import pyarrow as pa
import pyarrow.parquet as pq

from peelian.engines.measures.cells import Answer
from peelian.engines.measures.kinds import Measure
from peelian.engines.publishing.beside import Companion
from peelian.engines.publishing.shown import Shown
from peelian.engines.publishing.table import NUMBERS, records, table
from peelian.records.spreadsheets import harmless


def as_csv(answer: Answer, shown: Sequence[Shown], *, attributions: Sequence[str] = ()) -> str:
    """The answer as CSV. With attributions, a last column says where each row's data are from.

    A value that is not there is an empty cell; `status` says which of the reasons it is.
    """
    made = table(answer, shown)
    tail = (" ".join(attributions),) if attributions else ()
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*made.head, *(("attribution",) if tail else ())])
    writer.writerows([*map(harmless, row), *tail] for row in made.rows)
    return out.getvalue()


def as_json(
    answer: Answer,
    shown: Sequence[Shown],
    measure: Measure,
    *,
    attributions: Sequence[str],
    beside: Sequence[Companion] = (),
) -> str:
    """The answer as JSON: the measure, each cell whole, warnings and attributions.

    `beside` holds the figures that must be read with it, for the whole of what was asked.
    """
    whole = {
        "measure": measure.key,
        "title": measure.title,
        "definition": measure.definition,
        "version": measure.version,
        "snapshot": answer.snapshot,
        "by": list(answer.by),
        "warnings": list(answer.warnings),
        "cells": list(records(shown)),
        "beside": [companion.record for companion in beside],
        "attributions": list(attributions),
    }
    return json.dumps(whole, ensure_ascii=False, indent=1)


def as_parquet(
    answer: Answer, shown: Sequence[Shown], measure: Measure, *, attributions: Sequence[str]
) -> bytes:
    """The answer as Parquet, with definition, version and attributions in its metadata."""
    made = table(answer, shown)
    whole = {"numerator", "denominator", "unknown"}
    columns = []
    for index, name in enumerate(made.head):
        kind = pa.int64() if name in whole else pa.float64() if name in NUMBERS else pa.string()
        columns.append(pa.array([row[index] for row in made.rows], type=kind))
    notes = {
        "peelian.measure": f"{measure.key}@{measure.version}",
        "peelian.definition": measure.definition,
        "peelian.snapshot": answer.snapshot,
        "peelian.warnings": " ".join(answer.warnings),
        "peelian.attribution": " ".join(attributions),
    }
    found = pa.table(columns, names=list(made.head)).replace_schema_metadata(notes)
    sink = io.BytesIO()
    pq.write_table(found, sink)
    return sink.getvalue()
