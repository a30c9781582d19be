"""Whether what came out of a backup is what went in: rows, loaded files and the trail."""

from pathlib import Path

from django.db import connections

from peelian.jobs.keeping.errors import CannotRestore
from peelian.jobs.keeping.fingerprint import fingerprint
from peelian.jobs.keeping.manifest import Manifest, TrailEnd
from peelian.records.store import catalogue
from peelian.records.store import snapshot as snapshots
from peelian.trail.models import Entry
from peelian.trail.verify import verify


def check_contents(made: Manifest, home: Path, using: str) -> None:
    """Raise `CannotRestore` with what differs, unless everything is as the backup says."""
    _check_database(using)
    differing = made.fingerprint.differences(fingerprint(home, using=using))
    if differing:
        raise CannotRestore(f"Not as it was when the backup was made: {', '.join(differing)}.")
    _check_store(home / "store", made.snapshot)
    _check_trail(using, made.trail)


def _check_database(using: str) -> None:
    connection = connections[using]
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA integrity_check")
            (answer,) = cursor.fetchone()
        if answer != "ok":
            raise CannotRestore(f"The database in the backup is damaged: {answer}.")


def _check_store(root: Path, snapshot_id: str) -> None:
    standing = catalogue.current(root)
    if standing.id != snapshot_id or (
        standing.id and snapshots.fingerprint(standing.parts, standing.laid) != standing.id
    ):
        raise CannotRestore("The store does not name the snapshot that it named at the backup.")
    missing = sorted(path for path in standing.paths if not (root / path).is_file())
    if missing:
        raise CannotRestore(f"{len(missing)} files of the store are missing, first {missing[0]}.")


def _check_trail(using: str, end: TrailEnd) -> None:
    entries = Entry.objects.using(using).order_by("sequence").iterator()
    found = verify(entry.link() for entry in entries)
    if not found.sound:
        raise CannotRestore(f"The trail does not hold: {found.faults[0].sentence}")
    if end.sequence and (found.head_sequence, found.head_hash) != (end.sequence, end.hash):
        raise CannotRestore("The trail does not end where it ended when the backup was made.")
