"""Words on charts keep off each other."""

from itertools import combinations

import pytest

from peelian.web.components.look import LINE
from peelian.web.components.placing import GAP, LETTER, Spot, beside, spread


@pytest.mark.parametrize(
    ("heights", "apart"),
    [
        ([0.0, 100.0], (0.0, 100.0)),
        ([50.0, 50.0], (41.5, 58.5)),
        ([50.0, 52.0, 54.0], (35.0, 52.0, 69.0)),
        ([90.0, 50.0, 52.0], (90.0, 42.5, 59.5)),
        # Two pairs that run into one another when each is pushed apart.
        ([10.0, 10.0, 30.0, 30.0], (-5.5, 11.5, 28.5, 45.5)),
    ],
)
def test_heights_are_pushed_apart_round_their_middle(heights, apart):
    assert spread(heights) == pytest.approx(apart)


def test_words_do_not_lie_on_one_another():
    spots = [Spot(f"Force {n}", 100.0 + n, 200.0 + n) for n in range(8)]

    placed = beside(spots, dots=(), width=250, height=400)

    boxes = []
    for spot, each in zip(spots, placed, strict=True):
        long = len(each.words) * LETTER
        left = spot.x + GAP if each.align == "left" else spot.x - GAP - long
        boxes.append((left, left + long, spot.y + each.moved))
    for (left, right, at), (left2, right2, at2) in combinations(boxes, 2):
        assert right <= left2 or right2 <= left or abs(at - at2) >= LINE - 1


def test_words_near_the_right_edge_stand_to_the_left_of_their_point():
    (placed,) = beside([Spot("Metropolitan", 240.0, 100.0)], dots=(), width=250, height=400)

    assert (placed.align, placed.moved) == ("right", 0)


def test_words_move_off_other_points():
    spot = Spot("Surrey", 10.0, 100.0)

    (placed,) = beside([spot], dots=[(10.0, 100.0), (40.0, 100.0)], width=250, height=400)

    assert abs(placed.moved) >= LINE / 2
