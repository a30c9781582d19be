"""Every worked example of the audits, on both engines, against the answer worked by hand."""

import pytest

from peelian import catalogue
from peelian.engines.audits.measuring import measure_key, measures_of
from peelian.engines.measures.examples import ENGINES, run


def examples_of(audit):
    """One question's, those of the whole file, and every one that the audit brings of its own.

    The same rows and rule under the name of another question say nothing new.
    """
    first, *others = measures_of(audit)
    own = {measure_key(audit, question) for question in audit.examples}
    yield from ((first, example) for example in first.examples)
    for measure in others:
        if measure.key.endswith((".passed", ".agreed")) or measure.key in own:
            yield from ((measure, example) for example in measure.examples)


EXAMPLES = [
    pytest.param(measure, example, id=f"{measure.key}: {example.says[:60]}")
    for audit in catalogue.audits()
    for measure, example in examples_of(audit)
]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(("measure", "example"), EXAMPLES)
def test_an_example_shows_what_was_worked_by_hand(measure, example, engine):
    assert run(measure, example, engine) == example.shows
