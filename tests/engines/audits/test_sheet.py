"""T01: whoever reviews a file gets its sheet and nothing else; each look is in the trail."""

import json
from datetime import timedelta

import pytest

from engines.audits.grounds import AT, GROUNDS, put, search
from peelian.access.conflict import Conflict
from peelian.access.seal import Seal
from peelian.areas.stop_and_search.models import StopSearch
from peelian.engines.audits.ending import abandon
from peelian.engines.audits.errors import MayNotReview, NoSuchMarking
from peelian.engines.audits.models import Marking
from peelian.engines.audits.sheet import sheet_of
from peelian.engines.audits.sizing import Size
from peelian.engines.audits.taking import take_next
from peelian.records.store.reader import open_reader
from peelian.trail.models import Entry
from people import FORCE

TOLD = "PC 4521 Alder of North team one, reference no-somebody, saw a packet. Arrest."
LATER = AT + timedelta(hours=1)


@pytest.fixture
def file(force, root, drawn):
    """One search in a run, taken by the auditor: (review, what is loaded)."""
    put(root, [search(1, grounds=TOLD, outcome="Arrest")])
    tables = open_reader(root)
    run = drawn(size=Size(total=1), tables=tables)
    return take_next(run, GROUNDS, actor=force["auditor"], at=AT, tables=tables), tables


def test_shows_what_the_audit_shows_and_masks_its_texts(force, file):
    marking, tables = file
    sheet = sheet_of(marking, GROUNDS, actor=force["auditor"], at=AT, tables=tables)

    assert [row.card.name for row in sheet.rows] == list(GROUNDS.shows)
    grounds = sheet.rows[-1]
    # The audit of this test hides officers and results, and no teams.
    assert grounds.value == (
        "[hidden: officer] of North team one, reference [hidden: officer], saw a packet. "
        "[hidden: result]."
    )
    assert (grounds.masked, sheet.masked) == (3, 3)
    assert Marking.objects.get().masked == 3
    assert "SS-1" not in repr(sheet)
    assert "search-00001" not in repr(sheet)


def test_each_look_is_in_the_trail_with_its_review(force, file):
    marking, tables = file
    before = Entry.objects.count()
    sheet_of(marking, GROUNDS, actor=force["auditor"], at=AT, tables=tables)

    entry = Entry.objects.order_by("sequence").last()
    assert Entry.objects.count() == before + 1
    assert (entry.verb, entry.record_type, entry.record_ref) == (
        "consulted",
        "stopsearch",
        "search-00001",
    )
    detail = json.loads(entry.detail)
    assert detail["marking"] == str(marking.pk)
    assert detail["fields"] == list(GROUNDS.shows)
    assert "Alder" not in entry.detail


@pytest.mark.parametrize("reader", ["auditor-2", "supervisor", "analyst", "administrator"])
def test_is_given_to_nobody_else(force, file, reader):
    marking, tables = file
    with pytest.raises(NoSuchMarking):
        sheet_of(marking, GROUNDS, actor=force[reader], at=AT, tables=tables)


def test_is_gone_with_the_power_to_review(force, file):
    marking, tables = file
    user = force["auditor"]
    user.officer_ref, user.force_id = "", ""  # no post any more, and no role by it
    user.save()
    with pytest.raises(NoSuchMarking):
        sheet_of(marking, GROUNDS, actor=user, at=LATER, tables=tables)


def test_is_gone_with_the_run(force, file):
    marking, tables = file
    run = marking.item.run
    abandon(run, why="The wrong month.", actor=force["auditor"], at=AT)
    run.refresh_from_db()
    with pytest.raises(NoSuchMarking):
        sheet_of(marking, GROUNDS, actor=force["auditor"], at=AT, tables=tables)


def test_a_seal_closes_it(force, file):
    marking, tables = file
    Seal.objects.create(
        force_id=FORCE, reason="sealed", sealed_by="service:tests", starts_at=AT,
        record_type="stopsearch", record_id="search-00001",
    )  # fmt: skip
    with pytest.raises(MayNotReview, match="Go on without it"):
        sheet_of(marking, GROUNDS, actor=force["auditor"], at=LATER, tables=tables)


def test_a_conflict_closes_it(force, file):
    marking, tables = file
    Conflict.objects.create(
        user=force["auditor"], kind="family", force_id=FORCE, declared_by="service:tests",
        record_type="stopsearch", record_id="search-00001", starts_at=AT,
    )  # fmt: skip
    with pytest.raises(MayNotReview):
        sheet_of(marking, GROUNDS, actor=force["auditor"], at=LATER, tables=tables)


def test_shows_the_file_as_it_was_drawn_whatever_was_written_since(force, file):
    marking, tables = file
    StopSearch.objects.create(
        source="extracts", force_id=FORCE, **search(1, grounds="Much better grounds.")
    )
    sheet = sheet_of(marking, GROUNDS, actor=force["auditor"], at=LATER, tables=tables)

    assert "saw a packet" in sheet.rows[-1].value
