"""Puts the marks of a list back before its items, where a PDF draws them after all the text."""

from collections.abc import Sequence
from dataclasses import replace

from peelian.engines.publishing.checker.reading import bullets
from peelian.engines.publishing.checker.reading.pdf_lines import Line

_SAME_LINE = 0.3  # of the height of letters
_NEAR = 4.0  # times the height: how far the text of an item begins from its mark
_MOST = 200  # marks of one page
_LONGEST = 6  # characters of a mark


def with_marks(lines: Sequence[Line]) -> list[Line]:
    """The lines of one page; a mark that is a line by itself begins the line beside it."""
    lone = [line for line in lines if _is_mark(line.text)]
    if len(lone) > _MOST:
        return list(lines)
    marks: dict[int, Line] = {}
    used = set()
    for mark in lone:
        beside = [
            (line.left, at)
            for at, line in enumerate(lines)
            if at not in marks and _stands_before(mark, line) and not _is_mark(line.text)
        ]
        if beside:
            marks[min(beside)[1]] = mark
        if beside or mark.text[-1] not in ".)":  # a bullet without a text says nothing
            used.add(id(mark))
    return [
        replace(line, text=f"{marks[at].text} {line.text}", left=marks[at].left)
        if at in marks
        else line
        for at, line in enumerate(lines)
        if id(line) not in used
    ]


def _is_mark(text: str) -> bool:
    if len(text) > _LONGEST:
        return False
    mark = bullets.mark_of(f"{text} x")
    return mark is not None and mark.end == len(text) + 1


def _stands_before(mark: Line, line: Line) -> bool:
    level = abs(mark.baseline - line.baseline) < _SAME_LINE * line.height
    return level and 0 < line.left - mark.right + 1 < _NEAR * line.height
