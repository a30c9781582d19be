"""Fill an empty database with a long trail: `python -m bench.trail_fill 1000000`.

Triggers are lifted meanwhile, and rows put in directly: written one by one, as people write them, a
million entries take a quarter of an hour.
"""

import os
import sys
from datetime import UTC, datetime, timedelta

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "peelian.config.settings")
django.setup()

# Models can be imported only now.
from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402

from peelian.trail import triggers  # noqa: E402
from peelian.trail.chain import (  # noqa: E402
    GENESIS,
    Link,
    canonical_detail,
    canonical_time,
    digest_of,
)
from peelian.trail.checkpoints import EVERY_ENTRIES  # noqa: E402
from peelian.trail.delivery import deliver  # noqa: E402
from peelian.trail.keys import fingerprint, signing_key  # noqa: E402
from peelian.trail.models import Checkpoint, Entry  # noqa: E402
from peelian.trail.particulars import Particulars  # noqa: E402
from peelian.trail.signed import Signed  # noqa: E402

START = datetime(2026, 1, 1, tzinfo=UTC)
STAFF = 4000
AT_ONCE = 2000
SAID = Particulars(relationship="holds_task", request="9f2c51d0", fields=("summary", "address"))


def fill(entries: int) -> None:
    """A chain of so many entries, five a second, with a checkpoint after every hundredth."""
    call_command("migrate", verbosity=0)
    triggers.remove(connection)
    hash_before, checkpoint_before = GENESIS, GENESIS
    rows: list[Entry] = []
    checkpoints: list[Checkpoint] = []
    with transaction.atomic():
        for number in range(1, entries + 1):
            rows.append(_entry(number, hash_before))
            hash_before = rows[-1].hash
            if number % EVERY_ENTRIES == 0:
                checkpoints.append(_checkpoint(rows[-1], checkpoint_before))
                checkpoint_before = checkpoints[-1].signed().hash()
            if len(rows) == AT_ONCE or number == entries:
                Entry.objects.bulk_create(rows)
                Checkpoint.objects.bulk_create(checkpoints)
                rows, checkpoints = [], []
    triggers.install(connection)
    deliver(now=START + timedelta(days=366), wait=True)


def _entry(number: int, previous: str) -> Entry:
    link = Link(
        sequence=number,
        at=START + timedelta(milliseconds=200 * number),
        actor=f"person:{number % STAFF:032x}",
        verb="consulted",
        record_type="crime",
        record_ref=f"{number:064x}",
        detail=canonical_detail(SAID.detail(page=number)),
        previous_hash=previous,
        hash="",
    )
    return Entry(
        sequence=number,
        at=link.at,
        actor=link.actor,
        verb=link.verb,
        record_type=link.record_type,
        record_ref=link.record_ref,
        detail=link.detail,
        previous_hash=previous,
        hash=digest_of(link),
    )


def _checkpoint(head: Entry, previous: str) -> Checkpoint:
    key = signing_key()
    unsigned = Signed(
        number=head.sequence // EVERY_ENTRIES,
        sequence=head.sequence,
        head=head.hash,
        at=canonical_time(head.at),
        previous=previous,
        key=fingerprint(key.public_key()),
    )
    return Checkpoint(
        number=unsigned.number,
        sequence=unsigned.sequence,
        head=unsigned.head,
        at=head.at,
        previous=previous,
        key=unsigned.key,
        signature=key.sign(unsigned.form()).hex(),
    )


if __name__ == "__main__":
    fill(int(sys.argv[1]))
