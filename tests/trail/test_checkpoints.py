"""Where the chain stands is signed every hundred entries or minute, and sent away (C-AUD-3)."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from peelian.trail.append import append
from peelian.trail.chain import GENESIS
from peelian.trail.checkpoints import Undelivered, checkpoint, checkpoint_if_due, undelivered
from peelian.trail.delivery import NAME, deliver, on_same_disk
from peelian.trail.keys import fingerprint, public_keys, public_pem, signing_key
from peelian.trail.models import Checkpoint, Entry
from peelian.trail.signed import Signed

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def place(tmp_path, settings):
    """An installation with one place elsewhere."""
    settings.PEELIAN_HOME = tmp_path / "home"
    settings.CHECKPOINT_KEYS = tmp_path / "home" / "keys"
    settings.CHECKPOINT_PLACES = (tmp_path / "commissioner",)
    (tmp_path / "commissioner").mkdir()
    return tmp_path / "commissioner"


def add(number=1, at=NOON):
    with transaction.atomic():
        for _ in range(number):
            append(actor="person:1", verb="altered", ref=("crime", "a"), detail={}, at=at)


def lines_at(place):
    return [Signed.read(line) for line in (place / NAME).read_text().splitlines()]


@pytest.mark.django_db(transaction=True)
def test_the_hundredth_entry_brings_a_checkpoint(place):
    add(99)
    assert not Checkpoint.objects.exists()

    add(2)

    (kept,) = Checkpoint.objects.all()
    assert (kept.number, kept.sequence, kept.previous) == (1, 101, GENESIS)
    assert kept.head == Entry.objects.get(sequence=101).hash
    assert lines_at(place) == [kept.signed()]
    assert kept.delivered_at == NOON
    signing_key().public_key().verify(bytes.fromhex(kept.signature), kept.signed().form())


@pytest.mark.django_db(transaction=True)
def test_each_checkpoint_carries_the_hash_of_the_one_before(place):
    for _ in range(3):
        add()
        checkpoint(now=NOON)

    first, second, third = lines_at(place)
    assert (second.previous, third.previous) == (first.hash(), second.hash())
    assert checkpoint(now=NOON) is None, "nothing has been written since"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("entries", "later", "due"),
    [
        (1, timedelta(seconds=59), False),
        (1, timedelta(seconds=60), True),
        (99, timedelta(seconds=1), False),
        (0, timedelta(days=1), False),
        (1, timedelta(hours=-2), True),  # nobody knows how long it has been (T36)
    ],
)
def test_a_minute_is_enough(entries, later, due):
    add()
    assert checkpoint_if_due(now=NOON) is not None, "the first one at once"

    add(entries)

    assert (checkpoint_if_due(now=NOON + later) is not None) is due


@pytest.mark.django_db(transaction=True)
def test_a_process_that_died_before_its_checkpoint_is_made_up_for(monkeypatch):
    """The hundredth entry is committed, and then the process is gone."""
    monkeypatch.setattr("peelian.trail.append.checkpoint", lambda **_: None)
    add(100)

    made = checkpoint_if_due(now=NOON)

    assert made is not None
    assert made.sequence == 100


@pytest.mark.django_db(transaction=True)
def test_a_checkpoint_that_fails_does_not_undo_the_deed(settings, caplog):
    """It is committed by then; the failure is logged and the next call makes up for it."""
    settings.CHECKPOINT_KEYS = settings.PEELIAN_HOME / "broken"
    settings.CHECKPOINT_KEYS.mkdir(parents=True)
    (settings.CHECKPOINT_KEYS / "trail-signing-key.pem").write_text("no key")

    add(100)

    assert Entry.objects.count() == 100
    assert "holds no signing key" in caplog.text


@pytest.mark.django_db(transaction=True)
def test_what_cannot_be_delivered_waits_and_is_retried(place, settings, tmp_path, caplog):
    other = tmp_path / "share"
    settings.CHECKPOINT_PLACES = (place, other)
    for minute in range(2):
        add()
        checkpoint(now=NOON + timedelta(minutes=minute))

    assert undelivered() == Undelivered(checkpoints=2, oldest=NOON)
    assert f"{other} cannot be written" in caplog.text
    assert len(lines_at(place)) == 2, "one place that fails does not keep the other waiting"

    other.mkdir()
    assert checkpoint_if_due(now=NOON + timedelta(minutes=1)) is None

    assert undelivered() == Undelivered(checkpoints=0, oldest=None)
    assert lines_at(other) == lines_at(place)


@pytest.mark.django_db(transaction=True)
def test_a_new_place_gets_them_all(place, settings, tmp_path):
    for _ in range(3):
        add()
        checkpoint(now=NOON)
    new = tmp_path / "new"
    new.mkdir()
    settings.CHECKPOINT_PLACES = (place, new)

    deliver(now=NOON)

    assert lines_at(new) == lines_at(place)
    assert [one.number for one in lines_at(new)] == [1, 2, 3]


@pytest.mark.django_db(transaction=True)
def test_what_was_sent_but_not_marked_is_not_sent_twice(place):
    """The process died between the line and the mark."""
    add()
    checkpoint(now=NOON)
    Checkpoint.objects.update(delivered_at=None)
    sent = (place / NAME).read_text()

    deliver(now=NOON)

    assert (place / NAME).read_text() == sent
    assert undelivered().checkpoints == 0


@pytest.mark.django_db(transaction=True)
def test_a_line_cut_short_is_written_whole_on_the_next(place):
    """The power went while the second line was written."""
    add()
    checkpoint(now=NOON)
    add()
    checkpoint(now=NOON)
    first, second = (place / NAME).read_text().splitlines()
    (place / NAME).write_text(f"{first}\n{second[:40]}")

    deliver(now=NOON)

    assert (place / NAME).read_text() == f"{first}\n{second[:40]}\n{second}\n"


@pytest.mark.django_db(transaction=True)
def test_another_history_is_left_beside_ours(place):
    """As after an older backup was put back: nothing that was sent is written over."""
    add()
    checkpoint(now=NOON)
    sent = (place / NAME).read_text()
    foreign = json.loads(sent) | {"head": "f" * 64, "number": 7}
    (place / NAME).write_text(json.dumps(foreign) + "\n")

    deliver(now=NOON)

    assert (place / NAME).read_text() == json.dumps(foreign) + "\n" + sent


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE trail_checkpoint SET head = 'x' WHERE number = 1",
        "UPDATE trail_checkpoint SET number = 9 WHERE number = 1",
        "DELETE FROM trail_checkpoint",
    ],
)
def test_the_database_itself_refuses(statement):
    add()
    checkpoint(now=NOON)

    with (
        pytest.raises(IntegrityError, match="checkpoints are append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


def test_the_key_is_made_once_and_for_its_owner_only(settings, tmp_path):
    key = signing_key()
    path = settings.CHECKPOINT_KEYS / "trail-signing-key.pem"
    file = tmp_path / "public.pem"
    file.write_text("Fingerprint: for the telephone\n" + public_pem(key.public_key()))

    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert list(public_keys([file])) == [fingerprint(key.public_key())]


def test_a_folder_on_the_same_disk_is_known_as_such(settings, tmp_path):
    assert on_same_disk(settings.PEELIAN_HOME / "checkpoints"), "though it is not there yet"
    settings.PEELIAN_HOME.mkdir()
    assert on_same_disk(tmp_path / "commissioner")
