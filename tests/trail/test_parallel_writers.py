"""Several processes write at once, each with its own connection, and one chain results."""

import os
import random
import subprocess
import sys
import time

import pytest

WRITERS = 4
ENTRIES = 40
KILLS = 3

# Each writer also plays the worker that looks whether a checkpoint is due; at every third look it
# is minutes later.
WRITE = """
import itertools, sys, django; django.setup()
from datetime import timedelta
from django.db import transaction
from django.utils import timezone
from peelian.trail.append import append
from peelian.trail.checkpoints import checkpoint_if_due
entries = int(sys.argv[1])
for number in itertools.count() if entries == 0 else range(entries):
    with transaction.atomic():
        append(actor="service:w", verb="altered", ref=("crime", str(number)), detail={},
               at=timezone.now())
    if number % 3 == 0:
        checkpoint_if_due(now=timezone.now() + timedelta(minutes=2 * number))
    if number == 10:
        print("writing", flush=True)
"""

# What nobody has signed or sent yet is made up for first, as a worker would.
READ = """
import django; django.setup()
from datetime import timedelta
from django.utils import timezone
from peelian.trail.checkpoints import checkpoint_if_due, undelivered
from peelian.trail.examine import examine
from peelian.trail.keys import fingerprint, signing_key
from peelian.trail.models import Checkpoint
for days in (365, 730):
    checkpoint_if_due(now=timezone.now() + timedelta(days=days))
own = signing_key().public_key()
found = examine(folders=(), keys={fingerprint(own): own})
print(found.sound, found.entries, found.sealed_sequence == found.head_sequence,
      found.checkpoints == Checkpoint.objects.count() > 0, undelivered().checkpoints,
      *[fault.sentence for fault in found.faults])
"""


def start(script: str, environment: dict[str, str], *words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", script, *words],
        env=os.environ | environment | {"DJANGO_SETTINGS_MODULE": "peelian.config.settings"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def finish(process: subprocess.Popen[str]) -> str:
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    return out.strip()


def test_parallel_writers_keep_one_chain_and_one_row_of_checkpoints(own_database):
    environment = own_database.environment
    for writer in [start(WRITE, environment, str(ENTRIES)) for _ in range(WRITERS)]:
        finish(writer)

    assert finish(start(READ, environment)) == f"True {WRITERS * ENTRIES} True True 0"


@pytest.mark.kill
def test_writers_killed_at_any_moment_leave_a_trail_that_verifies(own_database):
    """Between entry and commit, commit and checkpoint, checkpoint and delivery, in mid-line."""
    environment = own_database.environment
    chance = random.Random("killed")
    for _ in range(KILLS):
        writers = [start(WRITE, environment, "0") for _ in range(2)]
        for writer in writers:
            assert writer.stdout.readline() == "writing\n"
        time.sleep(chance.uniform(0, 0.3))
        for writer in writers:
            writer.kill()
            writer.communicate()

        sound, entries, *rest = finish(start(READ, environment)).split(maxsplit=2)
        assert (sound, rest) == ("True", ["True True 0"])
        assert int(entries) >= 22
