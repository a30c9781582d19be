"""The mirror: typed and edited rows in the store, counted once, whatever is loaded after them."""

from datetime import UTC, datetime, timedelta

import pytest

from peelian.areas.investigation.models import Investigation
from peelian.records.adopt import NotLoaded, adopt
from peelian.records.adoption import Adoption
from peelian.records.mirror import mirror
from peelian.records.store import catalogue
from peelian.records.store.lock import writing
from peelian.records.store.reader import open_reader
from peelian.records.store.sweep import sweep
from people import FORCE, NOW, investigation
from stored_rows import put_rows, stored_investigation

LATER = NOW + timedelta(seconds=20)

pytestmark = pytest.mark.django_db


@pytest.fixture
def root(tmp_path):
    return tmp_path / "store"


def states(root, **wanted):
    """Reference and state of every row that counts."""
    reader = open_reader(root)
    table = reader.table(Investigation, **wanted)
    rows = reader.to_arrow(table.select("investigation_ref", "state")).to_pylist()
    return sorted((row["investigation_ref"], row["state"]) for row in rows)


def adopted(root, ref, **changes):
    """The copy of a loaded row, edited as the verb would."""
    row = adopt(Investigation, f"loaded-{ref}", open_reader(root), by="person:x", at=NOW)
    if changes:
        for name, value in changes.items():
            setattr(row, name, value)
        row.version += 1
        row.save()
    return row


def put(root, *refs, month="2026-03", **more):
    rows = [stored_investigation(ref, month=month, **more) for ref in refs]
    return put_rows(root, Investigation, rows, month=month)


class TestAdopting:
    def test_a_row_is_copied_once_with_its_origin(self, root):
        put(root, "A", "B")

        first, again = adopted(root, "A"), adopted(root, "A")

        assert first.pk == again.pk
        assert (first.summary, first.version, first.source) == ("summary of A", 1, "extracts")
        row = Adoption.objects.get()
        assert (row.record_type, row.record_id, row.force_id) == (
            "investigation",
            "loaded-A",
            FORCE,
        )
        assert (row.month, row.source, row.origin, row.by) == (
            "2026-03",
            "extracts",
            "2026-03.csv",
            "person:x",
        )
        assert row.snapshot == catalogue.current_id(root)

    def test_what_is_not_loaded_cannot_be_adopted(self, root):
        put(root, "A")

        with pytest.raises(NotLoaded, match="No loaded investigation"):
            adopted(root, "B")

    def test_a_copy_that_was_erased_does_not_come_back(self, root):
        put(root, "A")
        adopted(root, "A").delete()

        with pytest.raises(NotLoaded):
            adopted(root, "A")


class TestMirroring:
    def test_an_edited_copy_takes_the_place_of_its_row(self, root):
        put(root, "A", "B")
        adopted(root, "A", state="Filed")

        mirror(root, at=LATER)

        assert states(root) == [("A", "Filed"), ("B", "Open")]

    def test_a_copy_that_says_the_same_changes_nothing(self, root):
        before = put(root, "A", "B")
        adopted(root, "A")

        after = mirror(root, at=LATER)

        assert (after.snapshot_id, after.changed) == (before.id, False)

    def test_the_file_loaded_again_or_corrected_neither_brings_it_back_nor_counts_it_twice(
        self, root
    ):
        put(root, "A", "B")
        adopted(root, "A", state="Filed")
        mirror(root, at=LATER)

        put(root, "A", "B", "C", state="With the prosecutor")
        at_once = states(root)
        mirror(root, at=LATER)

        expected = [("A", "Filed"), ("B", "With the prosecutor"), ("C", "With the prosecutor")]
        assert at_once == states(root) == expected

    def test_a_row_that_a_corrected_file_moves_to_another_month_is_counted_once(self, root):
        put(root, "A", "B")
        put(root, "C", month="2026-04")
        adopted(root, "A", state="Filed")
        mirror(root, at=LATER)

        put(root, "B")
        put(root, "A", "C", month="2026-04")
        mirror(root, at=LATER)

        assert states(root) == [("A", "Filed"), ("B", "Open"), ("C", "Open")]

    def test_a_copy_that_moves_to_another_month_counts_there(self, root):
        put(root, "A", "B")
        put(root, "C", month="2026-04")
        adopted(root, "A", month="2026-04", opened_at=datetime(2026, 4, 2, tzinfo=UTC))

        mirror(root, at=LATER)

        assert states(root, months=["2026-03"]) == [("B", "Open")]
        assert states(root, months=["2026-04"]) == [("A", "Open"), ("C", "Open")]

    def test_an_erased_copy_leaves_nothing_behind_that_counts(self, root):
        put(root, "A", "B")
        adopted(root, "A", state="Filed")
        mirror(root, at=LATER)

        Investigation.objects.all().delete()
        mirror(root, at=LATER)

        assert states(root) == [("B", "Open")]

    def test_an_edit_that_is_taken_back_leaves_the_store_as_it_was(self, root):
        before = put(root, "A")
        row = adopted(root, "A", state="Filed")
        assert mirror(root, at=LATER).snapshot_id != before.id

        row.state, row.version = "Open", row.version + 1
        row.save()

        assert mirror(root, at=LATER).snapshot_id == before.id

    def test_forces_and_months_asked_for_bound_what_is_laid_over_them(self, root):
        put(root, "A")
        adopted(root, "A", state="Filed")
        mirror(root, at=LATER)

        assert states(root, forces=["kent"]) == []
        assert states(root, months=["2026-04"]) == []
        assert states(root, forces=[FORCE], months=["2026-03"]) == [("A", "Filed")]


