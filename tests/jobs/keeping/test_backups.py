"""A backup comes back as it went in, and anything else is refused (C-BAK-1, C-BAK-2, T14, T49)."""

import sqlite3

import pytest
from django.db import connection

from jobs.keeping.conftest import AT, KEY
from peelian.access.user import User
from peelian.jobs.keeping.backup import back_up
from peelian.jobs.keeping.checks import check_contents
from peelian.jobs.keeping.drill import drill
from peelian.jobs.keeping.errors import CannotCopy, CannotRestore, NotWhole
from peelian.jobs.keeping.fingerprint import files_mark, fingerprint
from peelian.jobs.keeping.noting import note_restored
from peelian.jobs.keeping.restore import restore
from peelian.jobs.models import Safeguard
from peelian.records.store import catalogue
from peelian.trail.models import Entry

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif("connection.vendor != 'sqlite'", reason="see test_postgres_backups"),
]


@pytest.fixture
def backup(home, operator, tmp_path):
    """A backup of the home."""
    return back_up(tmp_path / "one.backup", key=KEY, by=operator, at=AT)


def test_a_restored_home_holds_the_same_rows_files_and_trail(home, backup, tmp_path):
    restored = restore(backup.path, into=tmp_path / "fresh", key=KEY, at=AT).home

    with sqlite3.connect(restored / "peelian.sqlite3") as database:
        (name,) = database.execute("SELECT name FROM access_user WHERE kind = 'person'").fetchone()
    database.close()
    assert name == "Demo call handler"
    assert (restored / "attachments/ab/abcdef").read_bytes() == b"a photograph"
    assert (restored / "secret-key").read_text() == "signs"
    assert catalogue.current_id(restored / "store") == catalogue.current_id(home / "store")
    assert restored.stat().st_mode & 0o077 == 0


def test_the_backup_itself_is_in_the_trail_before_anything_leaves(backup):
    entry = Entry.objects.order_by("sequence").last()

    assert (entry.verb, entry.record_ref) == ("disclosed", backup.manifest.id)
    assert backup.manifest.trail.sequence == entry.sequence


def test_nothing_of_the_content_stands_in_the_file(backup):
    sealed = backup.path.read_bytes()

    assert b"Demo call handler" not in sealed
    assert b"a photograph" not in sealed
    assert backup.path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("kept", [0, 100, 5_000, -17, -1])
def test_a_cut_backup_is_refused_and_leaves_nothing(backup, tmp_path, kept):
    whole = backup.path.read_bytes()
    (tmp_path / "cut.backup").write_bytes(whole[:kept])

    with pytest.raises(NotWhole):
        restore(tmp_path / "cut.backup", into=tmp_path / "fresh", key=KEY, at=AT)
    assert not (tmp_path / "fresh").exists()
    assert not list(tmp_path.glob(".fresh*"))


def test_a_home_with_data_is_not_overwritten(home, backup):
    with pytest.raises(CannotRestore, match="is not empty"):
        restore(backup.path, into=home, key=KEY, at=AT)


def test_what_stood_there_is_set_aside_if_asked(home, backup):
    (home / "attachments" / "newer").write_bytes(b"since then")
    done = restore(backup.path, into=home, key=KEY, at=AT, replace=True)

    assert not (home / "attachments" / "newer").exists()
    assert done.before is not None
    assert (done.before / "attachments" / "newer").exists()


def test_a_restore_stands_in_the_trail_of_what_was_restored(home, backup, operator, tmp_path):
    fresh = restore(backup.path, into=tmp_path / "fresh", key=KEY, at=AT).home
    note_restored(fresh, by=operator, at=AT)
    note_restored(fresh, by=operator, at=AT)

    assert Entry.objects.filter(verb="collected", record_ref=backup.manifest.id).count() == 1


def test_an_older_version_does_not_restore_what_it_does_not_know(backup, tmp_path, monkeypatch):
    monkeypatch.setattr("peelian.jobs.keeping.restore.known_migrations", frozenset)
    with pytest.raises(CannotRestore, match="knows more than this version"):
        restore(backup.path, into=tmp_path / "fresh", key=KEY, at=AT)


def test_a_backup_never_lies_among_what_it_copies(home, operator):
    with pytest.raises(CannotCopy, match="another disk"):
        back_up(home / "one.backup", key=KEY, by=operator, at=AT)


def test_a_backup_never_overwrites_another(backup, operator):
    with pytest.raises(CannotCopy, match="exists"):
        back_up(backup.path, key=KEY, by=operator, at=AT)


def test_the_drill_compares_everything_and_is_noted(home, operator):
    done = drill(key=KEY, by=operator, at=AT)

    assert done.restored.manifest.fingerprint == done.backup.manifest.fingerprint
    assert Safeguard.objects.get(kind="drill").ended_at is not None
    assert '"whole":true' in Entry.objects.order_by("sequence").last().detail
    assert not list((home / ".keeping").iterdir())


def test_a_drill_that_fails_says_so_in_the_trail(home, operator, monkeypatch):
    def lose_a_file(made, folder, using):
        (folder / "attachments/ab/abcdef").write_bytes(b"")
        check_contents(made, folder, using)

    monkeypatch.setattr("peelian.jobs.keeping.restore.check_contents", lose_a_file)
    with pytest.raises(CannotRestore, match="attachments"):
        drill(key=KEY, by=operator, at=AT)

    assert '"whole":false' in Entry.objects.order_by("sequence").last().detail
    assert Safeguard.objects.get(kind="drill").ended_at is None


def test_the_fingerprint_sees_any_change_and_no_order(home):
    before = fingerprint(home)
    person = User.objects.get(kind="person")
    User.objects.filter(pk=person.pk).update(name="Demo sergeant")
    changed = fingerprint(home)
    User.objects.filter(pk=person.pk).update(name="Demo call handler")

    assert before.differences(changed) == ("access_user",)
    assert before.digest != changed.digest
    assert fingerprint(home).digest == before.digest
    (home / "attachments" / "ab" / "abcdef").write_bytes(b"another photograph")
    assert before.differences(fingerprint(home)) == ("attachments",)


def test_a_missing_folder_is_as_an_empty_one(tmp_path):
    (tmp_path / "there").mkdir()

    assert files_mark(tmp_path / "there") == files_mark(tmp_path / "nowhere")


def test_connections_of_a_restore_are_gone_afterwards(backup, tmp_path):
    restore(backup.path, into=tmp_path / "fresh", key=KEY, at=AT)

    assert connection.settings_dict["NAME"] != str(tmp_path / "fresh" / "peelian.sqlite3")
