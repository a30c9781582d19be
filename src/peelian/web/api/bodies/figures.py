"""The figure card and the files that it rests on."""

from pydantic import BaseModel

from peelian.web.api.bodies.cells import Cell, Companion
from peelian.web.api.bodies.shared import Feeds


class Method(BaseModel):
    """How an interval was drawn."""

    key: str
    name: str
    assumes: str


class SourceFile(BaseModel):
    """A loaded file, with the hash by which anyone can tell it from another.

    Of a file whose rows are not openly published only type, source, force and month are told: how
    many rows it holds is itself a figure.
    """

    type: str
    source: str
    force: str
    month: str
    public: bool
    name: str | None
    rows: int | None
    rejected: int | None
    sha256: str | None
    loaded_at: str
    restated: bool


class Figure(BaseModel):
    """The figure card: what a sceptic needs to open, repeat and argue with one number."""

    cell: Cell
    sentence: str
    title: str
    definition: str
    interval: Method | None
    sources: list[SourceFile]
    tables: list[SourceFile]
    query: str
    signed_off: str
    cite: str
    cautions: list[str]
    warnings: list[str]
    feeds: Feeds
    beside: list[Companion]
    attributions: list[str]
