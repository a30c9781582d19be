"""The victim service assessment: its stages, and the counts that the inspectorate printed."""

import pytest

from peelian import catalogue
from peelian.engines.audits.measuring import measures_of
from peelian.engines.measures.calculate import calculate
from peelian.engines.measures.examples import ENGINES, ExampleTables
from peelian.engines.measures.request import request
from peelian.frameworks.peel.victim_service import VICTIM_SERVICE
from peelian.frameworks.peel.victim_service_examples import EXAMPLES, PRINTED
from peelian.records.drawn import CHOSEN

MEASURES = {one.key: one for one in measures_of(VICTIM_SERVICE)}
STAGES = (
    "The call",
    "The response",
    "Crime recording",
    "The investigation",
    "Care for the victim",
    "The outcome",
)


def measure_of(question):
    return MEASURES[f"{VICTIM_SERVICE.key}.{question.replace('-', '_')}"]


@pytest.mark.ledger("INS-06")
@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("question", "yes", "relevant"),
    [(question, yes, relevant) for question, (yes, relevant, _share) in PRINTED.items()],
)
def test_a_printed_count_is_recomputed_and_stands_for_these_files_alone(
    question, yes, relevant, engine
):
    (example,) = EXAMPLES[question]

    (cell,) = calculate(request(measure_of(question)), ExampleTables(example, engine)).cells

    assert (cell.numerator, cell.denominator) == (yes, relevant)
    assert cell.value == pytest.approx(yes / relevant)
    assert (cell.lower, cell.upper) == (None, None)
    assert "it is no estimate for all" in cell.note


@pytest.mark.ledger("INS-07")
def test_files_of_one_outcome_are_a_part_of_their_own_and_chosen():
    (example,) = EXAMPLES["passed"]

    answer = calculate(
        request(measure_of("passed"), by=("stratum",)), ExampleTables(example, "duckdb")
    )

    found = {dict(cell.breakdown)["stratum"]: cell for cell in answer.cells}
    assert (found["20"].numerator, found["20"].denominator) == (9, 20)
    assert found["20"].lower is None
    assert CHOSEN in str(example.rows)


@pytest.mark.ledger("INS-06")
def test_a_file_is_read_from_the_call_to_the_outcome():
    (version,) = VICTIM_SERVICE.versions

    assert tuple(section.title for section in version.sections) == STAGES
    assert set(PRINTED) <= {one.key for one in version.questions}


def test_every_question_that_is_not_asked_of_all_says_of_which_files():
    """A count of relevant cases is worth as much as the rule that says which those are."""
    (version,) = VICTIM_SERVICE.versions
    asked_of_all = {one.key for one in version.questions if not one.relevant and not one.only}

    assert asked_of_all == {"recorded", "right-team", "lines", "timely", "supervised"}


def test_whoever_wants_twenty_of_one_outcome_can_divide_by_it():
    assert "outcome" in {one.key for one in VICTIM_SERVICE.strata}


def test_it_is_listed_under_its_own_framework():
    listed = next(one for one in catalogue.LISTED if VICTIM_SERVICE in one.audits)

    assert listed.area.key == "peel"
    assert all(one.key.startswith("peel.") for one in listed.made)
