"""Puts the letters of a page together into lines, told by where they stand.

The order is that of the file, in which programs that write columns draw one after the other.
"""

import math
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from peelian.engines.publishing.checker.reading.characters import raised
from peelian.engines.publishing.checker.reading.pdf_glyphs import Glyph, Page

_SMALL = 0.86  # of the height of its line: what is smaller and higher is raised
_HIGHER = 0.1  # of the height of its line
_SAME_LINE = 0.5  # of the height of a letter: how far baselines in one line may differ
_GAP = 1.0  # of the height: a wider gap stands between cells, not between words
_STRETCHED = 2.2  # times the usual gap of a line that is stretched to fill the width
_JUSTIFIED = 4  # lines of text that end at one place: they are stretched to end there
_ALIKE = 0.6  # of the widest gap: gaps that are all about as wide, since the line is stretched
_SPACE = 0.18  # of the height: a gap that is a space, where the file writes none
GAP = "\t"  # between the cells of a line


@dataclass(frozen=True)
class Line:
    """One line of a page; gaps between its cells are tabs. Lengths are in points."""

    text: str
    page: int
    left: float
    right: float
    baseline: float
    height: float
    bold: bool
    dotted: bool = False

    @property
    def cells(self) -> list[str]:
        """What stands between wide gaps."""
        return [cell.strip() for cell in self.text.split(GAP)]


def lines_of(page: Page) -> list[Line]:
    """The lines of a page in the order in which the file draws them."""
    groups: list[list[Glyph]] = [[]]
    for glyph in page.glyphs:
        if groups[-1] and not _follows(groups[-1], glyph):
            groups.append([])
        if groups[-1] or not glyph.text.isspace():
            groups[-1].append(glyph)
    inked = [[glyph for glyph in group if not glyph.text.isspace()] for group in groups]
    edges = Counter(round(group[-1].right) for group in inked if group and _is_text(group[-1]))
    lines = []
    for group, seen in zip(groups, inked, strict=True):
        if seen:
            at = round(seen[-1].right)
            even = sum(edges[at + off] for off in (-1, 0, 1)) >= _JUSTIFIED
            lines += _line(group, seen, page, even=even)
    return lines


def _is_text(glyph: Glyph) -> bool:
    return glyph.text.isalpha() or glyph.text in ",.;:-"


def _follows(gathered: list[Glyph], glyph: Glyph) -> bool:
    before = gathered[-1]
    height = max(before.height, glyph.height)
    if abs(before.baseline - glyph.baseline) > _SAME_LINE * height:
        return False
    return glyph.left > before.right - height


def _line(glyphs: list[Glyph], inked: list[Glyph], page: Page, *, even: bool) -> list[Line]:
    """The line of ``glyphs``; ``even``: it ends where others do, and may be stretched to that."""
    usual = Counter(round(glyph.height, 1) for glyph in inked).most_common(1)[0][0]
    baseline = median(g.baseline for g in inked if round(g.height, 1) == usual)
    height = max(usual, 1.0)
    text = _text(glyphs, height, baseline, _wide(inked, height, even=even))
    if not text.strip():
        return []
    left = inked[0].left
    dotted = any(
        0 < left - across < 3 * height and -0.2 * height < up - baseline < 0.8 * height
        for across, up in page.dots
    )
    bold = sum(glyph.bold for glyph in inked) * 2 > len(inked)
    right = max(glyph.right for glyph in inked)
    return [Line(text, page.number, left, right, baseline, height, bold, dotted)]


def _text(glyphs: list[Glyph], height: float, baseline: float, wide: float) -> str:
    pieces: list[str] = []
    note = ""
    before: Glyph | None = None
    for glyph in glyphs:
        is_raised = glyph.height < _SMALL * height and glyph.baseline > baseline + _HIGHER * height
        if note and not is_raised:
            pieces.append(raised(note) + (" " if note.endswith(" ") else ""))
            note = ""
        if not glyph.text.isspace():
            gap = glyph.left - before.right if before else 0.0
            if gap > wide:
                pieces.append(GAP)
            elif gap > _SPACE * height and pieces and not pieces[-1].isspace():
                pieces.append(" ")
            before = glyph
        if is_raised:
            note += glyph.text
        else:
            pieces.append(glyph.text)
    return ("".join(pieces) + raised(note)).strip()


def _wide(inked: list[Glyph], height: float, *, even: bool) -> float:
    """From which gap on the words of a line stand in cells of their own."""
    gaps = [after.left - before.right for before, after in pairwise(inked)]
    spaces = [gap for gap in gaps if gap > _SPACE * height]
    if even and spaces and min(spaces) > _ALIKE * max(spaces):
        return math.inf
    usual = median(spaces) if len(spaces) > 3 else 0.0
    return max(_GAP * height, _STRETCHED * usual)
