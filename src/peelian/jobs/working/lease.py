"""One holder at a time for each job, whatever workers are paused, killed or started twice.

C-JOB-1, T51. To take a job is one conditional update, which only one of many can win; it raises
the fence by one. A worker that was paused so long that another took its job still believes that it
holds it: so whoever writes on behalf of a job calls `check_held` in the same transaction, which
compares the fence and so refuses the late one.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import F, Q

from peelian.jobs.models import JobState
from peelian.jobs.working.job import Job


class LeaseLost(Exception):
    """Another worker has taken the job meanwhile; what was about to be written must not be."""


@dataclass(frozen=True)
class Lease:
    """The right to run one job until a time, or until another has a higher fence."""

    job: str
    fence: int
    until: datetime


_held: ContextVar[Lease | None] = ContextVar("held_lease", default=None)


def take(job: Job, *, holder: str, now: datetime) -> Lease | None:
    """The lease of a job that is due, or None where it is not or somebody else holds it."""
    until = now + job.lease
    waiting = Q(due_at__gt=now) | Q(held_until__gt=now)
    # Only read, since this is asked every second and seldom true.
    if JobState.objects.filter(waiting, name=job.name).exists():
        return None
    with transaction.atomic():
        JobState.objects.get_or_create(name=job.name, defaults={"due_at": now})
        free = Q(held_until__isnull=True) | Q(held_until__lte=now)
        won = JobState.objects.filter(free, name=job.name, due_at__lte=now).update(
            fence=F("fence") + 1, holder=holder, held_until=until, began_at=now, ended_at=None
        )
        if not won:
            return None
        fence = JobState.objects.values_list("fence", flat=True).get(name=job.name)
    return Lease(job.name, fence, until)


def give_back(lease: Lease, *, ended: datetime, due: datetime, said: str, well: bool) -> bool:
    """Note what a run came to and let go; False where another has the job already."""
    noted: dict[str, object] = {
        "held_until": None,
        "holder": "",
        "ended_at": ended,
        "due_at": due,
        "said": said[:400],
        "failures": 0 if well else F("failures") + 1,
    }
    if well:
        noted["went_well_at"] = ended
    mine = JobState.objects.filter(name=lease.job, fence=lease.fence)
    return bool(mine.update(**noted))


def check_held(lease: Lease | None = None) -> None:
    """Raise `LeaseLost` unless the job is still this run's; call it in the writing transaction.

    Without an argument it checks the lease of the job that runs here, and nothing outside a job.
    """
    held = lease or _held.get()
    if held is None:
        return
    standing = JobState.objects.select_for_update(no_key=True).filter(name=held.job)
    if standing.values_list("fence", flat=True).first() != held.fence:
        raise LeaseLost(f"Another worker runs {held.job} now.")


@contextmanager
def holding(lease: Lease) -> Iterator[None]:
    """What runs inside acts for this lease."""
    token = _held.set(lease)
    try:
        yield
    finally:
        _held.reset(token)
