"""What an erasure leaves on the disk, taken away: at once, or by the next run after a kill.

It erases nothing that two people have not erased already: it brings files to what the operational
tables say. Each step is harmless to repeat.
"""

import json
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import connection

from peelian.engines.registers.exported import forget
from peelian.engines.registers.models import Attachment, Export
from peelian.engines.registers.vault import remove
from peelian.engines.retention.beside import forget_beside
from peelian.engines.retention.models import Tombstone
from peelian.engines.retention.reach import model_called
from peelian.records.base import Record
from peelian.records.erase import erase_rows
from peelian.records.store.lock import StoreBusy

# The log of SQLite may be in use when an erasure ends; it is emptied by one of these runs.
SETTLING = timedelta(days=1)


@dataclass(frozen=True)
class Left:
    """What is still on the disk: rows of the store by type and address, files by name."""

    rows: tuple[tuple[str, str], ...]
    contents: tuple[str, ...]
    exports: tuple[str, ...]

    def written(self) -> str:
        """As a tombstone keeps it."""
        return json.dumps(asdict(self))

    @classmethod
    def of(cls, text: str) -> Self:
        """As a tombstone kept it."""
        told = json.loads(text)
        return cls(
            tuple((record_type, address) for record_type, address in told["rows"]),
            tuple(told["contents"]),
            tuple(told["exports"]),
        )


@dataclass(frozen=True)
class Finished:
    """How many erasures came to their end, and how many wait for a load that is writing."""

    done: int
    waiting: int


def finish_erasures(*, at: datetime) -> Finished:
    """Take away what erasures have left. Harmless to run at any time, and at the same time."""
    done = waiting = 0
    for stone in Tombstone.objects.exclude(left="").order_by("pk"):
        left = Left.of(stone.left)
        for export in Export.objects.filter(pk__in=left.exports):
            forget(export)
        _remove_contents(left.contents)
        gone: dict[type[Record], list[str]] = {}
        for record_type, address in left.rows:
            gone.setdefault(model_called(record_type), []).append(address)
        try:
            erase_rows(settings.STORE_ROOT, force_id=stone.force_id, gone=gone, at=at)
        except StoreBusy:
            waiting += 1
            continue
        # While a load kept the files, a worker may have read them for what they say.
        forget_beside(left.rows)
        for record_type, address in left.rows:
            Tombstone.objects.filter(record_type=record_type, record_id=address).update(
                left="", finished_at=at
            )
        done += 1
    if done or Tombstone.objects.filter(finished_at__gt=at - SETTLING).exists():
        empty_log()
    return Finished(done, waiting)


def empty_log() -> None:
    """Bring SQLite's write-ahead log into the database, whose freed pages are zeroed, and empty it.

    Nothing on PostgreSQL, whose log is the server's (see docs/retention.md), nor inside a
    transaction of the caller.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _remove_contents(digests: tuple[str, ...]) -> None:
    """Contents of attachments, unless another record has come to refer to one meanwhile."""
    for digest in digests:
        if not Attachment.objects.filter(sha256=digest).exists():
            remove(settings.ATTACHMENTS_ROOT, digest)
