"""Shares in words, and the thirds and halves that are none."""

import pytest

from engines.publishing.checker.language.seen import kinds, only


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("two-thirds of them", 0.666667),
        ("two thirds of them", 0.666667),
        ("a third of officers", 0.333333),
        ("half of the files", 0.5),
        ("half the files", 0.5),
        ("and half of them", 0.5),
        ("three-quarters agreed", 0.75),
        ("nine-tenths of them", 0.9),
        ("one in five", 0.2),
        ("1 in 5", 0.2),
        ("one in every six", 0.166667),
        ("nine out of ten", 0.9),
        ("½ of them", 0.5),
    ],
)
def test_a_share(text, value):
    assert kinds(text) == [f"fraction {value:g}"]


@pytest.mark.parametrize(
    "text",
    [
        "the third quarter",
        "half-year results",
        "the third of May",
        "in the first half of the year",
        "the second half was better",
        "a quarter later",
        "three quarter-finals",
    ],
)
def test_no_share(text):
    assert not [one for one in kinds(text) if one.startswith("fraction")]


def test_eight_out_of_ten_in_figures_are_two_counts():
    assert kinds("8 out of 10") == ["count 8", "count 10"]
    assert kinds("1 in 748") == ["count 1", "count 748"]


def test_one_in_five_is_nearer_to_five_than_to_four_or_six():
    share = only("one in five").span

    assert share.holds(share.low)
    assert float(share.low) == pytest.approx(1 / 5.5)
    assert float(share.high) == pytest.approx(1 / 4.5)
