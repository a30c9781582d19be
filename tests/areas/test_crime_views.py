"""The rows of a view stay those of its base: none is lost, none is doubled, none is changed."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engines.measures.oracle_samples import worlds
from peelian.areas.crime.views import (
    CRIMES_AND_CHARGES,
    CRIMES_AND_OUTCOMES,
    CRIMES_CHARGED_SOON,
)
from peelian.engines.measures.declared import Example
from peelian.engines.measures.examples import ENGINES, ExampleTables
from peelian.spine.crime import Crime
from peelian.spine.outcome import Outcome

VIEWS = {view.key: view for view in (CRIMES_AND_CHARGES, CRIMES_AND_OUTCOMES, CRIMES_CHARGED_SOON)}


def rows_of(tables, table):
    return sorted(tables.to_arrow(table).to_pylist(), key=lambda row: row["record_id"])


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("key", VIEWS)
@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_view_only_adds_columns(key, engine, data):
    view = VIEWS[key]
    tables = ExampleTables(Example(says="", shows="", **data.draw(worlds())), engine)

    added = rows_of(tables, view.build(tables.table))

    (name,) = view.adds
    assert {row.pop(name) for row in added} <= {True, False}
    assert added == rows_of(tables, tables.table(Crime))


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("given", "soon"),
    [
        ("2020-10", False),
        ("2020-11", True),
        ("2020-12", True),
        ("2021-01", True),
        ("2021-02", False),
    ],
)
def test_the_window_of_a_charge_goes_over_the_end_of_a_year(given, soon, engine):
    example = Example(
        says="",
        shows="",
        rows={
            Crime: "crime_id | month\na1 | 2020-11",
            Outcome: f"crime_id | month | outcome_type\na1 | {given} | Suspect charged",
        },
    )
    tables = ExampleTables(example, engine)

    (row,) = rows_of(tables, CRIMES_CHARGED_SOON.build(tables.table))

    assert row["charged_within_2_months"] is soon
