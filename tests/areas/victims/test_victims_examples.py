"""Every worked example of victims, on both engines, against hand work."""

import pytest

from peelian.areas.victims.measures import MEASURES
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
