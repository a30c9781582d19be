"""A published report as the checker reads it: what it says, where, and what could not be read.

A reader of one format makes a ``Document``; everything after it knows no formats.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a passage of running text is; the checks treat headings and notes alike."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"


@dataclass(frozen=True)
class Passage:
    """One heading, paragraph or item of a list, as one line of text without markup.

    ``place`` tells a reader of the original where it stands: ``line 284``, ``page 12``,
    ``paragraph 31``. Items of one list share ``list``, counted from 1 within the document, and
    ``level`` is 1 for the outermost; both are 0 for what is no item.
    """

    text: str
    place: str
    kind: Kind = Kind.PARAGRAPH
    list: int = 0
    level: int = 0


@dataclass(frozen=True)
class Table:
    """The cells of one table as text, row by row, every row of the same length.

    ``heads`` rows at the top are headings; where the format does not mark them, the reader counts
    the rows before the first with a number. A cell that spans several is written once and followed
    by empty ones.
    """

    rows: tuple[tuple[str, ...], ...]
    place: str
    caption: str = ""
    heads: int = 1


@dataclass(frozen=True)
class Unread:
    """A part of the file that could not be read, and why: ``page 4``, ``a picture of text``."""

    place: str
    why: str


@dataclass(frozen=True)
class Document:
    """A report in reading order. ``format`` is in words: text, Markdown, HTML, PDF, Word."""

    format: str
    parts: tuple[Passage | Table, ...]
    unread: tuple[Unread, ...] = ()
    pages: int = 0

    def passages(self) -> Iterator[tuple[int, Passage]]:
        """Every passage with its number among the parts."""
        for number, part in enumerate(self.parts):
            if isinstance(part, Passage):
                yield number, part

    def tables(self) -> Iterator[tuple[int, Table]]:
        """Every table with its number among the parts."""
        for number, part in enumerate(self.parts):
            if isinstance(part, Table):
                yield number, part
