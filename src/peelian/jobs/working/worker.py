"""The one worker process: it empties the queue of background tasks and keeps the timetable.

Periodic jobs run in threads beside the queue, so that a long export does not hold up a checkpoint.
"""

import os
import signal
import threading
import time
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import timedelta

import structlog
from django.db import DatabaseError, close_old_connections, connections
from django_tasks_db.management.commands.db_worker import Worker as Queue

from peelian.jobs.models import WorkerSeen
from peelian.jobs.working.job import Job
from peelian.jobs.working.running import Clock, run_if_due, utc_now

TICK_SECONDS = 1.0
SEEN_EVERY = timedelta(seconds=15)
# What has not been heard of for so long is no worker any more and its row goes.
FORGOTTEN_AFTER = timedelta(days=1)
THREADS = 3

log = structlog.get_logger("peelian.work")


class Timetable:
    """Runs jobs as they fall due until it is told to stop."""

    def __init__(self, jobs: Sequence[Job], *, holder: str, clock: Clock = utc_now) -> None:
        self._jobs = jobs
        self._holder = holder
        self._clock = clock
        self._stop = threading.Event()
        self._running: dict[str, Future[None]] = {}
        self._thread = threading.Thread(target=self._keep, name="timetable", daemon=True)

    def start(self) -> None:
        """Begin in a thread of its own."""
        self._thread.start()

    def stop(self) -> None:
        """Begin nothing more and wait for what runs."""
        self._stop.set()
        self._thread.join()

    def _keep(self) -> None:
        with ThreadPoolExecutor(THREADS, thread_name_prefix="job") as pool:
            while not self._stop.is_set():
                for job in self._jobs:
                    held = self._running.get(job.name)
                    if held is None or held.done():
                        self._running[job.name] = pool.submit(self._run, job)
                self._stop.wait(TICK_SECONDS)

    def _run(self, job: Job) -> None:
        close_old_connections()
        try:
            run_if_due(job, holder=self._holder, clock=self._clock)
        except Exception:
            # The database is away or busy: the next tick tries again.
            log.exception("timetable_stumbled", job=job.name)
        finally:
            close_old_connections()


class Heartbeat:
    """Says again and again that this worker lives, and forgets those that no longer do."""

    def __init__(self, holder: str, *, clock: Clock = utc_now) -> None:
        self._holder = holder
        self._clock = clock
        self._began = clock()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._keep, name="heartbeat", daemon=True)

    def start(self) -> None:
        """Begin in a thread of its own."""
        self._thread.start()

    def stop(self) -> None:
        """Be silent from now on."""
        self._stop.set()
        self._thread.join()

    def beat(self) -> None:
        """Say it once."""
        at = self._clock()
        WorkerSeen.objects.update_or_create(
            id=self._holder, defaults={"began_at": self._began, "seen_at": at}
        )
        WorkerSeen.objects.filter(seen_at__lt=at - FORGOTTEN_AFTER).delete()

    def _keep(self) -> None:
        while not self._stop.is_set():
            close_old_connections()
            try:
                self.beat()
            except DatabaseError:
                log.exception("heartbeat_missed")
            close_old_connections()
            self._stop.wait(SEEN_EVERY.total_seconds())
        connections.close_all()


def work(jobs: Sequence[Job], *, with_parent: int | None = None) -> None:
    """Work until SIGTERM or Ctrl+C; or until the process `with_parent` has gone."""
    holder = f"{os.getpid()}-{os.urandom(4).hex()}"
    queue = Queue(
        queue_names=["*"],
        excluded_queue_names=[],
        interval=TICK_SECONDS,
        batch=False,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=holder,
    )
    timetable = Timetable(jobs, holder=holder)
    heartbeat = Heartbeat(holder)
    queue.configure_signals()
    if with_parent is not None:
        threading.Thread(target=_watch_parent, args=(with_parent,), daemon=True).start()
    log.info("worker_began", worker=holder)
    timetable.start()
    heartbeat.start()
    try:
        queue.run()
    finally:
        heartbeat.stop()
        timetable.stop()
        WorkerSeen.objects.filter(id=holder).delete()
        log.info("worker_ended", worker=holder)
        connections.close_all()


def _watch_parent(parent: int) -> None:
    """End with the server that started this worker, however that server ended."""
    while os.getppid() == parent:
        time.sleep(TICK_SECONDS)
    os.kill(os.getpid(), signal.SIGTERM)
