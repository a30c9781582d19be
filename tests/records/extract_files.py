"""Small extracts of calls and incidents, and openers that count how often they are asked."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from peelian.areas.contact.codes import LINES
from peelian.areas.contact.models import Call
from peelian.records.load.kinds import Column, FileKind
from peelian.records.load.report import FileReport
from peelian.records.load.rules import Place, Text, Whole
from peelian.records.load.rules_time import ISO, Moment
from peelian.records.load.rules_words import Flag, Recoded
from peelian.records.load.run import load
from peelian.records.load.source import Found, Opener
from peelian.records.store.reader import open_reader
from peelian.spine.incident import Incident
from records.street_files import AT, Desk

CALLS = FileKind(
    key="test.calls",
    title="calls of a test",
    model=Call,
    columns=(
        Column("Ref", "call_ref", Text(20)),
        Column("Start", "received_at", Moment()),
        Column("Line", "line", Recoded(LINES, {"emergency": "999"}, required=True)),
        Column("Gave up", "abandoned", Flag()),
    ),
    tolerates=("",),
)
INCIDENTS = FileKind(
    key="test.incidents",
    title="incidents of a test",
    model=Incident,
    columns=(
        Column("Ref", "incident_ref", Text(20)),
        Column(
            "Opened", "opened_at", Moment(zone="Europe/London", forms=("%d/%m/%Y %H:%M:%S", ISO))
        ),
        Column("Hour", "hour", Whole(0, 23, "o'clock")),
        Column("Arrived", "arrived_at", Moment(zone="Europe/London")),
        Column("Grade", "grade", Text(40)),
    ),
    natural_key=("incident_ref",),
)
EVERYWHEN = Place("kent", "")


@dataclass
class AsWritten:
    """Reads a file whose lines end in semicolons instead of line feeds, and counts readings."""

    recipe: str = "one"
    opened: list[str] = field(default_factory=list)

    @contextmanager
    def open(self, path: Path, member: str) -> Iterator[BinaryIO]:
        self.opened.append(path.name)
        yield io.BytesIO(path.read_bytes().replace(b";", b"\r\n"))


def load_extract(
    desk: Desk,
    text: str,
    *,
    kind: FileKind = CALLS,
    place: Place = EVERYWHEN,
    opener: Opener | None = None,
    **options: Any,
) -> FileReport:
    """Load one text as an extract of Kent and tell what became of it."""
    path = desk.file(text, "extract.csv")
    said = {name: options.pop(name) for name in ("feed", "rhythm") if name in options}
    found = Found(kind, "test", path, "", place, path.name, opener=opener, **said)
    (report,) = load(root=desk.root, files=[found], by="a tester", at=AT, **options).files
    return report


def held(desk: Desk, model: type) -> list[dict[str, Any]]:
    """The rows that are held, in the order of the file."""
    reader = open_reader(desk.root)
    return reader.to_arrow(reader.table(model)).to_pylist()
