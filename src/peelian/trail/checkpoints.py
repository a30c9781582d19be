"""Sign where the chain stands, every hundred entries or every minute, and send it away (C-AUD-3).

A checkpoint is made after its entries are committed, in a transaction of its own and in turn, so
that no two contradict each other whatever number of processes write. A process that dies between
the two leaves entries without a checkpoint, never a checkpoint without entries: the next caller of
`checkpoint_if_due`, or the hundredth entry after, makes up for it.
"""

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import router, transaction
from django.db.models import Count, Min

from peelian.trail.chain import GENESIS, canonical_time
from peelian.trail.delivery import deliver
from peelian.trail.keys import fingerprint, signing_key
from peelian.trail.lock import END_OF_CHECKPOINTS, hold
from peelian.trail.models import Checkpoint, Entry
from peelian.trail.signed import Signed

EVERY_ENTRIES = 100
EVERY = timedelta(seconds=60)

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Undelivered:
    """Checkpoints that are not yet at every place, and when the oldest of them was signed."""

    checkpoints: int
    oldest: datetime | None


def checkpoint(*, now: datetime, wait: bool = False) -> Signed | None:
    """Sign the newest entry, unless it is signed already, and deliver what is waiting.

    Returns the new checkpoint or None. Delivery comes after the commit; while another process
    delivers, it is left to that one, or with `wait` follows it. Raises `UnreadableKey`.
    """
    alias = router.db_for_write(Entry)
    key = signing_key()

    def send() -> None:
        deliver(now=now, wait=wait)

    with transaction.atomic(using=alias):
        hold(alias, END_OF_CHECKPOINTS)
        last, head = _newest_checkpoint(alias), _newest_entry(alias)
        made = None
        if head is not None and (last is None or head.sequence > last.sequence):
            unsigned = Signed(
                number=last.number + 1 if last else 1,
                sequence=head.sequence,
                head=head.hash,
                at=canonical_time(now),
                previous=last.signed().hash() if last else GENESIS,
                key=fingerprint(key.public_key()),
            )
            row = Checkpoint(
                number=unsigned.number,
                sequence=unsigned.sequence,
                head=unsigned.head,
                at=now,
                previous=unsigned.previous,
                key=unsigned.key,
                signature=key.sign(unsigned.form()).hex(),
            )
            row.save(force_insert=True, using=alias)
            made = row.signed()
        elif last is not None and (head is None or head.sequence < last.sequence):
            log.error("The trail ends before entry %d, which a checkpoint signed.", last.sequence)
        transaction.on_commit(send, using=alias, robust=True)
    return made


def checkpoint_if_due(*, now: datetime) -> Signed | None:
    """Make a checkpoint if 100 entries or 60 s have passed since the last one; retry deliveries.

    For a worker to call every few seconds; cheap when there is nothing to do. A clock that was set
    back makes a checkpoint due at once, since nobody can say how long it has been.
    """
    alias = router.db_for_write(Entry)
    last, head = _newest_checkpoint(alias), _newest_entry(alias)
    if head is not None and (
        last is None
        or head.sequence - last.sequence >= EVERY_ENTRIES
        or (head.sequence > last.sequence and abs(now - last.at) >= EVERY)
    ):
        return checkpoint(now=now)
    if undelivered().checkpoints:
        deliver(now=now)
    return None


def undelivered() -> Undelivered:
    """What has not left this installation; asks the table only, never a place that may hang."""
    found = Checkpoint.objects.filter(delivered_at=None).aggregate(
        checkpoints=Count("number"), oldest=Min("at")
    )
    return Undelivered(checkpoints=found["checkpoints"], oldest=found["oldest"])


def _newest_checkpoint(alias: str) -> Checkpoint | None:
    return Checkpoint.objects.using(alias).order_by("-number").first()


def _newest_entry(alias: str) -> Entry | None:
    newest = Entry.objects.using(alias).only("sequence", "hash")
    return newest.order_by("-sequence").first()
