"""Digits with spaces between them: one figure, two figures, or none that can be told."""

import pytest

from engines.publishing.checker.language.seen import kinds


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The mine gave 59 338 oz of gold", ["count 59338"]),
        ("12 196 t and 180 223 t", ["count 12196", "count 180223"]),
        ("a total of 1 250 cases", ["count 1250"]),
        ("some 2 635 000 people", ["count 2.635e+06"]),
        ("It cost £1 250 each", ["money 1250"]),
        ("60, 000 workers", ["count 60000"]),
        ("of 1, 050 calls", ["count 1050"]),
    ],
)
def test_one_figure(text, figures):
    assert kinds(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Kent 45 120 300", ["count 45", "count 120", "count 300"]),
        ("on 12 345 were at work", ["count 12", "count 345"]),
        ("12, 345 and 678", ["count 12", "count 345", "count 678"]),
        ("in 2023 450 calls", ["count 450"]),
    ],
)
def test_several_figures(text, figures):
    assert kinds(text) == figures


@pytest.mark.parametrize("text", ["9. 8 per cent", "9. 8 billion", "0. 99 deaths"])
def test_a_decimal_torn_apart_is_no_figure(text):
    assert kinds(text) == []
