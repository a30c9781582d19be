"""Several processes write at once, each with its own connection, and one chain results."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

WRITERS = 4
ENTRIES = 25

PREPARE = """
import django; django.setup()
from django.core.management import call_command
call_command("migrate", "trail", verbosity=0)
"""

WRITE = f"""
import django; django.setup()
from django.db import transaction
from django.utils import timezone
from peelian.trail.append import append
for number in range({ENTRIES}):
    with transaction.atomic():
        append(actor="service:w", verb="altered", ref=("crime", str(number)), detail={{}},
               at=timezone.now())
"""

READ = """
import django; django.setup()
from peelian.trail.models import Entry
from peelian.trail.verify import verify
found = verify(entry.link() for entry in Entry.objects.order_by("sequence"))
print(found.sound, found.entries, found.head_sequence)
"""


def start(script: str, home: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", script],
        env=os.environ
        | {"PEELIAN_HOME": str(home), "DJANGO_SETTINGS_MODULE": "peelian.config.settings"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def finish(process: subprocess.Popen[str]) -> str:
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    return out.strip()


@pytest.mark.skipif("PEELIAN_DATABASE" in os.environ, reason="needs a database of its own")
def test_parallel_writers_keep_one_chain(tmp_path):
    finish(start(PREPARE, tmp_path))
    for writer in [start(WRITE, tmp_path) for _ in range(WRITERS)]:
        finish(writer)

    assert finish(start(READ, tmp_path)) == f"True {WRITERS * ENTRIES} {WRITERS * ENTRIES}"
