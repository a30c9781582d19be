"""Every worked example of every survey's measures, on both engines, against hand work."""

import pytest

from peelian import catalogue
from peelian.engines.measures.examples import ENGINES, run
from peelian.engines.surveys.measuring import measures_of

EXAMPLES = [
    pytest.param(measure, example, id=f"{measure.key}: {example.says}")
    for survey in catalogue.surveys()
    for measure in measures_of(survey)
    for example in measure.examples
]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(("measure", "example"), EXAMPLES)
def test_an_example_shows_what_was_worked_by_hand(measure, example, engine):
    assert run(measure, example, engine) == example.shows


def test_a_measure_is_listed_for_each_result_and_grouping():
    keys = {measure.key for measure in catalogue.measures()}
    assert {
        "workforce.inspection_survey.balance",
        "workforce.inspection_survey.balance_by_role",
        "workforce.leavers.could_act_by_service",
        "workforce.department_leavers.supervision",
        "workforce.consultation.ideas_answered",
        "neighbourhood.perception.safe_by_place",
        "neighbourhood.treatment.respect_by_met",
    } <= keys
