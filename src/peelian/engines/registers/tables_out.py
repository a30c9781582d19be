"""Rows that leave as a file: plain cells, one line that says whose copy it is, nothing hidden.

The line stands first, so that a printed page or a copied sheet still says who took the rows out,
when, and under which export (C-EXP-1). Machine readers skip it: the header is the second line.
"""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import xlsxwriter

from peelian.records.derived import ZONE
from peelian.records.schema import FieldCard
from peelian.records.spreadsheets import harmless

CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SHEET = "Records"
# A cell of a workbook holds no more characters than these.
CELL_LIMIT = 32_767
CUT = " (cut here; the same export as CSV has all of it)"


@dataclass(frozen=True)
class TableOut:
    """What goes into a file: its title, its line, its columns, and open cells by name."""

    title: str
    line: str
    columns: tuple[FieldCard, ...]
    rows: Sequence[Mapping[str, Any]]
    made_at: datetime


def watermark(*, name: str, at: datetime, export_id: str) -> str:
    """The line of a file: who, when by local time, which export."""
    local = at.astimezone(ZoneInfo(ZONE))
    return (
        f"Taken out by {name} on {local:%Y-%m-%d at %H:%M}, export {export_id}. "
        "Destroy this copy when its purpose is done."
    )


def as_csv(table: TableOut) -> bytes:
    """The file as CSV, in UTF-8 with a mark at its beginning by which spreadsheets know it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([harmless(table.line)])
    writer.writerow([card.name for card in table.columns])
    for row in table.rows:
        writer.writerow([harmless(in_words(row.get(card.name))) for card in table.columns])
    return out.getvalue().encode("utf-8-sig")


def as_xlsx(table: TableOut) -> bytes:
    """The file as a workbook of one sheet: text and numbers, no formula, link or name."""
    book = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(book, options) as workbook:
        workbook.set_properties(
            {"title": table.title, "created": table.made_at.replace(tzinfo=None)}
        )
        sheet = workbook.add_worksheet(SHEET)
        bold = workbook.add_format({"bold": True})
        sheet.write_string(0, 0, table.line)
        for place, card in enumerate(table.columns):
            sheet.write_string(1, place, card.name, bold)
        for number, row in enumerate(table.rows, start=2):
            for place, card in enumerate(table.columns):
                _write(sheet, number, place, row.get(card.name))
    return book.getvalue()


def in_words(value: Any) -> Any:
    """A cell of a file: yes or no, moments in local time with their zone, nothing for nothing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return value.astimezone(ZoneInfo(ZONE)).isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    return value


def _write(sheet: Any, row: int, column: int, value: Any) -> None:
    told = in_words(value)
    if isinstance(told, int | float):
        sheet.write_number(row, column, told)
    elif told != "":
        text = harmless(told)
        if len(text) > CELL_LIMIT:
            text = text[: CELL_LIMIT - len(CUT)] + CUT
        sheet.write_string(row, column, text)
