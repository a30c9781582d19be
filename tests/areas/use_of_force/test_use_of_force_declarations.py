"""Use of force: every worked example on both engines, and the words of the form."""

import pytest

from peelian.areas.use_of_force import record_questions
from peelian.areas.use_of_force.codes import IMPACTS, TACTICS, TASER_DISCHARGED, TASER_SHOWN
from peelian.areas.use_of_force.duties import RULES, review_force
from peelian.areas.use_of_force.measures import MEASURES
from peelian.areas.use_of_force.models import IN_ORDER, UseOfForce
from peelian.areas.use_of_force.procedures import record, review
from peelian.engines.duties.worked import worked
from peelian.engines.measures.examples import ENGINES, run
from peelian.records.happens import moments_of
from peelian.records.schema import codes_of, handling_of
from peelian.spine.happenings import What

EXAMPLES = [
    pytest.param(measure, example, id=f"{measure.key}: {example.says}")
    for measure in MEASURES
    for example in measure.examples
]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(("measure", "example"), EXAMPLES)
def test_an_example_shows_what_was_worked_by_hand(measure, example, engine):
    assert run(measure, example, engine) == example.shows


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.key)
def test_every_example_of_a_duty_holds(rule):
    assert [held for held in worked(rule) if not held.is_right] == []


def test_a_forms_own_number_of_hours_moves_the_end():
    held = worked(review_force, numbers={"use_of_force.review_hours": 24})

    assert held[2].found_due == "2026-02-28 23:30"


def test_every_tactic_of_the_form_is_checked_against_one_list():
    codes = codes_of(UseOfForce)

    assert {codes[name] for name in IN_ORDER} == {TACTICS}
    assert not set(TASER_SHOWN) & set(TASER_DISCHARGED)


def test_a_form_without_a_reference_starts_no_clock():
    moment, _reviewed = moments_of(UseOfForce)
    row = dict.fromkeys(moment.fields, None)

    assert moment.name == What.FORCE_USED
    assert not moment.holds({**row, "incident_ref": "I-1"})
    assert moment.holds({**row, "force_ref": "F-1"})


def test_who_it_was_and_what_happened_is_personal():
    assert handling_of(UseOfForce, "account") == "personal"
    assert handling_of(UseOfForce, "person_key") == "personal"
    assert handling_of(UseOfForce, "seen_ethnicity") == "restricted"


def test_the_order_of_tactics_is_asked_one_after_the_other():
    questions = {one.key: one for one in record_questions.TACTICS_PAGE.questions}

    assert tuple(questions) == IN_ORDER
    assert questions["tactic_1"].required
    assert questions["tactic_3"].only[0].question == "tactic_2"


def test_every_question_of_the_form_fills_a_field_that_there_is():
    fields = {field.name for field in UseOfForce._meta.concrete_fields}
    filled = {one.field for one in record.versions[-1].questions if one.field}

    assert filled <= fields
    # Given by the house, or derived: whoever writes the form is not asked for them.
    assert fields - filled == {
        "id",
        "record_id",
        "source",
        "force_id",
        "version",
        "force_ref",
        "month",
        "local_date",
        "hour",
        "unit_ref",
        "officer_ref",
        "person_key",
        # Of the force's own system, where it reviews there.
        "reviewed_at",
        "reviewer_ref",
    }


def test_options_are_the_codes_and_hold_no_comma():
    asked = {one.key: one for one in record.versions[-1].questions}

    assert [option.key for option in asked["impacts"].options] == list(IMPACTS.codes)
    assert not any("," in code for code in (*IMPACTS.codes, *TACTICS.codes))


@pytest.mark.ledger("POW-04", "POW-21")
def test_nobody_reviews_force_that_they_used_or_stood_beside():
    assert review.barred == ("officer_ref", "present_refs")
    assert review_force.owner.never == review.barred
    assert review.roles == ("supervisor",)
