"""Columns of rates and averages in tables, against the columns they are made of."""

import pytest

from engines.publishing.checker.claims.test_tables import findings

RATES = """Region | Population (thousands) | Offences | Rate per 1,000
North | 1,240 | 98,580 | 79.5
Middle | 1,860 | 141,360 | 76.0
East | 910 | 58,695 | 64.5
South | 2,090 | 150,480 | {}"""

COSTS = """Station | Staff | Spending (£m) | Average cost (£)
A | 240 | 9.84 | 41,000
B | 180 | 7.56 | 42,000
C | 310 | 12.71 | 41,000
D | 200 | 8.60 | {}"""


def _said(text):
    return [(one.verdict.value, one.printed) for one in findings(text) if "follow" in one.computed
            or "reckoned" in one.computed]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "right", "wrong"), [(RATES, "72.0", "78.0"), (COSTS, "43,000", "48,000")]
)
def test_one_row_that_is_not_made_like_the_others(text, right, wrong):
    assert [verdict for verdict, _ in _said(text.format(right))] == ["agrees"]
    assert ("does not follow", wrong) in _said(text.format(wrong))


def test_the_reckoning_is_told():
    (wrong,) = [one for one in findings(RATES.format("78.0")) if one.printed == "78.0"]
    assert wrong.computed == "150,480 and 2,090 give 72, as the other rows are reckoned"
    assert wrong.because == "in the other rows it is made of these two columns"


def test_a_total_may_be_reckoned_in_another_way():
    total = "\nTotal | 6,100 | 449,115 | 73.0"
    (last,) = [one for one in findings(RATES.format("72.0") + total) if one.printed == "73.0"]
    assert last.verdict.value == "cannot be checked"


def test_averages_of_something_else_say_nothing():
    ages = "Station | Staff | Calls | Mean age\nA | 24 | 4,980 | 41.0\nB | 18 | 3,660 | 42.0\n"
    assert _said(ages + "C | 31 | 6,695 | 41.0\nD | 20 | 4,090 | 43.0") == []
