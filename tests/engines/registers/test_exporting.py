"""Exports: reason, cap, rights asked three times, and nothing in the file beyond the page."""

import csv
import io
import json
import stat
import zipfile
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.conf import settings
from python_calamine import CalamineWorkbook

from peelian.access.decide import NotAllowed
from peelian.access.seal import Seal
from peelian.areas.investigation.models import Investigation
from peelian.engines.registers import exporting, making
from peelian.engines.registers.errors import NoSuchExport, WrongExport
from peelian.engines.registers.exporting import (
    ask_export,
    exports_of,
    fetch_export,
    resume_exports,
    run_export,
    sweep_exports,
)
from peelian.engines.registers.models import Notice
from peelian.records.store.reader import open_reader
from peelian.trail.models import Entry
from people import NOW, investigation
from stored_rows import put_rows, stored_investigation

SOON = NOW + timedelta(hours=1)


@pytest.fixture(autouse=True)
def exports(tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "EXPORTS_ROOT", tmp_path / "exports")
    return tmp_path / "exports"


def asked(user, root, model=Investigation, **more):
    return ask_export(user, model, open_reader(root), **{"reason": "task", "at": NOW, **more})


def rows_of(served):
    line, *rows = csv.reader(io.StringIO(served.content.decode("utf-8-sig")))
    head, *cells = rows
    return line, [dict(zip(head, row, strict=True)) for row in cells]


def seal(record_id):
    Seal.objects.create(
        record_type="investigation",
        record_id=record_id,
        starts_at=NOW,
        reason="staff",
        sealed_by="person:x",
    )


def test_a_small_export_is_made_at_once_with_a_line_that_says_whose_it_is(force, root, exports):
    put_rows(root, Investigation, [stored_investigation("L", opened_at=NOW - timedelta(days=1))])
    investigation("T", summary="=HYPERLINK(0)")
    investigation("S", unit="S1")
    user = force["supervisor"]

    made = asked(user, root, words="review of burglaries")
    served = fetch_export(user, made.id, at=SOON)

    assert (made.state, made.rows) == ("ready", 2)
    line, rows = rows_of(served)
    assert line == [
        f"Taken out by Demo supervisor on 2026-03-02 at 10:00, export {made.id}. "
        "Destroy this copy when its purpose is done."
    ]
    assert [(row["investigation_ref"], row["summary"]) for row in rows] == [
        ("T", "'=HYPERLINK(0)"),
        ("L", "summary of L"),
    ]
    assert rows[0]["opened_at"] == "2026-03-02T10:00:00+00:00"
    assert {stat.S_IMODE(path.stat().st_mode) for path in exports.iterdir()} == {0o600}
    entry = Entry.objects.latest("sequence")
    told = json.loads(entry.detail)
    assert (entry.verb, entry.record_ref) == ("disclosed", "list")
    assert told["shown"] == ["investigation-T", "loaded-L"]
    assert told["reason"] == "task: review of burglaries"


def test_columns_that_are_closed_are_not_in_the_file(force, root):
    """An analyst may take out facts, and sees no word of what was written."""
    investigation("A")

    served = fetch_export(force["analyst"], asked(force["analyst"], root).id, at=SOON)

    _line, (row,) = rows_of(served)
    assert "summary" not in row
    assert row["offence"] == "Burglary"


def test_a_workbook_holds_one_sheet_and_nothing_beside_it(force, root):
    """T06 and T07: read by an independent reader, and its parts listed."""
    investigation("A", summary="=1+1")
    user = force["supervisor"]

    made = asked(user, root, form="xlsx")
    content = fetch_export(user, made.id, at=SOON).content

    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    assert book.sheet_names == ["Records"]
    line, head, row = book.get_sheet_by_name("Records").to_python()
    assert str(made.id) in line[0]
    assert row[head.index("summary")] == "'=1+1"
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        core = parts.read("docProps/core.xml").decode()
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
        assert not [name for name in parts.namelist() if "calcChain" in name or "comment" in name]
    assert f"<dc:title>Investigations, export {made.id}</dc:title>" in core
    assert "<dc:creator></dc:creator>" in core
    assert "<f>" not in sheet


def test_who_may_not_take_rows_out_is_refused_and_so_is_a_missing_reason(force, root):
    investigation("A")

    with pytest.raises(NotAllowed):
        asked(force["patrol-officer"], root)
    with pytest.raises(WrongExport, match="one of task"):
        asked(force["supervisor"], root, reason="curious")


