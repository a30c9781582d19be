"""Estimates from strata, against the textbook's formulas, brute force and printed examples."""

import math
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peelian.numbers.estimates import estimate_share
from peelian.numbers.ratios import NotComputable
from peelian.numbers.shares import exact, wald, wilson, wilson_finite
from peelian.numbers.stratified import Stratum, effective_size, stratified_share, weighted_share

quick = settings(deadline=None, database=None, max_examples=150)


@st.composite
def strata(draw):
    drawn = draw(st.integers(2, 30))
    among = draw(st.integers(1, drawn))
    counted = draw(st.integers(0, among))
    return Stratum(drawn + draw(st.integers(0, 300)), drawn, among, counted)


def longhand(found):
    """Linearisation record by record: weights, residuals, their variance in each stratum."""
    rows = [
        (number, one.size / one.drawn, 1.0 if r < one.among else 0.0, float(r < one.counted))
        for number, one in enumerate(found)
        for r in range(one.drawn)
    ]
    total = sum(w * x for _h, w, x, _y in rows)
    share = sum(w * y for _h, w, _x, y in rows) / total
    variance = 0.0
    for number, one in enumerate(found):
        scores = [w * (y - share * x) / total for h, w, x, y in rows if h == number]
        mean = sum(scores) / len(scores)
        spread = sum((z - mean) ** 2 for z in scores) / (len(scores) - 1)
        variance += (1 - one.drawn / one.size) * len(scores) * spread
    return share, math.sqrt(variance)


@quick
@given(st.lists(strata(), min_size=1, max_size=5))
def test_record_by_record_it_comes_to_the_same(found):
    ours = stratified_share(found)
    share, error = longhand(found)

    assert ours.value == pytest.approx(share)
    assert ours.se == pytest.approx(error, abs=1e-12)


def test_where_a_question_applies_to_all_it_is_the_textbooks_stratified_variance():
    # Cochran 1977, section 5.11: sum of W^2 (1 - f) p q / (n - 1).
    found = [Stratum(400, 40, 40, 30), Stratum(1600, 60, 60, 15)]

    ours = stratified_share(found)

    assert ours.value == pytest.approx(0.2 * 0.75 + 0.8 * 0.25)
    variance = 0.04 * 0.9 * 0.1875 / 39 + 0.64 * (1 - 60 / 1600) * 0.1875 / 59
    assert ours.se == pytest.approx(math.sqrt(variance))


def test_one_stratum_is_a_simple_sample():
    # Cochran 1977, section 3.2, with n - 1.
    ours = stratified_share([Stratum(8000, 235, 235, 188)])

    assert ours.value == 0.8
    assert ours.se == pytest.approx(math.sqrt((1 - 235 / 8000) * 0.16 / 234))


def test_the_standard_error_is_what_all_possible_samples_show():
    # Every sample of 3 from each of two strata of 6 and 5: their estimates' true spread.
    first, second = (1, 1, 1, 1, 1, 0), (1, 0, 0, 0, 0)
    found = [
        stratified_share([Stratum(6, 3, 3, sum(a)), Stratum(5, 3, 3, sum(b))])
        for a, b in product(combinations(first, 3), combinations(second, 3))
    ]
    values = [one.value for one in found]
    mean = sum(values) / len(values)
    spread = sum((value - mean) ** 2 for value in values) / len(values)

    assert mean == pytest.approx(6 / 11)
    assert sum(one.se**2 for one in found) / len(found) == pytest.approx(spread)


@quick
@given(st.lists(strata(), min_size=1, max_size=5))
@pytest.mark.parametrize("method", ["stratified", "stratified_exact", "stratified_wald"])
def test_the_limits_hold_the_estimate(method, found):
    ours = stratified_share(found, method=method)

    assert -1e-9 <= ours.lower <= ours.value + 1e-9
    assert ours.value - 1e-9 <= ours.upper <= 1 + 1e-9


def test_everything_looked_at_leaves_no_width():
    ours = stratified_share([Stratum(40, 40, 40, 30), Stratum(10, 10, 10, 2)])

    assert (ours.lower, ours.upper, ours.se) == (0.64, 0.64, 0)


