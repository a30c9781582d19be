"""Making a backup: everything an installation keeps, sealed into one file (C-BAK-1).

The entry in the trail comes first, so that no copy leaves without one and every backup holds its
own. The file appears under its name when it is whole and durable, and not before.
"""

import fcntl
import os
import secrets
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any, BinaryIO

from django.conf import settings
from django.db import connection, transaction

from peelian.access.user import User
from peelian.jobs.keeping import manifest as manifests
from peelian.jobs.keeping import pack
from peelian.jobs.keeping.database import FILE_NAMES, copied
from peelian.jobs.keeping.errors import CannotCopy
from peelian.jobs.keeping.fingerprint import Fingerprint, mark_of, tables_of
from peelian.jobs.keeping.holdings import BACKUPS, holdings
from peelian.jobs.keeping.keys import Key
from peelian.jobs.keeping.manifest import Manifest, TrailEnd
from peelian.jobs.keeping.reading import Tables, reading
from peelian.jobs.keeping.sealed import SealedWriter
from peelian.jobs.keeping.workplace import FOLDER, workplace
from peelian.jobs.models import Safeguard
from peelian.records.store import catalogue, layout
from peelian.records.store.lock import StoreBusy, writing
from peelian.trail.append import append
from peelian.trail.verbs import Verb

# A load or the mirror may be writing to the store; a backup waits for it so long.
PATIENCE_SECONDS = 600.0
# Beyond the copy itself, so that the disk is not filled to its last byte.
SPARE_BYTES = 64 << 20


@dataclass(frozen=True)
class Backup:
    """A finished backup."""

    path: Path
    size: int
    seconds: float
    manifest: Manifest

    def in_one_line(self) -> str:
        """For the terminal."""
        made = self.manifest
        return (
            f"{self.path}: {self.size / 1e6:,.1f} MB in {self.seconds:.1f} s; "
            f"{made.fingerprint.rows:,} rows, {len(made.files):,} files, trail to entry "
            f"{made.trail.sequence:,}"
        )


def back_up(
    into: Path,
    *,
    key: Key,
    by: User,
    at: datetime,
    say: Callable[[str], None] | None = None,
    wait_seconds: float = PATIENCE_SECONDS,
) -> Backup:
    """Seal everything into one file and return what it holds. `into` is a folder or a new file.

    Raises `KeepingError`; then no file of that name was made, and the trail says that one was
    begun.
    """
    target = target_of(into, at=at)
    id_ = secrets.token_hex(8)
    with transaction.atomic():
        Safeguard.objects.create(id=id_, kind=Safeguard.Kind.BACKUP, began_at=at)
        append(
            actor=by.trail_name,
            verb=Verb.DISCLOSED,
            ref=("backup", id_),
            detail={"sealed": True, "what": "everything"},
            at=at,
        )
    done = seal(target, key=key, id_=id_, at=at, say=say, wait_seconds=wait_seconds)
    Safeguard.objects.filter(id=id_).update(
        ended_at=datetime.now(UTC), size=done.size, seconds=done.seconds, said="whole"
    )
    return done


def seal(
    target: Path,
    *,
    key: Key,
    id_: str,
    at: datetime,
    say: Callable[[str], None] | None = None,
    wait_seconds: float = PATIENCE_SECONDS,
) -> Backup:
    """Write the sealed file and nothing else: for `back_up`, and for upgrades of older tables."""
    begun = time.monotonic()
    try:
        with (
            writing(settings.STORE_ROOT, wait_seconds=wait_seconds, say=say),
            workplace(settings.PEELIAN_HOME) as work,
            _appearing(target) as opened,
        ):
            made = _write(opened, key=key, work=work, id_=id_, at=at)
    except StoreBusy as error:
        raise CannotCopy(f"{error} A backup waits for it: try again.") from error
    except OSError as error:
        raise CannotCopy(
            f"The backup could not be written: {error.strerror or error}. Nothing of it is left."
        ) from error
    return Backup(target, target.stat().st_size, time.monotonic() - begun, made)


