"""Whatever is done to a trail is found once a checkpoint has left (T30, T31, C-AUD-3).

The same kit runs long, a hundred times each kind, by `make long`.
"""

import random

import pytest
from django.db import connection, transaction

from peelian.trail.delivery import NAME
from trail.ground import LENGTH, SEALED, lay_out
from trail.tampering import KINDS

FEW, MANY = 3, 100


@pytest.fixture
def ground(db, tmp_path, settings):
    return lay_out(tmp_path, settings)


def trials(kind, ground, number, look):
    """What `look` says after each of so many trials, every one of which is taken back."""
    chance = random.Random(kind.__name__)
    honest = (ground.here / NAME).read_bytes()
    for _ in range(number):
        point = transaction.savepoint()
        kind(chance, ground)
        yield look()
        transaction.savepoint_rollback(point)
        (ground.here / NAME).write_bytes(honest)


def places_of(report):
    """Which faults were found where, without the words for them."""
    if hasattr(report, "faults_found"):
        return {(fault.sequence, fault.kind) for fault in report.faults}
    return {(sequence, kind) for sequence, kind, _ in report.faults}


def test_an_honest_trail_holds(ground, tmp_path):
    product = ground.product()

    assert product.sound, product.faults
    assert (product.entries, product.checkpoints, product.sealed_sequence) == (LENGTH, 5, SEALED)
    assert product.remarks == ("The last 4 entries, from 31 on, stand under no checkpoint yet.",)
    alone = ground.alone(export=ground.export(tmp_path))
    assert (alone.found, alone.head, alone.head_hash) == (0, LENGTH, product.head_hash)


def readings(ground, folder):
    """What the product finds and, where the database is a file, what the lone verifier finds."""
    if connection.vendor != "sqlite":
        return ground.product(), None, None
    file = ground.sqlite_file(folder)
    return ground.product(), ground.alone(sqlite=file), ground.alone(sqlite=file, plain=True)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_tampering_is_found_by_both_verifiers(kind, ground, tmp_path):
    for product, alone, plain in trials(kind, ground, FEW, lambda: readings(ground, tmp_path)):
        assert not product.sound
        if alone is not None:
            assert places_of(product) == places_of(alone)
            assert product.faults_found == alone.found
            assert plain.found, "with its own arithmetic for the signatures"


@pytest.mark.parametrize("kind", KINDS[:-1], ids=lambda kind: kind.__name__)
def test_an_export_shows_it_too(kind, ground, tmp_path):
    """All but what was done to the table of checkpoints, which no export holds."""

    def reading():
        return ground.alone(export=ground.export(tmp_path))

    assert all(alone.found for alone in trials(kind, ground, 2, reading))


@pytest.mark.long
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_hundred_times_each(kind, ground, tmp_path, capsys):
    results = list(trials(kind, ground, MANY, lambda: readings(ground, tmp_path)))
    found = sum(not product.sound for product, _, _ in results)
    with capsys.disabled():
        bound = f"0 missed in {MANY}: below 3/{MANY}" if found == MANY else "MISSED SOME"
        print(f"\n{kind.__name__:10} {found}/{MANY} found. {bound}", end=" ")

    assert found == MANY
    for product, alone, plain in results:
        assert alone is None or (places_of(product) == places_of(alone) and plain.found)
