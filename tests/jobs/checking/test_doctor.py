"""The doctor sees each harm that is done to an installation, and says what to do about it."""

import json
from datetime import UTC, datetime, timedelta
from io import StringIO
from types import SimpleNamespace

import pytest
from django.core.management import call_command
from django.db import transaction

from peelian.access.user import User
from peelian.jobs.checking import duty_checks, machine_checks, people_checks, settings_checks
from peelian.jobs.checking.examine import examine, exit_code
from peelian.jobs.checking.finding import Level
from peelian.jobs.models import JobState, Safeguard, WorkerSeen
from peelian.records.happenings import Happened, Happening, happen
from peelian.trail.append import append

pytestmark = pytest.mark.django_db(transaction=True)

NOW = datetime(2026, 3, 1, 9, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def home(settings, tmp_path):
    """A home in good order, as far as one on this machine can be."""
    folder = tmp_path / "home"
    folder.mkdir(mode=0o700)
    (folder / "secret-key").touch(mode=0o600)
    settings.ALLOWED_HOSTS = ["localhost"]
    settings.PEELIAN_HOME = folder
    settings.STORE_ROOT = folder / "store"
    settings.CHECKPOINT_PLACES = (folder / "checkpoints",)
    return folder


def level_of(name, findings):
    (found,) = [one for one in findings if one.name == name]
    assert bool(found.do) == (found.level != Level.WELL)
    return found.level


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("DEBUG", {"DEBUG": True}),
        ("PEELIAN_DEMO", {"DEMO": True}),
        ("PEELIAN_HTTPS", {"HTTPS": False, "ALLOWED_HOSTS": ["peelian.example.org"]}),
        ("PEELIAN_HOSTS", {"ALLOWED_HOSTS": ["*"]}),
        ("PEELIAN_METRICS_FROM", {"METRICS_FROM": ("0.0.0.0",)}),
    ],
)
def test_each_setting_that_weakens_a_control_is_seen(home, settings, name, changes):
    """Enumeration test 6: every weak setting stands on one list, with the control it weakens."""
    assert level_of(name, settings_checks.weak_settings()) == Level.WELL
    for setting, value in changes.items():
        setattr(settings, setting, value)

    assert level_of(name, settings_checks.weak_settings()) == Level.UNSAFE
    assert all(one.control.startswith("C-") for one in settings_checks.WEAKNESSES)


def test_files_that_others_can_read_are_seen(home):
    assert exit_code(tuple(settings_checks.files_of_the_owner())) == 0
    home.chmod(0o755)
    (home / "secret-key").chmod(0o644)

    found = list(settings_checks.files_of_the_owner())
    assert level_of("home folder", found) == level_of("secret key", found) == Level.UNSAFE


def test_a_worker_that_fell_silent_is_seen_and_a_job_that_fails(home):
    assert level_of("worker", machine_checks.worker(NOW)) == Level.UNSAFE
    WorkerSeen.objects.create(id="1", began_at=NOW, seen_at=NOW - timedelta(seconds=30))
    JobState.objects.create(name="tidy-up", due_at=NOW, failures=2, said="failed: ValueError")

    found = list(machine_checks.worker(NOW))
    assert level_of("worker", found) == Level.WELL
    assert level_of("job tidy-up", found) == Level.WARNING


@pytest.mark.parametrize(("days", "level"), [(0.5, Level.WELL), (2, Level.UNSAFE)])
def test_a_backup_must_be_of_last_night(home, days, level):
    Safeguard.objects.create(
        id="1", kind="backup", began_at=NOW, ended_at=NOW - timedelta(days=days)
    )

    assert level_of("last backup", machine_checks.copies(NOW)) == level
    assert level_of("last drill", machine_checks.copies(NOW)) == Level.UNSAFE


@pytest.mark.parametrize(
    ("free", "level"), [(0.20, Level.WELL), (0.14, Level.WARNING), (0.04, Level.UNSAFE)]
)
def test_little_space_is_seen_before_there_is_none(home, monkeypatch, free, level):
    usage = SimpleNamespace(total=1000, free=1000 * free)
    monkeypatch.setattr("peelian.jobs.checking.probes.shutil.disk_usage", lambda _: usage)

    assert level_of("disk space", machine_checks.disk(NOW)) == level


def test_a_clock_that_was_set_back_is_seen(home):
    with transaction.atomic():
        append(
            actor="service:tests", verb="altered", ref=("crime", "1"), detail={}, at=NOW + 2 * DAY
        )

    assert level_of("clock", machine_checks.clock(NOW)) == Level.UNSAFE
    assert level_of("clock", machine_checks.clock(NOW + 3 * DAY)) == Level.WELL


def test_checkpoints_that_stay_on_this_disk_are_seen(home):
    found = machine_checks.checkpoints(NOW)

    assert level_of("checkpoints' second place", found) == Level.UNSAFE


def test_people_are_counted_and_never_named(home):
    person = User.objects.create_person(email="p@demo.example", name="Demo call handler")
    User.objects.filter(pk=person.pk).update(last_login=NOW - 40 * DAY)
    found = list(people_checks.accounts(NOW))

    assert level_of("second factor", found) == Level.WARNING
    assert level_of("idle accounts", found) == Level.WARNING
    assert level_of("demo people", found) == Level.UNSAFE
    assert "p@demo" not in str(found)
    assert "handler" not in str(found)


def test_a_check_that_breaks_is_a_finding_and_the_others_go_on(home, monkeypatch):
    (home / "store").mkdir()
    (home / "store" / "CURRENT").write_text("nowhere")
    found = examine(NOW)

    assert level_of("store", found) == Level.UNSAFE
    assert len(found) > 15


def test_the_command_prints_what_to_do_and_ends_with_a_code(home):
    out = StringIO()
    with pytest.raises(SystemExit) as ended:
        call_command("doctor", stdout=out)
    assert ended.value.code == 2
    assert "UNSAFE  worker: None was heard of yet.\n        Start `peelian work`" in out.getvalue()

    out = StringIO()
    with pytest.raises(SystemExit):
        call_command("doctor", "--format", "json", stdout=out)
    assert {"name", "level", "says", "do", "weakens"} == set(json.loads(out.getvalue())[0])


def test_happenings_that_nobody_looks_at_are_seen(home):
    """A first load of years may take minutes; more means that the worker does not keep up."""
    told = Happened(name="bailed", ref=("bail", "1"), force_id="kent", at=NOW)
    happen(told, by="x", noted_at=NOW - timedelta(minutes=10))
    assert level_of("happenings", duty_checks.happenings(NOW)) == Level.WELL

    assert level_of("happenings", duty_checks.happenings(NOW + DAY)) == Level.WARNING
    Happening.objects.update(settled_at=NOW)
    assert level_of("happenings", duty_checks.happenings(NOW + DAY)) == Level.WELL
