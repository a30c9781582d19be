"""Reads Word files (.docx): the body in order, then footnotes and endnotes.

Insertions under review are read, deletions are not. Headers, footers, comments, tables of contents
and hidden text are left out; pictures and charts are reported. The place of a passage is its
number.
"""

from collections.abc import Iterator

from lxml import etree

from peelian.engines.publishing.checker.documents import Document, Kind
from peelian.engines.publishing.checker.reading import bullets
from peelian.engines.publishing.checker.reading.breaks import passages_of
from peelian.engines.publishing.checker.reading.parts import Parts
from peelian.engines.publishing.checker.reading.trees import local, value
from peelian.engines.publishing.checker.reading.word_package import opened
from peelian.engines.publishing.checker.reading.word_styles import Role, Styles
from peelian.engines.publishing.checker.reading.word_text import runs_of

_WRAPPERS = frozenset({"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "Choice"})
_SPAN = 100  # columns: Word itself has at most 63


def read(content: bytes) -> Document:
    """The document in a Word file.

    Raises:
        Unreadable: it is damaged, locked, holds no text, or too much.
    """
    package = opened(content)
    parts = Parts()
    flow = _Flow(parts, Styles(package.styles))
    body = package.document.find("{*}body")
    if body is not None:
        flow.through(body)
    for notes, name in ((package.footnotes, "footnote"), (package.endnotes, "endnote")):
        if notes is not None:
            flow.notes(notes, name)
    return parts.document("Word")


class _Flow:
    """Walks through the blocks of a body in order."""

    def __init__(self, parts: Parts, styles: Styles) -> None:
        self._parts = parts
        self._styles = styles
        self._list = 0
        self._outermost = ""
        self._place = ""

    def through(self, element: etree._Element) -> None:
        """Read every paragraph and table within ``element``."""
        for block in _blocks(element):
            if local(block) == "p":
                self._paragraph(block)
            else:
                self._table(block)

    def notes(self, notes: etree._Element, name: str) -> None:
        """Read the footnotes or endnotes; lines that only separate them have a type."""
        kept = [note for note in notes if not value(note, "type")]
        for number, note in enumerate(kept, start=1):
            self._place, self._list = f"{name} {number}", 0
            self.through(note)
        self._place = ""

    def _paragraph(self, paragraph: etree._Element) -> None:
        role = self._styles.role(paragraph.find("{*}pPr"))
        runs = runs_of(paragraph, self._styles)
        if not role.contents:
            for text in passages_of(runs.text):
                self._passage(text, role)
        for box in runs.boxes:
            self._list = 0
            self.through(box)
        for why in runs.unread:
            after = (
                f"after paragraph {self._parts.passages}" if self._parts.passages else "the start"
            )
            self._parts.unread(self._place or after, why)

    def _passage(self, text: str, role: Role) -> None:
        typed = bullets.mark_of(text)
        if not role.level and not role.heading and typed and not typed.numbered:
            text, role = text[typed.end :], Role(numbering=typed.kind, level=1)
        if not role.level:
            self._list = 0
            kind = Kind.HEADING if role.heading else Kind.PARAGRAPH
            self._parts.passage(text, self._place, kind)
            return
        if not self._list or (role.level == 1 and role.numbering != self._outermost):
            self._list, self._outermost = self._parts.new_list(), role.numbering
        self._parts.passage(text, self._place, Kind.ITEM, self._list, role.level)

    def _table(self, table: etree._Element) -> None:
        self._list = 0
        rows = list(_within(table, "tr"))
        cells = [list(_within(row, "tc")) for row in rows]
        nested = any(one is not table for one in table.iter("{*}tbl"))
        if nested or len(rows) < 2 or all(len(row) < 2 for row in cells):
            for cell in (cell for row in cells for cell in row):
                self.through(cell)
                self._list = 0
            return
        grid = [self._row(*both) for both in zip(rows, cells, strict=True)]
        heads = 0
        while heads < len(rows) and rows[heads].find("{*}trPr/{*}tblHeader") is not None:
            heads += 1
        self._parts.table(grid, self._place, heads=heads or None)

    def _row(self, row: etree._Element, cells: list[etree._Element]) -> list[str]:
        line = [""] * _number(row.find("{*}trPr/{*}gridBefore"), 0)
        for cell in cells:
            merged = cell.find("{*}tcPr/{*}vMerge")
            goes_on = merged is not None and value(merged) != "restart"
            line.append("" if goes_on else self._text_of(cell))
            line += [""] * (_number(cell.find("{*}tcPr/{*}gridSpan"), 1) - 1)
        return line

    def _text_of(self, cell: etree._Element) -> str:
        texts = []
        for paragraph in _blocks(cell):
            runs = runs_of(paragraph, self._styles)
            texts.append(runs.text)
            for why in runs.unread:
                self._parts.unread(f"table {self._parts.tables + 1}", why)
        return " ".join(texts)


def _blocks(element: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs and tables in ``element``, also those in content controls and insertions."""
    for child in element:
        name = local(child)
        if name in ("p", "tbl"):
            yield child
        elif name in _WRAPPERS or name == "AlternateContent":
            yield from _blocks(child)


def _within(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, also in content controls; no deleted ones."""
    for child in element:
        found = local(child)
        if found == name and child.find("{*}trPr/{*}del") is None:
            yield child
        elif found in _WRAPPERS:
            yield from _within(child, name)


def _number(element: etree._Element | None, usual: int) -> int:
    given = value(element)
    return min(int(given), _SPAN) if given.isdecimal() and len(given) < 6 else usual
