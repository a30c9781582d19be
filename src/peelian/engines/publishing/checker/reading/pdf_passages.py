"""Rebuilds paragraphs, headings, lists and plain tables from the lines of a PDF.

A PDF only says where letters stand. A line goes on in the next where it is full, of the same size
and at the usual distance; over the end of a column or page, where its sentence is not ended. Lines
with wide gaps are rows: a run of rows of one shape with figures is read as a table, any other stays
a line by itself, so that its figures never run into a sentence.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from peelian.engines.publishing.checker.documents import Kind
from peelian.engines.publishing.checker.reading import bullets, limits
from peelian.engines.publishing.checker.reading.joining import Words, ended, goes_on, left_open
from peelian.engines.publishing.checker.reading.parts import Parts
from peelian.engines.publishing.checker.reading.pdf_lines import GAP, Line
from peelian.engines.publishing.checker.reading.pdf_measures import LARGER, Measures
from peelian.engines.publishing.checker.reading.pdf_rows import rows_at

_ALIKE = 0.06  # of the height: letters of one size
_FACES = 0.2  # the same, of a bold and a plain face, whose boxes may differ
_HEADING = 150  # characters
_PASSED_OVER = 8  # passages, such as notes at the end of a page, between parts of a sentence
_NUMBERED = re.compile(r"\d{1,3}(?:\.\d{1,2}){0,2}\.? ?\t ?(?=[^\W\d_a-z][^\t]{20,}$)")
_ENDS = re.compile(r"[.,;:!][)\]’”\"']*$")


@dataclass
class _Passage:
    """A passage while its lines are gathered; ``alone``: a row that nothing goes on from."""

    lines: list[Line]
    text: str
    mark: str = ""
    rows: list[list[str]] = field(default_factory=list)
    alone: bool = False

    @property
    def last(self) -> Line:
        """The latest line."""
        return self.lines[-1]


def into(parts: Parts, lines: Sequence[Line]) -> None:
    """Add the passages of all pages to ``parts``."""
    if not lines:
        return
    measures = Measures(lines)
    outline, current = bullets.Outline(), 0
    for passage in _Builder(lines, measures).built():
        first = passage.lines[0]
        place = f"page {first.page}"
        if passage.mark:
            if not current:
                outline, current = bullets.Outline(), parts.new_list()
            level = outline.level(measures.indent(first), passage.mark, slack=measures.height / 2)
            parts.passage(passage.text, place, Kind.ITEM, current, level)
            continue
        current = 0
        if passage.rows:
            parts.table(passage.rows, place)
        else:
            parts.passage(passage.text.replace(GAP, " | "), place, _kind(passage, measures))


def _kind(passage: _Passage, measures: Measures) -> Kind:
    first = passage.lines[0]
    bold = all(line.bold for line in passage.lines) and not _ENDS.search(passage.text)
    large = first.height > LARGER * measures.height
    heads = (large or bold) and len(passage.text) <= _HEADING and not passage.alone
    return Kind.HEADING if heads else Kind.PARAGRAPH


class _Builder:
    """Goes through the lines once and puts those of one passage together."""

    def __init__(self, lines: Sequence[Line], measures: Measures) -> None:
        self._lines = lines
        self._measures = measures
        self._on_page: dict[int, list[Line]] = defaultdict(list)
        for line in lines:
            self._on_page[line.page].append(line)
        self._words = Words(line.text for line in lines)
        self._passages: list[_Passage] = []
        self._latest: _Passage | None = None  # the one that the line before is part of

    def built(self) -> list[_Passage]:
        """The passages in order."""
        at = 0
        while at < len(self._lines):
            line = self._lines[at]
            mark, text = self._marked(line)
            if not mark and (rows := rows_at(self._lines, at)):
                taken = self._lines[at : at + len(rows)]
                self._latest = _Passage(list(taken), "", rows=rows)
                self._passages.append(self._latest)
                at += len(rows)
                continue
            at += 1
            numbered = _NUMBERED.match(text)  # a note, or a paragraph with a number
            if numbered:
                text = text[numbered.end() :]
            before = None if mark or numbered or GAP in text else self._before(line)
            if before:
                before.text = self._words.joined(before.text, text)
                before.lines.append(line)
            else:
                before = _Passage([line], text, mark, alone=GAP in text)
                self._passages.append(before)
            self._latest = before
        return self._passages

    def _marked(self, line: Line) -> tuple[str, str]:
        """The kind of mark that makes ``line`` an item, "" for none, and its text without it."""
        mark = bullets.mark_of(line.text)
        if mark and mark.may_be_text and self._latest:
            before = self._latest
            alike = not before.rows and not before.alone and before.mark != mark.kind
            near = before.last.page != line.page or self._measures.is_near(before.last, line)
            if (
                alike
                and near
                and not ended(before.text)
                and self._measures.is_full(before.last, line)
            ):
                mark = None  # "in section" and on the next line "3. The force ..."
        if mark:
            return mark.kind, line.text[mark.end :]
        return ("drawn" if line.dotted else ""), line.text

    def _before(self, line: Line) -> _Passage | None:
        """The passage that goes on in ``line``, if one does."""
        # What begins a column or page may be the rest of any of the last passages: notes, boxes
        # and quotations stand between.
        search = line.height <= LARGER * self._measures.height and self._is_apart(line)
        nearest = True
        for before in self._candidates():
            last = before.last
            if last.page < line.page - 1:
                return None
            slack = _ALIKE if last.bold == line.bold else _FACES
            larger = last.height > line.height * (1 + slack)
            if larger and not search:
                return None
            alike = not larger and last.height > line.height * (1 - slack)
            if not alike or before.rows or before.alone:
                continue
            fits = len(before.text) < limits.PARAGRAPH
            if fits and (self._goes_on(before, line) if nearest else self._broke_off(before, line)):
                return before
            closed = ended(before.text) or last.bold != line.bold
            if not search or not (closed or goes_on(line.text)):
                return None
            nearest = False
        return None

    def _candidates(self) -> list[_Passage]:
        """The last passages, first the one to which the line before belongs."""
        last = self._passages[: -_PASSED_OVER - 1 : -1]
        latest = [] if self._latest is None else [self._latest]
        return latest + [one for one in last if one is not self._latest]

    def _is_apart(self, line: Line) -> bool:
        """Whether ``line`` does not stand right under the one before it, or begins as a rest."""
        if self._latest is None:
            return False
        last = self._latest.last
        under = last.page == line.page and 0 < last.baseline - line.baseline < 3 * line.height
        return not under or goes_on(line.text)

    def _is_under_text(self, line: Line) -> bool:
        """Whether text stands above ``line`` on its page: what goes on there begins at the top."""
        return any(
            above.baseline > line.baseline + line.height / 2
            and above.left < line.right
            and line.left < above.right
            and not above.bold
            and abs(above.height - line.height) <= _ALIKE * line.height
            for above in self._on_page[line.page]
        )

    def _broke_off(self, before: _Passage, line: Line) -> bool:
        """Whether ``before`` ends within a sentence, of which ``line`` may be the rest."""
        last = before.last
        if last.bold != line.bold or ended(before.text):
            return False
        recent = pairwise(self._passages[-_PASSED_OVER - 1 :])
        if any(one is before and after.mark for one, after in recent):
            return False  # "in May, and" with the next item under it
        rest = goes_on(line.text)
        if last.page != line.page and not rest and self._is_under_text(line):
            return False
        if left_open(before.text):
            return True
        return (rest or line.text[:1].isdigit()) and self._measures.is_full(last, line)

    def _goes_on(self, before: _Passage, line: Line) -> bool:
        last, text = before.last, before.text
        rest = goes_on(line.text)
        full = self._measures.is_full(last, line)
        closed = ended(text) and not (rest and full and text.endswith((";", ":")))
        if last.bold != line.bold and (closed or not rest):
            return False
        under = last.page == line.page and last.baseline > line.baseline
        if before is not self._latest or not under:
            if last.page != line.page and not rest and self._is_under_text(line):
                return False
            follows = before is self._latest and full and not before.mark
            return not closed and (rest or follows or left_open(text))
        if not self._measures.is_near(last, line):
            return False
        if closed:
            return full and line.left - last.left < line.height / 2
        return rest or full or left_open(text) or self._measures.fills(before.lines, line)
