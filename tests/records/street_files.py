"""Small files as data.police.uk writes them, and a store to load them into."""

import csv
import io
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from peelian.records.load.report import FileReport, LoadReport
from peelian.records.load.run import load
from peelian.records.store.reader import open_reader
from peelian.records.store.rejects import Reject
from peelian.sources.police_uk.outcomes import OUTCOMES
from peelian.sources.police_uk.source import POLICE_UK
from peelian.sources.police_uk.street import STREET
from peelian.spine.models import Crime, Outcome

AT = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)
SHARED = Path(__file__).resolve().parents[3] / "shared" / "data" / "police-uk-street-outcomes"
MARCH = "2021-03-staffordshire-street.csv"

CRIME = {
    "Crime ID": "a" * 64,
    "Month": "2021-03",
    "Reported by": "Staffordshire Police",
    "Falls within": "Staffordshire Police",
    "Longitude": "-2.025646",
    "Latitude": "52.673771",
    "Location": "On or near Bridge Street",
    "LSOA code": "E01029359",
    "LSOA name": "Cannock Chase 012A",
    "Crime type": "Burglary",
    "Last outcome category": "Under investigation",
    "Context": "",
}
ASB = CRIME | {
    "Crime ID": "",
    "Crime type": "Anti-social behaviour",
    "Last outcome category": "",
}
OUTCOME = {name: CRIME[name] for name in OUTCOMES.header[:-1]} | {"Outcome type": "Suspect charged"}


def csv_text(
    *rows: dict[str, str],
    header: Sequence[str] | None = None,
    end: str = "\r\n",
) -> str:
    """A file with these rows; its columns are those of a street file unless stated."""
    text = io.StringIO()
    writer = csv.DictWriter(text, header or STREET.header, lineterminator=end)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def raw_line(row: dict[str, str], **changed: str) -> str:
    """One line of a street file without its end, written without any quoting."""
    return ",".join(
        (row | {key.replace("_", " "): value for key, value in changed.items()}).values()
    )


class Desk:
    """A folder of files to load and a store to load them into."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "files"
        self.folder.mkdir()
        self.root = folder / "store"

    def file(self, content: str | bytes, name: str = MARCH) -> Path:
        """Write one file into the folder."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def load(self, *paths: Path, force: str | None = None, **options: Any) -> LoadReport:
        """Load these files, or the whole folder."""
        found = POLICE_UK.find(paths or (self.folder,), force=force)
        return load(**{"root": self.root, "files": found, "by": "a tester", "at": AT} | options)

    def load_text(self, content: str | bytes, name: str = MARCH) -> FileReport:
        """Write one file, load it, and tell what became of it."""
        (report,) = self.load(self.file(content, name)).files
        return report

    def crimes(self, **conditions: Any) -> list[dict[str, Any]]:
        """The crimes that are held, in the order of the files."""
        reader = open_reader(self.root)
        return reader.to_arrow(reader.table(Crime, **conditions)).to_pylist()

    def outcomes(self) -> list[dict[str, Any]]:
        """The outcomes that are held."""
        reader = open_reader(self.root)
        return reader.to_arrow(reader.table(Outcome)).to_pylist()

    def rejects(self) -> list[Reject]:
        """Every refused cell of every part of the newest snapshot."""
        reader = open_reader(self.root)
        return [reject for part in reader.snapshot.parts for reject in reader.rejects(part)]

    def everything(self) -> dict[str, bytes]:
        """Every file of the store but the lock, to compare two states."""
        return {
            str(path.relative_to(self.root)): path.read_bytes()
            for path in self.root.rglob("*")
            if path.is_file() and path.name != "WRITER"
        }


def shared(name: str) -> Path:
    """A real file; the test is skipped where the real files are not at hand."""
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"needs {name} of the shared data")
    return path
