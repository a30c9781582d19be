"""Where words go on a chart so that none lies on another, whatever the width of the page.

Places are reckoned for the narrowest picture: letters keep their size while gaps grow with the
width, so what does not collide on a phone does not collide on a desk.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from typing import Literal

from peelian.web.components.look import LINE

# Width of a letter at the charts' size, on the safe side.
LETTER = 7.4
GAP = 9  # pixels between a point and its words
FURTHEST = 14  # rows of words up or down from the point


@dataclass(frozen=True)
class Placed:
    """Words beside a point: the side on which they stand and how far they were moved, in pixels."""

    words: str
    align: Literal["left", "right"]
    moved: float


@dataclass(frozen=True)
class Spot:
    """A point that wants words, in pixels from the top left of the narrowest plot."""

    words: str
    x: float
    y: float


def beside(
    spots: Sequence[Spot], *, dots: Sequence[tuple[float, float]], width: float, height: float
) -> tuple[Placed, ...]:
    """A place for the words of each spot, the first served first.

    ``dots`` are all points drawn: words keep off them too where there is room.
    """
    taken: list[tuple[float, float, float, float]] = []
    placed = []
    for spot in spots:
        long = len(spot.words) * LETTER
        best: tuple[float, Placed, tuple[float, float, float, float]] | None = None
        for align in ("left", "right"):
            for step in range(-FURTHEST, FURTHEST + 1):
                moved = step * LINE / 2
                start = spot.x + GAP if align == "left" else spot.x - GAP - long
                box = (start, spot.y + moved - LINE / 2, start + long, spot.y + moved + LINE / 2)
                cost = _cost(box, moved, taken, dots, width=width, height=height)
                if best is None or cost < best[0]:
                    best = cost, Placed(spot.words, align, moved), box
        assert best is not None  # both sides are always tried
        placed.append(best[1])
        taken.append(best[2])
    return tuple(placed)


def _cost(
    box: tuple[float, float, float, float],
    moved: float,
    taken: Sequence[tuple[float, float, float, float]],
    dots: Sequence[tuple[float, float]],
    *,
    width: float,
    height: float,
) -> float:
    left, top, right, bottom = box
    outside = max(0.0, -left) + max(0.0, right - width) + max(0.0, -top) + max(0.0, bottom - height)
    on_words = sum(
        1 for a, b, c, d in taken if left < c and a < right and top < d - 1 and b < bottom - 1
    )
    on_dots = sum(1 for x, y in dots if left - 4 < x < right + 4 and top - 2 < y < bottom + 2)
    return outside * 20 + on_words * 1000 + on_dots * 45 + abs(moved)


def spread(heights: Sequence[float], *, gap: float = LINE) -> tuple[float, ...]:
    """Heights pushed apart to at least ``gap``, in their order and round their own middle."""
    order = sorted(range(len(heights)), key=lambda place: heights[place])
    groups: list[tuple[list[int], float]] = []  # members and the middle of each pushed group
    for place in order:
        members, middle = [place], heights[place]
        while groups and middle - (len(members) - 1) * gap / 2 < (
            groups[-1][1] + (len(groups[-1][0]) - 1) * gap / 2 + gap
        ):
            earlier, _ = groups.pop()
            members = earlier + members
            middle = sum(heights[each] for each in members) / len(members)
        groups.append((members, middle))
    moved = list(heights)
    for members, middle in groups:
        for step, place in zip(count(), members, strict=False):
            moved[place] = middle + (step - (len(members) - 1) / 2) * gap
    return tuple(moved)
