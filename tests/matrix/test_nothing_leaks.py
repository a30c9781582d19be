"""Every reader, every route, every way of standing to a record: nothing shows that should not.

What may be seen stands in `matrix.expected`, worked out from the words of the roles alone (T01).
"""

import pytest
from django.utils import timezone

from matrix.asking import addresses, give_reasons, leaks, rows_for
from matrix.canaries import canaries_in
from matrix.world import READERS
from peelian.areas.investigation.models import Investigation
from peelian.areas.offenders.managed import ManagedPerson
from peelian.areas.standards.models import ConductMatter

pytestmark = pytest.mark.django_db
OUT = ("nobody", "switched-off", "service")


def asked(world, reader, *, wide=False):
    """Every address that is read, asked as this reader: (address, row, arguments, answer)."""
    give_reasons(world, reader, timezone.now())
    rows = rows_for(world.door(reader), open_too=wide or reader in ("nobody", "analyst"))
    for name, row in rows.items():
        if row.not_asked or not row.reads:
            continue
        for address, args in addresses(world, name, row, wide=wide):
            yield address, row, args, world.browsers[reader].get(address)


def faults(world, reader, *, wide=False):
    """Leaks, failures, and pages that should not have been there, of so many requests."""
    found, number = [], 0
    for address, row, args, answer in asked(world, reader, wide=wide):
        number += 1
        found += map(str, leaks(world, reader, address, answer))
        if answer.status_code >= 500 and "health" not in address:
            found.append(f"{reader} met {answer.status_code} at {address}")
        passed = answer.status_code not in (404, 405)
        if reader not in OUT and passed and not row.passes(world, reader, args):
            found.append(f"{reader} passed {address}: {answer.status_code}")
    return number, found


@pytest.mark.parametrize("reader", READERS)
def test_nothing_leaks(world, reader):
    number, found = faults(world, reader)

    assert number > 40
    assert not found, "\n".join(found)


@pytest.mark.long
@pytest.mark.parametrize("reader", READERS)
def test_nothing_leaks_of_any_record(world, reader):
    number, found = faults(world, reader, wide=True)
    print(f"\n{reader}: {len(found)} faults in {number:,} requests; none is below {3 / number:.3%}")

    assert not found, "\n".join(found)


@pytest.mark.parametrize("reader", [reader for reader in READERS if reader not in OUT])
@pytest.mark.parametrize("model", [Investigation, ManagedPerson, ConductMatter])
def test_what_may_be_seen_is_shown(world, reader, model):
    """Or the matrix would pass over pages that show nothing."""
    give_reasons(world, reader, timezone.now())
    missing = []
    for one in world.planted:
        kept_short = one.stored and one.name != "own"
        if one.model is not model or kept_short or not world.seen(reader, one):
            continue
        answer = world.browsers[reader].get(
            f"/{world.door(reader)}/records/{one.key}/{one.record_id}/"
        )
        shown = canaries_in(answer)
        missing += [
            f"{world.what(word)} for {reader} ({answer.status_code})"
            for name, word in one.words.items()
            if word.startswith("Zq") and world.allowed(reader, word) and word not in shown
        ]

    assert missing == []
