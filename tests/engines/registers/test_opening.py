"""Opening a record: what is shown, why, what is written first, and what is never told apart."""

import json
import statistics
import time
from datetime import timedelta

import pytest
from django.db import DatabaseError

from peelian.access.seal import Seal
from peelian.access.tie import Tie
from peelian.areas.investigation.models import Investigation
from peelian.engines.registers import opening
from peelian.engines.registers.errors import Invalid, NoSuchRecord, ReasonNeeded
from peelian.engines.registers.opening import open_record
from peelian.records.store.reader import open_reader
from peelian.trail.errors import TrailError
from peelian.trail.models import Entry
from people import NOW, investigation
from stored_rows import put_rows, stored_investigation

EARLIER = NOW - timedelta(days=1)


def opened(user, record_id, tables, **given):
    return open_record(user, Investigation, record_id, tables, **{"at": NOW, **given})


def last_entry():
    entry = Entry.objects.latest("sequence")
    return entry.verb, entry.record_ref, json.loads(entry.detail)


def test_a_record_of_the_own_unit_opens_at_once_and_says_why(force, tables):
    investigation("A")

    found = opened(force["investigator"], "investigation-A", tables)

    assert (found.cells["summary"], found.origin, found.because, found.version) == (
        "summary of A",
        "adopted",
        "scope",
        1,
    )
    verb, ref, told = last_entry()
    assert (verb, ref, told["relationship"]) == ("consulted", "investigation-A", "scope")
    assert "summary" in told["fields"]


def test_a_loaded_record_opens_as_one_that_is_kept_here(force, root):
    put_rows(root, Investigation, [stored_investigation("A")])

    found = opened(force["investigator"], "loaded-A", open_reader(root))

    assert (found.cells["summary"], found.origin, found.version) == ("summary of A", "loaded", 1)
    assert found.record.investigation_ref == "A"


def test_hidden_cells_are_absent_and_the_record_holds_nothing_of_them(force, tables):
    investigation("A")

    found = opened(force["analyst"], "investigation-A", tables)

    assert "summary" not in found.cells
    assert "summary" not in {column.name for column in found.columns}
    assert found.record.summary is None
    assert found.record.pk is None


def test_missing_hidden_and_sealed_records_answer_alike_and_leave_alike_entries(force, tables):
    """T01: one sentence for all of them."""
    investigation("A", unit="S1")
    sealed = investigation("B")
    Seal.objects.create(
        record_type="investigation",
        record_id=sealed.record_id,
        starts_at=EARLIER,
        reason="staff",
        sealed_by="person:x",
    )
    told = []
    for record_id in ("investigation-A", "investigation-B", "investigation-C"):
        with pytest.raises(NoSuchRecord) as refusal:
            opened(force["patrol-officer"], record_id, tables)
        told.append((str(refusal.value), last_entry()[0], last_entry()[2]))

    assert told == [told[0]] * 3
    assert told[0][1] == "denied"


@pytest.mark.parametrize("address", ["", "x" * 37, "a/b", "a'b", "é"])
def test_what_cannot_be_an_address_is_no_record(force, tables, address):
    with pytest.raises(NoSuchRecord):
        opened(force["patrol-officer"], address, tables)


def test_a_post_that_reaches_far_is_asked_for_a_reason_once_in_twelve_hours(force, tables):
    investigation("A")
    user = force["call-handler"]
    with pytest.raises(ReasonNeeded):
        opened(user, "investigation-A", tables)
    assert not Entry.objects.filter(verb="consulted").exists()

    opened(user, "investigation-A", tables, reason="call", words="asks how far it is")

    assert last_entry()[2]["reason"] == "call: asks how far it is"
    soon, later = NOW + timedelta(hours=11), NOW + timedelta(hours=12)
    assert opened(user, "investigation-A", tables, at=soon).because == "force"
    assert last_entry()[2]["reason"] == "call: asks how far it is"
    with pytest.raises(ReasonNeeded):
        opened(user, "investigation-A", tables, at=later)


def test_a_reason_counts_for_its_giver_and_record_only(force, tables):
    investigation("A")
    investigation("B")
    opened(force["call-handler"], "investigation-A", tables, reason="call")

    with pytest.raises(ReasonNeeded):
        opened(force["call-handler"], "investigation-B", tables)
    with pytest.raises(ReasonNeeded):
        opened(force["standards-investigator"], "investigation-A", tables)


def test_a_tie_says_why_so_that_nobody_is_asked(force, tables):
    record = investigation("A")
    Tie.objects.create(
        user=force["call-handler"],
        record_type="investigation",
        record_id=record.record_id,
        kind="task",
        starts_at=EARLIER,
        given_by="person:x",
    )

    assert opened(force["call-handler"], record.record_id, tables).because == "tied"


def test_a_reason_must_be_on_the_list(force, tables):
    investigation("A")

    with pytest.raises(Invalid, match="Choose one of call, task"):
        opened(force["call-handler"], "investigation-A", tables, reason="curious")


def test_what_cannot_be_written_in_the_trail_is_not_shown(force, tables, monkeypatch):
    """T32: and no reason is remembered for a look that did not happen."""
    investigation("A")

    def fails(**_given):
        raise TrailError("the trail is full")

    monkeypatch.setattr(opening, "append", fails)
    with pytest.raises(TrailError):
        opened(force["call-handler"], "investigation-A", tables, reason="call")
    monkeypatch.undo()
    with pytest.raises(ReasonNeeded):
        opened(force["call-handler"], "investigation-A", tables)


def test_a_hidden_record_takes_as_long_as_a_missing_one(force, root):
    """T01, coarsely: within 5% over 500 tries by hand, here within a half over 15."""
    put_rows(root, Investigation, [stored_investigation(str(n)) for n in range(300)])
    investigation("A", unit="S1")
    tables = open_reader(root)
    taken = {"investigation-A": [], "investigation-B": []}

    for _ in range(15):
        for record_id, times in taken.items():
            begun = time.perf_counter()
            with pytest.raises(NoSuchRecord):
                opened(force["patrol-officer"], record_id, tables)
            times.append(time.perf_counter() - begun)

    hidden, missing = (statistics.median(times) for times in taken.values())
    assert 0.5 < hidden / missing < 2


def test_a_database_that_fails_shows_nothing(force, tables, monkeypatch):
    investigation("A")

    def fails(**_given):
        raise DatabaseError("disk full")

    monkeypatch.setattr(opening, "append", fails)
    with pytest.raises(DatabaseError):
        opened(force["investigator"], "investigation-A", tables)