def _write(into: BinaryIO, *, key: Key, work: Path, id_: str, at: datetime) -> Manifest:
    home = settings.PEELIAN_HOME
    with reading() as tables:
        # The database first and the files after it: rows are written after the files that they
        # name, so every row of the copy finds its file.
        marks = tables_of(tables)
        end = _end_of_trail(tables)
        with copied(tables, work) as copy, pack.packing(SealedWriter(into, key)) as packer:
            _check_space(into, home, copy)
            packer.add(pack.DATABASE + FILE_NAMES[tables.vendor], copy)
            for path in holdings(home, database=database_file(connection.settings_dict)):
                _add(packer, path, home)
            made = Manifest(
                format=manifests.FORMAT,
                id=id_,
                made_at=at,
                version=version("peelian"),
                database=tables.vendor,
                migrations=_migrations(tables),
                snapshot=catalogue.current_id(settings.STORE_ROOT),
                trail=end,
                fingerprint=Fingerprint(
                    tables=marks,
                    store=_mark(packer, "store"),
                    attachments=_mark(packer, "attachments"),
                    settings="",
                ),
                settings=manifests.settings_that_matter(),
                files=tuple(packer.files),
            )
            packer.add_bytes(manifests.NAME, manifests.to_json(made))
    return made


def database_file(database: dict[str, Any]) -> Path | None:
    """Where a SQLite database lies; None for a server."""
    if not database["ENGINE"].endswith("sqlite3"):
        return None
    return Path(database["NAME"])


def _add(packer: pack.Packer, path: Path, home: Path) -> None:
    try:
        opened = path.open("rb")
    except FileNotFoundError:
        return  # Erased since it was listed: then it does not belong into the copy.
    with opened:
        packer.add(pack.HOME + path.relative_to(home).as_posix(), opened)


def _mark(packer: pack.Packer, folder: str) -> str:
    """The fingerprint of one folder from the hashes taken on the way."""
    start = f"{pack.HOME}{folder}/"
    return mark_of(
        (file.name.removeprefix(start), file.sha256)
        for file in packer.files
        if file.name.startswith(start)
    )


def _end_of_trail(tables: Tables) -> TrailEnd:
    newest = tables.ask("SELECT sequence, hash FROM trail_entry ORDER BY sequence DESC LIMIT 1")
    return TrailEnd(*newest[0]) if newest else TrailEnd(0, "")


def _migrations(tables: Tables) -> tuple[str, ...]:
    applied = tables.ask("SELECT app, name FROM django_migrations")
    return tuple(sorted({f"{app}.{name}" for app, name in applied}))


def target_of(into: Path, *, at: datetime) -> Path:
    """The file to make; raises `CannotCopy` for a place that would not serve."""
    home = settings.PEELIAN_HOME
    named = into / f"peelian-{at.astimezone(UTC):%Y%m%dT%H%M%SZ}.backup"
    target = (named if into.is_dir() else into).absolute()
    if target.exists():
        raise CannotCopy(f"{target} exists. A backup never overwrites another: give a new name.")
    if not target.parent.is_dir():
        raise CannotCopy(f"There is no folder {target.parent} to put the backup into.")
    own = {home / BACKUPS, home / FOLDER}
    if home in target.parents and own.isdisjoint(target.parents):
        raise CannotCopy(
            f"{target} lies among the data it would copy, and would be lost with them. Give a "
            "folder on another disk."
        )
    return target


def _check_space(into: BinaryIO, home: Path, copy: BinaryIO) -> None:
    needed = os.fstat(copy.fileno()).st_size + SPARE_BYTES
    for path in holdings(home, database=database_file(connection.settings_dict)):
        needed += path.stat().st_size
    free = shutil.disk_usage(Path(into.name).parent).free
    if free < needed:
        raise CannotCopy(
            f"The backup needs {needed / 1e6:,.0f} MB and {free / 1e6:,.0f} MB are free there."
        )


@contextmanager
def _appearing(target: Path) -> Iterator[BinaryIO]:
    """A file that stands under its name when the block has ended well, and is gone otherwise.

    What a killed backup left in the folder is sealed; it is removed here nevertheless.
    """
    for left in target.parent.glob(".*.backup-part"):
        _remove_unheld(left)
    draft = target.with_name(f".{target.name}.{secrets.token_hex(4)}.backup-part")
    try:
        with open(draft, "xb", opener=_for_owner_only) as opened:
            fcntl.flock(opened, fcntl.LOCK_EX)
            yield opened
            opened.flush()
            os.fsync(opened.fileno())
        # A link refuses where another has made a file of that name meanwhile; a rename would not.
        os.link(draft, target)
        layout.settle(target.parent)
    except FileExistsError:
        raise CannotCopy(f"{target} appeared meanwhile and was left alone.") from None
    finally:
        draft.unlink(missing_ok=True)


def _remove_unheld(draft: Path) -> None:
    try:
        with draft.open("rb") as opened:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
            draft.unlink()
    except (FileNotFoundError, BlockingIOError):
        return


def _for_owner_only(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
