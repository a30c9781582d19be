"""What goes with a record: everything that hangs on it, from tables and files, for good."""

import json
from datetime import timedelta

import pytest
from django.conf import settings

from engines.retention.keeping_samples import CANARY, OVER, confirm, propose
from peelian.access.tie import Tie
from peelian.areas.investigation.models import Investigation
from peelian.engines.registers.altering import alter
from peelian.engines.registers.attachments import attach
from peelian.engines.registers.errors import NoSuchExport
from peelian.engines.registers.exporting import ask_export, fetch_export
from peelian.engines.registers.following import follow
from peelian.engines.registers.models import Attachment, Following, Notice, Revision
from peelian.engines.retention import finishing
from peelian.engines.retention.erasing import (
    preview,
)
from peelian.engines.retention.finishing import finish_erasures
from peelian.engines.retention.models import Review, Tombstone
from peelian.records.erased import erased_of
from peelian.records.mirror import mirror
from peelian.records.store.lock import writing
from peelian.records.store.reader import open_reader
from peelian.spine.models import Involvement
from people import FORCE, NOW, investigation
from records.test_erase import files_with
from stored_rows import put_rows, stored_investigation


class TestWhatGoes:
    """A record with everything that can hang on one, loaded, adopted and mirrored."""

    @pytest.fixture
    def full(self, force, root, tmp_path):
        row = stored_investigation(
            "A", closed_on=OVER, officer="no-investigator", summary=f"before {CANARY}"
        )
        put_rows(root, Investigation, [row, stored_investigation("B")])
        tables, owner = open_reader(root), force["investigator"]
        alter(
            Investigation,
            "loaded-A",
            {"summary": f"after {CANARY}"},
            version=1,
            actor=owner,
            at=NOW,
            reason=f"told by {CANARY}",
            tables=tables,
        )
        attach(
            Investigation,
            "loaded-A",
            name="statement.txt",
            content=CANARY.encode(),
            actor=owner,
            at=NOW,
            tables=tables,
        )
        follow(Investigation, "loaded-A", actor=owner, at=NOW, tables=tables)
        Tie.objects.create(
            user=owner,
            record_type="investigation",
            record_id="loaded-A",
            kind="task",
            given_by="x",
            starts_at=NOW,
        )
        Involvement.objects.create(
            record_id="link-1",
            source="typed",
            force_id=FORCE,
            person_key=CANARY,
            record_type="investigation",
            reference="A",
            part="Victim",
            basis="Fact",
        )
        link = {
            "record_id": "link-2",
            "person_key": f"{CANARY}-2",
            "record_type": "investigation",
            "reference": "A",
            "part": "Witness",
            "basis": "Fact",
        }
        put_rows(root, Involvement, [link], month="")
        mirror(root, at=NOW)
        tables = open_reader(root)
        export = ask_export(
            force["records-manager"],
            Investigation,
            tables,
            reason="order",
            filters={"investigation_ref": "A"},
            at=NOW,
        )
        self.export = export
        proposal = propose(force["records-manager"], "loaded-A", tables)
        return proposal, tables, tmp_path

    def test_the_preview_counts_it_all(self, force, full):
        proposal, tables, _home = full

        seen = preview(proposal, actor=force["second"], at=NOW, tables=tables)

        assert dict(seen.counted) == {
            "changes": 1,
            "attachments": 1,
            "people who follow it": 1,
            "ties": 1,
            "reviews": 1,
            "parts of people in it": 2,
            "contents of attachments": 1,
            "exports that hold it": 1,
        }

    def test_the_canary_is_in_no_file_and_no_row(self, force, full):
        proposal, tables, home = full
        assert files_with(home, CANARY)

        confirm(force["second"], proposal, tables)

        assert files_with(home, CANARY) == []
        for model in (Revision, Attachment, Following, Notice, Involvement, Review):
            assert not model.objects.exists(), model
        now = open_reader(settings.STORE_ROOT)
        left = now.to_arrow(now.table(Investigation))["investigation_ref"].to_pylist()
        assert left == ["B"]
        with pytest.raises(NoSuchExport):
            fetch_export(force["records-manager"], self.export.pk, at=NOW)

    def test_the_links_have_tombstones_of_their_own_and_stay_out(self, force, full):
        proposal, tables, _home = full
        confirm(force["second"], proposal, tables)

        assert set(Tombstone.objects.values_list("record_type", "record_id")) == {
            ("investigation", "loaded-A"),
            ("involvement", "link-1"),
            ("involvement", "link-2"),
        }
        assert erased_of(settings.STORE_ROOT, "involvement") == {"link-1", "link-2"}

    def test_the_mirror_does_not_bring_it_back(self, force, full):
        proposal, tables, home = full
        confirm(force["second"], proposal, tables)
        mirror(settings.STORE_ROOT, at=NOW + timedelta(minutes=1))

        assert files_with(home, CANARY) == []

    def test_a_content_that_another_record_has_stays(self, force, full):
        proposal, tables, _home = full
        other = investigation("C", officer="no-investigator")
        attach(
            Investigation,
            other.record_id,
            name="same.txt",
            content=CANARY.encode(),
            actor=force["investigator"],
            at=NOW,
            tables=tables,
        )
        confirm(force["second"], proposal, tables)

        assert len([one for one in settings.ATTACHMENTS_ROOT.rglob("*") if one.is_file()]) == 1

    def test_a_kill_between_database_and_store_is_made_good(self, force, full, monkeypatch):
        proposal, tables, home = full
        with monkeypatch.context() as broken:

            def dies(*args, **kwargs):
                raise KeyboardInterrupt

            broken.setattr(finishing, "erase_rows", dies)
            with pytest.raises(KeyboardInterrupt):
                confirm(force["second"], proposal, tables)
        assert files_with(home, CANARY)
        stone = Tombstone.objects.get(record_type="investigation")
        assert json.loads(stone.left)["rows"][0] == ["investigation", "loaded-A"]

        finish_erasures(at=NOW)

        assert files_with(home, CANARY) == []
        stone.refresh_from_db()
        assert (stone.left, stone.finished_at) == ("", NOW)

    def test_a_load_that_is_writing_goes_first(self, force, full):
        proposal, tables, home = full
        with writing(settings.STORE_ROOT):
            confirm(force["second"], proposal, tables)
            assert finish_erasures(at=NOW).waiting == 1

        assert finish_erasures(at=NOW).done == 1
        assert files_with(home, CANARY) == []


def test_a_person_who_shares_the_reference_keeps_the_links(force, tables):
    record = investigation("A", closed_on=OVER)
    Investigation.objects.create(
        record_id="twin",
        source="extracts",
        force_id=FORCE,
        investigation_ref="A",
        month="2026-03",
        offence="Theft",
        state="Open",
    )
    Involvement.objects.create(
        record_id="link-1",
        source="typed",
        force_id=FORCE,
        person_key="p",
        record_type="investigation",
        reference="A",
        part="Victim",
        basis="Fact",
    )
    confirm(force["second"], propose(force["records-manager"], record.record_id, tables), tables)

    assert Involvement.objects.count() == 1
