"""Whether a figure went up, went down, or cannot be said to have changed."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.stats.proportion import confint_proportions_2indep
from statsmodels.stats.rates import confint_poisson_2indep

from peelian.numbers.change import (
    Change,
    ChangeEstimate,
    difference,
    rate_change,
    share_change,
    verdict,
)
from peelian.numbers.interval import Interval
from peelian.numbers.ratios import NotComputable
from peelian.numbers.shares import wald, wilson

quick = settings(deadline=None, database=None, max_examples=150)
CONFIDENCES = st.floats(0.5, 0.999)


@st.composite
def parts_and_wholes(draw):
    n = draw(st.integers(1, 100_000))
    return draw(st.integers(0, n)), n


def limits(estimate):
    return estimate.interval.lower, estimate.interval.upper


# Newcombe 1998, "Interval estimation for the difference", table II, method 10. He takes the second
# share from the first; the later period stands first here.
@pytest.mark.parametrize(
    ("later", "earlier", "lower", "upper"),
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((6, 7), (2, 7), 0.0582, 0.8062),
        ((5, 56), (0, 29), -0.0381, 0.1926),
        ((0, 10), (0, 20), -0.1611, 0.2775),
        ((0, 10), (0, 10), -0.2775, 0.2775),
        ((10, 10), (0, 20), 0.6791, 1.0),
        ((10, 10), (0, 10), 0.6075, 1.0),
    ],
)
def test_share_change_gives_the_limits_that_newcombe_printed(later, earlier, lower, upper):
    low, high = limits(share_change(*earlier, *later))
    assert (round(low, 4), round(high, 4)) == (lower, upper)


@quick
@given(earlier=parts_and_wholes(), later=parts_and_wholes(), confidence=CONFIDENCES)
def test_share_change_agrees_with_statsmodels(earlier, later, confidence):
    expected = confint_proportions_2indep(
        *later, *earlier, method="newcomb", compare="diff", alpha=1 - confidence
    )
    assert limits(share_change(*earlier, *later, confidence)) == pytest.approx(expected, abs=1e-9)


@quick
@given(earlier=parts_and_wholes(), later=parts_and_wholes())
def test_looking_back_in_time_turns_the_change_of_a_share_round(earlier, later):
    forward, back = share_change(*earlier, *later), share_change(*later, *earlier)
    assert forward.value == -back.value
    assert limits(forward) == pytest.approx((-back.interval.upper, -back.interval.lower), abs=1e-12)
    assert -1 <= forward.interval.lower <= forward.value <= forward.interval.upper <= 1


def test_a_share_that_rose_by_five_points_has_a_change_of_plus_five_hundredths():
    estimate = share_change(150, 1_000, 200, 1_000)
    assert estimate.value == pytest.approx(0.05, abs=1e-15)
    assert estimate.unchanged == 0.0
    assert estimate.interval.method == "Newcombe hybrid score, 95%"


@quick
@given(
    c1=st.integers(1, 100_000),
    p1=st.integers(1, 10_000_000),
    c2=st.integers(1, 100_000),
    p2=st.integers(1, 10_000_000),
    confidence=CONFIDENCES,
)
def test_rate_change_agrees_with_statsmodels(c1, p1, c2, p2, confidence):
    estimate = rate_change(c1, p1, c2, p2, confidence)
    expected = confint_poisson_2indep(
        c2, p2, c1, p1, method="wald-log", compare="ratio", alpha=1 - confidence
    )
    assert limits(estimate) == pytest.approx(expected, rel=1e-9)
    assert estimate.value == pytest.approx((c2 / p2) / (c1 / p1), rel=1e-12)


def test_a_rate_that_doubled_has_a_change_of_two():
    estimate = rate_change(100, 50_000, 200, 50_000)
    assert estimate.value == pytest.approx(2.0, rel=1e-15)
    assert estimate.unchanged == 1.0
    assert estimate.interval.method == "Log rate ratio, 95%"


@pytest.mark.parametrize(("c1", "c2"), [(0, 40), (40, 0), (0, 0)])
def test_a_rate_from_or_to_no_events_at_all_has_no_ratio_to_judge(c1, c2):
    with pytest.raises(NotComputable, match="no events"):
        rate_change(c1, 50_000, c2, 50_000)


def test_a_share_of_nothing_has_no_change():
    with pytest.raises(ValueError, match=r"n is 0: .* not computable"):
        share_change(0, 0, 26, 35)


def test_the_verdict_is_up_where_the_later_share_is_clearly_higher():
    assert verdict(share_change(150, 1_000, 200, 1_000)) is Change.UP


def test_the_verdict_is_down_where_the_later_share_is_clearly_lower():
    assert verdict(share_change(200, 1_000, 150, 1_000)) is Change.DOWN


def test_a_rise_that_chance_could_make_is_no_clear_change():
    # Two reviews of searches by the inspectorate: 75.4%, then 80% of 235. The size of the first
    # is not printed; 181 of 240 gives its share and its margin.
    assert verdict(share_change(181, 240, 188, 235)) is Change.NO_CLEAR_CHANGE


def test_a_rate_is_judged_against_one_and_not_against_nothing():
    assert verdict(rate_change(100, 50_000, 200, 50_000)) is Change.UP
    assert verdict(rate_change(200, 50_000, 100, 50_000)) is Change.DOWN
    assert verdict(rate_change(100, 50_000, 105, 50_000)) is Change.NO_CLEAR_CHANGE


@pytest.mark.parametrize("limits_of_change", [(0.0, 0.2), (-0.2, 0.0)])
def test_an_interval_that_only_touches_no_change_still_covers_it(limits_of_change):
    interval = Interval(*limits_of_change, "Newcombe hybrid score, 95%")
    estimate = ChangeEstimate(sum(limits_of_change) / 2, interval, unchanged=0.0)
    assert verdict(estimate) is Change.NO_CLEAR_CHANGE


def test_a_stricter_confidence_can_withdraw_a_verdict():
    counts = (150, 1_000, 185, 1_000)
    assert verdict(share_change(*counts, confidence=0.95)) is Change.UP
    assert verdict(share_change(*counts, confidence=0.998)) is Change.NO_CLEAR_CHANGE


def test_the_verdicts_read_as_plain_words():
    assert [str(change) for change in Change] == ["up", "down", "no clear change"]


def test_many_more_records_make_a_small_rise_clear():
    small, large = share_change(181, 240, 188, 235), share_change(18_100, 24_000, 18_800, 23_500)
    assert math.isclose(small.value, large.value)
    assert verdict(large) is Change.UP


def test_two_samples_by_the_inspectorates_margins_show_no_clear_change():
    # 75.4% to within 5.3 points, then 80.0% to within 5.0: z is about 1.2.
    was, now = wald(181, 240, 5930), wald(188, 235, 8000)

    found = difference(181 / 240, was, 0.8, now)

    assert verdict(found) is Change.NO_CLEAR_CHANGE
    assert found.value == pytest.approx(0.0458, abs=5e-5)
    half = (0.0531**2 + 0.0504**2) ** 0.5
    assert found.interval.upper - found.value == pytest.approx(half, abs=2e-3)
    assert found.interval.method == "Square and add, 95%"


def test_of_two_wilson_intervals_it_is_newcombes():
    ours = difference(20 / 40, wilson(20, 40), 30 / 40, wilson(30, 40)).interval
    newcombes = share_change(20, 40, 30, 40).interval

    assert (ours.lower, ours.upper) == (newcombes.lower, newcombes.upper)
