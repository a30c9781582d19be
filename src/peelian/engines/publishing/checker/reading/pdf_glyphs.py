"""Takes the letters off the pages of a PDF, with where they stand, by the library PDFium.

PDFium was chosen over pypdf on measured pages: it keeps raised digits apart from the figure before
them (``748`` and its note ``1``, which pypdf reads as ``7481``) and was some 25 times as fast.
"""

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field

import pypdfium2
import pypdfium2.raw as pdfium

from peelian.engines.publishing.checker.reading import limits
from peelian.engines.publishing.checker.reading.errors import Unreadable
from peelian.engines.publishing.checker.reading.pdf_drawn import Edges, drawn_on, turned

_UPRIGHT = 0.1  # radians
_QUARTER = math.pi / 2
_BOLD = 600
_FLOATS = 0.2  # of the height: a figure whose ink begins so far above its baseline is raised
_FIGURE = 0.65  # of the height of a letter's box: how much of it a figure fills
_NAME = 96  # bytes of the name of a font that are looked at
FIXED = "\xa0\u2009\u202f"  # spaces at which no line breaks
_HYPHENS = "\x02\ufffe"  # what PDFium writes for a hyphen at the end of a line


@dataclass(frozen=True, slots=True)
class Glyph:
    """One letter: its box and baseline in points, from the bottom left of the page."""

    text: str
    left: float
    right: float
    baseline: float
    height: float
    bold: bool


@dataclass(frozen=True)
class Page:
    """What is on a page, in the order in which the file draws it, turned so that it can be read.

    ``bottom`` and ``top`` are its edges. ``dots`` are the middles of small drawn shapes, which may
    be bullets; ``pictures`` counts large pictures, ``drawn`` all that is no text; ``unknown`` the
    letters whose meaning the file does not tell. A page that is not ``whole`` is damaged.
    """

    number: int
    bottom: float = 0.0
    top: float = 0.0
    glyphs: list[Glyph] = field(default_factory=list)
    dots: list[tuple[float, float]] = field(default_factory=list)
    pictures: int = 0
    drawn: int = 0
    unknown: int = 0
    whole: bool = True


def pages_of(content: bytes) -> Iterator[Page]:
    """The pages of a PDF.

    Raises:
        Unreadable: it is damaged, locked, or has too many pages or letters.
    """
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as fault:
        raise Unreadable(_why(str(fault))) from fault
    with closing(document):
        limits.within(limits.PAGES, len(document), "pages", limits.SPLIT)
        letters = 0
        for index in range(len(document)):
            try:
                with _upright(document[index]) as page, closing(page.get_textpage()) as text:
                    letters += text.count_chars()
                    limits.characters(letters)
                    read = _page(index + 1, page, text)
            except pypdfium2.PdfiumError:
                read = Page(index + 1, whole=False)
            yield read


def _upright(page: pypdfium2.PdfPage) -> closing[pypdfium2.PdfPage]:
    """``page`` as it was written: PDFium puts the lines of a turned page in another order."""
    page.set_rotation(0)
    return closing(page)


def _why(fault: str) -> str:
    if "password" in fault.lower() or "security" in fault.lower():
        return "The PDF is locked with a password. Save it without one and check that."
    return "The PDF is damaged or incomplete. Download or save it again."


def _page(number: int, page: pypdfium2.PdfPage, opened: pypdfium2.PdfTextPage) -> Page:
    letters = range(opened.count_chars())
    text = opened.raw  # what is asked for every letter is asked of the library itself
    turns = [_quarter(pdfium.FPDFText_GetCharAngle(text, at)) for at in letters]
    turn = Counter(turns).most_common(1)[0][0] if turns else 0
    glyphs: list[Glyph] = []
    unknown = 0
    begins, bold = True, False
    for at in letters:
        code = pdfium.FPDFText_GetUnicode(text, at)
        if code in (0, 10, 13) or code > 0x10FFFF or 0xD800 <= code < 0xE000:
            begins = True
            continue
        letter = chr(code)
        if glyphs and letter.isspace():
            glyphs.append(_space(letter if letter in FIXED else " ", glyphs[-1]))
        elif turns[at] == turn:  # the others are names of upright axes, marks across the page
            unknown += pdfium.FPDFText_HasUnicodeMapError(text, at) == 1
            if begins or glyphs[-1].text.isspace():
                begins, bold = False, _is_bold(text, at)  # slow to ask, and the same for a word
            glyphs.append(_glyph(text, at, "-" if letter in _HYPHENS else letter, turn, bold))
    edges = turned(turn, page.get_bbox())
    area = (edges[2] - edges[0]) * (edges[3] - edges[1])
    dots, pictures, drawn = drawn_on(page, area, turn)
    return Page(number, edges[1], edges[3], glyphs, dots, pictures, drawn, unknown)


def _quarter(angle: float) -> int:
    """By how many quarters of a circle a letter is turned to the left; -1 if it stands askew."""
    quarters = round(angle / _QUARTER)
    return -quarters % 4 if abs(angle - quarters * _QUARTER) < _UPRIGHT else -1


def _is_bold(text: pdfium.FPDF_TEXTPAGE, at: int) -> bool:
    if pdfium.FPDFText_GetFontWeight(text, at) >= _BOLD:
        return True
    name, flags = ctypes.create_string_buffer(_NAME), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text, at, name, _NAME, flags)
    return b"bold" in name.value.lower() or b"black" in name.value.lower()


def _glyph(text: pdfium.FPDF_TEXTPAGE, at: int, letter: str, turn: int, bold: bool) -> Glyph:
    x, y, loose = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    pdfium.FPDFText_GetCharOrigin(text, at, x, y)
    pdfium.FPDFText_GetLooseCharBox(text, at, loose)
    left, bottom, right, top = turned(turn, (loose.left, loose.bottom, loose.right, loose.top))
    baseline = turned(turn, (x.value, y.value, x.value, y.value))[1]
    if letter.isdecimal():
        ink = _ink(text, at, turn)
        if ink[1] > baseline + _FLOATS * (top - bottom):  # drawn as a small raised figure
            return Glyph(letter, left, right, ink[1], (ink[3] - ink[1]) / _FIGURE, bold)
    return Glyph(letter, left, right, baseline, top - bottom, bold)


def _ink(text: pdfium.FPDF_TEXTPAGE, at: int, turn: int) -> Edges:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(text, at, left, right, bottom, top)
    return turned(turn, (left.value, bottom.value, right.value, top.value))


def _space(letter: str, before: Glyph) -> Glyph:
    return Glyph(letter, before.right, before.right, before.baseline, before.height, False)
