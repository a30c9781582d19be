"""Puts the running text of HTML together: inline markup, line breaks, raised digits."""

from collections.abc import Iterator

from lxml import etree

from peelian.engines.publishing.checker.reading.breaks import passages_of
from peelian.engines.publishing.checker.reading.characters import raised
from peelian.engines.publishing.checker.reading.html_skipped import is_skipped

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6", "hgroup")
_LISTS = ("dd", "dl", "dt", "li", "menu", "ol", "ul")
_TABLES = ("caption", "table", "tbody", "td", "tfoot", "th", "thead", "tr")
_REGIONS = ("article", "body", "details", "div", "figure", "footer", "header", "html", "main")
_TEXTS = ("address", "blockquote", "center", "figcaption", "hr", "p", "pre", "summary")
_GROUPS = ("fieldset", "form", "search", "section")
BLOCKS = frozenset((*_HEADINGS, *_LISTS, *_TABLES, *_REGIONS, *_TEXTS, *_GROUPS))
_NOTES = frozenset({"doc-noteref", "doc-backlink"})
_SPACE = str.maketrans("\n\r\t\f", "    ")


class Inline:
    """The text of a block while it is gathered; a line break ends it where a sentence ends."""

    def __init__(self) -> None:
        self._pieces: list[str] = []

    def add(self, text: str | None) -> None:
        """Add running text."""
        if text:
            self._pieces.append(text.translate(_SPACE))

    def special(self, element: etree._Element, tag: str) -> bool:
        """Add what reads otherwise than its text, and say whether ``element`` did."""
        if tag in ("br", "wbr"):
            self._pieces.append("\n" if tag == "br" else "")
        elif tag == "sup":
            linked = any(link.get("href", "").startswith("#") for link in element.iter("a"))
            self._pieces.append(raised("*" if linked else "".join(element.itertext())))
        elif tag in ("img", "del", "s", "strike"):
            pass
        else:
            return element.get("role", "").lower() in _NOTES
        return True

    def taken(self) -> Iterator[str]:
        """The passages gathered, which are then gone."""
        text = "".join(self._pieces)
        self._pieces.clear()
        return passages_of(text)


def text_of(element: etree._Element, *, but: str = "") -> str:
    """All the text within ``element`` in one line; ``but`` names a tag to leave out."""
    inline = Inline()
    _gather(element, inline, but)
    return " ".join(" ".join(inline.taken()).split(" ")).strip()


def _gather(element: etree._Element, inline: Inline, but: str) -> None:
    inline.add(element.text)
    for child in element:
        tag = child.tag
        if isinstance(tag, str) and tag != but and not is_skipped(child):
            apart = " " if tag in BLOCKS else ""
            inline.add(apart)
            if not inline.special(child, tag):
                _gather(child, inline, but)
            inline.add(apart)
        inline.add(child.tail)
