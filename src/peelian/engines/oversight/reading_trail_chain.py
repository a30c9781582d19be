"""Whether entries hold: each by its own hash, by the one before, and by the next checkpoint.

A part of the trail is checked so that a page can show it at once. The whole of it, and the copies
of the checkpoints that lie elsewhere, are for `peelian trail verify` (`trail.examine`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from django.conf import settings
from django.db import transaction

from peelian.access.decide import check_power
from peelian.access.powers import Power
from peelian.access.user import User
from peelian.trail.append import append
from peelian.trail.chain import GENESIS, digest_of
from peelian.trail.checkpoints import Undelivered, undelivered
from peelian.trail.errors import UnwritableEntry
from peelian.trail.keys import fingerprint, signing_key
from peelian.trail.models import Checkpoint, Entry
from peelian.trail.particulars import Particulars, Result
from peelian.trail.verbs import Verb

CHECKED = ("trail", "check")
# A thousand entries are read and hashed in some hundredths of a second.
MOST_CHECKED = 1000


@dataclass(frozen=True)
class ChainPlace:
    """Where one entry stands, and the checkpoint that covers it, if one does yet.

    `faults` are sentences; without any, the entry says what it said when it was written, and the
    chain from it to the checkpoint holds. `followed` says how many entries were read for that;
    `reaches` is False where the checkpoint is too far to be read here.
    """

    sequence: int
    previous_hash: str
    hash: str
    checkpoint: Checkpoint | None
    followed: int
    reaches: bool
    faults: tuple[str, ...]


@dataclass(frozen=True)
class Place:
    """A folder to which checkpoints are sent. `inside` ones watch over nothing: same machine."""

    path: Path
    inside: bool


@dataclass(frozen=True)
class ChainCheck:
    """What a check of the newest entries found: none where the trail is empty."""

    first: int
    last: int
    checked: int
    faults: tuple[str, ...]
    checkpoint: Checkpoint | None
    uncovered: int
    waiting: Undelivered
    places: tuple[Place, ...]


def check_chain(
    *, actor: User, force_id: str, at: datetime, last: int = MOST_CHECKED
) -> ChainCheck:
    """Check the newest entries of the installation against each other and their checkpoints.

    The check is an entry itself, written before this returns; it tells nothing of what entries say.
    Places are named and not visited: a share that hangs must not hold up a page. Raises
    `NotAllowed`.
    """
    check_power(actor, Power.REVIEW_TRAIL, force_id=force_id, at=at)
    newest = Checkpoint.objects.order_by("-number").first()
    head = Entry.objects.order_by("-sequence").values_list("sequence", flat=True).first() or 0
    first = max(1, head - min(max(last, 1), MOST_CHECKED) + 1)
    faults = faults_between(first, head) if head else ()
    if newest is not None and newest.sequence > head:
        cut = (
            f"The trail ends with entry {head}, but checkpoint {newest.number} signed entry "
            f"{newest.sequence}."
        )
        faults = (*faults, cut)
    found = ChainCheck(
        first=first if head else 0,
        last=head,
        checked=head - first + 1 if head else 0,
        faults=faults,
        checkpoint=newest,
        uncovered=max(0, head - (newest.sequence if newest else 0)),
        waiting=undelivered(),
        places=tuple(
            Place(place, inside=place.is_relative_to(settings.PEELIAN_HOME))
            for place in settings.CHECKPOINT_PLACES
        ),
    )
    said = Particulars(result=Result.FAILED if faults else Result.DONE)
    with transaction.atomic():
        append(
            actor=actor.trail_name,
            verb=Verb.CONSULTED,
            ref=CHECKED,
            detail=said.detail(first=found.first, last=found.last, faults=len(faults)),
            at=at,
        )
    return found


def place_in_chain(entry: Entry) -> ChainPlace:
    """Where an entry stands, checked up to the checkpoint that covers it."""
    covering = Checkpoint.objects.filter(sequence__gte=entry.sequence).order_by("sequence").first()
    wanted = covering.sequence if covering else entry.sequence
    end = min(wanted, entry.sequence + MOST_CHECKED)
    return ChainPlace(
        sequence=entry.sequence,
        previous_hash=entry.previous_hash,
        hash=entry.hash,
        checkpoint=covering,
        followed=end - entry.sequence,
        reaches=end == wanted,
        faults=faults_between(entry.sequence, end),
    )


def faults_between(first: int, last: int) -> tuple[str, ...]:
    """What does not hold from one entry to another, both included, in sentences."""
    try:
        rows = list(
            Entry.objects.filter(sequence__gte=first - 1, sequence__lte=last).order_by("sequence")
        )
    except (ValueError, OverflowError):
        return (
            f"An entry from {first} to {last} holds what is no time or no text. "
            f"`peelian trail verify` says which.",
        )
    before = rows.pop(0) if rows and rows[0].sequence == first - 1 else None
    signed = Checkpoint.objects.filter(sequence__gte=first, sequence__lte=last).order_by("number")
    return (*_chain_faults(rows, before, first, last), *_checkpoint_faults(rows, list(signed)))


def _chain_faults(rows: Sequence[Entry], before: Entry | None, first: int, last: int) -> list[str]:
    faults = []
    expected, previous = first, before.hash if before else GENESIS
    if before is None and first > 1:
        faults.append(f"Entry {first - 1} is missing.")
        previous = rows[0].previous_hash if rows else GENESIS
    for entry in rows:
        if entry.sequence != expected:
            faults.append(f"An entry is missing before entry {entry.sequence}.")
        elif entry.previous_hash != previous:
            faults.append(f"Entry {entry.sequence} does not follow from the entry before it.")
        if not _says_what_it_said(entry):
            faults.append(f"Entry {entry.sequence} does not say what it said when it was written.")
        expected, previous = entry.sequence + 1, entry.hash
    if expected <= last:
        faults.append(f"Entry {expected} is missing.")
    return faults


def _says_what_it_said(entry: Entry) -> bool:
    try:
        return digest_of(entry.link()) == entry.hash
    except (UnwritableEntry, AttributeError, TypeError, UnicodeEncodeError):
        return False  # a part of it is not even there


def _checkpoint_faults(rows: Sequence[Entry], signed: Sequence[Checkpoint]) -> list[str]:
    hashes = {entry.sequence: entry.hash for entry in rows}
    key = signing_key().public_key()
    faults = []
    for one in signed:
        if hashes.get(one.sequence) != one.head:
            faults.append(
                f"Entry {one.sequence} is not the one that checkpoint {one.number} signed."
            )
        if one.key != fingerprint(key):
            faults.append(
                f"Checkpoint {one.number} is signed with another key than this installation's: "
                f"check it with `peelian trail verify --key`."
            )
            continue
        try:
            key.verify(bytes.fromhex(one.signature), one.signed().form())
        except (InvalidSignature, ValueError):
            faults.append(f"Checkpoint {one.number} does not fit its signature.")
    return faults
