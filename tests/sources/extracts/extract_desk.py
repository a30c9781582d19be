"""Extracts in layouts made up for tests, and a store to load them into."""

import datetime as dt
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from django.apps import apps

from peelian.records.base import Record
from peelian.records.load.report import LoadReport
from peelian.records.load.run import load
from peelian.records.store.reader import Reader, open_reader
from peelian.sources.extracts.source import EXTRACTS

AT = dt.datetime(2026, 11, 1, 9, 0, tzinfo=dt.UTC)
SHARED = Path(__file__).resolve().parents[4] / "shared" / "data"
MODELS = tuple(model for model in apps.get_models() if issubclass(model, Record))

# The smallest useful mapping of calls, which most tests change in one place.
CALLS = """
record = "call"
feed = "Calls of a test"
force = "kent"
[columns]
call_ref = "Ref"
received_at = { column = "When", format = "%d/%m/%Y %H:%M" }
line = "Line"
waited_seconds = { column = "Wait", form = "duration in seconds" }
"""
HEAD = ("Ref", "When", "Line", "Wait")


@dataclass
class ExtractDesk:
    """A folder of extracts and mapping files, and a store."""

    folder: Path

    def file(self, name: str, content: str | bytes) -> Path:
        path = self.folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def csv(
        self, *rows: Sequence[str], name: str = "calls.csv", head: Sequence[str] = HEAD
    ) -> Path:
        return self.file(name, "".join(f"{','.join(row)}\r\n" for row in (head, *rows)))

    def mapping(self, text: str = CALLS, name: str = "mapping.toml") -> Path:
        return self.file(name, text)

    def load(
        self, paths: Path | Iterable[Path], mapping: Path | None = None, **given: Any
    ) -> LoadReport:
        """Load extracts; the report has the remarks of the source in `remarks`."""
        files = [paths] if isinstance(paths, Path) else list(paths)
        chosen = mapping or self.mapping()
        with EXTRACTS.under(chosen, models=MODELS, home=self.folder) as source:
            report = load(
                root=self.folder / "store",
                files=source.find(files, force=given.pop("force", None)),
                by="service:tests",
                at=given.pop("at", AT),
                rejects_file=self.folder / "rejects.csv",
                **given,
            )
            self.remarks = source.remarks
        return report

    @property
    def reader(self) -> Reader:
        return open_reader(self.folder / "store")

    def rows(self, model: type[Record]) -> list[dict[str, Any]]:
        """All rows of a type, in the order of force, month and address."""
        found = self.reader.to_arrow(self.reader.table(model)).to_pylist()
        return sorted(found, key=lambda row: (row["force_id"], row["month"], row["record_id"]))

    def rejects(self) -> list[str]:
        """What the file of rejects says, line by line, without its header."""
        return (self.folder / "rejects.csv").read_text(encoding="utf-8").splitlines()[1:]


def write_xlsx(path: Path, rows: Iterable[Sequence[object]], *, first_row: int = 1) -> Path:
    """A workbook of one sheet, "Calls", as a telephone system might export it."""
    cells = (
        (number, "".join(_cell(number, at, value) for at, value in enumerate(row)))
        for number, row in enumerate(rows, start=first_row)
    )
    written = "".join(f'<row r="{number}">{row}</row>' for number, row in cells)
    with zipfile.ZipFile(path, "w") as book:
        for name, content in PARTS.items():
            book.writestr(name, content)
        book.writestr(
            "xl/worksheets/sheet1.xml",
            f'<worksheet xmlns="{MAIN}"><sheetData>{written}</sheetData></worksheet>',
        )
    return path


def _cell(row: int, at: int, value: object) -> str:
    name = f"{chr(ord('A') + at)}{row}"
    match value:
        case None:
            return ""
        case bool():
            return f'<c r="{name}" t="b"><v>{int(value)}</v></c>'
        case int() | float():
            return f'<c r="{name}"><v>{value}</v></c>'
        case dt.datetime():
            days = (value - dt.datetime(1899, 12, 30, tzinfo=value.tzinfo)).total_seconds() / 86400
            return f'<c r="{name}" s="1"><v>{days}</v></c>'
        case dt.timedelta():
            return f'<c r="{name}" s="2"><v>{value.total_seconds() / 86400}</v></c>'
        case _:
            return f'<c r="{name}" t="inlineStr"><is><t>{escape(str(value))}</t></is></c>'


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{OFFICE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{OFFICE}.worksheet+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{OFFICE}.styles+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/>'
    "</Relationships>",
    "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>'
    '<sheet name="Calls" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{RELATIONS}/styles" Target="styles.xml"/></Relationships>',
    "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><numFmts count="1">'
    '<numFmt numFmtId="170" formatCode="[h]:mm:ss"/></numFmts><fonts count="1"><font/></fonts>'
    '<fills count="1"><fill/></fills><borders count="1"><border/></borders><cellXfs count="3">'
    '<xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/>'
    '<xf numFmtId="170" applyNumberFormat="1"/></cellXfs></styleSheet>',
}
