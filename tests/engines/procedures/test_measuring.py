"""The measures that procedures have by themselves: their worked examples on both engines."""

import pytest

from engines.procedures.sample import PROCEDURES
from peelian.engines.measures.examples import ENGINES, run
from peelian.engines.procedures.measuring import measures_of

MEASURES = [one for procedure in PROCEDURES for one in measures_of(procedure)]
EXAMPLES = [(measure, example) for measure in MEASURES for example in measure.examples]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("measure", "example"), EXAMPLES, ids=[measure.key for measure, _example in EXAMPLES]
)
def test_rows_in_answer_out(measure, example, engine):
    assert run(measure, example, engine) == example.shows


def test_each_procedure_has_the_measures_that_can_be_told_of_it():
    assert [measure.key for measure in MEASURES] == [
        "sample.risk.made",
        "sample.risk.refused",
        "sample.risk.decided_otherwise",
        "sample.risk.met_judgement",
        "sample.risk.met_visible",
        "sample.check.made",
        "sample.check.decided_otherwise",
        "sample.check.agreed",
        "sample.record.made",
    ]


def test_reasons_for_declining_are_the_procedures_own():
    dimension = next(one for one in MEASURES[1].by if one.key == "refusal")

    assert dimension.codes.codes == ("afraid", "no-reason")
