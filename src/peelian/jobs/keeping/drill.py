"""The drill: a backup is worth what a restore of it is worth, so both are done and compared."""

import secrets
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.db import connection, transaction

from peelian.access.user import User
from peelian.jobs.keeping.backup import Backup, back_up
from peelian.jobs.keeping.errors import CannotRestore, KeepingError
from peelian.jobs.keeping.keys import Key
from peelian.jobs.keeping.restore import Restored, restore
from peelian.jobs.keeping.workplace import workplace
from peelian.jobs.models import Safeguard
from peelian.trail.append import append
from peelian.trail.verbs import Verb


@dataclass(frozen=True)
class Drill:
    """A drill that went well."""

    backup: Backup
    restored: Restored
    seconds: float

    def in_one_line(self) -> str:
        """For the terminal."""
        made = self.backup.manifest
        return (
            f"Backed up in {self.backup.seconds:.1f} s and restored in "
            f"{self.restored.seconds:.1f} s: {made.fingerprint.rows:,} rows and "
            f"{len(made.files):,} files with equal fingerprint {made.fingerprint.digest[:12]}, "
            f"trail verified to entry {made.trail.sequence:,}"
        )


def drill(*, key: Key, by: User, at: datetime, say: Callable[[str], None] | None = None) -> Drill:
    """Back up, restore into a fresh place, compare everything, and leave an entry in the trail.

    The restored copy is removed again. Raises `KeepingError` naming what is not as it was; the
    trail then holds that the drill failed.
    """
    begun = time.monotonic()
    id_ = secrets.token_hex(8)
    Safeguard.objects.create(id=id_, kind=Safeguard.Kind.DRILL, began_at=at)
    try:
        with workplace(settings.PEELIAN_HOME) as work, _fresh_database() as database:
            backup = back_up(work / "copy.backup", key=key, by=by, at=at, say=say)
            restored = restore(backup.path, into=work / "home", key=key, at=at, database=database)
    except KeepingError as error:
        _note(id_, by=by, at=at, said=str(error), done=None)
        raise
    done = Drill(backup, restored, time.monotonic() - begun)
    _note(id_, by=by, at=at, said="whole", done=done)
    return done


def _note(id_: str, *, by: User, at: datetime, said: str, done: Drill | None) -> None:
    with transaction.atomic():
        Safeguard.objects.filter(id=id_).update(
            ended_at=datetime.now(UTC) if done else None,
            size=done.backup.size if done else 0,
            seconds=done.seconds if done else 0.0,
            said=said[:400],
        )
        append(
            actor=by.trail_name,
            verb=Verb.CONSULTED,
            ref=("drill", id_),
            detail={
                "whole": done is not None,
                "said": said,
                "seconds": round(done.seconds, 1) if done else None,
                "fingerprint": done.backup.manifest.fingerprint.digest if done else None,
            },
            at=at,
        )


@contextmanager
def _fresh_database() -> Iterator[Mapping[str, Any] | None]:
    """An empty database on the same server for the length of a drill; SQLite needs none."""
    if connection.vendor == "sqlite":
        yield None
        return
    name = f"peelian_drill_{secrets.token_hex(4)}"
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolcreatedb FROM pg_roles WHERE rolname = current_user")
        if cursor.fetchone() != (True,):
            raise CannotRestore(
                "A drill restores into a database of its own, and the account may not make one. "
                "Allow it: ALTER ROLE peelian CREATEDB."
            )
        # A killed drill leaves its database, which nobody uses any more.
        cursor.execute(
            "SELECT datname FROM pg_database WHERE datname LIKE 'peelian\\_drill\\_%' AND NOT "
            "EXISTS (SELECT 1 FROM pg_stat_activity a WHERE a.datname = pg_database.datname)"
        )
        for (left,) in cursor.fetchall():
            cursor.execute(f"DROP DATABASE IF EXISTS {connection.ops.quote_name(left)}")
        cursor.execute(f"CREATE DATABASE {name}")
    try:
        yield {**connection.settings_dict, "NAME": name}
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
