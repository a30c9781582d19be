"""Ten kinds of tampering (T30, T31), each by somebody with the database, its key and one place.

Each takes its chances from a seeded generator, changes what lies on the ground and returns nothing.
Those that a chain alone shows may hit any entry; the others hit what a checkpoint has covered.
"""

from dataclasses import replace
from datetime import timedelta

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.db import transaction
from django.utils import timezone

from peelian.trail.keys import fingerprint, signing_key
from peelian.trail.models import Checkpoint, Entry
from trail.ground import (
    EVERY,
    LENGTH,
    SEALED,
    chain_anew,
    read_place,
    sign_anew,
    signed_now,
    write_place,
)

TEXTS = ("actor", "verb", "record_type", "record_ref", "detail", "previous_hash", "hash")


def edit(chance, ground):
    row = chance.randint(1, LENGTH)
    column = chance.choice((*TEXTS, "at"))
    value = timezone.now() if column == "at" else f"x{chance.random()}"[:20]
    Entry.objects.filter(sequence=row).update(**{column: value})


def delete(chance, ground):
    first = chance.randint(1, LENGTH - 1)
    last = chance.randint(first, min(first + 3, LENGTH - 1))
    Entry.objects.filter(sequence__range=(first, last)).delete()


def insert(chance, ground):
    """A forged entry is pushed in, and the later ones are numbered anew to make room."""
    row = chance.randint(1, LENGTH)
    for later in range(LENGTH, row - 1, -1):
        Entry.objects.filter(sequence=later).update(sequence=later + 1)
    forged = Entry.objects.get(sequence=row + 1)
    forged.sequence, forged.actor = row, "person:9"
    forged.save(force_insert=True)


def swap(chance, ground):
    one, other = chance.sample(range(1, LENGTH + 1), 2)
    Entry.objects.filter(sequence=one).update(sequence=-1)
    Entry.objects.filter(sequence=other).update(sequence=one)
    Entry.objects.filter(sequence=-1).update(sequence=other)


def cut(chance, ground):
    """The end goes, and with it, sometimes, the checkpoints of the end, here as well."""
    last = chance.randint(0, SEALED - 1)
    Entry.objects.filter(sequence__gt=last).delete()
    if chance.random() < 0.5:
        sign_anew(last + 1, ground.here)


def rewrite(chance, ground):
    """One entry is changed, every later one hashed anew and, sometimes, all signed anew."""
    row = chance.randint(1, SEALED)
    Entry.objects.filter(sequence=row).update(actor="person:9")
    chain_anew(row)
    if chance.random() < 0.5:
        sign_anew(row, ground.here)


def replay(chance, ground):
    """The state of an earlier day is put back, and the trail goes on from there, signed."""
    last = chance.randint(1, SEALED - 1)
    Entry.objects.filter(sequence__gt=last).delete()
    Checkpoint.objects.filter(sequence__gt=last).delete()
    for number in range(last + 1, LENGTH + 1):
        old = Entry.objects.get(sequence=chance.randint(1, last))
        old.sequence = number
        old.save(force_insert=True)
    chain_anew(last + 1)
    for entry in Entry.objects.filter(sequence__gt=last, sequence__lte=SEALED):
        if entry.sequence % EVERY == 0:
            signed_now(entry)
    write_place(ground.here, [row.signed() for row in Checkpoint.objects.order_by("number")])


def fork(chance, ground):
    """One reader is shown another history: the database stays, this place gets what never was."""
    row = chance.randint(1, SEALED)
    with transaction.atomic():
        Entry.objects.filter(sequence=row).update(actor="person:9")
        chain_anew(row)
        sign_anew(row, ground.here)
        transaction.set_rollback(True)


def back_date(chance, ground):
    """A deed is given another time, and every later hash is made to fit."""
    row = chance.randint(1, SEALED)
    entry = Entry.objects.get(sequence=row)
    entry.at -= timedelta(days=chance.randint(1, 90))
    entry.save()
    chain_anew(row)


def meddle(chance, ground):
    """Checkpoints are swapped, taken away, bent, or signed with a key of somebody's own."""
    chance.choice(MEDDLING)(chance, ground)


def _swap_checkpoints(chance, ground):
    lines = read_place(ground.here)
    one, other = chance.sample(range(len(lines)), 2)
    lines[one], lines[other] = lines[other], lines[one]
    write_place(ground.here, lines)


def _remove_checkpoint(chance, ground):
    if chance.random() < 0.5:
        Checkpoint.objects.filter(number=chance.randint(1, SEALED // EVERY)).delete()
    else:
        lines = read_place(ground.here)
        del lines[chance.randrange(len(lines) - 1)]
        write_place(ground.here, lines)


def _remove_newest(chance, ground):
    Checkpoint.objects.filter(number__gt=chance.randint(0, SEALED // EVERY - 1)).delete()


def _bend_checkpoint(chance, ground):
    lines = read_place(ground.here)
    row = chance.randrange(len(lines))
    bent = chance.choice(
        (
            {"sequence": lines[row].sequence + 1},
            {"head": f"{chance.getrandbits(256):064x}"},
            {"at": "2025-01-01T00:00:00.000000Z"},
            {"previous": f"{chance.getrandbits(256):064x}"},
            {"signature": f"{chance.getrandbits(512):0128x}"},
        )
    )
    lines[row] = replace(lines[row], **bent)
    if chance.random() < 0.3 and "signature" not in bent:
        signature = signing_key().sign(lines[row].form()).hex()
        lines[row] = replace(lines[row], signature=signature)
    write_place(ground.here, lines)


def _sign_with_own_key(chance, ground):
    key = Ed25519PrivateKey.generate()
    number = chance.randint(1, SEALED // EVERY)
    unsigned = replace(
        Checkpoint.objects.get(number=number).signed(), key=fingerprint(key.public_key())
    )
    Checkpoint.objects.filter(number=number).update(
        key=unsigned.key, signature=key.sign(unsigned.form()).hex()
    )


MEDDLING = (
    _swap_checkpoints,
    _remove_checkpoint,
    _remove_newest,
    _bend_checkpoint,
    _sign_with_own_key,
)
KINDS = (edit, delete, insert, swap, cut, rewrite, replay, fork, back_date, meddle)
