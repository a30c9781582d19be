"""Whoever lacks the right sends a form in vain: the page is missing, and no row changes (T01)."""

import hashlib
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.utils import timezone

from matrix.asking import addresses, give_reasons, rows_for, send
from matrix.rows import Row
from matrix.world import READERS

pytestmark = pytest.mark.django_db
OUT = ("nobody", "switched-off", "service")
# What every request may write: the trail of the refusal, and the visit that it came by.
OF_REQUESTS = frozenset(
    {"entry", "anchor", "visit", "session", "keptform", "checkpoint", "delivery", "message"}
)


def fingerprint() -> dict[str, str]:
    """A hash of the rows of every table of the product that requests alone do not write."""
    found = {}
    for model in apps.get_models():
        name = model._meta.model_name
        if not model.__module__.startswith("peelian") or name in OF_REQUESTS:
            continue
        rows = sorted(map(repr, model._default_manager.values_list()))
        found[model._meta.label] = hashlib.sha256("\n".join(rows).encode()).hexdigest()
    return found


def in_vain(world, reader, *, wide=False) -> Iterator[tuple[str, Row, int]]:
    """Every form that this reader has no right to send, sent: (address, row, status)."""
    for name, row in rows_for(world.door(reader), open_too=False).items():
        if row.sends is None:
            continue
        for address, args in addresses(world, name, row, wide=wide):
            if reader in OUT or not row.passes(world, reader, args):
                yield address, row, send(world, reader, address, row).status_code


def faults(world, reader, *, wide=False):
    """Forms that were taken, and tables that have changed."""
    give_reasons(world, reader, timezone.now())
    before = fingerprint()
    right = (302,) if reader in OUT else (404, 405)
    found = [
        f"{reader} sent {address}: {status}"
        for address, row, status in in_vain(world, reader, wide=wide)
        if status not in right and not row.harmless
    ]
    after = fingerprint()
    return found + [f"{reader} changed {label}" for label in after if after[label] != before[label]]


@pytest.mark.parametrize("reader", READERS)
def test_nobody_changes_anything_without_the_right(world, reader):
    found = faults(world, reader)

    assert not found, "\n".join(found)


@pytest.mark.long
@pytest.mark.parametrize("reader", READERS)
def test_nobody_changes_any_record_without_the_right(world, reader):
    found = faults(world, reader, wide=True)

    assert not found, "\n".join(found)


def test_the_fingerprint_sees_a_change(world):
    """Or the tests above would pass over a fingerprint that is blind."""
    before = fingerprint()
    row = world.planted[0]
    row.model.objects.filter(record_id=row.record_id).update(version=9)

    assert fingerprint() != before
