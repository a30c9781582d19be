"""What counts and shares in words may stand for before any word softens them."""

from fractions import Fraction

import pytest

from engines.publishing.checker.language.seen import only
from peelian.engines.publishing.checker.language.quantities import span_of_count, span_of_fraction


@pytest.mark.parametrize(
    ("value", "low", "high"),
    [
        (748, 748, 748),
        (9_900, 9_900, 9_900),
        (12_345, 12_345, 12_345),
        (12_340, 12_340, 12_340),
        (12_500, 12_450, 12_550),
        (50_000, 49_500, 50_500),
        (120_000, 119_500, 120_500),
        (325_700, 325_650, 325_750),
    ],
)
def test_large_counts_that_end_in_zeros_look_rounded(value, low, high):
    span = span_of_count(Fraction(value), 0)

    assert span.low <= low
    assert span.high >= high
    assert (span.low == span.high) == (low == high)


def test_figures_in_millions_are_rounded_as_written():
    span = span_of_count(Fraction(1_200_000), -5)

    assert (span.low, span.high) == (1_150_000, 1_250_000)


@pytest.mark.parametrize(
    ("share", "holds", "leaves"),
    [
        (Fraction(1, 2), "0.47", "0.56"),
        (Fraction(1, 3), "0.35", "0.38"),
        (Fraction(2, 3), "0.65", "0.72"),
        (Fraction(1, 4), "0.24", "0.20"),
        (Fraction(2, 7), "0.3", "0.4"),
    ],
)
def test_a_share_in_words_is_whatever_is_nearer_to_it_than_to_the_next(share, holds, leaves):
    span = span_of_fraction(share)

    assert span.holds(Fraction(holds))
    assert not span.holds(Fraction(leaves))


def test_a_count_is_exact_until_it_is_softened_or_rounded():
    assert only("748 people").whole == 748
    assert only("about 748 people").whole is None
    assert only("120,000 people").whole is None
    assert only("2.5 people").whole is None
