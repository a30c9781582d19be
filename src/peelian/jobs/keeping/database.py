"""Copying the operational database as it stands at one moment, and putting a copy back."""

import os
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import SQLITE_BUSY, SQLITE_LOCKED
from typing import Any, BinaryIO

from django.db import connections

from peelian.jobs.keeping.errors import CannotCopy, CannotRestore
from peelian.jobs.keeping.reading import PostgresTables, SqliteTables

FILE_NAMES = {"sqlite": "peelian.sqlite3", "postgresql": "peelian.pgdump"}
PAGES_AT_ONCE = 4096
# A quarter of a second each.
MOST_WAITS = 120
# The last words of a failed program are enough to say why.
TAIL = 400


@contextmanager
def copied(tables: SqliteTables | PostgresTables, work: Path) -> Iterator[BinaryIO]:
    """A copy of the database in a file without a name, which vanishes with the process."""
    if isinstance(tables, SqliteTables):
        with _copied_sqlite(tables.connection, work) as copy:
            yield copy
    else:
        with tempfile.TemporaryFile(dir=work) as copy:
            _dump(tables, copy)
            yield copy


@contextmanager
def _copied_sqlite(source: sqlite3.Connection, work: Path) -> Iterator[BinaryIO]:
    path = work / "database"
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "rb") as copy:
        into = sqlite3.connect(path)
        try:
            into.execute("PRAGMA journal_mode=OFF")
            into.execute("PRAGMA synchronous=OFF")
            # Open by now, so its name is no longer needed: nobody can find it after a kill.
            path.unlink()
            source.backup(into, pages=PAGES_AT_ONCE, progress=_Patience())
        finally:
            into.close()
        yield copy


class _Patience:
    """Ends a copy that waits for a writer of its own connection, which would never be done."""

    def __init__(self) -> None:
        self._waits = 0

    def __call__(self, status: int, _remaining: int, _total: int) -> None:
        self._waits = self._waits + 1 if status in (SQLITE_BUSY, SQLITE_LOCKED) else 0
        if self._waits > MOST_WAITS:
            raise CannotCopy("The database is held by a writer that does not end. Try again.")


def _dump(tables: PostgresTables, into: BinaryIO) -> None:
    """pg_dump at the very moment of the transaction in which the tables are being read."""
    ((moment,),) = tables.ask("SELECT pg_export_snapshot()")
    command = [_program("pg_dump"), "--format=custom", "--no-owner", "--no-privileges"]
    # In the password-free part of the environment nothing secret is shown to other users.
    where, environment = _address(tables.connection.settings_dict)
    ran = subprocess.run(  # noqa: S603  # a program of PostgreSQL, without a shell
        [*command, f"--snapshot={moment}", *where],
        stdout=into,
        stderr=subprocess.PIPE,
        env=environment,
        check=False,
    )
    if ran.returncode:
        raise CannotCopy(f"pg_dump could not copy the database: {_last_words(ran.stderr)}")
    into.seek(0)


def put_back(dump: Path, database: Mapping[str, Any]) -> None:
    """Fill an empty PostgreSQL database from a dump, all of it or nothing."""
    where, environment = _address(database)
    command = [_program("pg_restore"), "--no-owner", "--no-privileges", "--exit-on-error"]
    ran = subprocess.run(  # noqa: S603  # a program of PostgreSQL, without a shell
        [*command, "--single-transaction", *where, str(dump)],
        stderr=subprocess.PIPE,
        env=environment,
        check=False,
    )
    if ran.returncode:
        raise CannotRestore(
            f"pg_restore could not fill the database, which is as it was: {_last_words(ran.stderr)}"
        )


@contextmanager
def standing_in(database: Mapping[str, Any]) -> Iterator[str]:
    """A connection to another database than the installation's own, under a name of its own."""
    alias = "restored"
    settings = dict(database)
    connections.configure_settings({**connections.settings, alias: settings})
    connections.settings[alias] = settings
    try:
        yield alias
    finally:
        connections[alias].close()
        del connections[alias]
        del connections.settings[alias]


def sqlite_at(path: Path) -> dict[str, Any]:
    """Settings of a SQLite database in a file."""
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": str(path)}


def _program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise CannotCopy(
            f"{name} is not installed, and a PostgreSQL database is copied with it. Install "
            "PostgreSQL's client programs (Debian: postgresql-client), of the server's version "
            "or later."
        )
    return found


def _address(database: Mapping[str, Any]) -> tuple[list[str], dict[str, str]]:
    """Arguments that name a database, and the environment that holds its password."""
    parts = {"--host": "HOST", "--port": "PORT", "--username": "USER", "--dbname": "NAME"}
    where = [f"{flag}={database[name]}" for flag, name in parts.items() if database.get(name)]
    password = {"PGPASSWORD": str(database["PASSWORD"])} if database.get("PASSWORD") else {}
    return where, {**os.environ, **password}


def _last_words(stderr: bytes) -> str:
    return stderr.decode(errors="replace").strip()[-TAIL:]
