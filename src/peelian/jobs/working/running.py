"""Running what is due: take the lease, do the job, note what came of it."""

from collections.abc import Callable
from datetime import UTC, datetime

import structlog

from peelian.jobs.working.job import Job
from peelian.jobs.working.lease import LeaseLost, give_back, holding, take

Clock = Callable[[], datetime]

log = structlog.get_logger("peelian.work")


def utc_now() -> datetime:
    """The clock of this machine."""
    return datetime.now(UTC)


def run_if_due(job: Job, *, holder: str, clock: Clock = utc_now) -> bool:
    """Run a job if it is due and free; whether it ran here.

    A job that fails is noted as failed and tried again after its ordinary time: one broken job
    must not stop the others, nor the worker.
    """
    began = clock()
    lease = take(job, holder=holder, now=began)
    if lease is None:
        return False
    try:
        with holding(lease):
            said, well = job.run(began), True
    except LeaseLost:
        log.warning("job_lost", job=job.name, fence=lease.fence)
        return True
    except Exception as error:
        # Messages of errors can hold what was worked on, so only the kind is kept (C-LOG-1).
        said, well = f"failed: {type(error).__name__}", False
        log.exception("job_failed", job=job.name, fence=lease.fence)
    ended = clock()
    give_back(lease, ended=ended, due=began + job.every, said=said, well=well)
    if well:
        log.debug("job_done", job=job.name, seconds=round((ended - began).total_seconds(), 3))
    return True
