"""Words round a number that let it move."""

import pytest

from engines.publishing.checker.language.seen import only, span

INFINITE = float("inf")


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("about 100 people", 90, 110),
        ("approx. 100 people", 90, 110),
        ("c. 100 people", 90, 110),
        ("~100 people", 90, 110),
        ("100 or so people", 90, 110),
        ("in the region of 100 people", 90, 110),
        ("nearly 100 people", 90, 100),
        ("just under 100 people", 90, 100),
        ("slightly less than 100 people", 90, 100),
        ("just over 100 people", 100, 110),
        ("over 3,000 people", 3000, INFINITE),
        ("at least 3,000 people", 3000, INFINITE),
        ("3,000 or more people", 3000, INFINITE),
        (">3,000", 3000, INFINITE),
        ("fewer than 5 people", 0, 5),
        ("no more than 5 people", 0, 5),
        ("up to 5 people", 0, 5),
        ("as many as 5 people", 0, 5),
        ("< 5", 0, 5),
        ("5 or fewer people", 0, 5),
        ("in excess of 3,000 people", 3000, INFINITE),
        ("a maximum of 5 people", 0, 5),
        ("around 1,500–1,600 more", 1345, 1755),
    ],
)
def test_how_far_a_softened_count_reaches(text, low, high):
    assert span(text) == (low, high)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("78.4%", 78.35, 78.45),
        ("about 50%", 44.5, 55.5),
        ("approx. 5 per cent", 3.5, 6.5),
        ("nearly 50%", 44.5, 50),
        ("over 50%", 50, INFINITE),
    ],
)
def test_a_softened_percentage_moves_at_least_a_point(text, low, high):
    assert span(text) == (low, high)


def test_the_words_that_soften_are_no_part_of_the_printed_figure():
    assert only("about 100 people").printed == "100"
    assert only("about 100 people").soft == "about"
    assert only("100 people").soft == ""


def test_more_than_between_two_numbers_compares_them():
    assert span("60 people")[0] == 60
    assert [one.soft for one in map(only, ["more than 60 people", "60 people"])] == ["over", ""]
