"""What is drawn on the pages of a PDF and is no text: pictures, and the bullets of lists."""

import ctypes

import pypdfium2
import pypdfium2.raw as pdfium

_OBJECTS = 5_000  # drawn objects looked at on a page: maps and charts can have very many
_LARGE = 0.15  # of the page: a picture that may show something, other than a mark or a logo
_DOT = (1.0, 8.0)  # points: the size of a bullet that is drawn, not written

Edges = tuple[float, float, float, float]  # left, bottom, right, top


def drawn_on(
    page: pypdfium2.PdfPage, area: float, turn: int
) -> tuple[list[tuple[float, float]], int, int]:
    """The dots, how many large pictures there are, and how much is drawn at all."""
    dots: list[tuple[float, float]] = []
    pictures = seen = 0
    sides = [ctypes.c_float() for _ in range(4)]
    for at in range(min(pdfium.FPDFPage_CountObjects(page), _OBJECTS)):
        drawn = pdfium.FPDFPage_GetObject(page, at)
        kind = pdfium.FPDFPageObj_GetType(drawn)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            continue
        seen += 1
        if not pdfium.FPDFPageObj_GetBounds(drawn, *sides):
            continue
        left, bottom, right, top = turned(turn, _box(*sides))
        wide, tall = right - left, top - bottom
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            pictures += wide * tall > _LARGE * area
        elif kind == pdfium.FPDF_PAGEOBJ_PATH and _is_dot(wide, tall):
            dots.append((left + wide / 2, bottom + tall / 2))
    return dots, pictures, seen


def _is_dot(wide: float, tall: float) -> bool:
    least, most = _DOT
    return least <= wide <= most and least <= tall <= most and abs(wide - tall) < 0.5


def _box(
    left: ctypes.c_float, bottom: ctypes.c_float, right: ctypes.c_float, top: ctypes.c_float
) -> Edges:
    return left.value, bottom.value, right.value, top.value


def turned(quarters: int, box: Edges) -> Edges:
    """A box (left, bottom, right, top) on a page that is turned back by so many quarters."""
    left, bottom, right, top = box
    if quarters == 1:
        return bottom, -right, top, -left
    if quarters == 2:
        return -right, -top, -left, -bottom
    if quarters == 3:
        return -top, left, -bottom, right
    return box
