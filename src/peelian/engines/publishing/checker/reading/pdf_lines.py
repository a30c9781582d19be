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
_RAISED = 0.8  # the same for a mark of a note and the letter beside it
_TOUCHES = 0.3  # of the height: how near it stands
_NOTE = 8  # letters of such a mark at most
_GAP = 1.0  # of the height: a wider gap stands between cells, not between words
_STRETCHED = 2.2  # times the usual gap of a line that is stretched to fill the width
_JUSTIFIED = 4  # lines of text that end at one place: they are stretched to end there
_SOME = 2  # the same, where besides all gaps of the line are the same
_SAME = 0.95  # of the widest gap
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
            ends = sum(edges[at + off] for off in (-1, 0, 1))
            lines += _line(group, seen, page, ends)
    return lines


def _is_text(glyph: Glyph) -> bool:
    return glyph.text.isalpha() or glyph.text in ",.;:-"


def _follows(gathered: list[Glyph], glyph: Glyph) -> bool:
    before = gathered[-1]
    low, height = sorted((before.height, glyph.height))
    small = low < _SMALL * height
    touches = small and abs(glyph.left - before.right) < _TOUCHES * height
    off = abs(before.baseline - glyph.baseline)
    if small and before.height == low:  # the line goes on after a mark of a note
        above = (one for one in gathered[: -_NOTE - 1 : -1] if one.height >= _SMALL * glyph.height)
        off = min(off, abs(next(above, before).baseline - glyph.baseline))
    if off > (_RAISED if touches else _SAME_LINE) * height:
        return False
    ligature = off == 0 and glyph.left == before.left and glyph.right == before.right
    return ligature or glyph.left > before.right - height


def _line(glyphs: list[Glyph], inked: list[Glyph], page: Page, ends: int) -> list[Line]:
    """The line of ``glyphs``. ``ends`` lines end where it does; it may be stretched to that."""
    usual = Counter(round(glyph.height, 1) for glyph in inked).most_common(1)[0][0]
    baseline = median(g.baseline for g in inked if round(g.height, 1) == usual)
    height = max(usual, 1.0)
    text = _text(glyphs, height, baseline, _wide(inked, height, ends))
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


def _wide(inked: list[Glyph], height: float, ends: int) -> float:
    """From which gap on the words of a line stand in cells of their own."""
    gaps = [after.left - before.right for before, after in pairwise(inked)]
    spaces = [gap for gap in gaps if gap > _SPACE * height]
    some = len(spaces) > 1 and ends >= _SOME and _is_text(inked[-1])
    if spaces and (ends >= _JUSTIFIED or some):
        alike = _ALIKE if ends >= _JUSTIFIED else _SAME
        if min(spaces) > alike * max(spaces):
            return math.inf
    usual = median(spaces) if len(spaces) > 3 else 0.0
    return max(_GAP * height, _STRETCHED * usual)
