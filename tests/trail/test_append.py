"""The trail grows at its end, inside the transaction of the deed, and in no other way."""

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from django.db import transaction

from peelian.trail.append import append
from peelian.trail.chain import GENESIS, digest_of
from peelian.trail.errors import OutsideTransaction, TrailError, UnknownVerb, UnwritableEntry
from peelian.trail.models import Entry
from peelian.trail.verbs import Verb
from peelian.trail.verify import verify

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def add(**changes):
    deed = {
        "actor": "service:command-line",
        "verb": Verb.COLLECTED,
        "ref": ("crime", "staffordshire/2021-03"),
        "detail": {"rows": 9},
        "at": NOON,
    }
    return append(**(deed | changes))


@pytest.mark.django_db
def test_entries_follow_one_another():
    first, second = add(), add(verb="consulted", detail={})

    assert (first.sequence, first.previous_hash) == (1, GENESIS)
    assert (second.sequence, second.previous_hash) == (2, first.hash)
    assert str(second) == "2. service:command-line consulted crime staffordshire/2021-03"


@pytest.mark.django_db
def test_what_the_database_gives_back_still_fits_its_hash():
    add(
        actor="person:5f2",
        detail={"b": ["é", None, True, 1.5], "a": {"x": "line\nbreak"}},
        at=datetime(2026, 7, 1, 0, 30, 5, 123456, tzinfo=timezone(timedelta(hours=1))),
    )

    kept = Entry.objects.get()

    assert kept.at == datetime(2026, 6, 30, 23, 30, 5, 123456, tzinfo=UTC)
    assert kept.detail == '{"a":{"x":"line\\nbreak"},"b":["é",null,true,1.5]}'
    assert json.loads(kept.detail)["b"][0] == "é"
    assert digest_of(kept.link()) == kept.hash
    assert verify([kept.link()]).sound


@pytest.mark.django_db
def test_an_undone_deed_leaves_no_entry():
    add()
    with transaction.atomic():
        add()
        transaction.set_rollback(True)

    assert add().sequence == 2
    assert verify(entry.link() for entry in Entry.objects.order_by("sequence")).sound


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_nothing_is_written():
    with pytest.raises(OutsideTransaction, match=r"transaction\.atomic"):
        add()

    assert not Entry.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("changes", "error", "says"),
    [
        ({"verb": "glimpsed"}, UnknownVerb, "'glimpsed' is no deed.*collected, altered"),
        ({"actor": " "}, UnwritableEntry, "actor of an entry is blank"),
        ({"ref": ("crime", "")}, UnwritableEntry, "record ref of an entry is blank"),
        ({"ref": ("crime", "x" * 201)}, UnwritableEntry, "201 characters; the trail keeps 200"),
        ({"ref": ("cri\x00me", "1")}, UnwritableEntry, "record type holds a null character"),
        ({"actor": "\ud800"}, UnwritableEntry, "actor is not valid Unicode"),
        ({"detail": {"on": NOON}}, UnwritableEntry, "must be plain JSON"),
        ({"detail": {"share": float("nan")}}, UnwritableEntry, "must be plain JSON"),
        ({"detail": {"rows": [{1: "one"}]}}, UnwritableEntry, "detail.rows has the key 1"),
        ({"at": datetime(2026, 3, 1)}, UnwritableEntry, "no time zone"),  # noqa: DTZ001 the fault
    ],
)
def test_an_entry_without_canonical_form_is_refused(changes, error, says):
    with pytest.raises(error, match=says) as raised:
        add(**changes)

    assert isinstance(raised.value, TrailError)
    assert not Entry.objects.exists()
