"""What stop and search declares for officers and supervisors, held against law and list."""

import pytest

from peelian.areas.stop_and_search import record_grounds
from peelian.areas.stop_and_search.codes import (
    LEGISLATION,
    OBJECTS,
    OUTCOMES,
    SECTION_23,
    SECTION_60,
    SELF_DEFINED,
)
from peelian.areas.stop_and_search.duties import RULES, review_search
from peelian.areas.stop_and_search.models import TOLD, StopSearch
from peelian.areas.stop_and_search.procedures import SECOND_LOOKS, record, review
from peelian.areas.stop_and_search.review_questions import ADEQUATE, VERDICTS, no_suggestion
from peelian.engines.duties.worked import worked
from peelian.engines.procedures.declared import Asked
from peelian.records.happens import moments_of
from peelian.records.protection import protection_of
from peelian.records.schema import fields_of

QUESTIONS = {one.key: one for one in record.versions[-1].questions}
PUBLISHED = {card.name for card in fields_of(StopSearch) if card.handling == "public"}


def advice(question, **asked):
    """Every sentence that is said beside a question before saving."""
    given = Asked(asked.get("answers", {}), asked.get("words", {}), earlier=asked.get("before", {}))
    return [said for one in QUESTIONS[question].advice for said in one.found(given)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.key)
def test_every_example_of_a_duty_holds(rule):
    assert [held for held in worked(rule) if not held.is_right] == []


def test_a_forces_own_number_of_hours_moves_the_end():
    held = worked(review_search, numbers={"stop_and_search.review_hours": 48})

    assert held[0].found_due == "2026-03-30 15:00"


@pytest.mark.ledger("POW-04")
def test_review_is_of_every_search_and_nobody_can_waive_it():
    assert review_search.starts_facts == {}
    assert review_search.waived_by == ""
    assert review_search.owner.never == review.barred == ("officer_ref", "present_refs")


def test_no_machine_says_a_verdict_first():
    """What stands on the page before the supervisor has read would be what they then see."""
    assert no_suggestion(Asked({}, {})).grade == ""
    assert no_suggestion(Asked({}, {})).reasons == ()
    assert VERDICTS.options[-1].key == ADEQUATE


def test_one_in_twenty_is_looked_at_again_until_a_force_says_otherwise():
    assert (SECOND_LOOKS.default, SECOND_LOOKS.unit) == (5, "percent")
    assert review.second_look.share is SECOND_LOOKS


@pytest.mark.ledger("POW-01")
def test_the_seven_statutory_items_are_asked_or_known():
    """Date and time, place, ethnicity, object, grounds or authorisation; the officer is known."""
    filled = {one.field for one in QUESTIONS.values()}

    assert {
        "searched_at",
        "place",
        "self_defined_ethnicity",
        "object_of_search",
        "grounds_seen",
        "authorisation",
    } <= filled
    assert protection_of(StopSearch).owner == "officer_ref"


def test_each_letter_of_gowisely_is_a_question_of_its_own():
    assert tuple(one.field for one in QUESTIONS.values() if one.field in TOLD) == TOLD
    assert len(TOLD) == len("GOWISELY")


@pytest.mark.parametrize(
    ("question", "codes"),
    [
        ("power", LEGISLATION),
        ("object", OBJECTS),
        ("outcome", OUTCOMES),
        ("self-defined", SELF_DEFINED),
    ],
)
def test_options_are_the_codes_of_the_field(question, codes):
    assert tuple(option.key for option in QUESTIONS[question].options) == codes.codes


def test_nothing_that_officers_record_beside_the_open_files_is_public():
    assert "searched_at" in PUBLISHED
    assert not PUBLISHED & {
        *TOLD,
        "search_ref",
        "officer_ref",
        "unit_ref",
        "present_refs",
        "person_key",
        "place",
        "vehicle",
        "grounds_seen",
        "grounds_told",
        "grounds_known",
        "grounds",
        "video_ref",
        "custody_ref",
    }


def test_a_clock_is_told_no_word_of_the_grounds():
    for moment in moments_of(StopSearch):
        assert moment.keys == ("search_ref",)
        assert set(moment.facts) == {"unit_ref", "officer_ref", "present_refs"}


def test_a_review_in_the_forces_own_system_counts_unless_it_is_the_officers_own():
    _searched, reviewed = moments_of(StopSearch)
    row = {**dict.fromkeys(reviewed.fields), "search_ref": "S-1", "officer_ref": "1234"}

    assert reviewed.holds({**row, "reviewer_ref": "5678"})
    assert not reviewed.holds({**row, "reviewer_ref": "1234"})
    assert not reviewed.holds(row)


@pytest.mark.ledger("POW-02")
def test_weak_grounds_are_told_beside_the_form_with_the_reason():
    said = advice(
        "seen",
        answers={"power": SECTION_23, "object": "Controlled drugs"},
        words={"seen": "Known to police for drugs."},
    )

    assert any("'known to police'" in one and "paragraph 2.2B" in one for one in said)
    assert all(one.endswith(".") for one in said)


def test_good_grounds_are_passed_in_silence():
    words = {
        "seen": "He handed a clear bag to the driver of a silver car and took folded notes for it.",
    }

    assert advice("seen", answers={"object": "Controlled drugs"}, words=words) == []


def test_grounds_are_not_judged_where_the_power_needs_none():
    assert advice("seen", answers={"power": SECTION_60}, words={}) == []


@pytest.mark.parametrize("part", ["seen", "told", "known"])
def test_text_that_the_officer_wrote_before_is_told_beside_its_part(part):
    text = "He was bending at the window of a car, took a clear bag and hid it in his left sleeve."

    again = advice(part, words={part: text}, before={part: ("Another text.", text)})

    assert any("word for word" in one for one in again)
    assert not any("word for word" in one for one in advice(part, words={part: text}))


def test_advice_never_makes_an_answer_required():
    assert not QUESTIONS["known"].required
    assert record_grounds.GROUNDS_PAGE.questions[0].required
