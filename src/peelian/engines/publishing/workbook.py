"""An answer as an accessible workbook: cover, notes and one marked table, no formulas.

The workbook follows the Analysis Function's guidance for accessible spreadsheets through gptables:
one table on a sheet from cell A1 down, marked as a table, with notes on a sheet of their own.
"""

import io
import warnings
from collections.abc import Sequence
from typing import Any

import gptables
import pandas as pd

from peelian.engines.measures.cells import Answer
from peelian.engines.measures.explain import methods_of
from peelian.engines.measures.kinds import Measure
from peelian.engines.measures.sampled import Sampled
from peelian.engines.measures.status import Status
from peelian.engines.publishing.shown import Shown
from peelian.engines.publishing.table import NUMBERS, Table, table
from peelian.records.spreadsheets import harmless

# What stands in a cell without a number: blank cells tell a screen reader nothing.
NOTHING = "[x]"
NO_NOTE = "No remark"
# A table without rows is no table to a screen reader, so one row says that there is none.
NO_ROWS = "No figure: nothing is loaded that this question could count."


def as_workbook(
    answer: Answer, shown: Sequence[Shown], measure: Measure, *, attributions: Sequence[str]
) -> bytes:
    """The answer as XLSX: a cover that tells what it is, notes, and the cells."""
    made = table(answer, shown)
    head = [_title(name) for name in made.head]
    frame = pd.DataFrame(_rows(made), columns=head)
    used = {cell.method for cell in answer.cells}
    # A sample has the method that it names; other kinds have one, whatever is in the answer.
    intervals = [
        one for one in methods_of(measure) if one.key in used or not isinstance(measure, Sampled)
    ]
    cover = gptables.Cover(
        title=measure.title,
        intro=[measure.definition, measure.why],
        about=[
            f"Measure {measure.key}, version {measure.version}. Snapshot {answer.snapshot[:12]}.",
            *(f"Interval: {one.name}, 95%. {one.assumes}" for one in intervals),
            f"{NOTHING} stands where there is no number; the status and note say why.",
            *measure.cautions,
            *answer.warnings,
            *attributions,
        ],
    )
    sheet = gptables.GPTable(
        table=frame,
        table_name="figures",
        title=measure.title,
        subtitles=[measure.definition],
        instructions="One row for each cell. The numbers are explained on the cover sheet.",
        legend=[f"{NOTHING} = no number; the status says why"],
        source=" ".join(attributions),
        index_columns={1: 0},
    )
    book = io.BytesIO()
    with warnings.catch_warnings():
        # Notes stand in the row they belong to, so a sheet of notes would be empty.
        warnings.filterwarnings("ignore", message="No note text provided")
        # gptables 2.0 uses ways of pandas that pandas 4 will drop; the versions are pinned.
        warnings.filterwarnings("ignore", category=pd.errors.Pandas4Warning)
        workbook = gptables.produce_workbook(
            filename=book,
            sheets={"Figures": sheet},
            cover=cover,
            # Text stays text, whatever sign it begins with and whatever a note may hold one day.
            workbook_options={"strings_to_formulas": False, "strings_to_urls": False},
        )
    workbook.close()
    return book.getvalue()


def _rows(made: Table) -> list[list[Any]]:
    if not made.rows:
        said = {"status": Status.NO_DATA.value, "note": NO_ROWS}
        return [[said.get(name, NOTHING) for name in made.head]]
    blank = dict.fromkeys(NUMBERS, NOTHING) | {"note": NO_NOTE}
    return [
        [
            harmless(blank.get(name, "not recorded") if value in (None, "") else value)
            for name, value in zip(made.head, row, strict=True)
        ]
        for row in made.rows
    ]


def _title(name: str) -> str:
    return name.replace("_", " ").capitalize()
