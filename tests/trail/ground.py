"""A trail that somebody tampers with: its checkpoints are in one place at hand and one far off."""

import sqlite3
import sys
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.db import connection, transaction

from peelian.jobs.trail_export import write_lines
from peelian.trail import triggers
from peelian.trail.append import append
from peelian.trail.chain import GENESIS, canonical_time, digest_of
from peelian.trail.checkpoints import checkpoint
from peelian.trail.delivery import NAME, deliver
from peelian.trail.examine import examine
from peelian.trail.keys import fingerprint, public_pem, signing_key
from peelian.trail.models import Checkpoint, Entry
from peelian.trail.signed import Signed

sys.path.append(str(Path(__file__).parents[2] / "verifier"))
import verify_trail

START = datetime(2026, 3, 1, 9, tzinfo=UTC)
LENGTH = 34
EVERY = 6
SEALED = 30


@dataclass(frozen=True)
class Ground:
    """Where it lies. `here` is a place that the administrator can write to, `away` is not."""

    here: Path
    away: Path
    key_file: Path

    def product(self):
        """What `peelian trail verify --checkpoints AWAY` finds."""
        own = signing_key().public_key()
        return examine(folders=[self.away], keys={fingerprint(own): own})

    def alone(self, **source):
        """What the verifier that stands alone finds."""
        return verify_trail.examine(
            folders=[self.here, self.away], key_files=[self.key_file], **source
        )

    def export(self, folder: Path) -> Path:
        """All entries as lines of JSON."""
        path = folder / "trail.jsonl"
        with path.open("w", encoding="utf-8", errors="surrogateescape") as opened:
            write_lines(opened)
        return path

    def sqlite_file(self, folder: Path) -> Path:
        """The database as a file, as it is inside the transaction of the test."""
        path = folder / "copy.sqlite3"
        path.unlink(missing_ok=True)
        copy = sqlite3.connect(path)
        for table in ("trail_entry", "trail_checkpoint"):
            with connection.cursor() as cursor:
                cursor.execute("SELECT sql FROM sqlite_master WHERE name = %s", [table])
                copy.execute(cursor.fetchone()[0])
                cursor.execute(f"SELECT * FROM {table}")
                rows = cursor.fetchall()
            if rows:
                copy.executemany(
                    f"INSERT INTO {table} VALUES ({','.join('?' * len(rows[0]))})", rows
                )
        copy.commit()
        copy.close()
        return path


def lay_out(folder: Path, settings) -> Ground:
    """34 entries, a checkpoint after every sixth up to 30, all sent; the triggers are gone."""
    ground = Ground(folder / "here", folder / "away", folder / "key.pem")
    for place in (ground.here, ground.away):
        place.mkdir()
    settings.PEELIAN_HOME = folder
    settings.CHECKPOINT_KEYS = folder / "keys"
    settings.CHECKPOINT_PLACES = (ground.here, ground.away)
    ground.key_file.write_text(public_pem(signing_key().public_key()))
    for number in range(1, LENGTH + 1):
        with transaction.atomic():
            append(
                actor=f"person:{number % 3}",
                verb="consulted",
                ref=("crime", f"c{number}"),
                detail={"page": number},
                at=START + timedelta(minutes=number),
            )
        if number % EVERY == 0 and number <= SEALED:
            checkpoint(now=START + timedelta(minutes=number))
    deliver(now=START + timedelta(hours=1), wait=True)
    triggers.remove(connection)
    return ground


def chain_anew(first: int) -> None:
    """Give every entry from this one on fresh hashes, as an administrator can."""
    before = Entry.objects.filter(sequence=first - 1).values_list("hash", flat=True).first()
    previous = before or GENESIS
    for entry in Entry.objects.filter(sequence__gte=first).order_by("sequence"):
        entry.previous_hash = previous
        entry.hash = previous = digest_of(entry.link())
        entry.save()


def sign_anew(first: int, here: Path) -> None:
    """Replace every checkpoint of these entries by one signed with the real key, here and there."""
    sequences = list(
        Checkpoint.objects.filter(sequence__gte=first).values_list("sequence", flat=True)
    )
    Checkpoint.objects.filter(sequence__gte=first).delete()
    for sequence in sorted(sequences):
        head = Entry.objects.filter(sequence=sequence).first()
        if head is not None:
            signed_now(head)
    write_place(here, [row.signed() for row in Checkpoint.objects.order_by("number")])


def signed_now(head: Entry) -> Checkpoint:
    """One more checkpoint in the table, for this entry."""
    key, last = signing_key(), Checkpoint.objects.order_by("-number").first()
    parts = {
        "number": last.number + 1 if last else 1,
        "sequence": head.sequence,
        "head": head.hash,
        "previous": last.signed().hash() if last else GENESIS,
        "key": fingerprint(key.public_key()),
    }
    form = Signed(at=canonical_time(head.at), **parts).form()
    row = Checkpoint(at=head.at, delivered_at=head.at, signature=key.sign(form).hex(), **parts)
    row.save(force_insert=True)
    return row


def write_place(place: Path, checkpoints: list[Signed]) -> None:
    """Put these lines in place of what stands there."""
    (place / NAME).write_text("".join(one.line() + "\n" for one in checkpoints))


def read_place(place: Path) -> list[Signed]:
    """The checkpoints that stand there."""
    return [Signed.read(line) for line in (place / NAME).read_text().splitlines()]