def test_only_the_asker_fetches_it_and_only_until_it_ends(force, root, exports):
    investigation("A")
    made = asked(force["supervisor"], root)

    for user, at in (
        (force["analyst"], SOON),
        (force["supervisor"], NOW + timedelta(hours=24)),
    ):
        with pytest.raises(NoSuchExport):
            fetch_export(user, made.id, at=at)
    assert [one.id for one in exports_of(force["supervisor"], at=SOON)] == [made.id]

    assert sweep_exports(at=NOW + timedelta(hours=24)) == 1
    assert not list(exports.iterdir())
    assert exports_of(force["supervisor"], at=SOON) == ()


def test_a_right_that_is_gone_stops_the_file_that_is_ready(force, root):
    """T05: one row sealed since, then the account turned off."""
    investigation("A")
    investigation("B")
    first, second = (asked(force["supervisor"], root) for _ in range(2))
    assert fetch_export(force["supervisor"], first.id, at=SOON)

    seal("investigation-B")
    with pytest.raises(NoSuchExport):
        fetch_export(force["supervisor"], first.id, at=SOON)
    assert Entry.objects.latest("sequence").verb == "denied"

    user = force["supervisor"]
    user.is_active = False
    user.save()
    with pytest.raises(NoSuchExport):
        fetch_export(user, second.id, at=SOON)


def test_a_cell_that_closed_since_stops_the_file(force, root):
    """The row moves to a unit of which the asker sees nothing."""
    investigation("A")
    made = asked(force["supervisor"], root)
    Investigation.objects.update(unit_ref="S1")

    with pytest.raises(NoSuchExport):
        fetch_export(force["supervisor"], made.id, at=SOON)


def test_a_long_list_waits_for_the_background_and_is_made_with_the_rights_of_then(
    force, root, monkeypatch, django_capture_on_commit_callbacks
):
    monkeypatch.setattr(exporting, "AT_ONCE", 2)
    monkeypatch.setattr(making, "AT_ONCE", 2)
    queued = []
    monkeypatch.setattr(exporting, "make_export", SimpleNamespace(enqueue=queued.append))
    for ref in "ABCD":
        investigation(ref)
    user = force["supervisor"]

    with django_capture_on_commit_callbacks(execute=True):
        made = asked(user, root)
    assert (made.state, queued) == ("waiting", [str(made.id)])
    with pytest.raises(NoSuchExport):
        fetch_export(user, made.id, at=SOON)
    seal("investigation-B")
    done = run_export(made.id, SOON)

    assert (done.state, done.rows) == ("ready", 3)
    assert run_export(made.id, SOON).made_at == done.made_at
    assert Notice.objects.get(user=user).kind == "exported"


def test_a_list_over_the_cap_is_refused_before_and_after_it_was_queued(force, root, monkeypatch):
    monkeypatch.setattr(exporting, "AT_ONCE", 1)
    monkeypatch.setattr(settings, "EXPORT_ROWS", 3)
    monkeypatch.setattr(exporting, "make_export", SimpleNamespace(enqueue=print))
    for ref in "ABC":
        investigation(ref)
    user = force["supervisor"]
    made = asked(user, root)
    investigation("D")

    with pytest.raises(WrongExport, match="more than 3 rows"):
        asked(user, root)
    assert run_export(made.id, SOON).state == "refused"
    assert Notice.objects.get(user=user).kind == "refused"


def test_an_asker_who_lost_the_role_gets_no_file(force, root, monkeypatch):
    monkeypatch.setattr(exporting, "AT_ONCE", 0)
    monkeypatch.setattr(exporting, "make_export", SimpleNamespace(enqueue=print))
    investigation("A")
    user = force["supervisor"]
    made = asked(user, root)
    user.is_active = False
    user.save()

    assert run_export(made.id, SOON).state == "refused"


def test_an_export_whose_maker_was_killed_is_made_a_minute_later(force, root, monkeypatch):
    monkeypatch.setattr(exporting, "run_export", lambda export_id, at: None)
    investigation("A")
    asked(force["supervisor"], root)
    monkeypatch.setattr(exporting, "run_export", run_export)

    assert resume_exports(at=NOW + timedelta(seconds=30)) == 0
    assert resume_exports(at=NOW + timedelta(seconds=60)) == 1
    (made,) = exports_of(force["supervisor"], at=SOON)
    assert (made.state, made.rows) == ("ready", 1)
    assert resume_exports(at=SOON) == 0
