"""Every guided assessment of the house makes forms whose own answers are taken."""

import pytest

from peelian import catalogue
from peelian.engines.procedures.asking import (
    Answers,
    in_force,
    open_pages,
    options_of,
    problem,
    ways_round,
    wrong_with,
)
from peelian.web.force.procedures.page_form import PageForm
from peelian.web.force.procedures.question_fields import answer_box

PROCEDURES = catalogue.procedures()
TYPED = {"words": "", "number": "3", "day": "2026-03-02", "moment": "2026-03-02T14:30"}


def each_procedure(test):
    return pytest.mark.parametrize("procedure", PROCEDURES, ids=lambda one: one.key)(test)


def answered(question):
    """An answer of the question's own."""
    own = options_of(question)
    return (own[0].key if own else TYPED[question.kind]), "Some words about it."


@each_procedure
def test_every_page_shows_its_questions_with_why_they_are_asked(procedure):
    for page in procedure.versions[-1].pages:
        form = PageForm(
            None,
            version=procedure.versions[-1],
            questions=page.questions,
            given=Answers({}, {}),
            found={},
        )
        shown = str(form)
        for question in page.questions:
            assert answer_box(question) in shown
            assert question.why.strip()
            assert question.text.strip()


@each_procedure
def test_answers_of_its_own_are_taken_and_refused_is_no_error_where_offered(procedure):
    version = procedure.versions[-1]
    answers = {one.key: answered(one)[0] for one in version.questions}
    words = {one.key: answered(one)[1] for one in version.questions}
    given = Answers(answers, words)

    assert wrong_with(version, given) == {}
    assert open_pages(version, in_force(version, given))
    for question in version.questions:
        for way in ways_round(question):
            over = given.over({question.key: way}, {question.key: "Why."})
            assert problem(question, over) == ""


@each_procedure
def test_a_refusal_leaves_nothing_to_be_answered(procedure):
    if procedure.can_be_refused:
        assert wrong_with(procedure.versions[-1], Answers({}, {}, declined=True)) == {}


def test_keys_are_unique():
    keys = [one.key for one in PROCEDURES]

    assert sorted(keys) == sorted(set(keys))
