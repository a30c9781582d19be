"""Every worked example of contact, on both engines, against the answer worked by hand."""

import pytest

from peelian.areas.contact.measures import MEASURES
from peelian.engines.measures.examples import ENGINES, run

EXAMPLES = [
    pytest.param(measure, example, id=f"{measure.key}: {example.says}")
    for measure in MEASURES
    for example in measure.examples
]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(("measure", "example"), EXAMPLES)
def test_an_example_shows_what_was_worked_by_hand(measure, example, engine):
    assert run(measure, example, engine) == example.shows


def test_only_the_carriers_clock_is_held_against_the_national_aim():
    held = {measure.key for measure in MEASURES if measure.standard is not None}

    assert held == {"contact.answered_999_in_10s"}


def test_forces_are_compared_by_the_carriers_clock_and_by_nothing_of_their_own():
    compared = {measure.key for measure in MEASURES if measure.comparable.allowed}

    assert compared == {
        "contact.answered_999_in_10s",
        "contact.answer_time_999",
        "contact.calls_rate",
    }


def test_what_is_given_up_says_its_least_wait_and_its_queue():
    for key in ("contact.abandoned_101", "contact.abandoned_101_after_60s"):
        (measure,) = (measure for measure in MEASURES if measure.key == key)

        assert "Least wait:" in measure.definition
        assert "Queue: all queues together" in measure.definition
        assert [beside.key for beside in measure.beside] == ["contact.wait_before_hanging_up"]