def test_strata_that_happen_to_be_all_alike_are_not_certain():
    # 3 of 3 and 0 of 3: the formula's standard error is 0, and nobody should believe it.
    ours = stratified_share([Stratum(500, 3, 3, 3), Stratum(500, 3, 3, 0)])

    assert ours.se == 0
    assert ours.lower < 0.25
    assert ours.upper > 0.75


def test_where_all_are_alike_unequal_weights_cost_records():
    # Kish: (900 + 100)^2 / (18^2 x 50 + 2^2 x 50), and a little more for the finite list.
    found = [Stratum(900, 50, 50, 50), Stratum(100, 50, 50, 50)]

    inverse = (18**2 * 50 * (1 - 50 / 900) + 2**2 * 50 * 0.5) / 1000**2
    assert effective_size(found, 1.0, 0.0) == pytest.approx(1 / inverse)
    assert stratified_share(found).upper == 1.0


def test_a_single_record_is_taken_as_far_from_the_whole_as_it_is():
    ours = stratified_share([Stratum(100, 1, 1, 1), Stratum(100, 20, 20, 10)])

    assert ours.value == 0.75
    lonely = 100**2 * 0.99 * 0.25**2
    others = 100**2 / 20 * 0.8 * (20 * 0.25 / 19)
    assert ours.se == pytest.approx(math.sqrt(lonely + others) / 200)


def test_sizes_that_nobody_knows_give_no_estimate():
    with pytest.raises(NotComputable, match="how many each drawn record stands for"):
        weighted_share([Stratum(None, 10, 10, 5)])


@pytest.mark.parametrize(
    ("size", "drawn", "among", "counted"), [(10, 5, 6, 1), (10, 5, 4, 5), (4, 5, 5, 5)]
)
def test_a_stratum_adds_up(size, drawn, among, counted):
    with pytest.raises(ValueError, match=r"drawn"):
        Stratum(size, drawn, among, counted)


@pytest.mark.parametrize(
    ("method", "interval"),
    [
        ("wald_finite", wald(188, 235, 8000)),
        ("wilson", wilson(188, 235)),
        ("wilson_finite", wilson_finite(188, 235, 8000)),
        ("exact", exact(188, 235)),
        ("default", wilson(188, 235)),
    ],
)
def test_a_simple_sample_has_the_interval_that_was_named(method, interval):
    found = estimate_share([Stratum(8000, 235, 235, 188)], method=method)

    assert (found.value, found.lower, found.upper) == (0.8, interval.lower, interval.upper)
    assert found.method == interval.method


@pytest.mark.parametrize(
    ("strata", "key"),
    [
        ([Stratum(8000, 29, 29, 20)], "exact"),
        ([Stratum(8000, 100, 29, 20)], "exact"),
        ([Stratum(8000, 30, 30, 20)], "wilson"),
        ([Stratum(600, 30, 30, 20)], "wilson"),
        ([Stratum(599, 30, 30, 20)], "wilson_finite"),
        ([Stratum(400, 10, 10, 8), Stratum(90, 9, 9, 3)], "stratified_exact"),
        ([Stratum(400, 20, 20, 8), Stratum(90, 10, 10, 3)], "stratified"),
        # A stratum to which the question applies nowhere is not estimated from.
        ([Stratum(400, 40, 40, 8), Stratum(90, 10, 0, 0)], "wilson_finite"),
    ],
)
def test_the_rule_of_the_house(strata, key):
    assert estimate_share(strata).key == key


def test_a_correction_for_a_list_of_unknown_length_is_left_out():
    found = estimate_share([Stratum(None, 100, 100, 80)], method="wald_finite")

    assert found.key == "wald"
    assert found.se is None


def test_what_was_not_drawn_by_lot_has_no_interval():
    found = estimate_share([Stratum(8000, 100, 100, 87)], by_lot=False)

    assert (found.value, found.lower, found.key) == (0.87, None, "")
    assert found.why == "The records were not drawn by lot."


@pytest.mark.parametrize("strata", [[], [Stratum(100, 10, 0, 0)]])
def test_nothing_has_no_share(strata):
    with pytest.raises(NotComputable, match="applies to none"):
        estimate_share(strata)


def test_a_method_that_does_not_exist_is_refused():
    with pytest.raises(ValueError, match="give one of default, wilson"):
        estimate_share([Stratum(100, 10, 10, 5)], method="bayes")
