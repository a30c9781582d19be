"""Every worked example of stop and search, on both engines, against the answer worked by hand."""

import pytest

from peelian.areas.stop_and_search.measures import MEASURES
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


def test_every_measure_has_an_example_with_a_number():
    without = [
        measure.key
        for measure in MEASURES
        if not any(character.isdigit() for one in measure.examples for character in one.shows)
    ]

    assert without == []
