"""What a mapping file says, once it is read and found right."""

import dataclasses
from dataclasses import dataclass
from typing import Literal

from peelian.records.base import Record

Format = Literal["csv", "excel", "parquet"]
Form = Literal["number", "percent", "duration in seconds", "duration in minutes", "financial year"]


@dataclass(frozen=True)
class FileForm:
    """How the file itself is written. `format` is empty where the file's name tells it.

    `header_row` counts from 1; rows above it are passed over. `missing` lists the words that
    stand for nothing in every column.
    """

    format: Format | None = None
    sheet: str = ""
    header_row: int = 1
    delimiter: str = ","
    quote: str = '"'
    encoding: str = "utf-8"
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class FieldFrom:
    """Where the values of one field come from, and how they are written there.

    Several `headings` are joined by a blank, as a date and a time that stand apart. A field with a
    `constant` has no heading. `words` gives ours for theirs, None for a word that says nothing;
    `forms` are those of strptime, none for ISO 8601.
    """

    field: str
    headings: tuple[str, ...] = ()
    constant: str = ""
    forms: tuple[str, ...] = ()
    zone: str = ""
    form: Form | None = None
    true: tuple[str, ...] = ()
    false: tuple[str, ...] = ()
    words: dict[str, str | None] = dataclasses.field(default_factory=dict, hash=False)

    @property
    def called(self) -> str:
        """What errors and rejects call it: the heading that people know."""
        return " and ".join(self.headings) or "(constant)"


@dataclass(frozen=True)
class OneForce:
    """Every row is of one force."""

    slug: str


@dataclass(frozen=True)
class ForceColumn:
    """A column names the force; `words` gives the slug for each of its words."""

    heading: str
    words: dict[str, str] = dataclasses.field(hash=False)


@dataclass(frozen=True)
class ForceSegments:
    """Files of several forces were joined without a word, in the order of `among`.

    A counter in column `heading` restarts where the next one begins. Each run of rows is of the
    force in whose area most of its positions lie. `say` names the forces of a file outright.
    """

    heading: str
    among: tuple[str, ...]
    say: dict[str, tuple[str, ...]] = dataclasses.field(default_factory=dict, hash=False)


ForceFrom = OneForce | ForceColumn | ForceSegments


@dataclass(frozen=True)
class Authority:
    """Which forces and months this feed may fill; empty where there is no limit."""

    forces: tuple[str, ...] = ()
    first: str = ""
    last: str = ""


@dataclass(frozen=True)
class Published:
    """That anyone may download every row, under a licence, with the line that it wants."""

    licence: str
    attribution: str


@dataclass(frozen=True)
class LeftOut:
    """Rows that are none of the record type, such as totals: those with these words here."""

    heading: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Mapping:
    """A mapping file. `name` is that of the file and `sha256` the hash of its bytes."""

    name: str
    sha256: str
    model: type[Record]
    feed: str
    file: FileForm
    fields: tuple[FieldFrom, ...]
    force: ForceFrom | None
    key: tuple[str, ...] = ()
    authority: Authority = Authority()
    rhythm: str = ""
    published: Published | None = None
    left_out: tuple[LeftOut, ...] = ()

    @property
    def source(self) -> str:
        """The source under which rows stand: openly published ones apart from all others."""
        return OPEN_KEY if self.published else KEY


KEY, OPEN_KEY = "extracts", "extracts_open"
