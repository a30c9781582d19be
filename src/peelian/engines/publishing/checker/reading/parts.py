"""Gathers the parts of a document in reading order and counts them against the limits."""

from collections.abc import Sequence

from peelian.engines.publishing.checker.documents import Document, Kind, Passage, Table, Unread
from peelian.engines.publishing.checker.reading import limits
from peelian.engines.publishing.checker.reading.bullets import run_together
from peelian.engines.publishing.checker.reading.characters import tidy
from peelian.engines.publishing.checker.reading.errors import Unreadable
from peelian.engines.publishing.checker.reading.grids import heads_of


class Parts:
    """What was read so far. Each method tidies its text and refuses what is over a limit."""

    def __init__(self) -> None:
        self._parts: list[Passage | Table] = []
        self._unread: list[Unread] = []
        self._characters = 0
        self._cells = 0
        self._lists = 0
        self._codes: list[str] = []
        self.passages = 0
        self.tables = 0

    def passage(
        self,
        text: str,
        place: str = "",
        kind: Kind = Kind.PARAGRAPH,
        list: int = 0,
        level: int = 0,
    ) -> bool:
        """Add a passage unless it is empty, and say whether it was.

        Without a ``place`` it is the number of the passage: ``paragraph 31``.
        """
        text = self._counted(text)
        if not text:
            return False
        if kind is Kind.PARAGRAPH and (pieces := run_together(text)):
            self._one(pieces[0], place, kind, list, level)
            inside = self.new_list()
            for piece in pieces[1:]:
                self._one(piece, place, Kind.ITEM, inside, 1)
            return True
        self._one(text, place, kind, list, level)
        return True

    def _one(self, text: str, place: str, kind: Kind, list: int, level: int) -> None:
        if not text:
            return
        self.passages += 1
        limits.within(limits.PASSAGES, self.passages, "passages", limits.SPLIT)
        place = place or f"paragraph {self.passages}"
        self._parts.append(Passage(text, place, kind, list, level))

    def new_list(self) -> int:
        """The number of a list that begins here."""
        self._lists += 1
        return self._lists

    def table(
        self,
        rows: Sequence[Sequence[str]],
        place: str = "",
        caption: str = "",
        heads: int | None = None,
    ) -> None:
        """Add a table unless all its cells are empty; short rows are filled up.

        Without ``heads`` the rows before the first with a number are its headings.
        """
        width = max((len(row) for row in rows), default=0)
        self._cells += width * len(rows)
        limits.within(limits.CELLS, self._cells, "table cells", limits.SPLIT)
        square = tuple(
            tuple(self._counted(row[at]) if at < len(row) else "" for at in range(width))
            for row in rows
        )
        if not any(any(row) for row in square):
            return
        self.tables += 1
        counted = heads_of(square) if heads is None else heads
        place = place or f"table {self.tables}"
        self._parts.append(Table(square, place, self._counted(caption), counted))

    def unread(self, place: str, why: str) -> None:
        """Note a part of the file that could not be read."""
        if len(self._unread) < limits.UNREAD:
            self._unread.append(Unread(place, why))
        elif len(self._unread) == limits.UNREAD:
            self._unread.append(Unread("the rest of the file", "more parts than are listed here"))

    def code(self, place: str = "") -> None:
        """Note a block of code; however many there are, they are told in one line."""
        self._codes.append(place or f"after paragraph {self.passages}")

    def document(self, format: str, pages: int = 0) -> Document:
        """Everything gathered.

        Raises:
            Unreadable: the file holds no text at all.
        """
        if not self._parts:
            raise Unreadable(
                f"The file was read as {format} and holds no text to check. "
                "If it shows pictures of text, recognise the text in them first (OCR)."
            )
        if self._codes:
            further = len(self._codes) - 1
            more = f" and {further:,} more place{'' if further == 1 else 's'}" if further else ""
            self.unread(f"{self._codes[0]}{more}", "code, which is not checked")
        return Document(format, tuple(self._parts), tuple(self._unread), pages)

    def _counted(self, text: str) -> str:
        text = tidy(text)
        self._characters += len(text)
        limits.characters(self._characters)
        return text
