"""Cells of tables: numbers as they are written, and the many ways of not showing one."""

from fractions import Fraction

import pytest

from peelian.engines.publishing.checker.claims.tables.cells import Gap, cell, percentage, span
from peelian.numbers.rounding import Range


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("1,234", 1234),
        ("1 234 567", 1234567),
        ("1\u202f234", 1234),
        ("12.5", Fraction(25, 2)),
        ("-12", -12),
        ("−12", -12),
        ("+1,121", 1121),
        ("(400)", -400),
        ("£1,200", 1200),
        ("-£3.50", Fraction(-7, 2)),
        ("£1.2m", 1200000),
        ("3 million", 3000000),
        ("72.5%", Fraction(145, 2)),
        ("(72.5%)", Fraction(-145, 2)),
        ("1,234 [note 2]", 1234),
        ("1,234*", 1234),
        ("1,234 (r)", 1234),
        ("1,234r", 1234),
    ],
)
def test_numbers_as_they_are_written(printed, value):
    assert cell(1, 2, printed).value == value


@pytest.mark.parametrize(
    ("printed", "gap"),
    [
        ("", Gap.EMPTY),
        ("  ", Gap.EMPTY),
        ("-", Gap.NIL),
        ("–", Gap.NIL),
        ("*", Gap.HIDDEN),
        ("c", Gap.HIDDEN),
        ("[c]", Gap.HIDDEN),
        ("~", Gap.HIDDEN),
        ("<5", Gap.HIDDEN),
        ("fewer than 5", Gap.HIDDEN),
        ("..", Gap.MISSING),
        ("n/a", Gap.MISSING),
        ("[x]", Gap.MISSING),
        ("North", Gap.TEXT),
        ("12 to 14", Gap.TEXT),
        ("~45,000", Gap.TEXT),
        ("1,23", Gap.TEXT),
        ("2018/19", Gap.TEXT),
        ("1" * 60, Gap.TEXT),
    ],
)
def test_cells_without_a_number_say_why(printed, gap):
    found = cell(0, 0, printed)
    assert (found.value, found.gap) == (None, gap)


def test_what_a_hidden_number_may_be():
    assert cell(0, 0, "<5").hidden == Range(Fraction(0), Fraction(4))
    assert cell(0, 0, "≤5").hidden == Range(Fraction(0), Fraction(5))
    assert cell(0, 0, "*").hidden == Range(Fraction(0), float("inf"))


@pytest.mark.parametrize(
    ("printed", "value", "share", "decimals"),
    [
        ("542 (72.5%)", 542, Fraction(145, 2), 1),
        ("542 (72)", 542, 72, 0),
        ("1,542 [72%]", 1542, 72, 0),
        ("72% (542)", 542, 72, 0),
        ("72.5% (n = 542)", 542, Fraction(145, 2), 1),
        ("117 (83.0) [405]", 117, 83, 1),
    ],
)
def test_a_count_with_its_percentage(printed, value, share, decimals):
    found = cell(0, 0, printed)
    assert (found.value, found.share, found.share_decimals) == (value, share, decimals)


@pytest.mark.parametrize(
    ("printed", "step", "low", "high"),
    [
        ("748", 0, 748, 748),
        ("750", 5, Fraction(1495, 2), Fraction(1505, 2)),
        ("12.5", 1, Fraction(249, 20), Fraction(251, 20)),
        ("£1.2m", 0, 1150000, 1250000),
    ],
)
def test_what_a_number_may_stand_for(printed, step, low, high):
    assert span(cell(0, 0, printed), Fraction(step)) == Range(Fraction(low), Fraction(high))


def test_percentages_are_always_rounded_as_printed():
    assert percentage(cell(0, 0, "72%")) == Range(Fraction(143, 2), Fraction(145, 2))
    with pytest.raises(ValueError, match="holds no number"):
        percentage(cell(0, 0, "*"))


def test_a_mark_of_a_note_is_kept_in_mind():
    assert cell(0, 0, "3^").noted
    assert cell(0, 0, "3 [note 1]").noted
    assert not cell(0, 0, "3").noted
