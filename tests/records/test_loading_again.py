"""Loading again: the same file, a corrected one, one from elsewhere."""

import gzip
import zipfile

import pytest

from peelian.records.load.run import load
from peelian.records.load.source import Found
from peelian.records.store import catalogue
from peelian.records.store.reader import open_reader
from peelian.sources.police_uk.source import POLICE_UK
from records.street_files import AT, CRIME, MARCH, csv_text, raw_line

DRUGS = CRIME | {"Crime type": "Drugs"}
FAULTY = CRIME | {"Month": "never"}
ROBBERY = CRIME | {"Crime type": "Robbery"}


def test_the_same_file_twice_loads_nothing_new(desk):
    first = desk.load(desk.file(csv_text(CRIME, DRUGS, FAULTY)))
    again = desk.load(desk.folder)
    assert first.in_one_line() == "rows read 3, loaded 2, rejected 1, already held 0"
    assert again.in_one_line() == "rows read 3, loaded 0, rejected 1, already held 2"
    assert again.snapshot_id == first.snapshot_id


def test_the_same_content_packed_otherwise_is_held_already(desk):
    text = csv_text(CRIME).encode()
    desk.load(desk.file(text))
    packed = desk.file(gzip.compress(text), f"{MARCH}.gz")
    archive = desk.folder / "all.zip"
    with zipfile.ZipFile(archive, "w") as opened:
        opened.writestr(f"2021-03/{MARCH}", text)
    for path in (packed, archive):
        (report,) = desk.load(path).files
        assert report.status == "already held"


def test_the_same_rows_with_other_line_ends_are_held_already(desk):
    desk.load_text(csv_text(CRIME, DRUGS))
    report = desk.load_text(csv_text(CRIME, DRUGS, end="\n"))
    assert (report.status, report.already_held) == ("already held", 2)
    (part,) = catalogue.current(desk.root).parts
    assert not part.restated


def test_a_corrected_file_supersedes_its_predecessor(desk):
    desk.load_text(csv_text(CRIME, DRUGS, DRUGS))
    report = desk.load_text(csv_text(CRIME, DRUGS, ROBBERY, FAULTY))
    assert report.status == "superseded"
    assert (report.read, report.loaded, report.already_held, report.rejected) == (4, 1, 2, 1)
    assert "1 rows are new, 2 are as before, 1 are gone, 1 of 4 rejected" in report.sentence
    assert [row["crime_type"] for row in desk.crimes()] == ["Burglary", "Drugs", "Robbery"]


def test_a_restated_part_remembers_what_it_replaced(desk):
    desk.load_text(csv_text(CRIME))
    (before,) = catalogue.current(desk.root).parts
    desk.load_text(csv_text(DRUGS))
    desk.load_text(csv_text(ROBBERY))
    (part,) = catalogue.current(desk.root).parts
    assert part.restated
    assert len(part.superseded) == 2
    assert part.superseded[0].origin_sha256 == before.origin_sha256


def test_unchanged_rows_keep_their_address_in_a_corrected_file(desk):
    desk.load_text(csv_text(CRIME, DRUGS))
    before = {row["crime_type"]: row["record_id"] for row in desk.crimes()}
    desk.load_text(csv_text(ROBBERY, DRUGS))
    after = {row["crime_type"]: row["record_id"] for row in desk.crimes()}
    assert after["Drugs"] == before["Drugs"]


def test_other_months_and_forces_are_untouched_by_a_correction(desk):
    april = csv_text(CRIME | {"Month": "2021-04"})
    desk.load_text(april, "2021-04-staffordshire-street.csv")
    desk.load_text(csv_text(CRIME), "2021-03-kent-street.csv")
    before = catalogue.current(desk.root).by_key
    desk.load_text(csv_text(DRUGS), MARCH)
    after = catalogue.current(desk.root).by_key
    assert {key: after[key] for key in before} == before
    assert len(after) == 3


def test_of_two_files_for_one_month_in_one_run_the_later_path_wins(desk):
    early = desk.file(csv_text(CRIME), f"a/{MARCH}")
    late = desk.file(csv_text(DRUGS, DRUGS), f"b/{MARCH}")
    report = desk.load(early, late)
    assert [file.status for file in report.files] == ["overtaken", "loaded"]
    assert "came later" in report.files[0].sentence
    assert report.in_one_line() == "rows read 2, loaded 2, rejected 0, already held 0"


def test_another_source_cannot_take_over_a_month(desk):
    (found,) = POLICE_UK.find([desk.file(csv_text(CRIME))], force=None)
    desk.load(desk.folder)
    rival = Found(found.kind, "a_record_system", found.path, "", found.place, "export.csv")
    report = load(root=desk.root, files=[rival], by="t", at=AT)
    assert report.files[0].status == "refused"
    assert report.files[0].sentence == (
        "'police_uk' is authoritative for crime staffordshire 2021-03 "
        f"({MARCH}), so 'a_record_system' cannot be loaded for it as well."
    )


