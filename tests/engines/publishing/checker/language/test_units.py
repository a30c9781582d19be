"""What a number counts in."""

import pytest

from engines.publishing.checker.language.seen import kinds, only, span


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("5 percent", "percent 5"),
        ("5 per cent", "percent 5"),
        ("5 per\u00adcent", "percent 5"),
        ("5 %", "percent 5"),
        ("5％", "percent 5"),
        ("five per cent", "percent 5"),
        ("5pc", "percent 5"),
        ("5 percentage points", "points 5"),
        ("5 percent points", "points 5"),
        ("5pp", "points 5"),
        ("5%-points", "points 5"),
        ("3.5 times", "times 3.5"),
        ("three times", "times 3"),
        ("3x as many", "times 3"),
        ("doubled", "times 2"),
        ("halved", "times 0.5"),
        ("threefold", "times 3"),
        ("a 10-fold rise", "times 10"),
        ("£247m", "money 2.47e+08"),
        ("$1.50", "money 1.5"),
        ("50p", "money 50"),
        ("30 minutes", "duration 0.5"),
        ("3 working days", "duration 72"),
        ("24 months", "duration 17520"),
        ("per 1,000 population", "per 1000"),
        ("for every 100,000 people", "per 100000"),
        ("per head", "per 1"),
        ("per capita", "per 1"),
        ("n = 748", "base 748"),
        ("N=748", "base 748"),
        ("base: 748", "base 748"),
    ],
)
def test_one_quantity(text, read):
    assert kinds(text) == [read]


@pytest.mark.parametrize(
    "text", ["the three times we met", "double figures", "double-check", "per se", "0-fold"]
)
def test_no_factor_and_no_rate(text):
    assert not [one for one in kinds(text) if one.startswith("times")]


def test_a_table_of_two_by_two_is_no_factor():
    assert kinds("a 2 x 2 table") == ["count 2", "count 2"]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("78.4%", (78.35, 78.45)),
        ("0%", (0, 0.5)),
        ("£247m", (246_500_000, 247_500_000)),
        ("3.5 days", (82.8, 85.2)),
        ("12 hours", (12, 12)),
        ("doubled", (1.75, 2.25)),
        ("3.5 times", (3.45, 3.55)),
    ],
)
def test_what_it_may_stand_for(text, ends):
    assert span(text) == ends


def test_a_rate_names_whom_it_is_per():
    assert only("per 1,000 population").unit == "population"
    assert only("per head").unit == "people"


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("from N72.2 billion to N63 billion", ["money 7.22e+10", "money 6.3e+10"]),
        ("KSh45 million and R250m", ["money 4.5e+07", "money 2.5e+08"]),
        ("₹26,854 crore", ["money 2.6854e+11"]),
        ("¥500", ["money 500"]),
        ("₹183 ($2.30), up from ₹146", ["money 183", "money 146"]),
        ("£5m (US$7m)", ["money 5e+06"]),
        ("£5m (£3m in 2019)", ["money 5e+06", "money 3e+06"]),
        ("the M25 million-pound scheme", []),
        ("H1 and CO2", []),
    ],
)
def test_money_of_other_countries(text, figures):
    assert kinds(text) == figures
