"""Only files that can matter are read, and reading all of them would give the same answer."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ibis import _

from engines.measures.measure_samples import ask, count, world
from engines.measures.oracle_samples import questions
from peelian.areas.crime.measures import MEASURES, charged_share, charged_within_2_months
from peelian.engines.measures.calculate import calculate
from peelian.engines.measures.examples import ExampleTables
from peelian.engines.measures.request import request
from peelian.spine.crime import Crime
from peelian.spine.outcome import Outcome

BY_KEY = {measure.key: measure for measure in MEASURES}


class Noted(ExampleTables):
    """Tables that remember which files were asked for."""

    def __init__(self, example):
        super().__init__(example, "duckdb")
        self.asked = {}

    def table(self, model, *, forces=None, months=None):
        self.asked[model] = (forces, months)
        return super().table(model, forces=forces, months=months)


class Everything(ExampleTables):
    """Tables that give all rows, whatever is asked for."""

    def table(self, model, *, forces=None, months=None):
        return super().table(model)


def files_read(measure, **asked):
    tables = Noted(world({Crime: "crime_type\nDrugs"}))
    calculate(request(measure, **asked), tables)
    return tables.asked


def test_of_the_records_counted_only_the_forces_and_months_in_question_are_read():
    asked = {"where": {"force": "kent"}, "first": "2021-03", "last": "2021-04"}

    assert files_read(count(), **asked) == {Crime: ({"kent"}, {"2021-03", "2021-04"})}
    assert files_read(count(), by=["rolling_twelve"], first="2021-03")[Crime][1] >= {"2020-04"}


def test_without_a_force_the_files_of_all_are_read():
    assert files_read(count(), first="2021-03")[Crime][0] is None


def test_a_window_is_followed_in_its_own_months_and_in_the_files_of_any_force():
    asked = {"where": {"force": "kent"}, "first": "2021-03", "last": "2021-04"}

    within = files_read(charged_within_2_months, **asked)[Outcome]
    so_far = files_read(charged_share, **asked)[Outcome]

    assert within == (None, {"2021-03", "2021-04", "2021-05", "2021-06"})
    assert so_far == (None, None)


def test_a_measure_dated_by_another_field_reads_every_month():
    measure = count(dated_by="location", counting=_.crime_type.notnull())
    rows = world({Crime: "crime_type | location | month\nDrugs | 2021-03 | 2021-05"})

    assert files_read(measure, first="2021-03", last="2021-03") == {Crime: (None, None)}
    (cell,) = ask(measure, rows, first="2021-03", last="2021-05").cells
    assert cell.value == 1


@pytest.mark.parametrize("key", BY_KEY)
@settings(max_examples=6, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_reading_everything_gives_the_same_cells(key, data):
    example, first, last = data.draw(questions(BY_KEY[key]))
    asked = request(BY_KEY[key], by=example.by, where=example.where, first=first, last=last)

    few = calculate(asked, ExampleTables(example, "duckdb"))

    assert few == calculate(asked, Everything(example, "duckdb"))
