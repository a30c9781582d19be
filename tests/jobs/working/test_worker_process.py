"""Real workers as real processes: each effect once, and no worker outlives its server."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

HERE = Path(__file__).parent
WORKERS = int(os.environ.get("PEELIAN_WORKERS", "4"))
# Each worker takes the job again and again; each effect carries the number of its fence.
RACE = """
import os, sys, random, time
import django; django.setup()
from datetime import UTC, datetime, timedelta
from django.db import transaction
from peelian.jobs.models import WorkerSeen
from peelian.jobs.working.job import Job
from peelian.jobs.working.lease import check_held
from peelian.jobs.working.running import run_if_due
AT = datetime(2026, 3, 1, tzinfo=UTC)
def run(now):
    number = WorkerSeen.objects.count()
    time.sleep(random.random() / 200)
    with transaction.atomic():
        check_held()
        # The key refuses a second effect of the same number.
        WorkerSeen.objects.create(id=str(number), began_at=AT, seen_at=AT)
    return "done"
job = Job("race", timedelta(microseconds=1), run, "Races.", lease=timedelta(milliseconds=20))
end = time.monotonic() + float(sys.argv[1])
failed = 0
while time.monotonic() < end:
    run_if_due(job, holder=str(os.getpid()))
"""
COUNT = """
import django; django.setup()
from peelian.jobs.models import JobState, WorkerSeen
numbers = sorted(int(one) for one in WorkerSeen.objects.values_list("id", flat=True))
print(len(numbers), numbers == list(range(len(numbers))), JobState.objects.get().failures)
"""
MIGRATE = """
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
"""


def start(home, *command):
    environment = os.environ | {
        "PEELIAN_HOME": str(home),
        "PEELIAN_RESERVE_MB": "1",
        "DJANGO_SETTINGS_MODULE": "peelian.config.settings",
    }
    return subprocess.Popen(
        [sys.executable, *command],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )


def finished(process):
    out, _ = process.communicate(timeout=120)
    assert process.returncode == 0
    return out.split()


@pytest.fixture
def home(tmp_path):
    finished(start(tmp_path, "-c", MIGRATE))
    return tmp_path


@pytest.mark.kill
@pytest.mark.skipif("'PEELIAN_DATABASE' in os.environ", reason="needs a database of its own")
def test_workers_that_are_paused_and_killed_do_each_thing_once(home):
    workers = [start(home, "-c", RACE, "3") for _ in range(WORKERS)]
    time.sleep(3)
    workers[0].send_signal(signal.SIGSTOP)
    time.sleep(0.3)
    workers[0].send_signal(signal.SIGCONT)
    workers[1].kill()
    for worker in workers:
        worker.communicate(timeout=120)
    done, each_once, _ = finished(start(home, "-c", COUNT))

    assert int(done) > 20
    assert each_once == "True"


@pytest.mark.kill
@pytest.mark.skipif("'PEELIAN_DATABASE' in os.environ", reason="needs a database of its own")
def test_a_worker_ends_with_its_server_even_if_that_is_killed(home):
    beside = (
        "import os, subprocess, sys, time\n"
        "worker = subprocess.Popen([sys.executable, '-m', 'django', 'work', '--with-parent',\n"
        "    str(os.getpid())],\n"
        "    stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)\n"
        "print(worker.pid, flush=True)\n"
        "time.sleep(60)\n"
    )
    server = start(home, "-c", beside)
    worker = int(server.stdout.readline())
    time.sleep(1)
    server.kill()
    server.communicate()
    deadline = time.monotonic() + 60
    while alive(worker) and time.monotonic() < deadline:
        time.sleep(0.1)

    assert not alive(worker)


def alive(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().split()[2] != "Z"
    except FileNotFoundError:
        return False
