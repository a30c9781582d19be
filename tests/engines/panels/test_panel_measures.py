"""The worked examples of what panels measure, on both engines; and keys that are never reused."""

import pytest

from peelian import catalogue
from peelian.areas.stop_and_search.panels import SCRUTINY
from peelian.engines.measures.examples import ENGINES, run
from peelian.engines.panels.measuring import measures_of

# The same rows and rule under the name of another panel say nothing new.
EXAMPLES = [
    pytest.param(measure, example, id=measure.key)
    for measure in measures_of(SCRUTINY)
    for example in measure.examples
]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(("measure", "example"), EXAMPLES)
def test_an_example_shows_what_was_worked_by_hand(measure, example, engine):
    assert run(measure, example, engine) == example.shows


def test_every_panel_is_measured_under_keys_of_its_own():
    keys = [one.key for panel in catalogue.panels() for one in measures_of(panel)]
    assert len(keys) == len(set(keys)) == 16
    assert {"stop_and_search.panel.overall", "use_of_force.custody_panel.no_more"} <= set(keys)
