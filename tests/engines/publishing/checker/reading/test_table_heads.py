"""Cells that are figures, and rows that are headings."""

import pytest

from peelian.engines.publishing.checker.reading.grids import heads_of, is_number

PLAIN = ["5", "1,200", "1 200", "-3.5", "−3", "+66%", "£247m", "72.5 percent", "<0.001", "(12)"]
WITH_MORE = ["542 (72.5%)", "542 of 748", "12/40", "117 (83.0) [405]", "0.73 (0.61 to 0.87)"]


@pytest.mark.parametrize("cell", [*PLAIN, *WITH_MORE, "5.0 ± 0.3", "5.0 +/- 0.3"])
def test_figures(cell):
    assert is_number(cell)


@pytest.mark.parametrize(
    "cell",
    ["", "North", "18–24", "18 to 24", "1,200 1,300", "5 calls were answered late", "Under 18"],
)
def test_no_figures(cell):
    assert not is_number(cell)


def test_rows_before_the_first_figure_are_headings():
    assert heads_of([("Area", "Calls"), ("", "2023/24"), ("North", "7")]) == 2
    assert heads_of([("North", "7"), ("South", "8")]) == 0
    assert heads_of([("Area", "Grade"), ("North", "Good")]) == 1
