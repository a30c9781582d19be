"""Databases that belong to one test, of whichever engine the suite runs on.

A test that starts processes cannot use the test database, whose changes nobody else can see. It
asks for `own_database`, a migrated one to which any process can connect.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from psycopg import sql

from harness.processes import heard, start

SECONDS_TO_MIGRATE = 120
_numbers = count(1)


@dataclass(frozen=True)
class OwnDatabase:
    """A database by its name (SQLite: the path of its file) and a folder for all other data."""

    name: str
    home: Path

    @property
    def environment(self) -> dict[str, str]:
        """What a command needs to be told, to work on this database and in this folder."""
        if is_postgresql():
            server, _, _ = os.environ["PEELIAN_DATABASE"].rpartition("/")
            return {"PEELIAN_DATABASE": f"{server}/{self.name}", "PEELIAN_HOME": str(self.home)}
        return {"PEELIAN_DATABASE": f"sqlite:///{self.name}", "PEELIAN_HOME": str(self.home)}

    def enter(self) -> None:
        """Make this process work here: for a fresh process only, never for that of the tests."""
        connections.settings["default"]["NAME"] = self.name
        settings.PEELIAN_HOME = self.home
        settings.STORE_ROOT = self.home / "store"
        settings.ATTACHMENTS_ROOT = self.home / "attachments"
        settings.EXPORTS_ROOT = self.home / "exports"
        settings.CHECKPOINT_KEYS = self.home / "keys"
        settings.CHECKPOINT_PLACES = (self.home / "checkpoints",)


def is_postgresql() -> bool:
    """Whether the suite runs on PostgreSQL."""
    return settings.DATABASES["default"]["ENGINE"] == "django.db.backends.postgresql"


@pytest.fixture(scope="session")
def migrated_database(tmp_path_factory) -> Iterator[OwnDatabase]:
    """A migrated database that is only ever copied."""
    home = tmp_path_factory.mktemp("migrated")
    with _created(home, template=None) as made:
        process, pipe = start(_migrate, made)
        assert heard(process, pipe, within=SECONDS_TO_MIGRATE) == "migrated"
        process.join()
        yield made


@pytest.fixture
def own_database(migrated_database, tmp_path) -> Iterator[OwnDatabase]:
    """A migrated database for one test and the processes that it starts."""
    home = tmp_path / "own-home"
    home.mkdir()
    with _created(home, template=migrated_database) as made:
        yield made


def _migrate(made: OwnDatabase, pipe: Connection) -> None:
    made.enter()
    call_command("migrate", verbosity=0)
    connections.close_all()
    pipe.send("migrated")


@contextmanager
def _created(home: Path, *, template: OwnDatabase | None) -> Iterator[OwnDatabase]:
    if not is_postgresql():
        path = home / "peelian.sqlite3"
        if template is not None:
            shutil.copyfile(template.name, path)
        yield OwnDatabase(str(path), home)
        return
    made = OwnDatabase(f"own_{os.getpid()}_{next(_numbers)}", home)
    copied = sql.Identifier("template1" if template is None else template.name)
    name = sql.Identifier(made.name)
    with psycopg.connect(os.environ["PEELIAN_DATABASE"], autocommit=True) as server:
        server.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(name, copied))
        yield made
        server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(name))
