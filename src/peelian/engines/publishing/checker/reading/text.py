"""Reads plain text: paragraphs, headings, lists and simple tables, told by lines and indents.

A line is a passage. In a text that was wrapped (nearly all its lines are short), a line that fills
the width goes on in the next. The place of a passage is its first line, counted from 1.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from peelian.engines.publishing.checker.documents import Document, Kind
from peelian.engines.publishing.checker.reading import bullets, encodings, limits
from peelian.engines.publishing.checker.reading.code import lines_of_code
from peelian.engines.publishing.checker.reading.joining import (
    Words,
    ended,
    goes_on,
    in_brackets,
    left_open,
)
from peelian.engines.publishing.checker.reading.lined_tables import table_at
from peelian.engines.publishing.checker.reading.parts import Parts

_WRAPPED = 100  # characters: longer lines are paragraphs of their own
_MOSTLY = 0.97  # of all lines: one long address does not make a text unwrapped
_LONG = 70  # characters: a line of an unwrapped text that may still have been broken
_HEADING = 120  # characters: what is longer is a sentence, with a full stop or without
_BREAK = re.compile(r"\r\n|\r|\n")
_RULE = re.compile(r"[\s=\-–—_*~#+]{3,}")
_NO_HEADING = re.compile(r"[.,;:!…][)\]’”\"']*$")


@dataclass
class _Passage:
    """A passage while its lines are gathered; ``last`` is the latest, as it stands there."""

    text: str
    last: str
    line: int
    indent: int
    mark: bullets.Mark | None = None
    rows: Sequence[Sequence[str]] = ()

    @property
    def is_short(self) -> bool:
        """Whether this may be a heading: it is short and ends as no sentence does."""
        plain = not self.mark and not self.rows and len(self.text) <= _HEADING
        return plain and not _NO_HEADING.search(self.text) and any(map(str.isalpha, self.text))


def read(content: bytes) -> Document:
    """The document in plain text.

    Raises:
        Unreadable: the bytes are no text, hold none, or too much.
    """
    text, replaced = encodings.decoded(content)
    parts = Parts()
    if replaced:
        parts.unread("the file", f"{replaced:,} of its characters could not be decoded")
    lines = [line.replace("\f", " ").replace("\v", " ") for line in _BREAK.split(text)]
    gatherer = _Gatherer(lines)
    _into(parts, gatherer.gathered())
    for line in gatherer.code:
        parts.code(f"line {line}")
    return parts.document("text")


def _into(parts: Parts, passages: Sequence[_Passage]) -> None:
    outline, current, inside = bullets.Outline(), 0, 0
    for number, passage in enumerate(passages):
        place = f"line {passage.line}"
        if passage.mark:
            if not current:
                outline, current = bullets.Outline(), parts.new_list()
            level = outline.level(passage.indent, passage.mark.kind)
            inside = passage.indent
            parts.passage(passage.text, place, Kind.ITEM, current, level)
            continue
        if passage.indent <= inside or passage.rows:
            current = 0  # what is indented under an item belongs to it, and the list goes on
        if passage.rows:
            parts.table(passage.rows, place)
        else:
            heads = passage.is_short and number + 1 < len(passages)
            parts.passage(passage.text, place, Kind.HEADING if heads else Kind.PARAGRAPH)


class _Gatherer:
    """Goes through the lines once and puts those of one passage together."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._words = Words(lines)
        written = sorted(len(line.rstrip()) for line in lines if line.strip())
        self._width = written[int(len(written) * _MOSTLY) - 1] if written else 0
        self._is_wrapped = len(written) > 1 and self._width <= _WRAPPED
        self._has_blanks = any(not line.strip() for line in lines[1:-1])
        self._passages: list[_Passage] = []
        self.code: list[int] = []

    def gathered(self) -> list[_Passage]:
        """The passages and tables in order."""
        at, after_blank = 0, True
        while at < len(self._lines):
            line = self._lines[at]
            if not line.strip() or (_RULE.fullmatch(line) and "|" not in line):
                after_blank = True
                at += 1
                continue
            if found := table_at(self._lines, at):
                rows, taken = found
                self._passages.append(_Passage("", "", at + 1, 0, rows=rows))
                at += taken
                after_blank = True
                continue
            if coded := lines_of_code(self._lines, at):
                self.code.append(at + 1)
                at += coded
                after_blank = True
                continue
            self._take(line, at + 1, after_blank=after_blank)
            after_blank = False
            at += 1
        return self._passages

    def _take(self, line: str, number: int, *, after_blank: bool) -> None:
        line = line.expandtabs(4).rstrip()
        bare = line.lstrip()
        indent = len(line) - len(bare)
        mark = bullets.mark_of(bare)
        before = None if after_blank or not self._passages else self._passages[-1]
        fits = before is not None and len(before.text) < limits.PARAGRAPH
        if before and fits and self._continues(before, bare, indent, mark):
            before.text = self._words.joined(before.text, bare)
            before.last = line
            return
        text = bare[mark.end :] if mark else bare
        self._passages.append(_Passage(text, line, number, indent, mark))

    def _continues(
        self, before: _Passage, bare: str, indent: int, mark: bullets.Mark | None
    ) -> bool:
        """Whether the line goes on where the one right above it left off."""
        if in_brackets(before.text, bare):
            return True
        full = self._is_full(before.last, bare)
        if mark:  # "... in section" may be followed by "3. The force ..." by chance of the wrapping
            return mark.may_be_text and full and not before.mark and not ended(before.last)
        if not self._is_wrapped:
            return len(before.last) >= _LONG and not ended(before.last) and goes_on(bare)
        if ended(before.last):
            return full and self._has_blanks and not before.last.endswith(":")
        if before.mark and indent > before.indent:
            return True
        return (
            full or left_open(before.last) or (goes_on(bare) and len(before.last) > self._width / 2)
        )

    def _is_full(self, line: str, following: str) -> bool:
        """Whether the next word would not have fitted on ``line``."""
        return self._is_wrapped and len(line) + 1 + len(following.split(" ", 1)[0]) > self._width