class TestTypedRows:
    def test_a_typed_row_counts_where_its_month_is_covered_and_claims_no_cover(self, root):
        """One row typed in April does not make April a month that is loaded."""
        put(root, "A")
        investigation("T3", source="typed")
        investigation("T4", source="typed", month="2026-04")

        mirror(root, at=LATER)

        snapshot = open_reader(root).snapshot
        assert {one.month: one.rows for one in snapshot.laid_over("investigation")} == {
            "2026-03": 1,
            "2026-04": 1,
        }
        assert snapshot.covered("investigation") == {(FORCE, "2026-03")}
        assert states(root) == [("A", "Open"), ("T3", "Open")]

    def test_a_typed_row_is_no_second_authority_for_its_month(self, root):
        investigation("T", source="typed")
        mirror(root, at=LATER)

        made = put(root, "A")

        assert made.by_key["investigation", FORCE, "2026-03"].source == "extracts"
        assert states(root) == [("A", "Open"), ("T", "Open")]

    def test_changes_and_removals_arrive(self, root):
        put(root, "A")
        row = investigation("T", source="typed")
        mirror(root, at=LATER)
        row.state, row.version = "Filed", 2
        row.save()
        mirror(root, at=LATER)
        assert states(root) == [("A", "Open"), ("T", "Filed")]

        row.delete()
        mirror(root, at=LATER)
        assert states(root) == [("A", "Open")]


class TestRunning:
    def test_a_store_without_operational_rows_keeps_its_fingerprint_and_its_manifest(self, root):
        before = put(root, "A")
        manifest = (root / "manifests" / f"{before.id}.json").read_bytes()

        assert mirror(root, at=LATER).snapshot_id == before.id
        assert b"laid" not in manifest
        assert (root / "manifests" / f"{before.id}.json").read_bytes() == manifest

    def test_a_run_without_news_reads_no_rows(self, root, monkeypatch):
        put(root, "A")
        investigation("T", source="typed")
        first = mirror(root, at=LATER)
        monkeypatch.setattr("peelian.records.mirror.laid_of_force", None)

        assert mirror(root, at=LATER).snapshot_id == first.snapshot_id

    def test_a_load_that_is_writing_goes_first(self, root):
        investigation("T", source="typed")
        with writing(root):
            assert mirror(root, at=LATER).busy
        assert not mirror(root, at=LATER).busy

    def test_the_same_rows_give_the_same_fingerprint_in_another_home(self, root, tmp_path):
        other = tmp_path / "other"
        for home in (root, other):
            put(home, "A")
        investigation("T", source="typed")

        assert mirror(root, at=LATER).snapshot_id == mirror(other, at=NOW).snapshot_id

    def test_sweeping_keeps_what_lies_over_the_parts(self, root):
        put(root, "A")
        adopted(root, "A", state="Filed")
        mirror(root, at=LATER)

        sweep(root)

        assert states(root) == [("A", "Filed")]
        assert sorted(root.glob("laid/*/*/*.parquet"))

    def test_a_store_restored_from_an_earlier_day_is_brought_forward(self, root):
        """What the mirror remembers of its last run is worth nothing beside another store."""
        put(root, "A")
        earlier = (root / "CURRENT").read_bytes()
        adopted(root, "A", state="Filed")
        mirror(root, at=LATER)
        (root / "CURRENT").write_bytes(earlier)

        mirror(root, at=LATER)

        assert states(root) == [("A", "Filed")]

    def test_of_the_snapshots_of_a_day_only_the_last_is_kept_for_long(self, root):
        loaded = put(root, "A")
        row = adopted(root, "A")
        made = []
        for number, minutes in enumerate((0, 30, 45, 24 * 60, 26 * 60)):
            row.summary, row.version = f"version {number}", row.version + 1
            row.save()
            made.append(mirror(root, at=NOW + timedelta(minutes=minutes)).snapshot_id)

        held = {path.stem for path in (root / "manifests").glob("*.json")}
        # The fourth ceased to be current only now.
        assert held == {loaded.id, made[2], made[3], made[4]}
        # Rows of three, and the one address that is left out in all of them.
        assert len(list(root.glob("laid/*/*/*.parquet"))) == 4
