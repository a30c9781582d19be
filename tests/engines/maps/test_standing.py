"""Higher and lower are said only where the likely range allows it."""

import pytest

from engines.maps.map_samples import cell
from peelian.engines.maps.standing import Standing, by_chance, standing
from peelian.engines.measures.status import Status

FORCE = cell(50.0, 49.0, 51.0)


@pytest.mark.parametrize(
    ("value", "lower", "upper", "verdict"),
    [
        (60.0, 50.1, 70.0, Standing.HIGHER),
        (60.0, 50.0, 70.0, Standing.UNCLEAR),
        (60.0, 40.0, 80.0, Standing.UNCLEAR),
        (40.0, 30.0, 50.0, Standing.UNCLEAR),
        (40.0, 30.0, 49.9, Standing.LOWER),
        (0.0, 0.0, 3.0, Standing.LOWER),
    ],
)
def test_the_whole_range_must_lie_on_one_side(value, lower, upper, verdict):
    assert standing(cell(value, lower, upper), FORCE) is verdict


def test_a_count_has_no_range_and_so_no_verdict():
    assert standing(cell(1000.0), FORCE) is None


@pytest.mark.parametrize("status", [Status.NO_DATA, Status.SUPPRESSED, Status.NOT_COMPUTABLE])
def test_a_figure_that_is_not_there_is_neither_higher_nor_lower(status):
    missing = cell(status=status)

    assert standing(missing, FORCE) is None
    assert standing(FORCE, missing) is None


def test_one_in_twenty_stands_apart_by_chance():
    assert by_chance(687) == 34
    assert by_chance(0) == 0
