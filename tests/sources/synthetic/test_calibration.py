"""What is generated for Staffordshire against what was printed about it, within sampling error."""

from math import hypot, log, sqrt

import pytest

from peelian.sources.synthetic import targets
from peelian.sources.synthetic.lot import SCATTER_OF_MONTHS

RESIDENTS = 1_139_794  # mid-2020, of the LSOAs that Staffordshire Police polices
RESIDENTS_BLACK, RESIDENTS_WHITE = 13_773, 1_035_936  # Census 2021
# Three standard errors: with seeds fixed a test that passes once passes always.
ERRORS = 3.0
# Years to March have a day more or less than the mean year.
LEAP = 0.0025
ABUSE = "FROM rows WHERE grade = 'Grade 2' AND domestic_abuse AND minutes_to_arrival IS NOT NULL"


def share_error(share, cases):
    return ERRORS * sqrt(share * (1 - share) / cases)


def rate_error(rate, months=12):
    """Poisson counts, and months that scatter a little more than chance makes them."""
    count = rate * RESIDENTS / 1000 * months / 12
    return rate * (ERRORS * hypot(1 / sqrt(count), SCATTER_OF_MONTHS / sqrt(months)) + LEAP)


@pytest.mark.parametrize(
    ("target", "kind", "counted"),
    [
        (targets.CALLS_999, "call", "line = '999'"),
        (targets.CALLS_101, "call", "line = '101'"),
        (targets.ONLINE, "call", "line NOT IN ('999', '101')"),
        (targets.INCIDENTS, "incident", "true"),
        (targets.CRIMES, "crime", "crime_type <> 'Anti-social behaviour'"),
        (targets.ANTI_SOCIAL, "crime", "crime_type = 'Anti-social behaviour'"),
        (targets.COMPLAINTS, "complaint", "true"),
    ],
    ids=lambda value: value.says if isinstance(value, targets.Target) else None,
)
def test_rates_are_those_that_were_read(staffordshire, target, kind, counted):
    found = staffordshire.one(f"SELECT count(*) FILTER ({counted}) FROM rows", kind)
    assert found / RESIDENTS * 1000 == pytest.approx(target.value, abs=rate_error(target.value))


@pytest.mark.parametrize(
    ("target", "kind", "counting", "among"),
    [
        (
            targets.ANSWERED_999,
            "call",
            "coalesce(carrier_seconds <= 10, false)",
            "line = '999' AND (abandoned OR carrier_seconds IS NOT NULL)",
        ),
        (targets.ABANDONED_999, "call", "abandoned", "line = '999'"),
        (targets.NO_POSITION, "crime", "longitude IS NULL", "true"),
        (targets.ABOUT_SEARCHES, "complaint", "about = 'Stop and search'", "true"),
        (targets.LINKED_FINDS_LATER, "stopsearch", "linked_to_object", "true"),
    ],
    ids=lambda value: value.says if isinstance(value, targets.Target) else None,
)
def test_shares_are_those_that_were_read(staffordshire, target, kind, counting, among):
    ((counted, cases),) = staffordshire.ask(
        f"SELECT count(*) FILTER ({counting}), count(*) FROM rows WHERE {among}", kind
    )
    # Identical rows of one search make its sample somewhat smaller than its rows.
    assert counted / cases == pytest.approx(
        target.value, abs=share_error(target.value, cases / 1.25)
    )


def test_waits_for_101_lose_as_many_callers_as_is_plausible(staffordshire):
    found = staffordshire.one("SELECT avg(abandoned::INT) FROM rows WHERE line = '101'", "call")
    assert found == pytest.approx(targets.ABANDONED_101.value, abs=0.01)


def test_waits_of_grade_2_meet_every_statement_that_can_be_met(staffordshire):
    """8% within four hours, 41% over seven days, medians of 22 hours and of 11 for all."""
    ((early, late, cases, typical, mean),) = staffordshire.ask(
        "SELECT count(*) FILTER (minutes_to_arrival < 240), "
        "count(*) FILTER (minutes_to_arrival > 7 * 1440), count(*), "
        f"median(minutes_to_arrival) / 60, avg(minutes_to_arrival) / 60 {ABUSE}",
        "incident",
    )
    within, over = targets.ABUSE_IN_4_HOURS.value, targets.ABUSE_OVER_7_DAYS.value
    assert early / cases == pytest.approx(within, abs=share_error(within, cases))
    assert late / cases == pytest.approx(over, abs=share_error(over, cases))
    # A median's standard error: half over the density of waits at it, about 1% of cases an hour.
    assert typical == pytest.approx(targets.ABUSE_TYPICAL_HOURS.value, abs=3.0)
    every = staffordshire.one(
        "SELECT median(minutes_to_arrival) / 60 FROM rows WHERE grade = 'Grade 2'", "incident"
    )
    assert every == pytest.approx(targets.GRADE_2_TYPICAL_HOURS.value, abs=0.5)
    # What was printed as an average cannot be the mean: the tail alone puts that at 68.9 hours.
    assert mean > 0.41 * 168 > targets.ABUSE_TYPICAL_HOURS.value


