"""Files as record systems would send them, written by the mapping that will read them."""

import csv
import io
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from peelian.sources.extracts.source import EXTRACTS

LONDON = ZoneInfo("Europe/London")
Row = Mapping[str, object]


def mapping(name: str) -> Path:
    """The packaged example of a mapping with this name."""
    return next(path for path in EXTRACTS.examples() if path.stem == name)


def csv_of(name: str, rows: Iterable[Row]) -> str:
    """These rows, by field, as a file in the layout that the mapping describes."""
    told = tomllib.loads(mapping(name).read_text(encoding="utf-8"))
    columns, words = told["columns"], told.get("words", {})
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([heading for spec in columns.values() for heading in _headings(spec)])
    for row in rows:
        unknown = set(row) - set(columns)
        assert not unknown, f"{name}.toml has no column for {unknown}"
        writer.writerow(
            [
                cell
                for field, spec in columns.items()
                for cell in _cells(row.get(field), spec, words.get(field, {}))
            ]
        )
    return out.getvalue()


def _headings(spec: str | Mapping[str, object]) -> list[str]:
    named = spec if isinstance(spec, str) else spec["column"]
    return [named] if isinstance(named, str) else list(named)  # type: ignore[call-overload]


def _cells(value: object, spec: str | Mapping[str, object], words: Mapping[str, str]) -> list[str]:
    """What stands in the columns of one field: a moment can stand in two."""
    cell, wanted = _cell(value, spec, words), len(_headings(spec))
    return [cell] if wanted == 1 else (cell.split(" ", wanted - 1) if cell else [""] * wanted)


def _cell(value: object, spec: str | Mapping[str, object], words: Mapping[str, str]) -> str:
    if value is None:
        return ""
    if words:
        return next((theirs for theirs, ours in words.items() if ours == value), str(value))
    if isinstance(spec, str):
        return str(value)
    if isinstance(value, bool):
        return str(spec["true" if value else "false"][0])  # type: ignore[index]  # lists of words
    if isinstance(value, datetime):
        return value.astimezone(LONDON).strftime(str(spec["format"]))
    if isinstance(value, date):
        return value.strftime(str(spec["format"]))
    return str(value)
