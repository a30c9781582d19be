"""One worker runs a job at a time, and a late one writes nothing (C-JOB-1, T51)."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction

from peelian.jobs.models import JobState, WorkerSeen
from peelian.jobs.timetable import TIMETABLE
from peelian.jobs.working.job import Job
from peelian.jobs.working.lease import LeaseLost, check_held, give_back, take
from peelian.jobs.working.running import run_if_due
from peelian.jobs.working.worker import FORGOTTEN_AFTER, Heartbeat

pytestmark = pytest.mark.django_db

NINE = datetime(2026, 3, 1, 9, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def job(run=lambda now: "done", every=MINUTE, lease=10 * MINUTE) -> Job:
    return Job(name="tidy-up", every=every, run=run, says="Tidies up.", lease=lease)


def test_only_one_of_two_gets_a_job():
    assert take(job(), holder="one", now=NINE) is not None
    assert take(job(), holder="two", now=NINE) is None


def test_a_job_is_due_again_after_its_time():
    runs = []
    tidy = job(run=lambda now: runs.append(now) or "done")
    for minutes in (0, 0.5, 0.99, 1, 1.5, 2):
        run_if_due(tidy, holder="one", clock=lambda m=minutes: NINE + m * MINUTE)

    assert runs == [NINE, NINE + MINUTE, NINE + 2 * MINUTE]


def test_a_holder_that_died_is_followed_when_its_lease_ends():
    first = take(job(), holder="one", now=NINE)
    assert take(job(), holder="two", now=NINE + 9 * MINUTE) is None
    second = take(job(), holder="two", now=NINE + 10 * MINUTE)

    assert (first.fence, second.fence) == (1, 2)


def test_a_holder_that_slept_too_long_may_neither_write_nor_note():
    first = take(job(), holder="one", now=NINE)
    second = take(job(), holder="two", now=NINE + 10 * MINUTE)

    with transaction.atomic(), pytest.raises(LeaseLost):
        check_held(first)
    with transaction.atomic():
        check_held(second)
    ended = NINE + 11 * MINUTE
    assert not give_back(first, ended=ended, due=ended, said="late", well=True)
    assert JobState.objects.get().said == ""


def test_inside_a_run_the_check_needs_no_lease_and_outside_it_is_silent():
    check_held()

    def run(now):
        take(job(), holder="two", now=NINE + 10 * MINUTE)
        with transaction.atomic():
            check_held()
        return "written"

    run_if_due(job(run=run), holder="one", clock=lambda: NINE)

    assert JobState.objects.get().said != "written"


def test_a_job_that_fails_is_noted_by_kind_and_tried_again():
    def run(now):
        raise ValueError("Canary7f3a lives at 3 Mill Lane")

    for minutes in (0, 1):
        run_if_due(job(run=run), holder="one", clock=lambda m=minutes: NINE + m * MINUTE)
    state = JobState.objects.get()
    assert (state.said, state.failures, state.went_well_at) == ("failed: ValueError", 2, None)

    run_if_due(job(), holder="one", clock=lambda: NINE + 2 * MINUTE)
    state.refresh_from_db()
    assert (state.said, state.failures, state.went_well_at) == ("done", 0, NINE + 2 * MINUTE)


def test_a_worker_says_that_it_lives_and_the_dead_are_forgotten():
    Heartbeat("1-abcdef01", clock=lambda: NINE).beat()
    later = NINE + FORGOTTEN_AFTER + MINUTE
    Heartbeat("2-abcdef02", clock=lambda: later).beat()

    assert list(WorkerSeen.objects.values_list("id", "seen_at")) == [("2-abcdef02", later)]


def test_the_timetable_has_names_of_its_own_and_says_what_each_job_does():
    names = [one.name for one in TIMETABLE]

    assert len(set(names)) == len(names)
    assert all(one.says.endswith(".") for one in TIMETABLE)
    assert all(one.lease > timedelta(0) and one.every > timedelta(0) for one in TIMETABLE)


@pytest.mark.parametrize("one", TIMETABLE, ids=lambda one: one.name)
def test_every_job_runs_on_an_empty_installation(one, settings, tmp_path):
    settings.PEELIAN_HOME = tmp_path
    settings.STORE_ROOT = tmp_path / "store"
    settings.ATTACHMENTS_ROOT = tmp_path / "attachments"
    settings.CHECKPOINT_KEYS = tmp_path / "keys"
    settings.CHECKPOINT_PLACES = (tmp_path / "checkpoints",)

    assert one.run(NINE)
