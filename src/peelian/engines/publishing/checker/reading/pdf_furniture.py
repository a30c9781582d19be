"""Takes off what a PDF repeats on its pages and is no part of the text: running heads, numbers."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from peelian.engines.publishing.checker.reading.pdf_glyphs import Page
from peelian.engines.publishing.checker.reading.pdf_lines import Line

_MARGIN = 0.13  # of the height of the page, above and below
_APART = 0.6  # of the height of letters: a gap between running heads and the text
_MOST = 3  # lines of a running head in one group, those beside each other counted
_LONGEST = 90  # characters of a running head
_REPEATED = 3  # pages, or all of fewer
_NUMBER = re.compile(
    r"\W*(?:page\s*)?(?:\d{1,4}|[ivxl]{1,7})(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE
)
_COUNTED = re.compile(r"\d{1,4}\s*(?:of|/)\s*\d{1,4}|^\d{1,4}\b|\b\d{1,4}$")


def without_furniture(pages: Sequence[tuple[Page, Sequence[Line]]]) -> list[list[Line]]:
    """The lines of each page without running heads and feet and page numbers."""
    edges = [_edges(page, lines) for page, lines in pages]
    heads = Counter(key for lines in edges for key in {_key(line) for line in lines})
    enough = min(_REPEATED, max(2, len(pages)))
    repeated = {key for key, times in heads.items() if times >= enough}
    return [
        [line for line in lines if not _is_furniture(line, at_edge, repeated)]
        for (_, lines), at_edge in zip(pages, edges, strict=True)
    ]


def _is_furniture(line: Line, at_edge: Sequence[Line], repeated: set[str]) -> bool:
    if line in at_edge:
        # A head may change with the chapter, but has the number of the page beside it.
        numbered = any(_NUMBER.fullmatch(cell) for cell in (line.cells[0], line.cells[-1]))
        if numbered or _key(line) in repeated:
            return True
    return False


def _edges(page: Page, lines: Sequence[Line]) -> list[Line]:
    """The lines in the margins that stand apart from the text, and the very last and first."""
    ordered = sorted(lines, key=lambda line: line.baseline)
    margin = _MARGIN * (page.top - page.bottom)
    low = [line for line in ordered if line.baseline < page.bottom + margin]
    high = [line for line in reversed(ordered) if line.baseline > page.top - margin]
    return _block(low, ordered) + _block(high, ordered[::-1])


def _block(margin: Sequence[Line], ordered: Sequence[Line]) -> list[Line]:
    """The lines from the edge inwards in groups that gaps keep apart, while they are short.

    Where there is none, the line nearest to the edge, if it is a number.
    """
    found: list[Line] = []
    group: list[Line] = []
    for line, inner in pairwise(ordered[: len(margin) + 1]):
        group.append(line)
        if _gap(line, inner) > _APART * min(line.height, inner.height):
            if len(group) > _MOST or any(map(_is_running_text, group)):
                break
            found += group
            group = []
    return found or [line for line in margin[:1] if _NUMBER.fullmatch(line.text)]


def _is_running_text(line: Line) -> bool:
    return line.text.endswith(".") or len(line.text) > _LONGEST


def _gap(one: Line, other: Line) -> float:
    """The space between two lines, in points; a fifth of a line is under its baseline."""
    lower, upper = sorted((one, other), key=lambda line: line.baseline)
    return upper.baseline - 0.2 * upper.height - (lower.baseline + 0.8 * lower.height)


def _key(line: Line) -> str:
    """The line without its page number, and about how high it stands."""
    return f"{round(line.baseline / 8)} {_COUNTED.sub('#', line.text)}"
