"""Happenings become duties that are kept: each effect once, whatever comes late or is corrected."""

import json

import pytest

from engines.duties.duty_samples import OWN, at, local, rule
from engines.duties.kept_samples import (
    REVIEW,
    correct,
    notes,
    only_duty,
    settled,
    team,
    tell,
    ticked,
    withdraw,
)
from peelian.access.tie import Tie
from peelian.engines.duties import settle as settling
from peelian.engines.duties.clocks import OnDay
from peelian.engines.duties.models import Duty, DutyNote
from peelian.engines.duties.rule import Terms
from peelian.engines.duties.settle import NotSettled
from peelian.records.happenings import Happening
from peelian.spine.happenings import What
from peelian.trail.models import Entry

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def people():
    return team()


def entries():
    return [json.loads(one.detail)["what"] for one in Entry.objects.order_by("sequence")]


def test_a_search_begins_a_duty_of_the_officer_whom_it_names():
    tell("2026-03-27 14:00", risk_band="High")

    assert settled("2026-03-27 14:01") == 1

    duty = only_duty()
    assert (duty.rule, duty.matter, duty.state) == ("sample.review", "S-1", "Running")
    assert local(duty.due_at) == "2026-03-28 14:00"
    assert (duty.post_ref, duty.officer_ref, duty.unit_ref) == (
        "post-patrol-officer",
        "no-patrol-officer",
        "N1",
    )
    assert (duty.of_type, duty.of_id, duty.person_key) == (
        "stopsearch",
        "search-S-1",
        "key-S-1",
    )
    assert duty.risk == "high"
    assert duty.month == "2026-03"
    assert duty.source == "typed"
    assert local(duty.next_at) == "2026-03-28 08:00"
    assert notes() == ["begun"]
    assert not Happening.objects.filter(settled_at=None).exists()


def test_the_beginning_is_one_entry_of_the_trail_that_names_nobody():
    tell("2026-03-27 14:00")
    settled("2026-03-27 14:01")

    entry = Entry.objects.get()
    assert (entry.actor, entry.verb, entry.record_type) == ("service:duties", "collected", "duty")
    assert json.loads(entry.detail) == {
        "what": "duty begun",
        "rule": "sample.review",
        "matter": "S-1",
        "result": "done",
    }


def test_to_settle_again_changes_nothing():
    tell("2026-03-27 14:00")
    settled("2026-03-27 14:01")
    before = Duty.objects.values().get()

    Happening.objects.update(settled_at=None)
    assert settled("2026-03-27 14:02") == 1

    assert Duty.objects.values().get() == before
    assert entries() == ["duty begun"]


def test_a_review_in_time_meets_it_and_one_after_the_end_meets_it_late():
    tell("2026-03-27 14:00", matter="S-1")
    tell("2026-03-27 14:00", matter="S-2")
    settled("2026-03-27 14:01")
    tell("2026-03-28 13:30", What.SEARCH_REVIEWED, matter="S-1")
    tell("2026-03-28 14:30", What.SEARCH_REVIEWED, matter="S-2")
    settled("2026-03-28 15:00")

    first, second = only_duty(matter="S-1"), only_duty(matter="S-2")
    assert (first.state, first.late_minutes, local(first.done_at)) == (
        "Met",
        -30,
        "2026-03-28 13:30",
    )
    assert (second.state, second.late_minutes) == ("Met late", 30)
    assert notes(first) == ["begun", "met"]
    assert notes(second) == ["begun", "met late"]
    assert first.next_at is None


def test_news_in_the_wrong_order_gives_the_same():
    tell("2026-03-28 13:30", What.SEARCH_REVIEWED)
    settled("2026-03-28 13:31")
    assert Duty.objects.count() == 0

    tell("2026-03-27 14:00")
    settled("2026-03-28 20:00")

    assert only_duty().state == "Met"
    assert notes() == ["begun", "met"]


def test_a_feed_that_is_six_hours_late_begins_a_late_duty_and_its_owner_is_told(people):
    tell("2026-03-27 14:00")
    settled("2026-03-28 20:00")

    assert only_duty().state == "Late"
    assert notes() == ["begun", "late"]
    assert [one.kind for one in people[0].notices.all()] == ["late"]


def test_what_a_source_no_longer_says_is_void_and_comes_back_as_the_same_duty():
    began = tell("2026-03-27 14:00")
    settled("2026-03-27 14:01")
    withdraw(began, "2026-03-27 15:00")
    settled("2026-03-27 15:00")
    assert (only_duty().state, notes()[-1]) == ("Ended", "ended")

    correct(began, withdrawn_at=None)
    settled("2026-03-27 16:00")

    assert only_duty().state == "Running"
    assert notes() == ["begun", "ended", "reopened"]


def test_a_review_that_is_withdrawn_reopens_the_duty_and_says_so():
    tell("2026-03-27 14:00")
    review = tell("2026-03-27 15:00", What.SEARCH_REVIEWED)
    settled("2026-03-27 15:01")
    withdraw(review, "2026-03-29 09:00")
    settled("2026-03-29 09:00")

    duty = only_duty()
    assert (duty.state, duty.done_at, duty.late_minutes) == ("Late", None, None)
    assert notes() == ["begun", "met", "reopened", "late"]

    correct(review, withdrawn_at=None)
    settled("2026-03-29 10:00")
    assert only_duty().state == "Met"
    assert [(one.what, one.occasion) for one in DutyNote.objects.order_by("pk")][-1] == ("met", "2")


