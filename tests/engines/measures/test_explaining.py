"""What a measure says of itself: its definition as declared, its method, its query."""

from dataclasses import replace

import pytest
from ibis import _

from engines.measures.measure_samples import count, rate, ratio, share, typical, world
from peelian.areas.crime.measures import charged_share, charged_within_2_months, outcomes
from peelian.engines.measures.examples import BadExample, ExampleTables
from peelian.engines.measures.explain import declared, method, methods_of, sql
from peelian.engines.measures.periods import Period, periods
from peelian.engines.measures.request import request
from peelian.spine.crime import Crime


@pytest.mark.parametrize(
    ("measure", "lines"),
    [
        (
            count(distinct="crime_id"),
            [
                ("kind", "count"),
                ("of", "crime"),
                ("dated by", "month"),
                ("counting", "(_.crime_type == 'Drugs')"),
                ("distinct", "crime_id"),
            ],
        ),
        (
            share(known=_.lsoa_code.notnull()),
            [
                ("counting", "(_.crime_type == 'Drugs')"),
                ("among", "_.crime_type.notnull()"),
                ("known", "_.lsoa_code.notnull()"),
            ],
        ),
        (rate(base=500), [("per", "500 usual residents, 2020")]),
        (
            ratio(),
            [
                ("per", "usual residents, 2020"),
                ("compared", "deprivation_decile 1 against 10"),
            ],
        ),
        (
            typical(over=_.longitude > 2, over_words="lie east of 2", mean=True),
            [
                ("over", "(_.longitude > 2)"),
                ("unit", "degrees"),
                ("mean", "given, and labelled so"),
            ],
        ),
        (
            share(known=_.lsoa_code.notnull(), of_known=True),
            [("known", "_.lsoa_code.notnull()"), ("out of", "those that are known")],
        ),
        (
            charged_within_2_months,
            [
                ("of", "crimes_charged_soon"),
                ("distinct", "crime_id"),
                ("followed through", "outcome files, 2 further months"),
            ],
        ),
        (charged_share, [("followed through", "outcome files, as far as files are loaded")]),
    ],
)
def test_a_definition_as_declared(measure, lines):
    found = declared(measure).lines

    assert [line for line in found if line in lines] == lines


@pytest.mark.parametrize(
    ("measure", "key"),
    [
        (share(), "wilson"),
        (rate(), "byar"),
        (ratio(), "log_rate_ratio"),
        (typical(), "order_statistics"),
    ],
)
def test_the_method_of_an_interval(measure, key):
    assert methods_of(measure) == (method(key),)
    assert method(key).source


def test_a_count_has_no_interval():
    assert methods_of(count()) == ()
    assert method("") is None


def test_the_query_of_a_question():
    tables = ExampleTables(world({Crime: "crime_type\nDrugs"}), "duckdb")
    asked = request(count(), by=["force"], where={"type": "Drugs"})

    text = sql(asked, tables, (Period("2021-03", "2021-05"),))

    for part in ("SELECT", "BETWEEN '2021-03' AND '2021-05'", "'Drugs'", "GROUP BY", "COUNT(*)"):
        assert part in text


def test_the_query_of_periods_that_do_not_overlap_needs_no_other_table():
    tables = ExampleTables(world({Crime: "crime_type\nDrugs"}), "duckdb")
    asked = request(count(), by=["quarter"])

    text = sql(asked, tables, periods("quarter", "2021-03", "2021-08"))

    assert "JOIN" not in text
    assert "'2021-04 to 2021-06'" in text


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ("crime_tipe\nDrugs", "Crime has no field crime_tipe; choose from record_id, source"),
        ("crime_type | month\nDrugs", "Line 'Drugs' has 1 values for 2 fields."),
    ],
)
def test_an_example_that_cannot_be_read_says_why(rows, sentence):
    with pytest.raises(BadExample, match=sentence):
        ExampleTables(world({Crime: rows}), "duckdb")


def test_different_rows_are_different_snapshots():
    one, same, other = (
        ExampleTables(world({Crime: f"crime_type\n{kind}"}), "duckdb").snapshot.id
        for kind in ("Drugs", "Drugs", "Robbery")
    )

    assert one == same != other


def test_outcomes_count_crimes_and_not_rows():
    assert ("distinct", "crime_id") in declared(outcomes).lines
    assert replace(outcomes, distinct=None) != outcomes
