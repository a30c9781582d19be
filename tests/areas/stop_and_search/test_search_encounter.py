"""From the form to the feedback: a search is written down, reviewed by another, and read about."""

from datetime import timedelta

import pytest

from areas.stop_and_search.encounters import clocks, review_search, write_search
from peelian.areas.stop_and_search.duties import RULES
from peelian.areas.stop_and_search.models import TOLD, StopSearch
from peelian.areas.stop_and_search.procedures import record
from peelian.engines.duties.finishing import finish
from peelian.engines.duties.models import Duty
from peelian.engines.procedures.errors import MayNotAnswer, NotComplete, WrongDecision
from peelian.engines.procedures.models import Answer, Assessment
from peelian.records.happenings import Happening
from people import FORCE, NOW

SECTION_60 = "Criminal Justice and Public Order Act 1994 (section 60)"


@pytest.fixture
def search(force, tables):
    """A search that the patrol officer of N1 wrote down, with the supervisor standing by."""
    write_search(force, tables, words={"present": "no-supervisor, no-investigator"})
    return StopSearch.objects.get()


@pytest.mark.ledger("POW-01", "POW-02")
def test_answers_become_a_record_in_which_nothing_is_made_up(force, tables):
    made = write_search(force, tables)
    row = StopSearch.objects.get(record_id=made.made_id)

    assert (row.source, row.force_id, row.month) == ("typed", FORCE, "2026-03")
    assert (row.officer_ref, row.unit_ref) == ("no-patrol-officer", "N1")
    assert row.search_ref == made.of_ref
    assert row.power == "Reasonable grounds"
    assert row.grounds_seen.startswith("He handed")
    assert (row.grounds_told, row.grounds_known, row.grounds) == (None, None, None)
    # What was answered no is no; what was not asked (in uniform) is not.
    assert [getattr(row, name) for name in TOLD] == [
        True,
        True,
        None,
        True,
        False,
        True,
        True,
        True,
    ]
    assert row.gender is None


@pytest.mark.ledger("POW-01")
def test_what_the_officer_saw_is_never_put_in_the_place_of_what_was_not_said(search):
    assert search.self_defined_ethnicity == "Other ethnic group - Not stated"
    assert search.not_stated_because == "The person declined to say"
    assert search.officer_defined_ethnicity == "White"
    assert search.ethnic_group is None


def test_a_person_search_asks_how_they_describe_themselves_and_why_not(force, tables):
    with pytest.raises(NotComplete) as refused:
        write_search(force, tables, answers={"self-defined": "", "not-stated": ""})
    assert "self-defined" in refused.value.errors

    with pytest.raises(NotComplete) as refused:
        write_search(force, tables, answers={"not-stated": ""})
    assert list(refused.value.errors) == ["not-stated"]


def test_grounds_are_asked_where_the_power_asks_for_them(force, tables):
    with pytest.raises(NotComplete) as refused:
        write_search(force, tables, words={"seen": ""})
    assert list(refused.value.errors) == ["seen"]

    with pytest.raises(NotComplete) as refused:
        write_search(force, tables, answers={"power": SECTION_60}, words={"seen": ""})
    assert list(refused.value.errors) == ["authorisation"]


def test_a_name_an_address_or_a_key_of_the_person_is_asked_nowhere():
    """No law asks for them, so a form that does would make people think one does (P8)."""
    filled = {one.field for one in record.versions[-1].questions if one.field}

    assert "person_key" not in filled
    assert not [name for name in filled if "name" in name or "address" in name]


@pytest.mark.ledger("POW-04")
def test_a_review_says_its_verdict_and_why_and_the_clock_hears_of_it(search, force, tables):
    review_search(search, force, tables, actor="second")

    (told,) = Happening.objects.filter(name="search-reviewed")
    assert told.facts["search_ref"] == search.search_ref
    assert (told.facts["grade"], told.facts["feedback"]) == ("adequate", "given")
    assert told.facts["officer_ref"] == "no-patrol-officer"
    assert (told.record_type, told.record_id) == ("stopsearch", search.record_id)
    # Words are for those who may see the search; a clock needs none.
    assert "feedback-words" not in told.facts


@pytest.mark.ledger("POW-04")
def test_whoever_was_there_does_not_review(search, force, tables):
    with pytest.raises(MayNotAnswer):
        review_search(search, force, tables, actor="supervisor")

    assert not Assessment.objects.filter(procedure="stop_and_search.review").exists()


def test_whoever_searched_does_not_review_even_as_a_supervisor(force, tables):
    write_search(force, tables, actor="supervisor")

    with pytest.raises(MayNotAnswer):
        review_search(StopSearch.objects.get(), force, tables, actor="supervisor")


@pytest.mark.parametrize("parts", [{"grade": ""}, {"reasons": " "}])
def test_a_review_without_verdict_or_reason_is_none(search, force, tables, parts):
    with pytest.raises(WrongDecision):
        review_search(search, force, tables, actor="second", **parts)


def test_feedback_that_is_given_is_written(search, force, tables):
    with pytest.raises(NotComplete) as refused:
        review_search(search, force, tables, actor="second", words={})

    assert list(refused.value.errors) == ["feedback-words"]


@pytest.mark.ledger("POW-04")
def test_the_duty_goes_to_a_supervisor_who_was_not_there_and_ends_with_the_review(
    search, force, tables
):
    clocks(tables, NOW)
    duty = Duty.objects.get(rule="stop_and_search.search_review")
    assert (duty.officer_ref, duty.matter, duty.state) == (
        "no-second",
        search.search_ref,
        "Running",
    )
    assert duty.due_at == search.searched_at + timedelta(hours=72)

    later = NOW + timedelta(hours=5)
    review_search(search, force, tables, actor="second", at=later)
    clocks(tables, later)
    duty.refresh_from_db()
    assert (duty.state, duty.done_at) == ("Met", later)


@pytest.mark.ledger("POW-04")
def test_the_officer_is_asked_to_read_the_feedback_and_says_what_they_take(search, force, tables):
    review_search(search, force, tables, actor="second")
    clocks(tables, NOW)
    duty = Duty.objects.get(rule="stop_and_search.feedback")
    assert (duty.officer_ref, duty.state) == ("no-patrol-officer", "Running")

    later = NOW + timedelta(days=1)
    finish(
        duty.record_id,
        proof="I will give my station.",
        actor=force["patrol-officer"],
        at=later,
        rules=RULES,
    )
    clocks(tables, later)
    duty.refresh_from_db()
    assert duty.state == "Met"


def test_clocks_that_run_again_change_nothing(search, tables):
    clocks(tables, NOW)
    before = list(Duty.objects.values_list("record_id", "state", "due_at"))
    clocks(tables, NOW)

    assert list(Duty.objects.values_list("record_id", "state", "due_at")) == before


def test_a_published_row_starts_no_clock(force, tables):
    """It has no reference and belongs to nobody here."""
    StopSearch.objects.create(
        record_id="open-row",
        source="police_uk",
        force_id=FORCE,
        searched_at=NOW,
        month="2026-03",
        search_type="Person search",
    )

    assert clocks(tables, NOW) == 0
    assert not Duty.objects.exists()


def test_reviews_are_made_one_by_one(search, force, tables):
    """No form takes two records: a review is about the one that it names."""
    made = review_search(search, force, tables, actor="second")

    assert made.of_id == search.record_id
    assert {row.of_id for row in Answer.objects.filter(assessment_id=made.record_id)} == {
        search.record_id
    }
