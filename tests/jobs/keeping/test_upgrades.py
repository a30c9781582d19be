"""An upgrade ends in the new version or in the old one, and never between (C-MIG-1, T50)."""

import sqlite3

import pytest
from django.db import connection

from jobs.keeping.conftest import AT, KEY
from peelian.jobs.keeping import upgrading
from peelian.jobs.keeping.backup import seal
from peelian.jobs.keeping.upgrading import UpgradeFailed, upgrade
from peelian.trail.models import Entry

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif("connection.vendor != 'sqlite'", reason="puts a SQLite file back"),
]


def upgraded(say=lambda line: None):
    return upgrade(key=KEY, by="command-line", at=AT, say=say)


def test_what_is_of_this_version_is_left_alone(home):
    assert upgraded().in_one_line().startswith("Nothing to upgrade")
    assert not (home / "backups").exists()


def test_an_upgrade_backs_up_migrates_and_is_in_the_trail(home, monkeypatch):
    ran = []
    monkeypatch.setattr(upgrading, "pending", lambda: ("spine.0009_more",))
    monkeypatch.setattr(upgrading, "call_command", lambda *given, **_: ran.append(given))
    said = []
    done = upgraded(said.append)

    assert ran == [("migrate",)]
    assert done.backup.path.parent == home / "backups"
    assert "1 steps of the database done" in done.in_one_line()
    assert "spine.0009_more" in Entry.objects.order_by("sequence").last().detail


def fails(*_, **__):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE access_user SET name = 'half way'")
    raise ValueError("a column is missing")


def test_a_failed_step_puts_the_database_back(home, monkeypatch, tmp_path):
    """The tests' database lies in memory, so a file beside it stands for the live one."""
    live = tmp_path / "live.sqlite3"
    sqlite3.connect(live).close()
    monkeypatch.setattr(upgrading, "pending", lambda: ("spine.0009_more",))
    monkeypatch.setattr(upgrading, "call_command", fails)
    monkeypatch.setattr(upgrading, "database_file", lambda _: live)
    with pytest.raises(UpgradeFailed, match=r"a column is missing.*as it was before"):
        upgraded()

    database = sqlite3.connect(live)
    (name,) = database.execute("SELECT name FROM access_user WHERE kind = 'person'").fetchone()
    database.close()
    assert name == "Demo call handler"


def test_what_somebody_saved_meanwhile_is_never_taken_back(home, operator, monkeypatch):
    def works_and_fails(*_, **__):
        save_something(operator)
        raise ValueError("a column is missing")

    monkeypatch.setattr(upgrading, "pending", lambda: ("spine.0009_more",))
    monkeypatch.setattr(upgrading, "call_command", works_and_fails)
    with pytest.raises(UpgradeFailed, match="would lose what they saved"):
        upgraded()


def save_something(operator):
    """What a page does that is still being served."""
    with upgrading.transaction.atomic():
        upgrading.append(
            actor=operator.trail_name, verb="altered", ref=("crime", "1"), detail={}, at=AT
        )


def test_without_a_backup_the_message_says_so(home, monkeypatch):
    monkeypatch.setattr(upgrading, "pending", lambda: ("spine.0009_more",))
    monkeypatch.setattr(upgrading, "call_command", fails)
    with pytest.raises(UpgradeFailed, match=r"No backup was made.*Run it again"):
        upgrade(key=None, by="command-line", at=AT, say=lambda line: None)


def test_a_server_is_told_how_to_go_on_or_back(home, monkeypatch):
    monkeypatch.setattr(upgrading, "pending", lambda: ("spine.0009_more",))
    monkeypatch.setattr(upgrading, "call_command", fails)
    monkeypatch.setattr(upgrading, "database_file", lambda _: None)
    with pytest.raises(UpgradeFailed, match=r"run `peelian upgrade` again.*--database postgres://"):
        upgraded()


def test_a_sealed_copy_of_older_tables_needs_none_of_ours(home, tmp_path):
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE jobs_safeguard RENAME TO of_later")
    try:
        assert seal(tmp_path / "old.backup", key=KEY, id_="1", at=AT).size > 0
    finally:
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE of_later RENAME TO jobs_safeguard")
