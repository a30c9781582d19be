"""Putting a backup back: into a fresh place, checked to the last byte before it counts (C-BAK-2).

Everything is unpacked beside its place and compared with what the backup says of itself: each
file's hash, every row, the loaded files and the trail. Only then does the folder take its name, in
one step. A restore that is killed has not happened; the next one removes what it left.
"""

import fcntl
import json
import os
import shutil
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import connections
from django.db.migrations.loader import MigrationLoader

from peelian.jobs.keeping import manifest as manifests
from peelian.jobs.keeping import pack
from peelian.jobs.keeping.checks import check_contents
from peelian.jobs.keeping.database import FILE_NAMES, put_back, sqlite_at, standing_in
from peelian.jobs.keeping.errors import CannotRestore, NotWhole
from peelian.jobs.keeping.holdings import RESTORED
from peelian.jobs.keeping.keys import Key
from peelian.jobs.keeping.manifest import FileMark, Manifest
from peelian.jobs.keeping.sealed import SealedReader
from peelian.jobs.keeping.workplace import remove_unheld
from peelian.records.store import layout

# What a command makes in an empty home before it can do anything.
OF_EVERY_HOME = frozenset({"secret-key"})


@dataclass(frozen=True)
class Restored:
    """A finished restore. `before` is where the data that stood there lie now, if any did."""

    home: Path
    manifest: Manifest
    seconds: float
    before: Path | None

    def in_one_line(self) -> str:
        """For the terminal."""
        made = self.manifest
        return (
            f"{self.home}: restored as of {made.made_at:%Y-%m-%d %H:%M:%S} UTC in "
            f"{self.seconds:.1f} s; {made.fingerprint.rows:,} rows and {len(made.files):,} files "
            f"are as they were, the trail holds to entry {made.trail.sequence:,}"
        )


def restore(
    file: Path,
    *,
    into: Path,
    key: Key,
    at: datetime,
    replace: bool = False,
    database: Mapping[str, Any] | None = None,
    check: Callable[[str], None] = lambda _alias: None,
) -> Restored:
    """Restore a backup into the home `into` and return what it held.

    `into` must be empty, unless `replace` says that what is there shall be set aside. `database`
    are the settings of an empty PostgreSQL database, for backups of one. `check` is given the name
    of a connection to the restored database before it counts, and raises to refuse it. Raises
    `KeepingError`; then nothing of the restore is left.
    """
    begun = time.monotonic()
    home = into.absolute()
    _check_place(home, replace=replace)
    with _staged(home) as stage:
        made = _unpacked(file, key, stage)
        _check_version(made)
        target = _database(made, stage, database)
        with standing_in(target) as alias:
            check_contents(made, stage / pack.HOME, alias)
            check(alias)
        _settle(made, stage, at=at)
        before = _put_in_place(stage / pack.HOME, home, at=at)
    return Restored(home, made, time.monotonic() - begun, before)


def _unpacked(file: Path, key: Key, stage: Path) -> Manifest:
    found: dict[str, FileMark] = {}
    try:
        with file.open("rb") as opened:
            for mark in pack.unpack(SealedReader(opened, key), stage):
                found[mark.name] = mark
    except OSError as error:
        raise CannotRestore(f"{file} cannot be restored: {error.strerror or error}.") from error
    if manifests.NAME not in found:
        raise NotWhole(f"{file} holds no manifest, so nothing says whether it is whole.")
    made = manifests.from_json((stage / manifests.NAME).read_bytes())
    found.pop(manifests.NAME)
    if found != {mark.name: mark for mark in made.files}:
        raise NotWhole(f"{file} does not hold the files that its manifest names.")
    return made


def known_migrations() -> frozenset[str]:
    """Every step of the database that this version of Peelian knows, as `app.name`."""
    return frozenset(f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations)


def _check_version(made: Manifest) -> None:
    known = known_migrations()
    newer = [name for name in made.migrations if name not in known]
    if made.format != manifests.FORMAT or newer:
        raise CannotRestore(
            f"The backup was made by Peelian {made.version}, which knows more than this version "
            f"({', '.join(newer[:3]) or 'its format'}). Install that version or a later one."
        )


def _database(made: Manifest, stage: Path, database: Mapping[str, Any] | None) -> Mapping[str, Any]:
    """The restored database, ready to be asked."""
    copy = stage / pack.DATABASE / FILE_NAMES[made.database]
    if made.database == "sqlite":
        placed = stage / pack.HOME / FILE_NAMES["sqlite"]
        copy.rename(placed)
        return sqlite_at(placed)
    if database is None or database["ENGINE"].endswith("sqlite3"):
        raise CannotRestore(
            "This backup is of a PostgreSQL database. Make an empty one and name it with "
            "--database postgres://user@host/name, and in PEELIAN_DATABASE afterwards."
        )
    with standing_in(database) as alias:
        if connections[alias].introspection.table_names():
            raise CannotRestore(
                f"The database {database['NAME']} is not empty. Restore into a new one, so that "
                "nothing of the old can be lost or mixed with it."
            )
    put_back(copy, database)
    return database


def _settle(made: Manifest, stage: Path, *, at: datetime) -> None:
    """Make everything durable, and leave a note of which the first command writes an entry."""
    note = {"backup": made.id, "made_at": made.made_at.isoformat(), "restored_at": at.isoformat()}
    layout.write_whole(stage / pack.HOME / RESTORED, json.dumps(note).encode())
    for folder, _, _ in os.walk(stage):
        layout.settle(Path(folder))


def _put_in_place(stage: Path, home: Path, *, at: datetime) -> Path | None:
    before = None
    if home.exists():
        before = home.with_name(f"{home.name}.before-{at:%Y%m%dT%H%M%S}")
        home.rename(before)
    try:
        stage.rename(home)
    except OSError as error:
        if before is not None:
            before.rename(home)
        raise CannotRestore(f"{home} cannot be put in place: {error.strerror}.") from error
    layout.settle(home.parent)
    if before is not None and not _holds_anything(before):
        shutil.rmtree(before)
        before = None
    return before


def _check_place(home: Path, *, replace: bool) -> None:
    if home.is_symlink() or home.is_mount() or (home.exists() and not home.is_dir()):
        raise CannotRestore(f"{home} must be a plain folder, or not be there yet.")
    if not home.parent.is_dir():
        raise CannotRestore(f"There is no folder {home.parent} to restore into.")
    if _holds_anything(home) and not replace:
        raise CannotRestore(
            f"{home} is not empty. Restore into a new folder; or stop Peelian and give --replace, "
            "which sets aside what is there."
        )


def _holds_anything(home: Path) -> bool:
    return home.is_dir() and any(entry.name not in OF_EVERY_HOME for entry in home.iterdir())


@contextmanager
def _staged(home: Path) -> Iterator[Path]:
    """A folder beside the home, on the same disk, closed to others; gone when the block ends."""
    stage = home.with_name(f".{home.name}.restoring")
    if not remove_unheld(stage):
        raise CannotRestore(f"Another restore into {home} is running. Wait until it has ended.")
    for folder in (stage, stage / pack.HOME):
        folder.mkdir(mode=0o700)
    handle = os.open(stage, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield stage
    finally:
        shutil.rmtree(stage, ignore_errors=True)
        os.close(handle)