def test_fewer_concerns_for_welfare_are_attended_from_february_2024(staffordshire):
    found = dict(
        staffordshire.ask(
            "SELECT month, count(*) FILTER (needs_attendance) / count(*) FROM rows "
            "WHERE category = 'Concern for welfare' GROUP BY ALL",
            "incident",
        )
    )
    fall = 1 - found["2024-02"] / found["2024-01"]
    assert fall == pytest.approx(targets.WELFARE_FALL.value, abs=0.05)


def test_outcomes_are_shared_out_as_in_the_files_that_they_were_counted_in(staffordshire):
    """Crimes of March to June 2021: 11,100 of 23,390 ended with no suspect or no charge possible;
    1,693 were charged."""
    counted = {"Suspect charged": 1693, "": 2479}
    known = staffordshire.ask(
        "SELECT outcome_type, count(DISTINCT crime_id) FROM rows GROUP BY ALL", "outcome"
    )
    crimes = staffordshire.one("SELECT count(DISTINCT crime_id) FROM rows", "crime")
    charged = dict(known)["Suspect charged"] / crimes
    settled = sum(number for _type, number in known) / crimes
    assert charged == pytest.approx(counted["Suspect charged"] / 23_390, abs=0.005)
    assert settled == pytest.approx(1 - counted[""] / 23_390, abs=0.02)


def test_copies_of_outcomes_are_as_many_as_were_seen(staffordshire):
    """2% in an ordinary month, 39% in March, when a file was joined up twice."""
    found = dict(
        staffordshire.ask(
            "SELECT month, 1 - count(DISTINCT crime_id) / count(*) FROM rows GROUP BY ALL",
            "outcome",
        )
    )
    assert found.pop("2024-03") == pytest.approx(targets.COPIES_IN_MARCH.value, abs=0.02)
    assert max(found.values()) < 0.035
    assert sum(found.values()) / len(found) == pytest.approx(targets.COPIES.value, abs=0.004)


def test_searches_are_as_many_as_the_growth_implies_and_grow_so_much(searches):
    """A rise of 1,500 to 1,600, called 24%, puts the year to January 2023 at 6,250 to 6,667."""
    before, after = (
        searches.one(f"SELECT count(*) FROM rows WHERE {span}", "stopsearch")
        for span in ("month < '2023-02'", "month >= '2023-02'")
    )
    assert before / RESIDENTS * 1000 == pytest.approx(
        targets.SEARCHES.value, abs=rate_error(targets.SEARCHES.value)
    )
    error = ERRORS * hypot(sqrt(1 / before + 1 / after), SCATTER_OF_MONTHS / sqrt(6))
    assert after / before == pytest.approx(targets.SEARCH_GROWTH.value, rel=error)


def test_what_was_sought_is_found_as_often_as_in_the_year_to_march_2023(searches):
    ((found, cases),) = searches.ask(
        "SELECT count(*) FILTER (linked_to_object), count(*) FROM rows "
        "WHERE month BETWEEN '2022-04' AND '2023-03'",
        "stopsearch",
    )
    share = targets.LINKED_FINDS.value
    assert found / cases == pytest.approx(share, abs=share_error(share, cases / 1.25))


def test_black_people_are_searched_so_many_times_as_often_by_residents(searches):
    black, white = RESIDENTS_BLACK, RESIDENTS_WHITE
    found = dict(
        searches.ask(
            "SELECT ethnic_group, count(*) FROM rows WHERE search_type <> 'Vehicle search' "
            "GROUP BY ALL",
            "stopsearch",
        )
    )
    ratio = (found["Black"] / black) / (found["White"] / white)
    error = ERRORS * sqrt(1.25 * (1 / found["Black"] + 1 / found["White"]))
    assert log(ratio) == pytest.approx(log(targets.BLACK_WHITE.value), abs=error)
