"""Takes the lists of contents out of a PDF: each entry ends with a page, and pages only go up."""

import re
from collections.abc import Sequence

from peelian.engines.publishing.checker.reading.pdf_lines import Line

_TITLE = re.compile(r"(?:table of )?contents(?: page)?|list of (?:figures|tables|charts)", re.I)
_LEADERS = re.compile(r"(?:\.\s?){4,}\s*(?:\d{1,4}|[ivxl]+)?$|…{2,}\s*\d*$")
_ENTRY = 200  # characters at the end of a line, where an entry of the contents has its dots
_PAGE = re.compile(r"[\s.…_]+(\d{1,3})$|^(\d{1,3})$")
_LEAST = 3  # entries; fewer may be anything
_MOST = 6  # pages that contents may fill


def without_contents(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The lines of each page without contents: entries with dots, and those under a title."""
    kept = []
    last, begun = 0, -_MOST
    for number, lines in enumerate(pages):
        titled = any(_TITLE.fullmatch(line.text.strip()) for line in lines)
        begun = number if titled else begun
        entries: list[Line] = []
        if number - begun < _MOST:
            entries, reached = _entries(lines, 0 if titled else last, len(pages))
            last = max(reached, last)
            if len(entries) < _LEAST or (not titled and 2 * len(entries) < len(lines)):
                entries, begun = [], -_MOST
        gone = {id(line) for line in entries}
        kept.append(
            [
                line
                for line in lines
                if id(line) not in gone and not _LEADERS.search(line.text[-_ENTRY:])
            ]
        )
    return kept


def _entries(lines: Sequence[Line], last: int, pages: int) -> tuple[list[Line], int]:
    """The lines that end with the number of a page, none lower than the one before."""
    found = []
    for line in lines:
        page = _PAGE.search(line.text[-_ENTRY:].rstrip())
        if page and last <= (at := int(page[1] or page[2])) <= pages:
            found.append(line)
            last = at
    return found, last
