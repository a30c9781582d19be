"""Numbers in figures and in words."""

from fractions import Fraction

import pytest

from peelian.engines.publishing.checker.language.numerals import numeral
from peelian.engines.publishing.checker.language.tokens import tokens


def read(text):
    return numeral(tokens(text), 0)


@pytest.mark.parametrize(
    ("text", "value", "decimals"),
    [
        ("748", "748", 0),
        ("1,147,013", "1147013", 0),
        ("84·9", "84.9", 1),
        ("1.2 million", "1200000", -5),
        ("247m", "247000000", -6),
        ("3bn", "3000000000", -9),
        ("5k", "5000", -3),
        ("2½", "2.5", 1),
        ("2½ million", "2500000", -5),
        ("ninety-four", "94", 0),
        ("twenty five", "25", 0),
        ("nineteen", "19", 0),
        ("a hundred", "100", 0),
        ("one hundred and five", "105", 0),
        ("twenty-one hundred", "2100", 0),
        ("two thousand three hundred and four", "2304", 0),
        ("two hundred thousand", "200000", 0),
        ("one million and one", "1000001", 0),
    ],
)
def test_the_whole_number_is_read(text, value, decimals):
    found = read(text)

    assert (found.value, found.decimals, found.after) == (
        Fraction(value),
        decimals,
        len(tokens(text)),
    )


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        ("5 metres", 5, 1),
        ("5 m", 5, 1),
        ("twenty and more", 20, 1),
        ("one hundred and some", 100, 2),
        ("twenty-one four", 21, 1),
        ("five ten", 5, 1),
    ],
)
def test_a_number_ends_where_the_next_word_is_none_of_it(text, value, words):
    found = read(text)

    assert (found.value, found.after) == (value, words)


@pytest.mark.parametrize("text", ["hundred", "thousand", "a force", "tens", "third", "and", ""])
def test_these_are_no_numbers(text):
    assert read(text) is None


def test_figures_and_words_are_told_apart():
    assert read("94").digits
    assert not read("ninety-four").digits