def test_a_file_of_which_nothing_is_good_does_not_replace_a_good_one(desk):
    desk.load_text(csv_text(CRIME))
    report = desk.load_text(csv_text(FAULTY, FAULTY))
    assert (report.status, report.read, report.rejected) == ("refused", 2, 2)
    assert len(desk.crimes()) == 1


def test_the_fingerprint_does_not_depend_on_time_or_order_of_runs(desk, tmp_path_factory):
    march = desk.file(csv_text(CRIME))
    april = desk.file(csv_text(CRIME | {"Month": "2021-04"}), "2021-04-kent-street.csv")
    together = desk.load(march, april)
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    desk.load(april, root=elsewhere)
    one_by_one = desk.load(march, root=elsewhere, at=AT.replace(year=2030))
    assert one_by_one.snapshot_id == together.snapshot_id


def test_a_dry_run_tells_the_same_and_leaves_nothing(desk):
    desk.load(desk.file(csv_text(CRIME), "2021-03-kent-street.csv"))
    before = desk.everything()
    path = desk.file(csv_text(CRIME, FAULTY))
    rejects = desk.folder / "rejects.csv"
    dry = desk.load(path, dry_run=True, rejects_file=rejects)
    assert desk.everything() == before
    assert "never" in rejects.read_text(encoding="utf-8")
    assert dry.in_one_line() == desk.load(path).in_one_line()


def test_a_dry_run_of_a_correction_compares_with_what_is_held(desk):
    desk.load_text(csv_text(CRIME, DRUGS))
    report = desk.load(desk.file(csv_text(CRIME, ROBBERY)), dry_run=True)
    assert (report.loaded, report.already_held) == (1, 1)
    assert [row["crime_type"] for row in desk.crimes()] == ["Burglary", "Drugs"]


def test_refused_cells_go_to_a_file_that_no_spreadsheet_will_run(desk):
    wild = raw_line(CRIME, Crime_type="=HYPERLINK(1)")
    path = desk.file(f"{csv_text(CRIME)}{wild}\r\n")
    rejects = desk.folder / "rejects.csv"
    desk.load(path, rejects_file=rejects)
    head, row = rejects.read_text(encoding="utf-8").splitlines()
    assert head == "file,line,column,value,reason,expected"
    assert row.startswith(f"{MARCH},3,Crime type,'=HYPERLINK(1),not in the list")


@pytest.mark.parametrize("value", ["=1", "+1", "-1", "@a", "\tx"])
def test_every_beginning_of_a_formula_is_made_harmless(desk, value):
    path = desk.file(csv_text(CRIME, CRIME | {"Month": value + "|"}))
    rejects = desk.folder / "rejects.csv"
    desk.load(path, rejects_file=rejects)
    cell = rejects.read_text(encoding="utf-8").splitlines()[1].split(",")[3]
    assert not cell.startswith(("=", "+", "-", "@", "\t"))


def test_rejects_of_a_file_refused_as_a_whole_are_written_too(desk):
    rejects = desk.folder / "rejects.csv"
    desk.load(desk.file(csv_text(FAULTY)), rejects_file=rejects)
    assert "never" in rejects.read_text(encoding="utf-8")


def test_a_big_file_gives_the_same_as_a_small_one(desk, tmp_path, monkeypatch):
    rows = [CRIME | {"Location": f"Street {n % 50}"} for n in range(5_000)]
    path = desk.file(csv_text(*rows, FAULTY))
    small = desk.load(path)
    monkeypatch.setattr("peelian.records.load.run.BIG_FILE", 0)
    big = desk.load(path, root=tmp_path / "other")
    assert big.in_one_line() == small.in_one_line()
    assert big.snapshot_id == small.snapshot_id


def test_addresses_do_not_depend_on_the_size_of_blocks(desk, tmp_path, monkeypatch):
    rows = [CRIME | {"Location": f"Street {n % 7}"} for n in range(200)]
    path = desk.file(csv_text(*rows, FAULTY, *rows))
    desk.load(path)
    whole = [row["record_id"] for row in desk.crimes()]
    monkeypatch.setattr("peelian.records.load.prepare.BLOCK_SIZE", 1_000)
    desk.load(path, root=tmp_path / "other")
    reader = open_reader(tmp_path / "other")
    (part,) = reader.snapshot.parts
    assert (part.rows, part.rejected) == (400, 1)
    assert [reject.line for reject in reader.rejects(part)] == [202]
    desk.root = tmp_path / "other"
    assert [row["record_id"] for row in desk.crimes()] == whole
