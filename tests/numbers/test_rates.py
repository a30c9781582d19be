"""Intervals for rates against published values and the chi-squared form of the exact limits."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import chi2, poisson
from statsmodels.stats.rates import confint_poisson

from peelian.numbers.rates import byar, exact_poisson

quick = settings(deadline=None, database=None, max_examples=150)
COUNTS = st.integers(0, 1_000_000)
CONFIDENCES = st.floats(0.5, 0.999)


def limits(interval):
    return interval.lower, interval.upper


def chi_squared_limits(count, confidence=0.95):
    end = (1 - confidence) / 2
    lower = chi2.ppf(end, 2 * count) / 2 if count else 0.0
    return lower, chi2.isf(end, 2 * count + 2) / 2


def test_byar_gives_the_published_limits_of_65_events_per_hundred():
    assert limits(byar(65, 100, base=100)) == pytest.approx((50.1632, 82.8491), abs=5e-5)


def test_byar_gives_the_lower_limit_of_100_events_held_by_the_health_department():
    assert byar(100, 1, base=1).lower == pytest.approx(81.36210549052788, rel=1e-12)


def test_byar_follows_its_formula_by_hand_at_ten_events():
    # 10 (1 - 1/90 - 1.96 / (3 sqrt 10))^3 and 11 (1 - 1/99 + 1.96 / (3 sqrt 11))^3
    assert limits(byar(10, 1000)) == pytest.approx((4.78745, 18.39146), abs=5e-6)


def test_byar_stays_within_a_fifth_of_a_per_cent_of_exact_from_ten_events():
    # The closeness that the public-health guide to confidence intervals claims for 95%.
    for count in [*range(10, 200), 500, 1045, 10_000, 1_000_000]:
        assert limits(byar(count, 1, base=1)) == pytest.approx(chi_squared_limits(count), rel=0.002)


def test_byar_is_visibly_off_below_ten_events():
    assert byar(1, 1, base=1).lower == pytest.approx(0.01307, abs=5e-6)
    assert exact_poisson(1, 1, base=1).lower == pytest.approx(0.02532, abs=5e-6)


# Poisson limits printed in tables: count, lower, upper at 95%.
@pytest.mark.parametrize(
    ("count", "lower", "upper"),
    [(0, 0.0, 3.69), (1, 0.03, 5.57), (10, 4.80, 18.39), (30, 20.24, 42.83)],
)
def test_exact_poisson_gives_the_limits_of_printed_tables(count, lower, upper):
    interval = exact_poisson(count, 1, base=1)
    assert (round(interval.lower, 2), round(interval.upper, 2)) == (lower, upper)


def test_exact_poisson_gives_the_published_limits_of_14_events_in_400_person_years():
    interval = exact_poisson(14, 400, base=1)
    assert limits(interval) == pytest.approx((0.019135, 0.058724), abs=5e-7)


@pytest.mark.parametrize("confidence", [0.8, 0.95, 0.998])
def test_exact_poisson_agrees_with_chi_squared_on_every_small_count(confidence):
    for count in range(40):
        interval = exact_poisson(count, 1, 1, confidence)
        assert limits(interval) == pytest.approx(chi_squared_limits(count, confidence), rel=1e-10)


@quick
@given(count=COUNTS, confidence=CONFIDENCES)
def test_exact_poisson_agrees_with_chi_squared_on_any_count(count, confidence):
    interval = exact_poisson(count, 1, 1, confidence)
    assert limits(interval) == pytest.approx(chi_squared_limits(count, confidence), rel=1e-9)


@quick
@given(count=st.integers(1, 100_000), population=st.integers(1, 10_000_000))
def test_exact_poisson_agrees_with_statsmodels(count, population):
    expected = confint_poisson(count, population, method="exact-c")
    assert limits(exact_poisson(count, population, base=1)) == pytest.approx(expected, rel=1e-9)


@pytest.mark.parametrize("count", [1, 5, 40])
def test_at_the_exact_limits_a_count_as_extreme_happens_one_time_in_forty(count):
    lower, upper = limits(exact_poisson(count, 1, base=1))
    assert poisson.sf(count - 1, lower) == pytest.approx(0.025, rel=1e-9)
    assert poisson.cdf(count, upper) == pytest.approx(0.025, rel=1e-9)


@pytest.mark.parametrize("method", [byar, exact_poisson])
def test_no_events_have_a_lower_limit_of_0_and_still_an_upper_one(method):
    interval = method(0, 1_000)
    assert interval.lower == 0.0
    assert 3.6 < interval.upper < 3.7


def test_byars_lower_limit_never_falls_below_0_at_a_very_high_confidence():
    # The bracket itself is 1 - 1/9 - 3.2905/3, which is below 0.
    assert byar(1, 1, base=1, confidence=0.999).lower == 0.0


@pytest.mark.parametrize("method", [byar, exact_poisson])
@quick
@given(count=COUNTS, population=st.floats(0.5, 1e8), confidence=CONFIDENCES)
def test_the_interval_of_a_rate_holds_the_rate(method, count, population, confidence):
    interval = method(count, population, 1000, confidence)
    assert 0 <= interval.lower <= count / population * 1000 <= interval.upper < math.inf


@pytest.mark.parametrize("method", [byar, exact_poisson])
def test_a_rate_is_per_thousand_of_population_unless_asked_otherwise(method):
    per_thousand, per_million = method(250, 1_146_000), method(250, 1_146_000, 1_000_000)
    assert per_thousand.lower == pytest.approx(per_million.lower / 1000, rel=1e-12)
    assert per_thousand.lower < 250 / 1146 < per_thousand.upper


def test_rates_name_their_method_and_confidence():
    assert byar(12, 1000).method == "Byar's approximation, 95%"
    assert exact_poisson(12, 1000, confidence=0.99).method == "Exact Poisson, 99%"


@pytest.mark.parametrize("method", [byar, exact_poisson])
@pytest.mark.parametrize(
    ("count", "population", "base", "sentence"),
    [
        (-1, 1000, 1000, "count is -1: a count cannot be below 0"),
        (1.5, 1000, 1000, r"count is 1\.5: it counts things"),
        (1, 0, 1000, "population is 0: give a finite number above 0"),
        (1, -5, 1000, "population is -5: give a finite number above 0"),
        (1, math.nan, 1000, "population is nan: give a finite number above 0"),
        (1, math.inf, 1000, "population is inf: give a finite number above 0"),
        (1, None, 1000, "population is None: give a finite number above 0"),
        (1, 1000, 0, "base is 0: give a finite number above 0, such as 1000"),
    ],
)
def test_what_makes_no_rate_is_refused_with_what_would_be_right(
    method, count, population, base, sentence
):
    with pytest.raises(ValueError, match=sentence):
        method(count, population, base)
