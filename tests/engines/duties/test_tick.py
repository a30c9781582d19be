"""What is sent around the end of a duty's time: each once, to whoever should hear of it."""

import pytest

from engines.duties.duty_samples import at, local
from engines.duties.kept_samples import (
    REVIEW,
    correct,
    notes,
    only_duty,
    settled,
    team,
    tell,
    ticked,
    worker,
)
from peelian.access.conflict import Conflict
from peelian.engines.duties.models import DutyNote
from peelian.engines.duties.tick import PASSED_OVER, tick
from peelian.engines.registers.models import Notice
from peelian.spine.happenings import What
from peelian.spine.post import Holding
from peelian.trail.models import Entry
from people import FORCE

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def begun():
    people = team()
    tell("2026-03-27 14:00")
    settled("2026-03-27 14:01")
    return people


def told():
    return [
        (one.user.email.split("@")[0], one.kind)
        for one in Notice.objects.order_by("pk").select_related("user")
    ]


def test_nothing_is_sent_before_its_moment():
    assert ticked("2026-03-28 07:59") == 0
    assert told() == []


def test_each_step_is_sent_when_its_moment_comes():
    for moment, sent in (
        ("2026-03-28 08:00", ("patrol-officer", "due")),
        ("2026-03-28 12:00", ("patrol-officer", "due")),
        ("2026-03-28 14:00", ("patrol-officer", "late")),
        ("2026-03-28 15:00", ("supervisor", "escalated")),
        ("2026-03-29 03:00", ("supervisor", "escalated")),
    ):
        assert ticked(moment) == 1
        assert told()[-1] == sent
        assert ticked(moment) == 0

    duty = only_duty()
    assert (duty.state, duty.level, duty.next_at) == ("Late", 2, None)
    assert notes() == ["begun", "reminder 1", "reminder 2", "late", "escalated 1", "escalated 2"]
    assert Notice.objects.count() == 5
    assert Entry.objects.count() == 6


def test_the_post_and_the_words_of_a_step_are_kept():
    ticked("2026-03-28 08:00")
    ticked("2026-03-28 15:00")

    kept = {one.what: (one.to_post, one.words) for one in DutyNote.objects.all()}
    assert kept["reminder 1"] == ("post-patrol-officer", "Six hours are left.")
    assert kept["escalated 1"] == ("post-supervisor", "An hour late.")


def test_a_clock_that_jumps_forward_sends_the_last_reminder_alone():
    ticked("2026-03-28 13:00")

    assert told() == [("patrol-officer", "due")]
    assert DutyNote.objects.get(what="reminder 1").words == PASSED_OVER
    assert DutyNote.objects.get(what="reminder 2").words == "Two hours are left."


def test_a_clock_that_jumps_beyond_the_end_sends_no_reminder_and_every_escalation():
    ticked("2026-04-05 14:00")

    assert told() == [
        ("patrol-officer", "late"),
        ("supervisor", "escalated"),
        ("supervisor", "escalated"),
    ]
    assert only_duty().level == 2


def test_a_clock_that_goes_back_sends_nothing_twice():
    ticked("2026-03-28 15:30")
    sent = told()
    for moment in ("2026-03-28 07:00", "2026-03-28 13:00", "2026-03-28 15:30"):
        ticked(moment)
        settled(moment)

    assert told() == sent
    assert only_duty().state == "Late"


def test_a_settling_by_an_earlier_clock_makes_nothing_in_time_again():
    ticked("2026-03-28 15:30")
    correct(tell("2026-03-28 11:00", What.SEARCHED, matter="S-2"))
    again = only_duty(matter="S-1")
    tell("2026-03-28 11:30", What.SEARCHED, matter="S-1", ref=("stopsearch", "another"))
    settled("2026-03-28 12:00")

    again.refresh_from_db()
    assert again.state == "Late"


def test_nothing_more_is_sent_once_it_is_met():
    tell("2026-03-28 09:00", What.SEARCH_REVIEWED)
    settled("2026-03-28 09:01")

    assert ticked("2026-03-30 09:00") == 0
    assert told() == []


def test_a_new_end_is_reminded_of_anew():
    ticked("2026-03-28 08:00")
    tell("2026-03-28 09:00", What.BAILED)
    tell("2026-03-28 19:00", What.BAIL_CHANGED)
    settled("2026-03-28 19:01")
    assert local(only_duty().due_at) == "2026-03-29 00:00"

    ticked("2026-03-28 19:02")

    assert told() == [("patrol-officer", "due")] * 2
    assert len(set(DutyNote.objects.filter(what="reminder 1").values_list("occasion"))) == 2


def test_an_empty_post_is_the_supervisors_and_says_that_nobody_answers():
    Holding.objects.filter(post_ref="post-patrol-officer").delete()
    tell("2026-03-27 15:00", matter="S-2")
    settled("2026-03-27 15:01")

    duty = only_duty(matter="S-2")
    assert (duty.vacant, duty.officer_ref, duty.unit_ref) == (True, "no-supervisor", "N1")
    ticked("2026-03-28 09:00")
    assert ("supervisor", "due") in told()
    reminded = DutyNote.objects.get(duty=duty, what="reminder 1")
    assert reminded.to_post == "post-supervisor"


def test_whoever_may_not_see_the_record_learns_nothing_and_the_supervisor_is_told(begun):
    officer, _ = begun
    Conflict.objects.create(
        user=officer,
        force_id=FORCE,
        kind="family",
        person_key="key-S-1",
        starts_at=at("2026-01-01 00:00"),
        declared_by="service:tests",
    )

    ticked("2026-03-28 08:00")

    assert told() == [("supervisor", "due")]


def test_the_longest_waiting_come_first_and_no_more_than_asked_for():
    for number in range(2, 6):
        tell(f"2026-03-27 1{number}:30", matter=f"S-{number}")
    settled("2026-03-27 16:00")

    assert tick((REVIEW,), by=worker(), at=at("2026-03-28 08:30"), most=2) == 2

    reminded = DutyNote.objects.filter(what="reminder 1").values_list("duty__matter", flat=True)
    assert set(reminded) == {"S-2", "S-3"}
