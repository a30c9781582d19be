"""Every worked example of response, on both engines, against the answer worked by hand."""

import pytest

from peelian.areas.response.measures import MEASURES
from peelian.engines.measures.calculate import calculate
from peelian.engines.measures.examples import ENGINES, ExampleTables, run
from peelian.engines.measures.request import request
from peelian.engines.measures.stated import stated_checks

EXAMPLES = [
    pytest.param(measure, example, id=f"{measure.key}: {example.says}")
    for measure in MEASURES
    for example in measure.examples
]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(("measure", "example"), EXAMPLES)
def test_an_example_shows_what_was_worked_by_hand(measure, example, engine):
    assert run(measure, example, engine) == example.shows


def test_no_limit_is_the_products_own():
    """Grades and limits differ by force: none stands in a declaration, and none is a standard."""
    assert [measure.key for measure in MEASURES if measure.standard is not None] == []


def test_the_published_average_is_refused_with_its_arithmetic():
    (attendance,) = (one for one in MEASURES if one.key == "response.attendance_time")
    (told,) = stated_checks(attendance)

    assert "an average of 22 hours for grade 2 incidents related to domestic abuse" in told
    assert "41% of them took more than 168 hours" in told
    assert "As a mean it is refused: 0.41 x 168 = 68.9, which is more than 22" in told


def test_every_answer_about_attendance_carries_the_refusal():
    (attendance,) = (one for one in MEASURES if one.key == "response.attendance_time")
    answer = calculate(request(attendance), ExampleTables(attendance.examples[0], "duckdb"))

    assert any("As a mean it is refused" in warning for warning in answer.warnings)
