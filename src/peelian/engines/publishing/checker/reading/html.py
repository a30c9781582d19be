"""Reads HTML: what a person reads in the page's main part, without menus, scripts and forms.

Broken markup is read as browsers read it. Nothing outside the file is ever fetched, and no entity
of its own is expanded. The place of a passage is its number, or its line where ``lined`` says that
the page was made from lines.
"""

import re
from collections.abc import Iterator

from lxml import etree
from lxml import html as lxml_html

from peelian.engines.publishing.checker.documents import Document, Kind
from peelian.engines.publishing.checker.reading import encodings
from peelian.engines.publishing.checker.reading.code import is_code, is_named_code
from peelian.engines.publishing.checker.reading.html_skipped import is_skipped, main_part
from peelian.engines.publishing.checker.reading.html_tables import is_layout, rows_of
from peelian.engines.publishing.checker.reading.html_text import BLOCKS, Inline, text_of
from peelian.engines.publishing.checker.reading.parts import Parts
from peelian.engines.publishing.checker.reading.trees import check_nesting

LINE = "data-line"  # the attribute in which a converter leaves the line of the original

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LISTS = frozenset({"ul", "ol", "menu"})
_DECLARED = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_START = 4096  # bytes: where a page names its encoding


def read(content: bytes) -> Document:
    """The document in an HTML page.

    Raises:
        Unreadable: the bytes are no text, hold none, or too much.
    """
    declared = _DECLARED.search(content[:_START])
    text, replaced = encodings.decoded(content, declared[1].decode() if declared else "")
    parts = Parts()
    if replaced:
        parts.unread("the file", f"{replaced:,} of its characters could not be decoded")
    into(parts, text)
    return parts.document("HTML")


def into(parts: Parts, text: str, *, lined: bool = False) -> None:
    """Add what the page ``text`` says to ``parts``; ``lined``: take places from ``LINE``."""
    parser = lxml_html.HTMLParser(encoding="utf-8", no_network=True, remove_pis=True)
    try:
        root = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        return
    check_nesting(root)
    _Flow(parts, lined=lined).through(main_part(root))


class _Flow:
    """Walks through a page in order and turns blocks into passages."""

    def __init__(self, parts: Parts, *, lined: bool) -> None:
        self._parts = parts
        self._lined = lined
        self._line = ""
        self._text = Inline()
        self._kind = Kind.PARAGRAPH
        self._list = 0
        self._level = 0

    def through(self, element: etree._Element) -> None:
        """Read ``element``, a block, and all within it."""
        self._contents(element)
        self._flush()

    def _contents(self, element: etree._Element) -> None:
        self._text.add(element.text)
        for child in element:
            self._element(child)
            self._text.add(child.tail)

    def _element(self, element: etree._Element) -> None:
        tag = element.tag
        if not isinstance(tag, str) or is_skipped(element):
            return
        if tag in BLOCKS:
            self._flush()
        self._line = element.get(LINE, "") or self._line
        if tag in BLOCKS:
            self._block(element, tag)
            self._flush()
        elif not self._text.special(element, tag):
            self._contents(element)

    def _block(self, element: etree._Element, tag: str) -> None:
        if tag in _HEADINGS:
            self._as(Kind.HEADING, element)
        elif tag in _LISTS:
            self._nested_list(element)
        elif tag == "li":
            self._as(Kind.ITEM if self._list else Kind.PARAGRAPH, element)
        elif tag == "table":
            self._table(element)
        elif tag == "pre" and _is_code(element):
            within = element.find(f".//*[@{LINE}]")
            self._line = self._line if within is None else within.get(LINE, "")
            self._parts.code(self._place())
        else:
            if tag == "figure":
                self._figure(element)
            self._contents(element)
        self._flush()

    def _as(self, kind: Kind, element: etree._Element) -> None:
        self._kind = kind
        self._contents(element)
        self._flush()
        self._kind = Kind.PARAGRAPH

    def _nested_list(self, element: etree._Element) -> None:
        kept = self._list, self._level, self._kind
        self._list = self._list or self._parts.new_list()
        self._level += 1
        self._kind = Kind.PARAGRAPH
        self._contents(element)
        self._flush()
        self._list, self._level, self._kind = kept
        self._kind = Kind.PARAGRAPH  # what follows an inner list is no item of its own

    def _table(self, element: etree._Element) -> None:
        if is_layout(element):
            for cell in _cells(element):
                self._contents(cell)
                self._flush()
            return
        rows, heads = rows_of(element)
        caption = element.find("caption")
        words = "" if caption is None else text_of(caption)
        self._parts.table(rows, self._place(), words, heads)

    def _figure(self, element: etree._Element) -> None:
        pictures = [one for one in element.iter("img", "svg", "canvas") if not _described(one)]
        if pictures and not text_of(element, but="figcaption"):
            caption = element.find(".//figcaption")
            words = "" if caption is None else text_of(caption)
            self._parts.unread(
                f"figure “{words[:80]}”" if words else self._place() or "a figure",
                "a picture without a text that says what it shows",
            )

    def _flush(self) -> None:
        for text in self._text.taken():
            kind = self._kind
            inside = (self._list, self._level) if kind is Kind.ITEM else (0, 0)
            if self._parts.passage(text, self._place(), kind, *inside) and kind is Kind.ITEM:
                self._kind = Kind.PARAGRAPH  # a second paragraph within it is no second item

    def _place(self) -> str:
        return f"line {self._line}" if self._lined and self._line else ""


def _cells(table: etree._Element) -> Iterator[etree._Element]:
    """The cells of a table made for layout; those of tables within it come with theirs."""
    for row in table.iterchildren("tr", "thead", "tbody", "tfoot", "caption"):
        if row.tag == "caption":
            yield row
        elif row.tag == "tr":
            yield from row.iterchildren("td", "th")
        else:
            yield from (cell for one in row.iterchildren("tr") for cell in one)


def _is_code(element: etree._Element) -> bool:
    """Whether a preformatted block names a language of its own, or reads as one."""
    around = element.getparent()
    marked = [element, *element.iterchildren("code"), *([] if around is None else [around])]
    named = any(is_named_code(one.get("class", "")) for one in marked)
    return named or is_code("".join(element.itertext()))


def _described(picture: etree._Element) -> bool:
    if picture.tag == "img":
        return bool(picture.get("alt", "").strip() or picture.get("aria-label", "").strip())
    return bool(picture.get("aria-label", "").strip() or picture.find("{*}title") is not None)
