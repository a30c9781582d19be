"""What of the machine, the database and the copies is unsafe."""

import os
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from peelian.jobs.checking.finding import Finding, unsafe, warning, well
from peelian.jobs.checking.probes import DISK_FULL, DISK_LOW, WORKER_SILENT, free_share, last_of
from peelian.jobs.keeping.reserve import MEGABYTE, reserve_of
from peelian.jobs.models import JobState, Safeguard, WorkerSeen
from peelian.records.store import catalogue
from peelian.records.store import snapshot as snapshots
from peelian.records.store.layout import manifests
from peelian.trail.checkpoints import undelivered
from peelian.trail.delivery import on_same_disk
from peelian.trail.models import Entry

# Peelian's defaults.
BACKUP_EVERY = timedelta(days=1, hours=2)
DRILL_EVERY = timedelta(days=92)
CHECKPOINT_LATE = timedelta(minutes=10)
CLOCK_AHEAD = timedelta(minutes=1)
FULL, WAL = 2, "wal"


def database(now: datetime) -> Iterator[Finding]:
    """Whether what is saved survives a power cut, and the tables are those of this version."""
    executor = MigrationExecutor(connection)
    pending = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if pending:
        yield unsafe(
            "migrations", f"{len(pending)} steps of the database wait.", "Run: peelian upgrade"
        )
    else:
        yield well("migrations", "none waits")
    asked = (
        {"synchronous": (FULL, 3), "journal_mode": (WAL,)}
        if connection.vendor == "sqlite"
        else {"fsync": ("on",), "synchronous_commit": ("on", "remote_apply", "remote_write")}
    )
    for option, right in asked.items():
        with connection.cursor() as cursor:
            cursor.execute(f"{'PRAGMA' if connection.vendor == 'sqlite' else 'SHOW'} {option}")
            (value,) = cursor.fetchone()
        if value in right:
            yield well(option, f"{value}")
        else:
            yield unsafe(
                option,
                f"It is {value}: a power cut may lose what people saw saved.",
                f"Set {option} to {right[0]} in the server's settings, or leave the demo.",
            )


def store(now: datetime) -> Iterator[Finding]:
    """Whether the store is there and of a form that this version reads."""
    try:
        standing = catalogue.current(settings.STORE_ROOT)
    except (LookupError, ValueError, TypeError) as error:
        yield unsafe("store", f"It cannot be read ({type(error).__name__}).", "Restore a backup.")
        return
    lost = [path for path in standing.paths if not (settings.STORE_ROOT / path).is_file()]
    whole = not standing.id or snapshots.fingerprint(standing.parts, standing.laid) == standing.id
    if lost or not whole:
        yield unsafe("store", f"{len(lost)} files are missing.", "Restore a backup.")
    else:
        held = sum(1 for _ in manifests(settings.STORE_ROOT).glob("*.json"))
        yield well("store", f"{len(standing.parts):,} files, {held} snapshots")


def checkpoints(now: datetime) -> Iterator[Finding]:
    """Whether the trail's checkpoints leave for a place that this machine does not rule."""
    near = [place for place in settings.CHECKPOINT_PLACES if on_same_disk(place)]
    if len(near) == len(settings.CHECKPOINT_PLACES):
        yield unsafe(
            "checkpoints' second place",
            "All places lie on this machine's disk: whoever rules it can rewrite the trail.",
            "Name a folder on another machine in PEELIAN_CHECKPOINTS. See docs/trail.md.",
        )
    else:
        yield well("checkpoints' second place", "lies elsewhere")
    waiting = undelivered()
    if waiting.oldest is not None and now - waiting.oldest > CHECKPOINT_LATE:
        yield unsafe(
            "undelivered checkpoints",
            f"{waiting.checkpoints} wait, the oldest since {waiting.oldest:%Y-%m-%d %H:%M} UTC.",
            "See that the second place can be written to, and that `peelian work` runs.",
        )
    else:
        yield well("undelivered checkpoints", "none is late")


def copies(now: datetime) -> Iterator[Finding]:
    """Whether a backup was made lately and proved lately."""
    for kind, every, do in (
        (Safeguard.Kind.BACKUP, BACKUP_EVERY, "Run `peelian backup DEST` every night."),
        (Safeguard.Kind.DRILL, DRILL_EVERY, "Run `peelian drill` every three months."),
    ):
        last = last_of(kind)
        name = f"last {kind.value}"
        if last is None:
            yield unsafe(name, "There has been none.", do)
        elif now - last > every:
            yield unsafe(name, f"It was on {last:%Y-%m-%d}.", do)
        else:
            yield well(name, f"{last:%Y-%m-%d %H:%M} UTC")


def worker(now: datetime) -> Iterator[Finding]:
    """Whether a worker runs, and what its jobs came to."""
    seen = WorkerSeen.objects.order_by("-seen_at").values_list("seen_at", flat=True).first()
    if seen is None or now - seen > WORKER_SILENT:
        when = f"since {seen:%Y-%m-%d %H:%M} UTC" if seen else "yet"
        yield unsafe(
            "worker", f"None was heard of {when}.", "Start `peelian work`, as a service if you can."
        )
    else:
        yield well("worker", "heard of lately")
    for job in JobState.objects.filter(failures__gt=0):
        yield warning(
            f"job {job.name}",
            f"{job.said}, {job.failures} times in a row.",
            "The log says where; look for job_failed.",
        )


def disk(now: datetime) -> Iterator[Finding]:
    """C-DUR-2: whether there is room."""
    free = free_share()
    says = f"{free:.0%} is free"
    do = "Make room: move old backups away, or give the home a larger disk."
    if free < DISK_FULL:
        yield unsafe("disk space", f"{says}; saving will soon fail.", do)
    elif free < DISK_LOW:
        yield warning("disk space", f"{says}.", do)
    else:
        yield well("disk space", says)
    held = reserve_of(settings.PEELIAN_HOME)
    if held:
        yield well("disk reserve", f"{held // MEGABYTE:,} MB are held back")
    elif settings.DISK_RESERVE:
        yield warning(
            "disk reserve",
            "Nothing is held back for the day on which the disk is full.",
            "Run `peelian work`: it keeps room back while more than 15% is free.",
        )


def clock(now: datetime) -> Iterator[Finding]:
    """C-TIM-1: whether the clock agrees with what was written before."""
    newest = Entry.objects.order_by("-sequence").values_list("at", flat=True).first()
    if newest is not None and newest - now > CLOCK_AHEAD:
        yield unsafe(
            "clock",
            f"The trail's last entry is of {newest:%Y-%m-%d %H:%M} UTC, which is yet to come.",
            "Set the clock by a time server (Debian: systemd-timesyncd or chrony).",
        )
    else:
        yield well("clock", f"{now:%Y-%m-%d %H:%M} UTC, {time.tzname[0]}")


def backup_key(now: datetime) -> Iterator[Finding]:
    """Whether the key of the backups is where it should be."""
    named = os.environ.get("PEELIAN_BACKUP_KEY")
    if not named:
        yield warning(
            "backup key",
            "None is named, so somebody must type a passphrase for each backup.",
            "Run `peelian backup --make-key FILE` and name the file in PEELIAN_BACKUP_KEY.",
        )
    elif settings.PEELIAN_HOME in Path(named).absolute().parents:
        yield unsafe("backup key", "It lies among what it protects.", "Keep it elsewhere.")
    else:
        yield well("backup key", "lies apart from the data")
