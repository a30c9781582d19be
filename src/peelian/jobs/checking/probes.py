"""What must be well for people to be let in, and figures for monitors. Nothing about persons."""

import shutil
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Max
from django_tasks_db.models import DBTaskResult

from peelian.jobs.models import JobState, Safeguard, WorkerSeen
from peelian.records.store import catalogue
from peelian.records.unsettled import unsettled
from peelian.trail.append import append
from peelian.trail.verbs import Verb

# A worker says every 15 seconds that it lives. Peelian's default.
WORKER_SILENT = timedelta(minutes=2)
# C-DUR-2: warn below the first, let nothing new be written below the second.
DISK_LOW, DISK_FULL = 0.15, 0.05


class _UndoneOnPurpose(Exception):
    """Takes back an entry that was only a trial."""


def database() -> str:
    """Whether the operational database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return "" if cursor.fetchone() == (1,) else "does not answer"


def store() -> str:
    """Whether the snapshot that readers see is there."""
    catalogue.current(settings.STORE_ROOT)
    return ""


def trail() -> str:
    """Whether an entry could be written; if not, nothing personal may be shown (C-AUD-4)."""
    try:
        with transaction.atomic():
            append(
                actor="service:health",
                verb=Verb.CONSULTED,
                ref=("trail", "trial"),
                detail={},
                at=datetime.now(UTC),
            )
            raise _UndoneOnPurpose
    except _UndoneOnPurpose:
        return ""


def worker() -> str:
    """Whether a worker was heard of lately."""
    since = datetime.now(UTC) - WORKER_SILENT
    return "" if WorkerSeen.objects.filter(seen_at__gte=since).exists() else "not seen"


def disk() -> str:
    """Whether there is room to keep what people save."""
    return "full" if free_share() < DISK_FULL else ""


def free_share() -> float:
    """The free share of the disk that holds the home, from 0 to 1."""
    usage = shutil.disk_usage(settings.PEELIAN_HOME)
    return usage.free / usage.total


PROBES: Mapping[str, Callable[[], str]] = {
    "database": database,
    "store": store,
    "trail": trail,
    "worker": worker,
    "disk": disk,
}


def gauges() -> dict[str, float]:
    """Figures about the machine, by name."""
    now = datetime.now(UTC)
    waiting = unsettled()
    found = {
        "disk_free_share": free_share(),
        "tasks_waiting": float(DBTaskResult.objects.ready().count()),
        "happenings_unsettled": float(waiting.number),
        "happenings_unsettled_age_seconds": waiting.age(now).total_seconds(),
        "jobs_failing": float(JobState.objects.filter(failures__gt=0).count()),
    }
    ages = {
        "worker": WorkerSeen.objects.aggregate(at=Max("seen_at"))["at"],
        "backup": last_of(Safeguard.Kind.BACKUP),
        "drill": last_of(Safeguard.Kind.DRILL),
    }
    return found | {
        f"{name}_age_seconds": (now - at).total_seconds() for name, at in ages.items() if at
    }


def last_of(kind: Safeguard.Kind) -> datetime | None:
    """When the newest backup or drill that went well ended; None where there was none."""
    done = Safeguard.objects.filter(kind=kind, ended_at__isnull=False)
    found: datetime | None = done.aggregate(at=Max("ended_at"))["at"]
    return found
