"""Bringing a home to this version: back up, migrate, check; and back again if that fails.

C-MIG-1, T50. Every migration is one transaction, so an upgrade that is killed stands between two
of them and is simply run again. Where a migration fails, a SQLite database is put back from the
backup made just before, in one transaction; on PostgreSQL the failed step has undone itself.
"""

import secrets
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor

from peelian.access.actors import service_account
from peelian.jobs.keeping import pack
from peelian.jobs.keeping.backup import Backup, database_file, seal, target_of
from peelian.jobs.keeping.database import FILE_NAMES
from peelian.jobs.keeping.errors import CannotRestore, KeepingError
from peelian.jobs.keeping.holdings import BACKUPS
from peelian.jobs.keeping.keys import Key
from peelian.jobs.keeping.manifest import TrailEnd
from peelian.jobs.keeping.reading import reading
from peelian.jobs.keeping.sealed import SealedReader
from peelian.jobs.keeping.workplace import workplace
from peelian.records.store import catalogue
from peelian.trail.append import append
from peelian.trail.verbs import Verb

FORWARD = "The database is as it was before. Install the version from before, or ask for help."


@dataclass(frozen=True)
class Upgraded:
    """What was done: the steps of the database, and the backup that was made before."""

    steps: tuple[str, ...]
    backup: Backup | None

    def in_one_line(self) -> str:
        """For the terminal."""
        if not self.steps:
            return "Nothing to upgrade: database and store are of this version."
        kept = f" The backup from before is {self.backup.path}." if self.backup else ""
        return f"{len(self.steps)} steps of the database done, the store is as it should be.{kept}"


class UpgradeFailed(KeepingError):
    """A step failed; the message says how things stand and what to do."""


def upgrade(
    *, key: Key | None, by: str, at: datetime, say: Callable[[str], None], into: Path | None = None
) -> Upgraded:
    """Bring database and store to this version. Without a `key` no backup is made before.

    Raises `UpgradeFailed`, or another `KeepingError` where the backup could not be made, in which
    case nothing was changed.
    """
    catalogue.current(settings.STORE_ROOT)
    steps = pending()
    if not steps:
        return Upgraded((), None)
    backup = None
    if key is not None and "django_migrations" in connection.introspection.table_names():
        backup = _backed_up(key, at=at, into=into, say=say)
    try:
        call_command("migrate", verbosity=0, interactive=False)
    except Exception as error:
        raise UpgradeFailed(_after_failure(error, backup, key)) from error
    with transaction.atomic():
        append(
            actor=service_account(by).trail_name,
            verb=Verb.ALTERED,
            ref=("installation", "database"),
            detail={"steps": list(steps), "backup": backup.manifest.id if backup else None},
            at=at,
        )
    return Upgraded(steps, backup)


def pending() -> tuple[str, ...]:
    """The steps of the database that wait, as `app.name`, in order."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return tuple(f"{step.app_label}.{step.name}" for step, _ in plan)


def _backed_up(key: Key, *, at: datetime, into: Path | None, say: Callable[[str], None]) -> Backup:
    if into is None:
        into = settings.PEELIAN_HOME / BACKUPS
        into.mkdir(mode=0o700, exist_ok=True)
    backup = seal(target_of(into, at=at), key=key, id_=secrets.token_hex(8), at=at, say=say)
    say(backup.in_one_line())
    return backup


def _after_failure(error: Exception, backup: Backup | None, key: Key | None) -> str:
    """Put a SQLite database back if that loses nothing; say how things stand."""
    what = f"A step of the database failed ({type(error).__name__}: {error})."
    if backup is None or key is None:
        return f"{what} No backup was made; the steps before it are done. Run it again."
    live = database_file(connection.settings_dict)
    if live is None:
        return (
            f"{what} The steps before it are done, it has undone itself. Either mend the cause and "
            "run `peelian upgrade` again, or go back: install the version from before, make an "
            f"empty database, and run: peelian restore {backup.path} --into NEW_HOME "
            "--database postgres://user@host/new_database"
        )
    with reading() as tables:
        newest = tables.ask("SELECT sequence, hash FROM trail_entry ORDER BY sequence DESC LIMIT 1")
    if TrailEnd(*(newest[0] if newest else (0, ""))) != backup.manifest.trail:
        return (
            f"{what} Somebody has worked meanwhile, so going back would lose what they saved. "
            "Stop Peelian, mend the cause and run `peelian upgrade` again."
        )
    _put_back(backup, key, live)
    return f"{what} {FORWARD}"


def _put_back(backup: Backup, key: Key, live: Path) -> None:
    connection.close()
    with workplace(settings.PEELIAN_HOME) as work, backup.path.open("rb") as opened:
        for _ in pack.unpack(SealedReader(opened, key), work):
            pass
        copy = work / pack.DATABASE / FILE_NAMES["sqlite"]
        with closing(sqlite3.connect(copy)) as source, closing(sqlite3.connect(live)) as into:
            # One transaction of the database's own: killed here, it is as if not begun.
            source.backup(into)
            (answer,) = into.execute("PRAGMA integrity_check").fetchone()
    if answer != "ok":
        raise CannotRestore(f"Restore {backup.path} into a new home: {answer}")
