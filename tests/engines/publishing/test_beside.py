"""What must stand beside a figure is asked as the figure was, and says so where it cannot be."""

import json

import pytest

from peelian.areas.stop_and_search.models import StopSearch
from peelian.areas.stop_and_search.volume import complaints, searches
from peelian.engines.measures.beside import beside_cell
from peelian.engines.measures.calculate import calculate
from peelian.engines.measures.declared import Example
from peelian.engines.measures.examples import ExampleTables
from peelian.engines.measures.request import request
from peelian.engines.publishing.beside import companions
from peelian.engines.publishing.exports import as_json
from peelian.engines.publishing.shown import release
from peelian.spine.complaint import Complaint

ROWS = {
    StopSearch: """
        search_type   | linked_to_object | object_of_search | force_id
        Person search | true             | Controlled drugs | durham
        Person search |                  | Controlled drugs | durham
        Person search | true             | Fireworks        | durham
        Person search | false            | Controlled drugs | essex
        """,
}


def answered(rows, **asked):
    tables = ExampleTables(Example(says="", rows=rows, shows=""), "duckdb")
    question = request(searches, **asked)
    answer = calculate(question, tables)
    found = companions(
        question, answer, lambda one: release(calculate(one, tables), one.measure)[-1]
    )
    return answer, found


def test_a_companion_is_asked_for_the_same_force_and_conditions():
    _answer, (found, _link, _complaints) = answered(
        ROWS, where={"force": "durham", "object": "Controlled drugs"}
    )

    assert (found.shown.cell.numerator, found.shown.cell.denominator) == (1, 2)
    assert found.says.endswith("likely range 9% to 91%. Not known for 1.")


def test_what_is_not_loaded_is_no_data_and_never_none():
    _answer, (_found, _link, told) = answered(ROWS, where={"force": "durham"})

    assert told.shown.cell.value is None
    assert told.says.startswith("Complaints about stop and search: no data loaded. No complaint")


def test_a_condition_that_a_companion_cannot_hold_is_said():
    about = {Complaint: "about | force_id\nStop and search | durham"}

    _answer, (_found, _link, told) = answered(
        ROWS | about, where={"force": "durham", "object": "Fireworks"}
    )

    assert told.shown.cell.value == 1
    assert told.says.endswith("It cannot be cut by object of search.")


def test_a_cell_of_a_breakdown_takes_its_own_place_along():
    answer, _found = answered(ROWS, by=("force", "object"))
    cell = next(cell for cell in answer.cells if cell.at("object") == "Fireworks" and cell.value)

    asked = [question.asked.where for question in beside_cell(searches, cell)]

    assert asked[0] == (("force", ("durham",)), ("object", ("Fireworks",)))
    assert asked[2] == (("force", ("durham",)),)


def test_json_carries_what_stands_beside():
    answer, found = answered(ROWS, where={"force": "durham"})

    whole = json.loads(
        as_json(answer, release(answer, searches), searches, attributions=(), beside=found)
    )

    assert [one["measure"] for one in whole["beside"]] == [one.key for one in searches.beside]
    assert whole["beside"][2]["status"] == "no_data"


def test_volume_never_stands_without_find_rate_unknown_and_complaints():
    assert complaints in searches.beside
    assert len(searches.beside) == 3


@pytest.mark.parametrize("engine", ["duckdb", "polars"])
def test_nothing_stands_beside_an_empty_answer(engine):
    tables = ExampleTables(Example(says="", rows={}, shows=""), engine)
    question = request(searches)

    assert companions(question, calculate(question, tables), lambda one: None) == ()
