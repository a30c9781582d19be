"""Intervals for shares against published tables and two independent libraries."""

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binomtest
from statsmodels.stats.proportion import proportion_confint

from peelian.numbers.shares import exact, wald, wilson, wilson_finite

quick = settings(deadline=None, database=None, max_examples=150)


@st.composite
def parts_and_wholes(draw, largest=1_000_000):
    n = draw(st.integers(1, largest))
    return draw(st.integers(0, n)), n


CONFIDENCES = st.floats(0.5, 0.999)


# Newcombe 1998, "Two-sided confidence intervals for the single proportion", table I.
@pytest.mark.parametrize(
    ("k", "n", "lower", "upper"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_gives_the_limits_that_newcombe_printed(k, n, lower, upper):
    interval = wilson(k, n)
    assert (round(interval.lower, 4), round(interval.upper, 4)) == (lower, upper)


@pytest.mark.parametrize(
    ("k", "n", "lower", "upper"),
    [
        (81, 263, 0.2527, 0.3676),
        (15, 148, 0.0578, 0.1617),
        (0, 20, 0.0, 0.1684),
        (1, 29, 0.0009, 0.1776),
    ],
)
def test_exact_gives_the_limits_that_newcombe_printed(k, n, lower, upper):
    interval = exact(k, n)
    assert (round(interval.lower, 4), round(interval.upper, 4)) == (lower, upper)


# In the last row Newcombe notes that the untruncated lower limit falls below 0.
@pytest.mark.parametrize(
    ("k", "n", "lower", "upper"),
    [
        (81, 263, 0.2522, 0.3638),
        (15, 148, 0.0527, 0.1500),
        (0, 20, 0.0, 0.0),
        (1, 29, 0.0, 0.1009),
    ],
)
def test_wald_gives_the_limits_that_newcombe_printed(k, n, lower, upper):
    interval = wald(k, n)
    assert (round(interval.lower, 4), round(interval.upper, 4)) == (lower, upper)


# Counts printed in an inspection report of one force, with their Wilson limits in per cent.
@pytest.mark.parametrize(
    ("k", "n", "lower", "upper"),
    [
        (26, 35, 57.9, 85.8),  # searches of ethnic minority people with reasonable grounds
        (87, 88, 93.8, 99.8),  # calls handled with structured triage
        (84, 87, 90.3, 98.8),  # triage records that were accurate
        (78, 80, 91.3, 99.3),  # checks for repeat victims
        (82, 82, 95.5, 100.0),  # checks for vulnerability: all of them
        (26, 32, 64.7, 91.1),  # victim personal statements considered
        (8, 10, 49.0, 94.3),  # reasons for withdrawing recorded
        (30, 48, 48.4, 74.8),  # suspects interviewed or arrested when appropriate
        (188, 235, 74.4, 84.6),  # searches with reasonable grounds
    ],
)
def test_wilson_agrees_with_what_was_recomputed_for_an_inspection_report(k, n, lower, upper):
    interval = wilson(k, n)
    assert (round(100 * interval.lower, 1), round(100 * interval.upper, 1)) == (lower, upper)


# Values held by the tests of the health department's own statistical library.
@pytest.mark.parametrize(
    ("k", "n", "confidence", "end", "published"),
    [
        (20, 360, 0.95, "lower", 0.036248204600072345),
        (550, 2400, 0.998, "lower", 0.20375892211705743),
        (30, 400, 0.95, "upper", 0.10504770626130437),
        (76, 238, 0.998, "upper", 0.418131030603369),
    ],
)
def test_wilson_agrees_with_public_health_statistics(k, n, confidence, end, published):
    assert getattr(wilson(k, n, confidence), end) == pytest.approx(published, abs=1e-12)


def margin_in_points(interval):
    return 100 * (interval.upper - interval.lower) / 2


def test_the_inspectorates_margin_of_five_points_comes_from_any_frame_of_3706_to_9386():
    frames = [
        population
        for population in range(235, 12_000)
        if round(margin_in_points(wald(188, 235, population)), 1) == 5.0
    ]
    assert frames == list(range(3_706, 9_387))


def test_no_other_interval_gives_the_inspectorates_margin():
    assert round(margin_in_points(wald(188, 235)), 1) == 5.1
    assert round(margin_in_points(wilson(188, 235)), 1) == 5.1
    assert round(margin_in_points(exact(188, 235)), 1) == 5.3


def test_the_finite_population_correction_shrinks_the_margin_by_its_formula():
    plain, corrected = wald(188, 235), wald(188, 235, population=8_000)
    shrunk = margin_in_points(plain) * math.sqrt((8_000 - 235) / (8_000 - 1))
    assert margin_in_points(corrected) == pytest.approx(shrunk, rel=1e-12)


def test_the_finite_population_correction_is_the_variance_of_the_hypergeometric_draw():
    # 30 yeses among 50 records, 10 drawn: the exact spread of the share, without the formula.
    ways = [
        Fraction(math.comb(30, k) * math.comb(20, 10 - k), math.comb(50, 10)) for k in range(11)
    ]
    mean = sum(chance * Fraction(k, 10) for k, chance in enumerate(ways))
    variance = sum(chance * (Fraction(k, 10) - mean) ** 2 for k, chance in enumerate(ways))
    interval = wald(6, 10, population=50)
    assert interval.upper - 0.6 == pytest.approx(1.959963984540054 * math.sqrt(variance), rel=1e-12)


@pytest.mark.parametrize(("k", "n"), [(188, 235), (0, 1), (1, 1)])
def test_a_sample_of_the_whole_population_has_no_margin(k, n):
    interval = wald(k, n, population=n)
    assert interval.lower == interval.upper == k / n


def test_wald_names_the_correction_only_where_it_was_made():
    assert wald(188, 235).method == "Normal approximation (Wald), 95%"
    assert wald(188, 235, 8_000).method == (
        "Normal approximation (Wald) with finite population correction, 95%"
    )


def test_wilson_and_exact_name_themselves_and_their_confidence():
    assert wilson(26, 35).method == "Wilson score, 95%"
    assert exact(26, 35, 0.9).method == "Clopper-Pearson exact, 90%"


LIBRARY_NAMES = [(wilson, "wilson"), (exact, "beta"), (wald, "normal")]


@pytest.mark.parametrize(("ours", "theirs"), LIBRARY_NAMES)
@pytest.mark.parametrize("confidence", [0.8, 0.95, 0.998])
def test_every_share_of_a_few_records_agrees_with_statsmodels(ours, theirs, confidence):
    for n in (1, 2, 3, 7, 20, 35):
        for k in range(n + 1):
            interval = ours(k, n, confidence=confidence)
            expected = np.clip(proportion_confint(k, n, alpha=1 - confidence, method=theirs), 0, 1)
            assert (interval.lower, interval.upper) == pytest.approx(tuple(expected), abs=1e-12)


@pytest.mark.parametrize(("ours", "theirs"), LIBRARY_NAMES)
@quick
@given(counts=parts_and_wholes(), confidence=CONFIDENCES)
def test_any_share_agrees_with_statsmodels(ours, theirs, counts, confidence):
    interval = ours(*counts, confidence=confidence)
    expected = np.clip(proportion_confint(*counts, alpha=1 - confidence, method=theirs), 0, 1)
    assert (interval.lower, interval.upper) == pytest.approx(tuple(expected), abs=1e-10)


@pytest.mark.parametrize(("ours", "theirs"), [(wilson, "wilson"), (exact, "exact")])
@quick
@given(counts=parts_and_wholes(largest=10_000), confidence=CONFIDENCES)
def test_any_share_agrees_with_scipys_binomial_test(ours, theirs, counts, confidence):
    interval = ours(*counts, confidence)
    expected = binomtest(*counts).proportion_ci(confidence, method=theirs)
    assert (interval.lower, interval.upper) == pytest.approx(tuple(expected), abs=1e-9)


@pytest.mark.parametrize("method", [wilson, exact, wald])
@quick
@given(counts=parts_and_wholes(), confidence=CONFIDENCES)
def test_every_interval_lies_within_0_and_1_and_holds_the_share_itself(method, counts, confidence):
    interval = method(*counts, confidence=confidence)
    assert 0 <= interval.lower <= counts[0] / counts[1] <= interval.upper <= 1


@pytest.mark.parametrize("method", [wilson, exact, wald])
@quick
@given(counts=parts_and_wholes())
def test_counting_the_noes_instead_of_the_yeses_mirrors_the_interval(method, counts):
    k, n = counts
    yes, no = method(k, n), method(n - k, n)
    assert (yes.lower, yes.upper) == pytest.approx((1 - no.upper, 1 - no.lower), abs=1e-12)


@pytest.mark.parametrize("method", [wilson, exact])
def test_none_at_all_has_a_lower_limit_of_0_and_all_of_them_an_upper_limit_of_1(method):
    assert method(0, 82).lower == 0.0 < method(0, 82).upper
    assert method(82, 82).upper == 1.0 > method(82, 82).lower


def test_counts_may_come_from_an_array():
    k, n = np.array([26, 35])
    assert wilson(k, n) == wilson(26, 35)


@pytest.mark.parametrize("method", [wilson, exact, wald])
@pytest.mark.parametrize(
    ("k", "n", "sentence"),
    [
        (36, 35, "k is 36 but n is 35: .* give a k from 0 to 35"),
        (0, 0, "n is 0: .* give n of 1 or more, or report the figure as not computable"),
        (-1, 35, "k is -1: a count cannot be below 0; give 0 or more"),
        (1, -35, "n is -35: a count cannot be below 0"),
        (26.5, 35, r"k is 26\.5: it counts things, so give a whole number such as 26"),
        (26, 35.0, r"n is 35\.0: it counts things"),
        (None, 35, "k is None: it counts things"),
        ("26", 35, "k is '26': it counts things"),
    ],
)
def test_counts_that_make_no_share_are_refused_with_what_would_be_right(method, k, n, sentence):
    with pytest.raises(ValueError, match=sentence):
        method(k, n)


def test_a_population_smaller_than_its_sample_is_refused():
    with pytest.raises(ValueError, match=r"population is 234 but n is 235: .* of 235 or more"):
        wald(188, 235, population=234)


def test_a_population_that_is_not_whole_is_refused():
    with pytest.raises(ValueError, match=r"population is 8000\.5: it counts things"):
        wald(188, 235, population=8000.5)


@pytest.mark.parametrize(
    ("k", "n", "population"), [(188, 235, 8000), (30, 40, 80), (1, 40, 80), (40, 40, 80)]
)
def test_wilson_of_a_list_with_an_end(k, n, population):
    found = wilson_finite(k, n, population)

    # As of a sample 1 / f times as large from a list without end.
    larger = (population - 1) / (population - n)
    limits = proportion_confint(k * larger, n * larger, method="wilson")
    assert (found.lower, found.upper) == pytest.approx(limits)
    assert found.method == "Wilson score with finite population correction, 95%"


@pytest.mark.parametrize(("k", "limits"), [(0, (0, 0)), (6, (0.3, 0.3)), (20, (1, 1))])
def test_wilson_of_a_list_that_was_looked_at_whole(k, limits):
    found = wilson_finite(k, 20, 20)

    assert (found.lower, found.upper) == pytest.approx(limits)


@quick
@given(st.integers(0, 200), st.integers(0, 200), st.integers(0, 10_000))
def test_a_list_with_an_end_never_widens_wilson(yes, no, more):
    if yes + no == 0:
        return
    plain, found = wilson(yes, yes + no), wilson_finite(yes, yes + no, yes + no + more)

    assert plain.lower - 1e-9 <= found.lower <= yes / (yes + no) + 1e-9
    assert yes / (yes + no) - 1e-9 <= found.upper <= plain.upper + 1e-9
