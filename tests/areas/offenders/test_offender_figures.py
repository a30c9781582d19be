"""Every worked example of figures about offenders, on both engines, against hand work."""

import pytest

from peelian.areas.offenders.measures import MEASURES
from peelian.engines.measures.examples import ENGINES, run

EXAMPLES = [
    pytest.param(measure, example, id=f"{measure.key}: {example.says}")
    for measure in MEASURES
    for example in measure.examples
]


@pytest.mark.ledger("OFF-01", "OFF-05", "OFF-06", "OFF-12", "OFF-13", "OFF-28")
@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(("measure", "example"), EXAMPLES)
def test_an_example_shows_what_was_worked_by_hand(measure, example, engine):
    assert run(measure, example, engine) == example.shows
