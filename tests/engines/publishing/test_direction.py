"""Comparative words are tested claims: said only where the interval leaves out "no change"."""

from dataclasses import replace

import pytest

from peelian import catalogue
from peelian.engines.measures.cells import Cell
from peelian.engines.measures.periods import Period
from peelian.engines.measures.status import Status
from peelian.engines.publishing.direction import direction
from peelian.engines.publishing.headlines import extremes, over_time
from peelian.engines.publishing.latest import held_against, newest, usable
from peelian.engines.publishing.shown import Released
from peelian.numbers.change import Change

SPRING = Period("2021-03", "2021-05")
SUMMER = Period("2021-06", "2021-08")


def cell(key, period, numerator, denominator=None, value=None):
    return Cell(
        measure=key,
        version=1,
        period=period,
        snapshot="s",
        numerator=numerator,
        denominator=denominator,
        value=numerator if value is None else value,
    )


def share(period, k, n):
    return cell("crime.charged_within_2_months", period, k, n, k / n)


def went(key, now, before):
    return direction(catalogue.measure(key), now, before)


def test_a_share_that_clearly_fell_is_down_by_percentage_points():
    found = went(
        "crime.charged_within_2_months", share(SUMMER, 400, 10_000), share(SPRING, 600, 10_000)
    )
    assert found.change is Change.DOWN
    assert found.sentence.startswith(
        "Down from 6.0% in March to May 2021, by 2.0 percentage points"
    )


def test_a_difference_that_chance_may_make_is_no_clear_change():
    found = went(
        "crime.charged_within_2_months", share(SUMMER, 48, 1_000), share(SPRING, 50, 1_000)
    )
    assert found.change is Change.NO_CLEAR_CHANGE
    assert found.sentence == "No clear change from March to May 2021 (5.0%)."


def test_counts_over_spans_of_different_length_are_held_against_each_other_by_month():
    two_months = Period("2021-06", "2021-07")
    found = went(
        "crime.recorded",
        cell("crime.recorded", two_months, 2000),
        cell("crime.recorded", SPRING, 3000),
    )
    assert found.change is Change.NO_CLEAR_CHANGE


def test_a_cell_without_a_number_is_never_compared():
    blank = replace(share(SPRING, 5, 100), status=Status.NO_DATA, numerator=None, denominator=None)
    assert went("crime.charged_within_2_months", share(SUMMER, 5, 100), blank) is None


def test_a_maturing_measure_is_never_compared():
    now = cell("crime.charged_share", SUMMER, 1, 100, 0.01)
    before = cell("crime.charged_share", SPRING, 50, 100, 0.5)
    assert went("crime.charged_share", now, before) is None


def test_nothing_before_makes_no_direction_rather_than_an_endless_rise():
    assert (
        went("crime.recorded", cell("crime.recorded", SUMMER, 5), cell("crime.recorded", SPRING, 0))
        is None
    )


def test_the_newest_stretch_stops_at_a_gap():
    held = ("2021-03", "2021-04", "2021-06", "2021-07")
    assert newest(held) == Period("2021-06", "2021-07")
    assert newest(()) is None


def test_a_year_before_is_preferred_to_the_months_just_before():
    period = Period("2022-01", "2022-02")
    just_before = ("2021-11", "2021-12")
    assert held_against(period, (*just_before, "2022-01", "2022-02")) == Period(*just_before)
    a_year = ("2021-01", "2021-02", *just_before)
    assert held_against(period, a_year) == Period("2021-01", "2021-02")
    assert held_against(period, ("2022-01", "2022-02")) is None


def test_only_months_with_a_figure_are_usable():
    cells = [cell("crime.recorded", Period(month, month), 1) for month in ("2021-04", "2021-03")]
    cells.append(replace(cells[0], period=Period("2021-05", "2021-05"), status=Status.NO_DATA))
    assert usable(cells) == ("2021-03", "2021-04")


def released(key, period, k, n, low, high):
    made = replace(cell(key, period, k, n, k / n), lower=low, upper=high)
    return Released(made, catalogue.measure(key))


def test_the_title_of_a_trend_says_what_happened():
    key = "crime.charged_within_2_months"
    first = released(key, Period("2021-03", "2021-03"), 382, 6049, 0.057, 0.07)
    last = released(key, Period("2021-10", "2021-10"), 279, 6329, 0.039, 0.049)
    assert over_time([first, last]) == "Down from 6.3% in March 2021 to 4.4% in October 2021"
    assert over_time([first]) == "Charged within two months: 6.3% in March 2021"


@pytest.mark.parametrize(
    ("low", "high", "title"),
    [
        ((0.04, 0.06), (0.08, 0.12), "Highest in Stafford (10%), lowest in Tamworth (5%)"),
        ((0.02, 0.09), (0.08, 0.12), "No clear differences: the likely ranges overlap"),
    ],
)
def test_highest_and_lowest_are_named_only_where_they_clearly_differ(low, high, title):
    key = "crime.charged_within_2_months"
    tamworth = released(key, SPRING, 5, 99, *low)
    stafford = released(key, SPRING, 10, 99, *high)
    assert extremes([(stafford, "Stafford"), (tamworth, "Tamworth")]) == title
    assert extremes([(stafford, "Stafford")]) == ""
