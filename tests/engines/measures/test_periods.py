"""Periods: which months each kind holds, how they are called, and when they overlap."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engines.measures import plain_periods
from engines.measures.plain_world import month
from peelian.engines.measures.periods import (
    GRAINS,
    ONLY_WHOLE,
    SPAN,
    Period,
    overlap,
    periods,
)
from peelian.records.months import from_ordinal, ordinal, shift

MONTHS = st.integers(ordinal("1999-01"), ordinal("2040-12")).map(from_ordinal)
SPANS = st.tuples(MONTHS, st.integers(0, 40)).map(lambda span: (span[0], shift(*span)))


def labels(grain, first, last):
    return [period.label for period in periods(grain, first, last)]


def test_months_come_one_by_one_across_the_end_of_a_year():
    assert labels("month", "2021-11", "2022-02") == ["2021-11", "2021-12", "2022-01", "2022-02"]


def test_quarters_are_those_of_the_calendar_and_cut_to_the_span():
    assert labels("quarter", "2021-02", "2021-07") == [
        "2021-02 to 2021-03",
        "2021-04 to 2021-06",
        "2021-07",
    ]


def test_financial_years_run_from_april_to_march():
    assert labels("financial_year", "2020-04", "2022-03") == ["2020-21", "2021-22"]


def test_a_financial_year_that_is_cut_says_which_months_it_holds():
    """It would otherwise be taken for the whole year."""
    assert labels("financial_year", "2021-03", "2021-12") == ["2021-03", "2021-04 to 2021-12"]


def test_a_year_to_date_begins_in_april():
    assert labels("year_to_date", "2021-03", "2021-05") == [
        "2020-04 to 2021-03",
        "2021-04",
        "2021-04 to 2021-05",
    ]


def test_rolling_twelve_months_reach_back_before_the_span():
    (period,) = periods("rolling_twelve", "2021-03", "2021-03")

    assert (period.first, period.last) == ("2020-04", "2021-03")
    assert len(period.months) == 12


def test_the_same_period_last_year_stands_before_this_one():
    assert labels("same_period_last_year", "2021-04", "2021-06") == [
        "2020-04 to 2020-06",
        "2021-04 to 2021-06",
    ]


def test_a_span_is_one_period():
    assert periods(SPAN, "2021-03", "2021-12") == (Period("2021-03", "2021-12"),)


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (Period("2021-03", "2021-03"), "March 2021"),
        (Period("2020-11", "2021-02"), "November 2020 to February 2021"),
        (Period("2021-10", "2021-12"), "October to December 2021"),
    ],
)
def test_periods_in_words(period, words):
    assert period.in_words == words


def test_a_year_before_keeps_the_kind_of_period():
    assert Period("2021-01", "2021-03", "quarter").year_before() == Period(
        "2020-01", "2020-03", "quarter"
    )


@pytest.mark.parametrize("grain", [*GRAINS, SPAN])
@given(span=SPANS)
def test_periods_are_those_found_by_walking_from_month_to_month(grain, span):
    name = None if grain == SPAN else grain
    walked = plain_periods.periods(name, month(span[0]), month(span[1]))

    found = periods(grain, *span)

    assert [list(map(month, period.months)) for period in found] == walked
    assert [period.label for period in found] == [plain_periods.label(name, one) for one in walked]
    assert {period.grain for period in found} == {grain}


@pytest.mark.parametrize("grain", [*GRAINS, SPAN])
@given(span=SPANS)
def test_labels_tell_periods_apart(grain, span):
    found = labels(grain, *span)

    assert len(set(found)) == len(found)


@pytest.mark.parametrize("grain", sorted({*GRAINS, SPAN} - ONLY_WHOLE))
@given(span=SPANS)
def test_periods_that_do_not_run_hold_each_month_of_the_span_once(grain, span):
    found = periods(grain, *span)

    assert [month for period in found for month in period.months] == list(Period(*span).months)
    assert not overlap(found)


@given(spans=st.lists(SPANS, max_size=5))
def test_periods_overlap_where_a_month_stands_in_two(spans):
    found = [Period(*span) for span in spans]
    months = [month for period in found for month in period.months]

    assert overlap(found) == (len(set(months)) < len(months))
