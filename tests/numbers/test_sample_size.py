"""How many to draw, and which lists a printed margin fits."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peelian.numbers.sample_size import for_share, populations_that_fit
from peelian.numbers.shares import wald

quick = settings(deadline=None, database=None, max_examples=150)


@pytest.mark.parametrize(
    ("half_width", "expected", "population", "size"),
    [
        (0.05, 0.8, 8000, 239),
        (0.05, 0.5, 8000, 367),
        (0.05, 0.5, None, 385),
        # Crime data integrity, three points: 384, 544, 203 and 1,067 before rounding up.
        (0.03, 0.9, None, 385),
        (0.03, 0.85, None, 545),
        (0.03, 0.95, None, 203),
        (0.03, 0.5, None, 1068),
        (0.05, 0.5, 10, 10),
        (0.05, 0.5, 1, 1),
    ],
)
def test_so_many_are_drawn(half_width, expected, population, size):
    assert for_share(half_width, expected, population) == size


@quick
@given(st.floats(0.01, 0.4), st.floats(0.05, 0.95), st.integers(1, 50_000))
def test_with_so_many_the_margin_is_kept_and_with_one_fewer_it_is_not(half, expected, population):
    size = for_share(half, expected, population)

    def margin(n):
        left = (population - n) / (population - 1) if population > 1 else 0
        return 1.959964 * (expected * (1 - expected) / n * left) ** 0.5

    assert margin(size) <= half + 1e-6
    assert size == 1 or margin(size - 1) > half - 1e-6


@pytest.mark.parametrize("half_width", [0, 1, -0.05, 5])
def test_a_margin_is_a_fraction(half_width):
    with pytest.raises(ValueError, match="half_width"):
        for_share(half_width, 0.5)


def test_the_inspectorates_235_fit_these_lists():
    assert populations_that_fit(188, 235, 5.0) == (3706, 9386)


@pytest.mark.parametrize(
    ("k", "n", "lists"),
    [(181, 240, (3359, 6738)), (184, 244, (4349, 12411)), (190, 252, (9929, None))],
)
def test_the_margin_of_the_report_before_fits_these(k, n, lists):
    assert populations_that_fit(k, n, 5.3) == lists


def test_a_margin_that_no_list_gives():
    assert populations_that_fit(188, 235, 5.2) is None


@quick
@given(st.integers(1, 40), st.integers(2, 41), st.integers(0, 300))
def test_every_list_that_fits_and_no_other(k, n, more):
    if k >= n:
        return
    population = n + more
    found = wald(k, n, population)
    half = 1.959964 * (k / n * (1 - k / n) / n * (population - n) / (population - 1)) ** 0.5
    printed = int(half * 1000 + 0.5) / 10
    if printed == 0 or abs(half * 1000 % 1 - 0.5) < 1e-3:
        return

    low, high = populations_that_fit(k, n, printed)

    assert low <= population <= (high or population)
    assert found.method.endswith("95%")
