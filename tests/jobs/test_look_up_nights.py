"""Which nights of look-ups are reviewed when, by the worker and by hand."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

import people
from engines.oversight.trail_samples import NOON, wrote
from peelian.access.actors import service_account
from peelian.access.user import User
from peelian.engines.oversight.models import Alert, GroupCount, NightReview, Verdict
from peelian.jobs.look_up_nights import (
    forces_with_staff,
    nights_due,
    past_keeping,
    run_nights_due,
)
from peelian.jobs.timetable import TIMETABLE
from peelian.spine.person import Person

pytestmark = pytest.mark.django_db
FORCE = people.FORCE


@pytest.fixture
def force():
    made = people.small_force()
    for key in ("p-1", "person-call-handler"):
        Person.objects.create(
            record_id=f"record-of-{key}",
            source="extracts",
            force_id=FORCE,
            person_key=key,
            address_key="a-1",
        )
    return made


def reviewed(night):
    NightReview(
        force_id=FORCE,
        night=night,
        at=NOON,
        by="service:x",
        look_ups=0,
        pairs=0,
        over=0,
        unknown_staff=0,
        weights="none",
    ).save()


def due(*when):
    return nights_due(FORCE, now=datetime(*when, tzinfo=UTC))


def test_yesterday_is_due_from_three_in_the_morning():
    reviewed(date(2026, 3, 1))

    assert due(2026, 3, 3, 2, 59) == ()
    assert due(2026, 3, 3, 3, 0) == (date(2026, 3, 2),)


def test_three_is_that_of_the_force_in_summer():
    reviewed(date(2026, 6, 30))

    assert due(2026, 7, 2, 1, 59) == ()
    assert due(2026, 7, 2, 2, 0) == (date(2026, 7, 1),)


def test_missed_nights_are_made_up_for_as_far_as_a_week():
    reviewed(date(2026, 2, 1))

    nights = due(2026, 3, 3, 4)
    assert (nights[0], nights[-1], len(nights)) == (date(2026, 2, 24), date(2026, 3, 2), 7)


def test_before_the_first_review_only_yesterday_is_due():
    assert due(2026, 3, 3, 4) == (date(2026, 3, 2),)


def test_a_force_has_staff_when_somebodys_account_is_on(force):
    away = User.objects.create_person(email="a@elsewhere.example", name="Demo away")
    away.force_id, away.is_active = "cheshire", False
    away.save()

    assert forces_with_staff() == (FORCE,)


def test_a_run_reviews_each_force_once(force):
    wrote(force["call-handler"], kind="person", address="record-of-p-1", relationship="force")
    night = NOON + timedelta(days=1)
    actor = service_account("nightly-review")

    assert [one.look_ups for one in run_nights_due(by=actor, now=night)] == [1]
    assert list(run_nights_due(by=actor, now=night)) == []
    assert Alert.objects.get().actor == force["call-handler"].trail_name
    assert set(GroupCount.objects.values_list("side", "group", "size", "listed")) == {
        ("staff", "", 17, 1),
        ("people", "", 1, 1),
    }


def test_the_worker_does_it_and_lists_what_is_past_its_keeping(force):
    jobs = {job.name: job for job in TIMETABLE}
    night = NOON + timedelta(days=1)
    wrote(force["call-handler"], kind="person", address="record-of-p-1", relationship="force")

    assert jobs["look-up-review"].run(night) == "nights of look-ups reviewed: 1"
    alert = Alert.objects.get()
    Verdict(
        alert=alert, finding="explained", wrong=[], words="It was.", by="person:x", at=night
    ).save()
    later = night + timedelta(days=366)
    said = jobs["alerts-past-keeping"].run(later)

    assert said == "judged alerts to be decided on: 1, none erased"
    assert past_keeping(now=night) == 0
    assert Alert.objects.count() == 1
    assert jobs["trail-checkpoint"].every == timedelta(seconds=5)


def test_by_hand(force, capsys):
    wrote(force["call-handler"], kind="person", address="record-of-p-1", relationship="force")
    call_command("lookups", "--force", FORCE, "--night", "2026-03-02")

    assert capsys.readouterr().out == (
        f"{FORCE} 2026-03-02: look-ups 1, listed 1, worth listing without room 0\n"
    )
    with pytest.raises(CommandError, match="has been reviewed"):
        call_command("lookups", "--night", "2026-03-02")
    with pytest.raises(CommandError, match="Forces with staff: staffordshire"):
        call_command("lookups", "--force", "cheshire")


def test_what_is_past_its_keeping_by_hand(force, capsys):
    call_command("lookups", "--past-keeping")

    assert capsys.readouterr().out == f"{FORCE}: 0 past their keeping, none erased\n"
