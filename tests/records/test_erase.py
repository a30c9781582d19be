"""Rows taken out of the store: every file of every snapshot, for good, whenever it is killed."""

import dataclasses

import pytest

from peelian.areas.investigation.models import Investigation
from peelian.records import erase as erasing
from peelian.records.erase import erase_rows
from peelian.records.erased import erased_of
from peelian.records.schema import type_key
from peelian.records.store import catalogue
from peelian.records.store.reader import open_reader
from peelian.spine.models import Crime
from people import FORCE, NOW
from records.street_files import CRIME, Desk, csv_text
from stored_rows import put_rows, stored_investigation

CANARY = "zebra-canary-in-the-words"


def files_with(root, text):
    """The files under a folder that hold these bytes; Parquet files are unpacked first."""
    found = []
    for path in sorted(root.rglob("*")):
        if path.is_file():
            content = path.read_bytes()
            if path.suffix == ".parquet":
                content += str(erasing.pq.read_table(path).to_pylist()).encode()
            if text.encode() in content:
                found.append(path.relative_to(root))
    return found


def refs(root, snapshot_id=None):
    tables = open_reader(root, snapshot_id=snapshot_id)
    return tables.to_arrow(tables.table(Investigation))["investigation_ref"].to_pylist()


def erased(root, *names):
    gone = {Investigation: [f"loaded-{name}" for name in names]}
    return erase_rows(root, force_id=FORCE, gone=gone, at=NOW)


@pytest.fixture
def root(tmp_path):
    """A store whose file was corrected once, so that two snapshots hold the row A."""
    root = tmp_path / "store"
    put_rows(root, Investigation, [stored_investigation("A", summary=CANARY)])
    rows = [stored_investigation("A", summary=CANARY), stored_investigation("B")]
    put_rows(root, Investigation, rows)
    return root


def test_the_row_is_in_no_file_and_the_others_stay(root):
    done = erased(root, "A")

    assert files_with(root, CANARY) == []
    assert refs(root) == ["B"]
    assert done.files == 2
    assert done.snapshot_id == catalogue.current_id(root)


def test_the_old_snapshots_keep_their_names_and_say_that_they_cannot_be_repeated(root):
    before = {snapshot.id for snapshot in catalogue.held(root)}

    done = erased(root, "A")

    told = {snapshot.id: snapshot.repeatable for snapshot in catalogue.held(root)}
    assert told == dict.fromkeys(before, False) | {done.snapshot_id: True}
    assert set(done.snapshots) == before
    assert [refs(root, snapshot_id=one) for one in sorted(before)].count(["B"]) == 1


def test_what_is_counted_agrees_with_what_is_held(root):
    erased(root, "A")

    part = catalogue.current(root).parts[0]
    assert (part.rows, part.read, part.rejected) == (1, 1, 0)


def test_erasing_again_changes_nothing(root):
    first = erased(root, "A")
    again = erased(root, "A")

    assert (again.files, again.snapshots, again.snapshot_id) == (0, (), first.snapshot_id)


def test_a_row_that_the_store_never_held_is_kept_out_all_the_same(root):
    done = erased(root, "Z")

    assert (done.files, done.snapshots) == (0, ())
    assert erased_of(root, type_key(Investigation)) == {"loaded-Z"}


@pytest.mark.parametrize(
    ("module", "name", "nth"),
    [
        (erasing, "publish_whole", 1),
        (erasing.layout, "write_whole", 3),  # the new manifest is there, the pointer is not
        (erasing.layout, "write_whole", 5),  # one old manifest is written anew, the other is not
        (erasing, "sweep", 2),  # everything is named anew, the old files are there
    ],
)
def test_a_run_that_is_killed_is_finished_by_the_next(root, monkeypatch, module, name, nth):
    with monkeypatch.context() as broken:
        real, calls = getattr(module, name), []

        def dies(*args, **kwargs):
            calls.append(name)
            if len(calls) == nth:
                raise KeyboardInterrupt
            return real(*args, **kwargs)

        broken.setattr(module, name, dies)
        with pytest.raises(KeyboardInterrupt):
            erased(root, "A")

    done = erased(root, "A")

    assert files_with(root, CANARY) == []
    assert refs(root) == ["B"]
    assert catalogue.current(root).repeatable
    assert done.snapshot_id == catalogue.current_id(root)


class TestLoadingAgain:
    """A file that still holds the row does not bring it back."""

    MARCH = csv_text(CRIME, CRIME | {"Crime ID": "b" * 64})

    @pytest.fixture
    def desk(self, tmp_path):
        return Desk(tmp_path)

    def erase_first(self, desk):
        tables = open_reader(desk.root)
        rows = tables.to_arrow(tables.table(Crime)).to_pylist()
        address = next(row["record_id"] for row in rows if row["crime_id"] == "a" * 64)
        erase_rows(desk.root, force_id=FORCE, gone={Crime: [address]}, at=NOW)

    def ids(self, desk):
        tables = open_reader(desk.root)
        return sorted(tables.to_arrow(tables.table(Crime))["crime_id"].to_pylist())

    def test_the_same_file_is_still_held(self, desk):
        desk.load_text(self.MARCH)
        self.erase_first(desk)

        report = desk.load(desk.file(self.MARCH))

        assert self.ids(desk) == ["b" * 64]
        assert report.in_one_line() == "rows read 1, loaded 0, rejected 0, already held 1"

    def test_a_corrected_file_brings_its_other_rows_alone(self, desk):
        desk.load_text(self.MARCH)
        self.erase_first(desk)

        more = csv_text(CRIME, CRIME | {"Crime ID": "b" * 64}, CRIME | {"Crime ID": "c" * 64})
        report = desk.load(desk.file(more))

        assert self.ids(desk) == ["b" * 64, "c" * 64]
        assert report.in_one_line() == "rows read 2, loaded 1, rejected 0, already held 1"

    def test_a_refused_line_about_the_row_goes_with_it(self, desk):
        """The line was refused for its month and corrected later; its cells named the crime."""
        wrong = CRIME | {"Month": "March"}
        bad_id = CRIME | {"Crime ID": "b" * 64, "LSOA code": "E0102935X"}
        desk.load_text(csv_text(wrong, bad_id, CRIME | {"Crime ID": "c" * 64}))
        desk.load_text(csv_text(CRIME, CRIME | {"Crime ID": "b" * 64}))
        self.erase_first(desk)

        assert files_with(desk.root, "a" * 64) == []


def test_laid_rows_and_addresses_go_too(root):
    """A row typed or edited here lies over the parts; its file is written anew as well."""
    snapshot = catalogue.current(root)
    assert snapshot.laid == ()
    part = snapshot.parts[0]
    over = erasing.Laid(
        type_key=part.type_key,
        force_id=FORCE,
        month=part.month,
        path=part.path.replace("files/", "laid/"),
        rows=2,
        out_path="",
        out=0,
    )
    (root / over.path).parent.mkdir(parents=True)
    (root / over.path).write_bytes((root / part.path).read_bytes())
    erasing.publish_whole(root, parts=snapshot.parts, laid=[over], by="service:tests", at=NOW)

    erased(root, "A")

    assert files_with(root, CANARY) == []
    assert [dataclasses.replace(one, path="").rows for one in catalogue.current(root).laid] == [1]
