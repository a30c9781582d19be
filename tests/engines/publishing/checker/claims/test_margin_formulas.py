"""Margins against sample sizes and lists, beside the same found by trying them one by one."""

import math
from fractions import Fraction

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from peelian.engines.publishing.checker.claims.margins.formulas import (
    counts,
    lists_that_fit,
    methods_that_give,
    simple,
    sizes_that_fit,
)
from peelian.numbers.confidence import deviate
from peelian.numbers.rounding import Range, rounded

LEVEL = Fraction(95)
Z = deviate(0.95)


def half(k, n, length=None):
    """Points either way for ``k`` of ``n``, from a list of ``length``."""
    share = k / n
    found = 100 * Z * math.sqrt(share * (1 - share) / n)
    return found if length is None else found * math.sqrt((length - n) / (length - 1))


def printed(value):
    """Rounded half up to a tenth, as reports print it."""
    return math.floor(value * 10 + 0.5)


@settings(max_examples=60, deadline=None)
@given(n=st.integers(20, 150), share=st.integers(5, 95), tenths=st.integers(5, 200))
@example(n=95, share=80, tenths=50)
def test_the_lists_that_fit_are_those_found_by_trying_every_one(n, share, tenths):
    """Every list from the sample up to fifty times it, for every count that rounds to the share."""
    percent = rounded(share, 0)
    ks = [k for k in range(n + 1) if percent.holds(Fraction(100 * k, n))]
    assume(ks)
    longest = 50 * n
    tried = {k: [m for m in range(n + 1, longest) if printed(half(k, n, m)) == tenths] for k in ks}
    fitting = {k: found for k, found in tried.items() if found}
    got = lists_that_fit(percent, n, Fraction(tenths, 10), 1, LEVEL)
    if not fitting:
        assert got is None or got.shortest >= longest
        return
    assert got is not None
    assert got.others[0] <= min(fitting)
    assert got.shortest == min(found[0] for found in fitting.values())
    ends = [found[-1] for found in fitting.values()]
    if got.longest is not None and got.longest < longest:
        assert got.longest == max(ends)
    else:
        assert max(ends) == longest - 1


@settings(max_examples=40, deadline=None)
@given(share=st.integers(100, 900), tenths=st.integers(30, 90))
@example(share=754, tenths=53)
def test_the_sizes_that_fit_are_those_found_by_trying_every_one(share, tenths):
    percent, margin = rounded(Fraction(share, 10), 1), rounded(Fraction(tenths, 10), 1)
    tried = tuple(
        n
        for n in range(1, 1200)
        if any(
            margin.holds(Fraction(half(k, n)))
            for k in range(math.floor(percent.low * n / 100), math.ceil(percent.high * n / 100) + 1)
            if percent.holds(Fraction(100 * k, n))
        )
    )
    assert sizes_that_fit(percent, margin, LEVEL) == tried


def test_the_counts_of_a_share_come_with_the_likeliest_first():
    assert counts(rounded(80, 0), 235) == (188, 187, 189)
    # No count of 47 is 80 per cent to a whole number: a weighted share, so those next to it.
    assert set(counts(rounded(80, 0), 47)) == {37, 38}


def test_the_simple_formula_over_all_that_a_share_may_have_been():
    """80 per cent is 79.5 to 80.5, of 235: 5.16 down to 5.07."""
    found = simple(rounded(80, 0), 235, LEVEL)
    assert [round(float(one), 2) for one in (found.low, found.high)] == [5.07, 5.16]
    across = simple(Range(Fraction(49), Fraction(51)), 1_000, LEVEL)
    assert round(float(across.high), 2) == 3.10


def test_the_methods_that_give_limits():
    """188 of 235: 74.9 to 85.1 by Wald and 74.4 to 84.6 by Wilson (Newcombe's formulas)."""
    low, high = rounded(Fraction("74.4"), 1), rounded(Fraction("84.6"), 1)
    assert methods_that_give((188,), 235, low, high, LEVEL) == ("Wilson's formula",)
