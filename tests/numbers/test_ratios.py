"""One group's rate against another's: the ratio, its interval, and what missing groups could do."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.stats.rates import confint_poisson_2indep

from peelian.numbers.ratios import NotComputable, bounds_for_missing, log_rate_ratio, ratio

quick = settings(deadline=None, database=None, max_examples=150)
COUNTS = st.integers(1, 100_000)
PEOPLE = st.integers(1, 10_000_000)


def test_a_ratio_is_one_rate_over_the_other():
    # 30 searches of 2,000 people against 60 of 10,000: 15 per 1,000 against 6 per 1,000.
    assert ratio(30, 2_000, 60, 10_000) == pytest.approx(2.5, rel=1e-15)


def test_a_group_without_events_against_one_with_some_has_a_ratio_of_0():
    assert ratio(0, 2_000, 60, 10_000) == 0.0


def test_log_rate_ratio_gives_the_published_limits_of_a_cohort_study():
    # Breast cancer after repeated X-rays, 41 in 28,010 woman-years against 15 in 19,017.
    interval = log_rate_ratio(41, 28_010, 15, 19_017)
    assert ratio(41, 28_010, 15, 19_017) == pytest.approx(1.855, abs=1e-3)
    assert (round(interval.lower, 2), round(interval.upper, 2)) == (1.03, 3.35)


def test_log_rate_ratio_follows_its_formula_by_hand():
    # The ratio is 2.5; the standard error of its logarithm is sqrt(1/30 + 1/60) = 0.223607.
    interval = log_rate_ratio(30, 2_000, 60, 10_000)
    assert interval.lower == pytest.approx(2.5 * math.exp(-1.959964 * 0.223607), rel=1e-5)
    assert interval.upper == pytest.approx(2.5 * math.exp(1.959964 * 0.223607), rel=1e-5)


@quick
@given(a=COUNTS, people_a=PEOPLE, b=COUNTS, people_b=PEOPLE, confidence=st.floats(0.5, 0.999))
def test_log_rate_ratio_agrees_with_statsmodels(a, people_a, b, people_b, confidence):
    interval = log_rate_ratio(a, people_a, b, people_b, confidence)
    expected = confint_poisson_2indep(
        a, people_a, b, people_b, method="wald-log", compare="ratio", alpha=1 - confidence
    )
    assert (interval.lower, interval.upper) == pytest.approx(expected, rel=1e-9)


@quick
@given(a=COUNTS, people_a=PEOPLE, b=COUNTS, people_b=PEOPLE)
def test_swapping_the_groups_turns_ratio_and_limits_over(a, people_a, b, people_b):
    one, other = log_rate_ratio(a, people_a, b, people_b), log_rate_ratio(b, people_b, a, people_a)
    assert (one.lower, one.upper) == pytest.approx((1 / other.upper, 1 / other.lower), rel=1e-12)
    assert one.covers(ratio(a, people_a, b, people_b))


def test_log_rate_ratio_names_its_method_and_confidence():
    assert log_rate_ratio(30, 2_000, 60, 10_000, 0.9).method == "Log rate ratio, 90%"


@pytest.mark.parametrize("figure", [ratio, log_rate_ratio])
@pytest.mark.parametrize("a", [0, 30])
def test_nothing_is_divided_by_the_rate_of_a_group_without_events(figure, a):
    with pytest.raises(NotComputable, match=r"second group has no events.* show the two counts"):
        figure(a, 2_000, 0, 10_000)


def test_the_log_method_has_no_interval_where_the_first_group_has_no_events():
    with pytest.raises(NotComputable, match=r"first group has no events.* at least one in each"):
        log_rate_ratio(0, 2_000, 60, 10_000)


def test_the_bounds_give_all_missing_events_to_one_group_and_then_to_the_other():
    # 20 searches have no ethnicity: at worst all were of group B, or all of group A.
    low, high = bounds_for_missing(30, 2_000, 60, 10_000, missing=20)
    assert low == pytest.approx((30 / 2_000) / (80 / 10_000), rel=1e-15)
    assert high == pytest.approx((50 / 2_000) / (60 / 10_000), rel=1e-15)


def test_bounds_meet_at_the_ratio_where_nothing_is_missing():
    bounds = bounds_for_missing(30, 2_000, 60, 10_000, missing=0)
    assert bounds == (ratio(30, 2_000, 60, 10_000),) * 2


@quick
@given(a=st.integers(0, 200), b=st.integers(1, 200), missing=st.integers(0, 30), data=st.data())
def test_however_the_missing_events_fall_the_ratio_lies_within_the_bounds(a, b, missing, data):
    low, high = bounds_for_missing(a, 2_000, b, 10_000, missing)
    to_a = data.draw(st.integers(0, missing))
    to_b = data.draw(st.integers(0, missing - to_a))  # the rest belong to a third group
    assert low <= ratio(a + to_a, 2_000, b + to_b, 10_000) <= high


def test_there_is_no_high_bound_against_a_group_without_events():
    with pytest.raises(NotComputable, match="second group has no events"):
        bounds_for_missing(30, 2_000, 0, 10_000, missing=20)


def test_not_computable_can_be_caught_as_a_value_error():
    assert issubclass(NotComputable, ValueError)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ((-1, 2_000, 60, 10_000), "a is -1: a count cannot be below 0"),
        ((30, 2_000, 6.5, 10_000), r"b is 6\.5: it counts things"),
        ((30, 0, 60, 10_000), "population_a is 0: give a finite number above 0"),
        ((30, 2_000, 60, math.nan), "population_b is nan: give a finite number above 0"),
        ((30, 2_000, 0, 0), "population_b is 0: give a finite number above 0"),
    ],
)
def test_bad_counts_and_populations_are_refused_before_anything_is_divided(arguments, sentence):
    for figure in (ratio, log_rate_ratio):
        with pytest.raises(ValueError, match=sentence) as refusal:
            figure(*arguments)
        assert not isinstance(refusal.value, NotComputable)


def test_a_number_of_missing_events_below_0_is_refused():
    with pytest.raises(ValueError, match="missing is -1: a count cannot be below 0"):
        bounds_for_missing(30, 2_000, 60, 10_000, missing=-1)
