"""Dirt and structure like those of real files: each habit in one force, hot spots, repeats."""

import pytest

HALF = 0.5


@pytest.mark.parametrize(
    ("force", "blank", "true"),
    [
        ("staffordshire", 0.0, 0.25),
        ("cheshire", 0.9, 0.03),
        ("derbyshire", 0.0, 0.94),
        ("leicestershire", 0.0, 0.0),
    ],
)
def test_forces_record_the_link_to_the_object_unlike(eight, force, blank, true):
    ((unknown, linked),) = eight.ask(
        "SELECT avg((linked_to_object IS NULL)::INT), "
        "avg(coalesce(linked_to_object, false)::INT) FROM rows",
        "stopsearch",
        force,
    )
    assert unknown == pytest.approx(blank, abs=0.12)
    assert linked == pytest.approx(true, abs=0.15)


def test_a_force_that_hands_nothing_in_has_no_part_for_the_month(eight):
    covered = eight.snapshot.covered("crime")
    assert ("north-wales", "2023-05") in covered
    assert ("north-wales", "2023-06") not in covered
    assert ("staffordshire", "2023-06") in covered


def test_one_force_leaves_ethnicity_and_age_blank(eight):
    known = eight.one(
        "SELECT count(ethnic_group) + count(age_range) FROM rows", "stopsearch", "warwickshire"
    )
    others = eight.one("SELECT count(ethnic_group) FROM rows", "stopsearch", "staffordshire")
    assert known == 0 < others


def test_one_force_gives_no_place_of_its_searches(eight):
    assert eight.one("SELECT count(longitude) FROM rows", "stopsearch", "west-mercia") == 0


def test_searches_of_vehicles_have_no_person(eight):
    of_vehicles = "search_type = 'Vehicle search'"
    assert eight.one(f"SELECT count(*) FILTER ({of_vehicles}) > 0 FROM rows", "stopsearch")
    assert not eight.one(
        f"SELECT count(gender) + count(ethnic_group) FROM rows WHERE {of_vehicles}", "stopsearch"
    )


def test_identical_searches_stand_in_rows_of_their_own(staffordshire):
    rows = staffordshire.one("SELECT count(*) FROM rows", "stopsearch")
    distinct = staffordshire.one(
        "SELECT count(*) FROM (SELECT DISTINCT * EXCLUDE record_id FROM rows)", "stopsearch"
    )
    assert 0.04 < 1 - distinct / rows < 0.12


def test_anti_social_behaviour_has_neither_identifier_nor_outcome(eight):
    asb = "crime_type = 'Anti-social behaviour'"
    ((rows, named, ended),) = eight.ask(
        f"SELECT count(*), count(crime_id), count(last_outcome) FROM rows WHERE {asb}", "crime"
    )
    assert rows > 0
    assert (named, ended) == (0, 0)


def test_some_identifiers_stand_on_two_rows(staffordshire):
    ((rows, crimes),) = staffordshire.ask(
        "SELECT count(crime_id), count(DISTINCT crime_id) FROM rows", "crime"
    )
    assert 0 < rows - crimes < 0.01 * rows


def test_outcomes_are_of_crimes_of_the_street_files(staffordshire):
    """All of those given in March 2024 to crimes reported in the months before it."""
    outcomes = staffordshire.paths("outcome", month="2024-03")
    unknown, far = staffordshire.ask(
        "SELECT count(*) FILTER (id IS NULL), count(*) FROM "
        f"(SELECT o.crime_id, c.crime_id AS id FROM read_parquet('{outcomes}') AS o "
        "LEFT JOIN (SELECT DISTINCT crime_id FROM rows) AS c USING (crime_id))",
        "crime",
    )[0]
    assert unknown == 0 < far


def test_rows_without_a_position_have_no_neighbourhood(eight):
    nowhere = eight.ask(
        "SELECT DISTINCT location, lsoa_code, lsoa_name FROM rows WHERE longitude IS NULL", "crime"
    )
    assert nowhere == [("No Location", None, None)]


def test_points_lie_where_their_neighbourhood_is(staffordshire):
    """About 53 degrees north and 2 west; a few rows are of the next force's area."""
    away = staffordshire.one(
        "SELECT avg((abs(latitude - 52.85) > 0.5 OR abs(longitude + 2.0) > 0.6)::INT) FROM rows",
        "crime",
    )
    points = staffordshire.one(
        "SELECT count(DISTINCT (longitude, latitude)) / count(DISTINCT lsoa_code) FROM rows",
        "crime",
    )
    assert away < 0.006
    assert 6 < points <= 12


def test_there_are_hot_spots_and_places_and_people_that_come_again(staffordshire):
    def share_of_top(column, kind):
        return staffordshire.one(
            f"SELECT sum(n) FILTER (rank <= 0.05 * every) / sum(n) FROM (SELECT n, "
            "row_number() OVER (ORDER BY n DESC) AS rank, count(*) OVER () AS every "
            f"FROM (SELECT count(*) AS n FROM rows WHERE {column} IS NOT NULL GROUP BY {column}))",
            kind,
        )

    assert share_of_top("lsoa_code", "crime") > 0.15
    assert share_of_top("place_key", "incident") > 0.15
    assert share_of_top("person_key", "incident") > 0.12
    assert share_of_top("caller_key", "call") > 0.15


def test_the_same_person_calls_and_is_concerned_in_incidents(staffordshire):
    calls = staffordshire.paths("call")
    both = staffordshire.one(
        "SELECT count(DISTINCT person_key) FROM rows WHERE person_key IN "
        f"(SELECT caller_key FROM read_parquet('{calls}'))",
        "incident",
    )
    assert both > 1000


def test_a_call_that_was_given_up_has_no_answer_and_sometimes_no_wait(eight):
    given_up = "abandoned AND line IN ('999', '101')"
    ((answers, waits, rows),) = eight.ask(
        "SELECT count(carrier_seconds) + count(force_seconds) + count(handling_seconds), "
        f"count(waited_seconds), count(*) FROM rows WHERE {given_up}",
        "call",
    )
    assert answers == 0
    assert HALF * rows < waits < rows


def test_the_force_s_own_clock_starts_later(eight):
    assert eight.one(
        "SELECT max(force_seconds - carrier_seconds) < 0 FROM rows WHERE carrier_seconds > 3",
        "call",
    )


def test_a_line_comes_into_use_in_the_middle_of_the_year(staffordshire):
    (first,) = staffordshire.ask("SELECT min(month) FROM rows WHERE line = 'Live chat'", "call")[0]
    assert first == "2023-10"


def test_some_arrivals_are_missing_and_nobody_comes_to_what_is_settled_by_phone(eight):
    ((missing, none),) = eight.ask(
        "SELECT avg((arrived_at IS NULL)::INT) FILTER (needs_attendance), "
        "count(arrived_at) FILTER (NOT needs_attendance) FROM rows",
        "incident",
    )
    assert missing == pytest.approx(0.06, abs=0.02)
    assert none == 0


def test_a_force_has_limits_for_its_own_words_for_grades(eight):
    grades = dict(eight.ask("SELECT grade, limit_minutes FROM rows", "responselimit", "derbyshire"))
    used = eight.ask(
        "SELECT DISTINCT grade FROM rows WHERE needs_attendance", "incident", "derbyshire"
    )
    assert set(grades) == {grade for (grade,) in used}
    assert grades["Immediate"] == 15


def test_rows_name_their_force_as_synthetic(eight):
    names = eight.ask("SELECT DISTINCT reported_by, falls_within FROM rows", "crime", "cheshire")
    assert names == [("Cheshire Constabulary (synthetic)",) * 2]
