"""What is usual in a PDF: the height of letters, the distance of lines, how far lines reach."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from peelian.engines.publishing.checker.reading.pdf_lines import Line

LARGER = 1.1  # times the usual height of letters: a heading
_ANY = 0  # instead of a height: letters of all
_APART = 1.3  # times the usual distance of lines: another paragraph
_DISTANCE = 1.35  # times the height of letters, where no usual distance is known
_HEADINGS = 1.2  # times their height: the distance of lines of one heading
_COLUMN = 60  # points: lines that begin within this of each other are of one column
_NEIGHBOURS = 4  # lines above that tell how far a line beside a box could reach
_SOME = 0.2  # of the times of the commonest distance: how often the usual one must occur


class Measures:
    """The measures of one document, in points."""

    def __init__(self, lines: Sequence[Line]) -> None:
        heights: Counter[float] = Counter()
        self._edges: dict[tuple[int, int, int], float] = defaultdict(float)
        self._starts: dict[int, float] = {}
        for line in lines:
            start = int(line.left // _COLUMN)
            self._starts[start] = min(self._starts.get(start, line.left), line.left)
            heights[round(line.height, 1)] += len(line.text)
            for height in (round(line.height), _ANY):
                key = (line.page, height, int(line.left // _COLUMN))
                self._edges[key] = max(self._edges[key], line.right)
        self.height = heights.most_common(1)[0][0]
        self._distances = _distances(lines)
        self._leading = self._distances.get(round(self.height), 0.0) / self.height

    def indent(self, line: Line) -> float:
        """How far ``line`` begins from the left edge of its column, on any page."""
        column = int(line.left // _COLUMN)
        found = (self._starts.get(at, line.left) for at in range(column - 2, column + 1))
        return line.left - min(found)

    def is_near(self, above: Line, below: Line) -> bool:
        """Whether ``below`` stands as near under ``above`` as lines of one paragraph do."""
        usual = self._distances.get(round(below.height), _DISTANCE * below.height)
        if below.height > LARGER * self.height:  # headings follow each other more often than
            usual = min(usual, max(_HEADINGS, self._leading) * below.height)  # they are broken
        return 0 < above.baseline - below.baseline <= _APART * usual

    def is_full(self, line: Line, following: Line) -> bool:
        """Whether the first word of ``following`` would not have fitted at the end of ``line``."""
        # A title may be wider than the columns under it, so only lines of one size tell the edge;
        # but a heading that is broken is as wide as the text.
        height = _ANY if line.height > LARGER * self.height else round(line.height)
        column = int(line.left // _COLUMN)
        reach = (
            self._edges.get((line.page, height, at), 0.0) for at in range(column - 1, column + 2)
        )
        return line.right + _first_word(following) > max(reach) - line.height / 2

    def fills(self, lines: Sequence[Line], following: Line) -> bool:
        """Whether the last of ``lines`` is as full as the others, beside a box or a picture."""
        near = [line for line in lines[-_NEIGHBOURS:] if line.page == following.page]
        if len(near) < 2:
            return False
        last = near[-1]
        if abs(last.left - following.left) > last.height / 2:
            return False
        reach = max(line.right for line in (*near, following))
        return last.right + _first_word(following) > reach - last.height / 2


def _first_word(line: Line) -> float:
    """How wide the first word of ``line`` is, with a space."""
    word = len(line.text.split(" ", 1)[0]) + 1
    return word * (line.right - line.left) / max(len(line.text), 1)


def _distances(lines: Sequence[Line]) -> dict[int, float]:
    """The distance of lines within a paragraph, by the height of their letters."""
    found: dict[int, Counter[float]] = defaultdict(Counter)
    for above, below in pairwise(lines):
        down = above.baseline - below.baseline
        same = above.page == below.page and round(above.height) == round(below.height)
        if same and 0 < down < 2.5 * below.height:
            found[round(below.height)][round(down * 2) / 2] += 1
    usual = {}
    for height, counted in found.items():
        most = counted.most_common(1)[0][1]
        if most > 2:
            usual[height] = min(one for one, times in counted.items() if times >= _SOME * most)
    return usual
