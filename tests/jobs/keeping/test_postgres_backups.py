"""The same promise on PostgreSQL, with its own programs (C-BAK-2)."""

import re
import shutil
import subprocess

import pytest
from django.db import connection

from jobs.keeping.conftest import AT, KEY
from peelian.jobs.keeping.backup import back_up
from peelian.jobs.keeping.drill import drill
from peelian.jobs.keeping.errors import CannotCopy, CannotRestore
from peelian.jobs.keeping.restore import restore

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif("connection.vendor != 'postgresql'", reason="needs PostgreSQL"),
]


@pytest.fixture
def programs():
    """pg_dump of the server's version or later; without it there is nothing to try."""
    found = shutil.which("pg_dump")
    if found is None:
        pytest.skip("pg_dump is not installed")
    said = subprocess.run([found, "--version"], capture_output=True, text=True, check=True).stdout
    if int(re.search(r"\d+", said)[0]) < connection.pg_version // 10_000:
        pytest.skip("pg_dump is older than the server")


def drills():
    with connection.cursor() as cursor:
        cursor.execute("SELECT datname FROM pg_database WHERE datname LIKE 'peelian\\_drill%'")
        return cursor.fetchall()


def test_a_drill_compares_everything_and_leaves_no_database(home, operator, programs):
    done = drill(key=KEY, by=operator, at=AT)

    assert done.backup.manifest.database == "postgresql"
    assert done.restored.manifest.fingerprint.rows > 0
    assert drills() == []


def test_a_database_with_tables_is_not_restored_into(home, operator, programs, tmp_path):
    made = back_up(tmp_path / "one.backup", key=KEY, by=operator, at=AT)
    with pytest.raises(CannotRestore, match="is not empty"):
        restore(
            made.path, into=tmp_path / "fresh", key=KEY, at=AT, database=connection.settings_dict
        )
    with pytest.raises(CannotRestore, match="--database"):
        restore(made.path, into=tmp_path / "fresh", key=KEY, at=AT)

    assert not (tmp_path / "fresh").exists()


def test_without_its_programs_the_sentence_says_what_to_install(
    home, operator, monkeypatch, tmp_path
):
    monkeypatch.setattr("peelian.jobs.keeping.database.shutil.which", lambda _: None)
    with pytest.raises(CannotCopy, match="postgresql-client"):
        back_up(tmp_path / "one.backup", key=KEY, by=operator, at=AT)

    assert list(tmp_path.glob("*.backup*")) == []
