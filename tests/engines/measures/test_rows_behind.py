"""From a cell back to its rows: the right ones, each once, on whatever page they stand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ibis import _

from engines.measures.measure_samples import count, only, ratio, share, typical, world
from peelian.areas.crime.measures import charged_within_2_months, outcomes
from peelian.areas.crime.recorded_examples import NEIGHBOURHOODS
from peelian.engines.measures.examples import ExampleTables
from peelian.engines.measures.periods import Period
from peelian.engines.measures.request import request
from peelian.engines.measures.rows import Totals, parts, rows, totals
from peelian.spine.crime import Crime
from peelian.spine.outcome import Outcome

MARCH = Period("2021-03", "2021-03")
WORLD = world(
    {
        Crime: """
            crime_id | crime_type | lsoa_code | longitude | month
            a1       | Drugs      | E01000001 | -2.5      | 2021-03
            a1       | Drugs      | E01000001 |           | 2021-03
                     | Drugs      |           | -2.0      | 2021-03
            a2       | Burglary   | E01000002 | -2.5      | 2021-03
            a3       | Robbery    | E01000003 | -2.0      | 2021-04
            """,
        **NEIGHBOURHOODS,
    }
)


def everything(_rows):
    return _rows.record_id.notnull()


def behind(measure, part="counted", *, columns=("record_id",), where=None, example=WORLD, **paged):
    tables = ExampleTables(example, "duckdb")
    asked = request(measure, where=where)
    paged = {"within": everything, "limit": 100} | paged
    return rows(asked, MARCH, tables, part=part, columns=columns, **paged)


def numbers(page):
    """Which rows of the example a page holds, counted from 1."""
    return [int(row[0].rpartition("-")[2]) for row in page.rows]


@pytest.mark.parametrize(
    ("measure", "part", "expected"),
    [
        (count(), "counted", [1, 2, 3]),
        (count(distinct="crime_id"), "counted", [1, 2]),
        (share(), "counted", [1, 2, 3]),
        (share(), "among", [1, 2, 3, 4]),
        (share(distinct="crime_id"), "counted", [1, 2]),
        (share(distinct="crime_id"), "among", [1, 2, 3, 4]),
        (ratio(counting=_.crime_type.notnull()), "counted", [1, 2, 4]),
        (typical(), "counted", [1, 3, 4]),
    ],
)
def test_the_rows_of_each_kind(measure, part, expected):
    assert numbers(behind(measure, part)) == expected


def test_a_share_opens_to_what_it_counts_and_to_what_it_is_out_of():
    assert parts(share()) == ("counted", "among")
    assert parts(count()) == parts(ratio()) == ("counted",)


def test_rows_are_those_of_the_conditions():
    assert numbers(behind(count(), where={"lsoa": ""})) == [3]
    assert numbers(behind(count(), where={"deprivation_decile": "1"})) == [1, 2]


def test_rows_of_a_view_are_rows_of_its_base():
    followed = world(
        {
            Crime: "crime_id | crime_type\na1 | Burglary\na2 | Burglary",
            Outcome: (
                "crime_id | outcome_type\na2 | Suspect charged\na2 | Suspect charged\n"
                "a2 | Suspect charged"
            ),
        }
    )

    assert numbers(behind(charged_within_2_months, example=followed)) == [2]
    assert numbers(behind(charged_within_2_months, "among", example=followed)) == [1, 2]
    assert numbers(behind(outcomes, example=followed)) == [1, 2, 3]


def test_only_the_columns_asked_for_come_back():
    page = behind(count(), columns=("crime_type", "record_id", "month"))

    assert page.columns == ("crime_type", "record_id", "month")
    assert page.rows[0] == ("Drugs", "crime-1", "2021-03")


def test_rows_out_of_sight_are_counted_and_not_shown():
    def drawn_on_the_map(found):
        return found.longitude.notnull()

    tables = ExampleTables(WORLD, "duckdb")

    assert totals(
        request(count()), MARCH, tables, part="counted", within=drawn_on_the_map
    ) == Totals(counted=3, shown=2)
    assert numbers(behind(count(), within=drawn_on_the_map)) == [1, 3]


def test_the_last_page_has_no_page_after_it():
    assert behind(count(), limit=3).after is None
    assert behind(count(), limit=2).after == "crime-2"


@settings(max_examples=25)
@given(limit=st.integers(1, 13), size=st.integers(0, 12))
def test_no_row_is_lost_or_doubled_across_pages(limit, size):
    lines = "\n".join(["crime_id | crime_type", *(f"a{n} | Drugs" for n in range(size))])
    example = world({Crime: lines}, loaded={Crime: (("staffordshire", "2021-03"),)})

    seen, after = [], ""
    for _page in range(size + 1):
        page = behind(count(), example=example, limit=limit, after=after)
        assert len(page.rows) <= limit
        seen += numbers(page)
        after = page.after
        if after is None:
            break

    assert after is None
    assert sorted(seen) == list(range(1, size + 1))
    assert seen == sorted(seen, key=str)


@pytest.mark.parametrize(
    "measure", [count(), share(), ratio(counting=_.crime_type.notnull()), typical()]
)
def test_as_many_rows_stand_behind_a_figure_as_it_says(measure):
    cell = only(measure, WORLD, last="2021-03")
    tables = ExampleTables(WORLD, "duckdb")

    found = totals(request(measure), MARCH, tables, part="counted", within=everything)

    counted = cell.numerator + (cell.denominator if measure.kind == "ratio" else 0)
    assert found.counted == found.shown == counted
