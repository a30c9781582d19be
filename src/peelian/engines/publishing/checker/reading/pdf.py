"""Reads PDF files page by page; see ``pdf_passages`` for what can be told and what cannot.

A page that holds no text (a scan) is reported, and so are large pictures. The place of a passage is
the page on which it begins, as counted from the first page of the file.
"""

from collections.abc import Iterator

from peelian.engines.publishing.checker.documents import Document
from peelian.engines.publishing.checker.reading import pdf_passages
from peelian.engines.publishing.checker.reading.parts import Parts
from peelian.engines.publishing.checker.reading.pdf_contents import without_contents
from peelian.engines.publishing.checker.reading.pdf_furniture import without_furniture
from peelian.engines.publishing.checker.reading.pdf_glyphs import Page, pages_of
from peelian.engines.publishing.checker.reading.pdf_lines import lines_of
from peelian.engines.publishing.checker.reading.pdf_marks import with_marks

_UNKNOWN = 0.05  # of the letters of a page: with more that have no meaning it cannot be trusted


def read(content: bytes) -> Document:
    """The document in a PDF.

    Raises:
        Unreadable: it is damaged, locked, holds no text, or too much.
    """
    parts = Parts()
    pages = []
    for page in pages_of(content):
        for why in _unread(page):
            parts.unread(f"page {page.number}", why)
        pages.append((page, with_marks(lines_of(page))))
    kept = without_contents(without_furniture(pages))
    pdf_passages.into(parts, [line for lines in kept for line in lines])
    return parts.document("PDF", pages=len(pages))


def _unread(page: Page) -> Iterator[str]:
    if not page.whole:
        yield "it is damaged"
    if not page.glyphs:
        if page.drawn:
            yield "it holds a picture and no text"
        return
    if page.pictures:
        yield "a large picture: what it shows is not read"
    if page.unknown > _UNKNOWN * len(page.glyphs):
        yield f"the file does not tell the meaning of {page.unknown:,} of its letters"