def test_a_corrected_time_moves_the_duty_and_begins_no_second_one():
    began = tell("2026-03-27 14:00")
    settled("2026-03-27 14:01")
    correct(began, at=at("2026-03-27 10:00"))
    settled("2026-03-27 14:05")

    assert local(only_duty().due_at) == "2026-03-28 10:00"
    assert notes() == ["begun"]


def test_a_matter_that_is_corrected_takes_the_duty_from_the_wrong_one():
    began = tell("2026-03-27 14:00", matter="S-1")
    settled("2026-03-27 14:01")
    began.keys.update(value="S-2")
    correct(began, facts={**began.facts, "search_ref": "S-2"})
    settled("2026-03-27 14:05")

    assert only_duty(matter="S-1").state == "Ended"
    assert only_duty(matter="S-2").state == "Running"


def test_no_reference_is_given_twice():
    tell("2026-03-27 14:00", ref=("stopsearch", "first"))
    tell("2026-03-27 15:00", ref=("stopsearch", "second"))
    settled("2026-03-27 15:01")
    first, second = Duty.objects.order_by("pk").values_list("duty_ref", flat=True)
    Happening.objects.filter(record_id="first").delete()
    Duty.objects.filter(duty_ref=first).delete()
    tell("2026-03-27 16:00", ref=("stopsearch", "third"))
    settled("2026-03-27 16:01")

    third = only_duty(of_id="third").duty_ref
    assert (first[-2:], second[-2:], third[-2:]) == ("-1", "-2", "-3")


def test_a_pause_stops_the_clock_until_it_goes_on():
    tell("2026-03-27 14:00")
    tell("2026-03-27 18:00", What.BAILED)
    settled("2026-03-27 18:01")
    duty = only_duty()
    assert (duty.state, duty.due_at, duty.next_at) == ("Paused", None, None)

    tell("2026-03-27 21:00", What.BAIL_CHANGED)
    settled("2026-03-27 21:01")
    duty = only_duty()
    assert (duty.state, local(duty.due_at), duty.paused_minutes) == (
        "Running",
        "2026-03-28 17:00",
        180,
    )
    assert notes() == ["begun", "paused", "resumed"]


def test_what_makes_it_void_ends_it():
    tell("2026-03-27 14:00")
    tell("2026-03-27 15:00", What.BAIL_ENDED)
    settled("2026-03-27 15:01")

    assert (only_duty().state, notes()) == ("Ended", ["begun", "ended"])


def test_a_fact_that_cannot_be_read_is_shown_and_stops_nobody():
    visits = rule(key="sample.visit", terms=(Terms(REVIEW.terms[0].since, OnDay("due_on"), OWN),))
    tell("2026-03-27 14:00", matter="S-1", due_on="soon")
    tell("2026-03-27 14:00", matter="S-2", due_on="2026-03-30")

    assert settled("2026-03-27 14:01", visits) == 2

    broken = only_duty(matter="S-1")
    assert (broken.due_at, broken.state) == (None, "Late")
    note = broken.notes.get(what="cannot be reckoned")
    assert "states 'soon'" in note.words
    assert local(only_duty(matter="S-2").due_at) == "2026-03-31 00:00"


def test_what_fails_by_a_fault_of_ours_waits_and_the_rest_is_settled(monkeypatch):
    real = settling.bring

    def faulty(pen, one, key, bench):
        if key[2] == "S-1":
            raise ZeroDivisionError
        return real(pen, one, key, bench)

    monkeypatch.setattr(settling, "bring", faulty)
    for matter in ("S-1", "S-2", "S-3"):
        tell("2026-03-27 14:00", matter=matter)

    with pytest.raises(NotSettled, match="1 happenings"):
        settled("2026-03-27 14:01")

    assert sorted(Duty.objects.values_list("matter", flat=True)) == ["S-2", "S-3"]
    assert Happening.objects.get(settled_at=None).keys.get().value == "S-1"


def test_whoever_answers_is_tied_to_the_duty_and_its_record_until_it_is_closed(people):
    tell("2026-03-27 14:00")
    settled("2026-03-27 14:01")
    duty = only_duty()
    tied = Tie.objects.filter(user=people[0], ends_at=None)
    assert set(tied.values_list("record_type", "record_id", "kind")) == {
        ("duty", duty.record_id, "task"),
        ("stopsearch", "search-S-1", "task"),
    }

    tell("2026-03-27 15:00", What.SEARCH_REVIEWED)
    settled("2026-03-27 15:01")

    assert not tied.exists()
    assert set(Tie.objects.values_list("ends_at", flat=True)) == {at("2026-03-27 15:01")}


def test_a_source_that_names_somebody_else_passes_the_duty_on(people):
    began = tell("2026-03-27 14:00")
    settled("2026-03-27 14:01")
    correct(began, facts={**began.facts, "officer_ref": "no-supervisor"})
    settled("2026-03-27 14:10")

    duty = only_duty()
    assert duty.post_ref == "post-supervisor"
    assert notes() == ["begun", "passed on"]
    assert [one.kind for one in people[1].notices.all()] == ["moved"]
    assert not Tie.objects.filter(user=people[0], ends_at=None).exists()


def test_a_batch_is_as_large_as_asked_for():
    for number in range(45):
        tell("2026-03-27 14:00", matter=f"S-{number}")

    done = settling.settle(
        (REVIEW,),
        by=settling.User.objects.service_account("duties"),
        at=at("2026-03-27 14:01"),
        most=25,
    )

    assert done == 25
    assert Duty.objects.count() == 25
    assert ticked("2026-03-27 14:02") == 0
