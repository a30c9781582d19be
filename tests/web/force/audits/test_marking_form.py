"""Which questions a reviewer is asked, and on which answers they hang."""

from datetime import date

import pytest
from django.http import QueryDict

from peelian.engines.audits.declared import (
    NOT_APPLICABLE,
    AuditQuestion,
    AuditVersion,
    Passes,
    Section,
)
from peelian.engines.procedures.asking import Answers
from peelian.engines.procedures.questions import NO, YES, When
from peelian.web.force.audits.marking_form import read, read_saved, sections_of


def question(key, *only, **more):
    return AuditQuestion(key, f"Is it {key}?", "", f"was {key}", only=only, **more)


VERSION = AuditVersion(
    1,
    date(2026, 1, 1),
    "First.",
    (
        Section("one", "First stage", (question("first"), question("second"))),
        Section(
            "two",
            "Second stage",
            (question("third", When("first", (NO,))), question("fourth", When("third", (YES,)))),
        ),
    ),
    Passes(("first",), "passed"),
)


def asked(fixed=None, given=None, **more):
    sections = sections_of(VERSION, given or Answers({}, {}), fixed=fixed or {}, errors={}, **more)
    return {one.key: one for section in sections for one in section.questions}


def test_every_question_stands_on_the_page_numbered_in_order():
    found = asked()
    assert [one.number for one in found.values()] == [1, 2, 3, 4]
    assert found["third"].only == '[{"question": "first", "answers": ["no"]}]'
    assert found["third"].only_says == "Only if question 1 is answered “No”."


def test_what_the_file_answers_itself_is_not_asked():
    found = asked({"second": NOT_APPLICABLE})
    assert list(found) == ["first", "third", "fourth"]


def test_what_hangs_on_such_an_answer_is_asked_always():
    found = asked({"first": NO})
    assert list(found) == ["second", "third", "fourth"]
    assert found["third"].only == ""
    assert found["fourth"].number == 3


def test_or_never_with_all_that_hangs_on_it():
    assert list(asked({"first": YES})) == ["second"]


def test_whoever_decides_sees_both_answers_in_order():
    pairs = (Answers({"first": YES}, {"first": "Clear."}), Answers({"first": NO}, {}))
    told = asked(earlier=pairs)["first"].said
    assert [(one.who, one.answer, one.words) for one in told] == [
        ("Reviewer 1", "Yes", "Clear."),
        ("Reviewer 2", "No", ""),
    ]


def test_only_questions_of_the_version_are_read():
    sent = QueryDict("answer-first=yes&words-first=a%0D%0Ab&answer-other=no&saved=7")
    given = read(sent, VERSION)
    assert given.answers == {"first": "yes"}
    assert given.words == {"first": "a\nb"}
    assert read_saved(sent) == 7


@pytest.mark.parametrize("number", ["", "-1", "x", "9" * 12, "١"])
def test_a_number_that_is_none_is_no_saving(number):
    sent = QueryDict(mutable=True)
    sent["saved"] = number
    assert read_saved(sent) == 0
