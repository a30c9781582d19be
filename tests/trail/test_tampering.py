"""An administrator can drop the triggers and change the table. The chain tells."""

import random
from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, connection, transaction

from peelian.trail import triggers
from peelian.trail.append import append
from peelian.trail.chain import digest_of
from peelian.trail.models import Entry
from peelian.trail.verify import verify

LENGTH = 12
TRIALS = 100
COLUMNS = ("at", "actor", "verb", "record_type", "record_ref", "detail", "previous_hash", "hash")


REFUSED = "append-only|continue the chain"


@pytest.fixture
def trail(db):
    for number in range(LENGTH):
        append(
            actor=f"person:{number % 3}",
            verb="consulted",
            ref=("crime", f"c{number}"),
            detail={"page": number},
            at=datetime(2026, 3, 1, 9, number, tzinfo=UTC),
        )


@pytest.fixture
def defenceless(trail):
    triggers.remove(connection)


def sql(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def reading():
    return verify(entry.link() for entry in Entry.objects.order_by("sequence"))


def faults():
    return {(fault.sequence, fault.kind) for fault in reading().faults}


def undone(tamper):
    """What the verifier finds after one kind of tampering, which is then taken back."""
    point = transaction.savepoint()
    tamper()
    found = reading()
    transaction.savepoint_rollback(point)
    return found


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE trail_entry SET actor = 'person:9' WHERE sequence = 3",
        "DELETE FROM trail_entry WHERE sequence = 3",
        "DELETE FROM trail_entry",
        "INSERT INTO trail_entry SELECT 20, at, actor, verb, record_type, record_ref, detail, "
        "previous_hash, hash FROM trail_entry WHERE sequence = 3",
        "INSERT INTO trail_entry SELECT 13, at, actor, verb, record_type, record_ref, detail, "
        "previous_hash, hash FROM trail_entry WHERE sequence = 3",
    ],
)
def test_the_database_itself_refuses(trail, statement):
    with (
        pytest.raises(IntegrityError, match=REFUSED),
        transaction.atomic(),
    ):
        sql(statement)

    assert reading().sound
    assert reading().entries == LENGTH


@pytest.mark.skipif(connection.vendor != "sqlite", reason="only SQLite has INSERT OR REPLACE")
def test_a_replacing_insert_is_refused_too(trail):
    with pytest.raises(IntegrityError, match="continue the chain"), transaction.atomic():
        sql(
            "INSERT OR REPLACE INTO trail_entry SELECT sequence, at, 'person:9', verb, record_type,"
            " record_ref, detail, previous_hash, hash FROM trail_entry WHERE sequence = 12"
        )

    assert Entry.objects.get(sequence=12).actor == "person:2"


@pytest.mark.skipif(connection.vendor != "postgresql", reason="only PostgreSQL has TRUNCATE")
def test_emptying_the_table_is_refused_too(trail):
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        sql("TRUNCATE trail_entry")

    assert reading().entries == LENGTH


def test_edited_entries_are_found(defenceless):
    chance = random.Random("edited")
    for _ in range(TRIALS):
        row, column = chance.randint(1, LENGTH), chance.choice(COLUMNS)
        value = "2026-03-01 09:30:00.5" if column == "at" else f"x{chance.random()}"

        found = undone(
            lambda row=row, column=column, value=value: sql(
                f"UPDATE trail_entry SET {column} = %s WHERE sequence = %s", value, row
            )
        )

        assert (row, "edited") in {(fault.sequence, fault.kind) for fault in found.faults}, column


def test_deleted_entries_are_found(defenceless):
    """All but the last ones: a cut tail shows only against a head that was kept elsewhere."""
    chance = random.Random("deleted")
    for _ in range(TRIALS):
        row = chance.randint(1, LENGTH - 1)

        found = undone(lambda row=row: sql("DELETE FROM trail_entry WHERE sequence = %s", row))

        assert [(fault.sequence, fault.kind) for fault in found.faults] == [(row, "missing")]


def test_inserted_entries_are_found(defenceless):
    """A forged entry is pushed in, the later ones are renumbered to make room."""
    chance = random.Random("inserted")
    for _ in range(TRIALS):
        row = chance.randint(1, LENGTH)

        def push_in(row=row):
            for later in range(LENGTH, row - 1, -1):
                sql("UPDATE trail_entry SET sequence = %s WHERE sequence = %s", later + 1, later)
            sql(
                "INSERT INTO trail_entry SELECT %s, at, 'person:9', verb, record_type, record_ref, "
                "detail, previous_hash, hash FROM trail_entry WHERE sequence = %s",
                row,
                row + 1,
            )

        assert not undone(push_in).sound


def test_swapped_entries_are_found(defenceless):
    chance = random.Random("swapped")
    for _ in range(TRIALS):
        one, other = chance.sample(range(1, LENGTH + 1), 2)

        def swap(one=one, other=other):
            sql("UPDATE trail_entry SET sequence = -1 WHERE sequence = %s", one)
            sql("UPDATE trail_entry SET sequence = %s WHERE sequence = %s", one, other)
            sql("UPDATE trail_entry SET sequence = %s WHERE sequence = -1", other)

        found = {(fault.sequence, fault.kind) for fault in undone(swap).faults}

        assert {(one, "edited"), (other, "edited")} <= found


def test_an_entry_rewritten_with_a_fresh_hash_no_longer_fits_the_next(defenceless):
    forged = Entry.objects.get(sequence=5)
    forged.actor = "person:9"
    sql(
        "UPDATE trail_entry SET actor = %s, hash = %s WHERE sequence = 5",
        forged.actor,
        digest_of(forged.link()),
    )

    assert faults() == {(6, "unchained")}


def test_a_doubled_entry_is_found():
    """In a file handed to a verifier nothing keeps two entries from the same number."""
    at = datetime(2026, 3, 1, tzinfo=UTC)
    first = Entry(1, at, "person:1", "altered", "crime", "a", "{}", "0" * 64, "").link()

    found = verify([first, first])

    assert (1, "inserted") in {(fault.sequence, fault.kind) for fault in found.faults}


def test_the_head_shows_what_the_chain_alone_cannot(defenceless):
    kept = reading()
    sql("DELETE FROM trail_entry WHERE sequence > 9")
    cut = reading()

    assert cut.sound
    assert (cut.head_sequence, cut.head_hash) != (kept.head_sequence, kept.head_hash)


def test_an_empty_trail_is_sound():
    assert verify([]).sound


def test_faults_are_told_in_sentences(defenceless):
    sql("DELETE FROM trail_entry WHERE sequence IN (3, 4)")

    assert [fault.sentence for fault in reading().faults] == [
        "Entries 3 to 4 are missing before entry 5."
    ]


class Elsewhere:
    """A database that the trail has no triggers for."""

    vendor = "oracle"


def test_a_database_that_cannot_guard_the_trail_is_refused():
    with pytest.raises(triggers.UnguardedDatabase, match=r"on oracle; use SQLite or PostgreSQL"):
        triggers.install(Elsewhere())
