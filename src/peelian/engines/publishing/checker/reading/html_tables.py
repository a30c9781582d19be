"""Reads the tables of HTML: their rows, spans and heading rows; and tells those made for layout."""

from lxml import etree

from peelian.engines.publishing.checker.reading.grids import Cell, laid_out
from peelian.engines.publishing.checker.reading.html_text import text_of

_SPAN = 1000  # columns or rows: the most that browsers grant
_BLOCKS = ("table", "h1", "h2", "h3", "ul", "ol", "article", "section", "main")


def is_layout(table: etree._Element) -> bool:
    """Whether ``table`` only places things on the page: it holds blocks, or one row or column."""
    if table.get("role", "").lower() in ("presentation", "none"):
        return True
    if any(one is not table for one in table.iter(*_BLOCKS)):
        return True
    rows = list(table.iter("tr"))
    return len(rows) < 2 or all(len(row) < 2 for row in rows)


def rows_of(table: etree._Element) -> tuple[list[list[str]], int | None]:
    """The cells of ``table`` as text, and its heading rows if its markup tells them."""
    head = list(table.iterfind("thead/tr"))
    body: list[etree._Element] = []
    for part in table.iterchildren("tr", "tbody"):
        body += [part] if part.tag == "tr" else part.iterchildren("tr")
    foot = list(table.iterfind("tfoot/tr"))
    rows = [row for row in (*head, *body, *foot) if row.get("hidden") is None]
    grid = laid_out([[_cell(cell) for cell in row.iterchildren("td", "th")] for row in rows])
    if head:
        return grid, sum(row.get("hidden") is None for row in head)
    marked = 0
    for row in rows:
        if not len(row) or any(cell.tag != "th" for cell in row.iterchildren("td", "th")):
            break
        marked += 1
    return grid, marked or None


def _cell(element: etree._Element) -> Cell:
    return Cell(text_of(element), _span(element, "colspan"), _span(element, "rowspan"))


def _span(element: etree._Element, name: str) -> int:
    given = element.get(name, "1").strip()
    if name == "rowspan" and given == "0":  # to the end of the table
        return _SPAN
    return min(max(int(given), 1), _SPAN) if given.isdecimal() and len(given) < 7 else 1
