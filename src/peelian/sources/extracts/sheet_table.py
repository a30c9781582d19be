"""Spreadsheets: xlsx, xls, xlsb and ods. A cell becomes the text that says the same.

Dates and times become ISO 8601 and durations hh:mm:ss, whatever the sheet shows them as.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from pathlib import Path

import numpy as np
import pyarrow as pa
import python_calamine as calamine

from peelian.records.load.errors import Unreadable, WrongHeader
from peelian.sources.extracts.declared import FileForm
from peelian.sources.extracts.tables import Batch, Opened, places_of

ROWS_AT_ONCE = 50_000
Cell = int | float | str | bool | time | date | datetime | timedelta


@contextmanager
def open_sheet(path: Path, form: FileForm, wanted: Sequence[str]) -> Iterator[Opened]:
    """The wanted columns of one sheet. Raises `CannotLoad`."""
    try:
        book = calamine.load_workbook(str(path))
    except calamine.PasswordError:
        raise Unreadable(f"{path.name} is locked with a password: save it without one.") from None
    except (calamine.CalamineError, OSError) as error:
        raise Unreadable(f"{path.name} is no spreadsheet that can be read ({error}).") from None
    with book:
        sheet = book.get_sheet_by_name(_sheet_name(book.sheet_names, form))
        rows = sheet.iter_rows()
        for _above in range(form.header_row - 1):
            next(rows, None)
        headings = tuple(_text(cell) or "" for cell in next(rows, []))
        if not any(headings):
            raise WrongHeader(f"row {form.header_row}, which should be its header, is empty.")
        places = places_of(headings, wanted)
        yield Opened(headings, _batches(rows, places, form.header_row + 1))


def _sheet_name(names: Sequence[str], form: FileForm) -> str:
    if form.sheet in names:
        return form.sheet
    if not form.sheet and len(names) == 1:
        return names[0]
    said = f"it has no sheet '{form.sheet}'" if form.sheet else "it has several sheets"
    raise WrongHeader(f"{said}: choose with file.sheet one of {', '.join(names)}.")


def _batches(rows: Iterator[list[Cell]], places: dict[str, int], first_row: int) -> Iterator[Batch]:
    lines: list[int] = []
    columns: list[list[str | None]] = [[] for _place in places]
    for number, row in enumerate(rows, start=first_row):
        if not any(cell != "" for cell in row):
            continue  # A row without a word is no record.
        lines.append(number)
        for column, at in zip(columns, places.values(), strict=True):
            column.append(_text(row[at]) if at < len(row) else None)
        if len(lines) == ROWS_AT_ONCE:
            yield _batch(places, columns, lines)
            lines, columns = [], [[] for _place in places]
    yield _batch(places, columns, lines)


def _batch(places: dict[str, int], columns: list[list[str | None]], lines: list[int]) -> Batch:
    arrays = [pa.array(column, pa.string()) for column in columns]
    return Batch(pa.table(arrays, names=list(places)), np.array(lines, dtype=np.int64))


def _text(cell: Cell) -> str | None:
    match cell:
        case "":
            return None
        case str():
            return cell.replace("\0", "").strip()
        case bool():
            return "true" if cell else "false"
        case float() if cell.is_integer():
            return str(int(cell))
        case datetime():
            return cell.isoformat(sep=" ")
        case date():
            return f"{cell.isoformat()} 00:00:00"
        case time():
            return cell.isoformat(timespec="seconds")
        case timedelta():
            minutes, seconds = divmod(round(cell.total_seconds()), 60)
            return f"{minutes // 60:02d}:{minutes % 60:02d}:{seconds:02d}"
        case _:
            return str(cell)
