"""Reviewers read while others write: each reading is one entry, in its turn; the chain holds."""

import os
import subprocess
import sys

READERS, TIMES = 4, 6

PREPARE = """
import django; django.setup()
from people import small_force
small_force()
"""

READ_AND_WRITE = """
import sys, django; django.setup()
from datetime import timedelta
from people import FORCE
from engines.oversight.trail_samples import NOON, wrote
from peelian.access.user import User
from peelian.engines.oversight.reading_trail import open_entry, read_trail
reviewer = User.objects.get(email="trail-reviewer@force.example")
for number in range(int(sys.argv[1])):
    written = wrote("person:somebody", address=f"investigation-{number}").sequence
    asked = {"actor": reviewer, "force_id": FORCE, "at": NOON + timedelta(minutes=number)}
    page = read_trail(**asked)
    numbers = [one.sequence for one in page.entries]
    assert written in numbers and numbers == sorted(numbers, reverse=True), numbers
    assert open_entry(**asked, sequence=written).chain.faults == ()
"""

CHECK = """
import django; django.setup()
from people import FORCE, NOW
from peelian.access.user import User
from peelian.engines.oversight.reading_trail_chain import check_chain
from peelian.trail.models import Entry
reviewer = User.objects.get(email="trail-reviewer@force.example")
found = check_chain(actor=reviewer, force_id=FORCE, at=NOW)
looks = Entry.objects.filter(record_type="trail").exclude(record_ref="check")
print(found.checked, found.faults, looks.count())
"""


def start(script, environment, *words):
    tests = os.pathsep.join(path for path in sys.path if path.endswith("tests"))
    return subprocess.Popen(
        [sys.executable, "-c", script, *words],
        env=os.environ
        | environment
        | {"DJANGO_SETTINGS_MODULE": "peelian.config.settings", "PYTHONPATH": tests},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def finish(process):
    out, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    return out.strip()


def test_readers_side_by_side_with_writers_leave_a_chain_that_holds(own_database):
    around = own_database.environment
    finish(start(PREPARE, around))
    running = [start(READ_AND_WRITE, around, str(TIMES)) for _ in range(READERS)]
    for process in running:
        finish(process)
    acts = READERS * TIMES

    assert finish(start(CHECK, around)) == f"{3 * acts} () {2 * acts}"
