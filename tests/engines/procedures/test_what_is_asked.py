"""What is asked, what is passed over, and what is said of an answer that will not do."""

from dataclasses import replace

import pytest

from engines.procedures.sample import CHECK, RISK
from peelian.engines.procedures.asking import (
    Answers,
    in_force,
    open_pages,
    open_questions,
    problem,
    void,
    wrong_with,
)
from peelian.engines.procedures.declared import BadProcedure, Page, Question, Version, When

ASKED = RISK.versions[0]
QUESTIONS = {one.key: one for version in (ASKED, CHECK.versions[0]) for one in version.questions}


def keys(given):
    return [one.key for one in open_questions(ASKED, given)]


def test_a_branch_opens_by_its_answer_alone():
    """Refused, not asked and not known are none of them "yes", and none of them "no"."""
    assert keys(Answers({}, {})) == ["threats", "before", "said"]
    assert keys(Answers({"threats": "yes"}, {})) == ["threats", "weapon", "before", "said"]
    for other in ("no", "refused", "not-asked", "dont-know"):
        assert "weapon" not in keys(Answers({"threats": other}, {}))


def test_what_a_closed_branch_held_is_kept_and_counts_for_nothing():
    given = Answers({"threats": "no", "weapon": "yes"}, {})

    assert void(ASKED, given) == ("weapon",)
    assert given.answers["weapon"] == "yes"
    assert in_force(ASKED, given).answers == {"threats": "no"}


def test_a_branch_of_a_closed_branch_is_closed():
    """Its own answer still stands in the draft, and must not open what hangs on it."""
    first, second, third = (
        Question("a", "A?", "Because.", "yes-no"),
        Question("b", "B?", "Because.", "yes-no", only=(When("a", ("yes",)),)),
        Question("c", "C?", "Because.", "yes-no", only=(When("b", ("yes",)),)),
    )
    pages = (Page("one", "One", (first,)), Page("two", "Two", (second, third)))
    version = Version(1, CHECK.review_by, "First.", pages)
    given = Answers({"a": "no", "b": "yes", "c": "yes"}, {})

    assert [one.key for one in open_questions(version, given)] == ["a"]
    assert [one.key for one in open_pages(version, given)] == ["one"]


@pytest.mark.parametrize(
    ("key", "answer", "words", "said"),
    [
        ("threats", "", "", "Answer “Have they been threatened?”, or say that they would rather"),
        ("threats", "maybe", "", "Choose one of the answers"),
        ("threats", "not-asked", "", "Say why “Have they been threatened?” was not asked."),
        ("threats", "not-asked", "They were asleep", ""),
        ("threats", "refused", "", ""),
        ("weapon", "dont-know", "", "cannot be passed over in that way"),
        ("before", "no", "", "Choose one of the answers"),
        ("before", "no-match", "", ""),
        ("said", "", "", ""),
        ("said", "", "x" * 4001, "Use at most 4,000 characters; these are 4,001."),
        ("said", "x" * 9999, "", "in words."),
        ("open-lines", "three", "", "Enter a whole number, for example 3."),
        ("open-lines", "-3", "", "Enter a whole number"),
        ("open-lines", "3", "", ""),
        ("missing", "plan,victim", "", ""),
        ("missing", "plan,none", "", "“Nothing” stands alone"),
        ("missing", "plan,money", "", "from its list"),
        ("missing", "plan,plan", "", "from its list"),
        ("seen-on", "2026-02-30", "", "Enter a real day"),
        ("seen-on", "2026-02-28", "", ""),
    ],
)
def test_every_error_says_what_would_be_right(key, answer, words, said):
    question = QUESTIONS[key]
    found = problem(question, Answers({key: answer}, {key: words}))

    assert said in found if said else not found


def test_nothing_has_to_be_answered_once_the_whole_is_declined():
    assert wrong_with(ASKED, Answers({}, {}))
    assert not wrong_with(ASKED, Answers({}, {}, declined=True))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (Question("x", "X?", "Because.", "choice"), "give its options"),
        (Question("x", "X?", "Because.", "look-up"), "give the procedure its facts"),
        (
            Question("x", "X?", "Because.", "yes-no", only=(When("y", ("yes",)),)),
            "not asked before",
        ),
        (Question("x", "X?", "Because.", "yes-no", field="offence"), "no record is made"),
    ],
)
def test_a_declaration_that_contradicts_itself_says_where(question, said):
    version = Version(1, CHECK.review_by, "First.", (Page("p", "P", (question,)),))

    with pytest.raises(BadProcedure, match=said):
        replace(CHECK, versions=(version,))
