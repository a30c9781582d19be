"""An invented extract of the demo: written as a record system would write it, and loaded as one."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from django.apps import apps
from django.conf import settings

from peelian.jobs.loading import load_files
from peelian.records.base import Record
from peelian.records.load.report import LoadReport
from peelian.sources.extracts.source import EXTRACTS

Line = tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """One extract: the mapping that ships for its layout, its heading and its rows."""

    mapping: str
    header: Line
    rows: Iterable[Line]


def load_table(table: Table, at: datetime) -> LoadReport:
    """Write the extract to a folder that goes away again, and load it under its mapping."""
    mapping = next(path for path in EXTRACTS.examples() if path.name == table.mapping)
    models = [model for model in apps.get_models() if issubclass(model, Record)]
    with TemporaryDirectory() as folder:
        file = Path(folder) / f"demo-{mapping.stem}.csv"
        with file.open("w", newline="", encoding="utf-8") as out:
            writer = csv.writer(out)
            writer.writerow(table.header)
            writer.writerows(table.rows)
        with EXTRACTS.under(mapping, models=models, home=settings.PEELIAN_HOME) as mapped:
            return load_files(mapped, [file], at=at, claims=mapped.claims)
