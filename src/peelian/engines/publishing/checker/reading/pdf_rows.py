"""Finds tables among the lines of a PDF, where they are plain: rows of one shape with figures."""

from collections.abc import Sequence

from peelian.engines.publishing.checker.reading.grids import is_number
from peelian.engines.publishing.checker.reading.pdf_lines import GAP, Line

_LONGEST = 300  # rows; a page has fewer


def rows_at(lines: Sequence[Line], at: int) -> list[list[str]]:
    """The rows of the table that begins with line ``at``; none if none does.

    The first may lack a cell over the names of the rows, and may hold no figure.
    """
    if GAP not in lines[at].text or at + 1 == len(lines):
        return []
    first, width = lines[at].cells, len(lines[at + 1].cells)
    if len(first) == width - 1 > 1 and not is_number(first[0]):
        first = ["", *first]
    if width < 2 or len(first) != width:
        return []
    rows = [first]
    for line in lines[at + 1 : at + _LONGEST]:
        cells = line.cells
        if line.page != lines[at].page or len(cells) != width or not any(map(is_number, cells[1:])):
            break
        rows.append(cells)
    return rows if len(rows) > 2 or (len(rows) == 2 and width > 2) else []
