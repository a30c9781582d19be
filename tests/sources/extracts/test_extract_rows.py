"""Rows of an extract load where they belong, or are refused with their line and the reason."""

import os

import pytest

from peelian.areas.contact.models import Call
from peelian.areas.response.models import ResponseLimit
from peelian.spine.models import Complaint
from sources.extracts.extract_desk import CALLS

GOOD = ("A1", "03/02/2026 08:15", "999", "00:00:09")


def test_a_file_of_several_months_gives_a_part_for_each(extracts):
    later = ("A2", "01/03/2026 00:00", "101", "00:02:00")
    report = extracts.load(extracts.csv(GOOD, later))
    assert report.in_one_line() == "rows read 2, loaded 2, rejected 0, already held 0"
    assert extracts.reader.snapshot.covered("call") == {("kent", "2026-02"), ("kent", "2026-03")}
    assert [(row["month"], row["waited_seconds"]) for row in extracts.rows(Call)] == [
        ("2026-02", 9),
        ("2026-03", 120),
    ]


def test_rows_without_a_date_are_rejects_with_their_line(extracts):
    report = extracts.load(
        extracts.csv(GOOD, ("A2", "", "999", "5"), ("A3", "2 March", "999", "5"), ("A4", "x"))
    )
    assert report.in_one_line() == "rows read 4, loaded 1, rejected 3, already held 0"
    assert sorted(extracts.rejects())[0].startswith("calls.csv,3,When,,blank,")
    assert sorted(extracts.rejects())[1].startswith(
        "calls.csv,4,When,2 March,not a moment of the form asked for,"
    )
    assert sorted(extracts.rejects())[2].startswith("calls.csv,5,,")


def test_other_rejects_keep_the_line_of_the_extract(extracts):
    """The piece of March begins on line 3 of the extract; its second row is on line 5."""
    rows = [
        GOOD,
        ("A2", "01/03/2026 00:00", "101", "1"),
        GOOD,
        ("A3", "01/03/2026 00:00", "Fax", "1"),
    ]
    extracts.load(extracts.csv(*rows))
    (reject,) = extracts.rejects()
    assert reject.startswith('"calls.csv (Kent Police, March 2026)",5,Line,Fax,not in the list')


def test_a_number_below_0_is_refused_since_systems_write_it_for_nothing(extracts):
    """As a number it would be an answer within ten seconds."""
    report = extracts.load(extracts.csv(GOOD, ("A2", "03/02/2026 08:16", "999", "-1")))
    assert report.in_one_line() == "rows read 2, loaded 1, rejected 1, already held 0"
    (reject,) = extracts.rejects()
    assert ",3," in reject
    assert "file.missing" in reject


def test_local_time_decides_the_month(extracts):
    """Half past midnight on 1 July is still June in UTC."""
    extracts.load(extracts.csv(("A1", "01/07/2026 00:30", "999", "")))
    (row,) = extracts.rows(Call)
    assert (row["month"], f"{row['received_at']:%d %H:%M}") == ("2026-07", "30 23:30")


def test_the_same_extract_again_changes_nothing(extracts):
    path = extracts.csv(GOOD)
    first = extracts.load(path)
    again = extracts.load(path)
    assert again.in_one_line() == "rows read 1, loaded 0, rejected 0, already held 1"
    assert again.snapshot_id == first.snapshot_id


def test_an_extract_with_one_month_more_loads_that_month_alone(extracts):
    extracts.load(extracts.csv(GOOD))
    report = extracts.load(extracts.csv(("A2", "01/03/2026 00:00", "101", "1"), GOOD))
    assert report.in_one_line() == "rows read 2, loaded 1, rejected 0, already held 1"


def test_a_corrected_mapping_reads_the_same_file_anew(extracts):
    path = extracts.csv(("A1", "03/02/2026 08:15", "101", "90"))
    extracts.load(path)
    minutes = CALLS.replace("waited_seconds", "handling_seconds")
    report = extracts.load(path, extracts.mapping(minutes))
    assert report.files[0].status == "superseded"
    (row,) = extracts.rows(Call)
    assert (row["waited_seconds"], row["handling_seconds"]) == (None, 90)


def test_another_feed_cannot_fill_the_same_month(extracts):
    extracts.load(extracts.csv(GOOD))
    other = extracts.mapping(CALLS.replace("Calls of a test", "Calls of another system"))
    (file,) = extracts.load(extracts.csv(GOOD), other).files
    assert file.status == "refused"
    assert file.sentence.startswith("'Calls of a test' is authoritative for call kent 2026-02")


def test_files_of_one_run_are_one_delivery(extracts):
    """Two weeks of one month in two files: neither takes the place of the other."""
    first = extracts.csv(GOOD, name="week1.csv")
    second = extracts.csv(("A2", "10/02/2026 08:15", "999", "1"), name="week2.csv")
    report = extracts.load([first, second])
    assert report.in_one_line() == "rows read 2, loaded 2, rejected 0, already held 0"
    assert report.files[0].origin == "week1.csv, week2.csv (Kent Police, February 2026)"


def test_months_held_in_part_are_said(extracts):
    extracts.load(extracts.csv(GOOD, ("A2", "10/03/2026 08:15", "999", "1")))
    assert [remark.partition(":")[0] for remark in extracts.remarks] == [
        "Rows of Kent Police, February 2026 begin on 3 February 2026",
        "Rows of Kent Police, March 2026 end on 10 March 2026",
    ]


@pytest.mark.parametrize(
    ("authority", "says"),
    [
        ('forces = ["surrey"]', "surrey, the beginning to today"),
        ('from = "2026-03"', "any force, 2026-03 to today"),
        ('to = "2026-01"', "any force, the beginning to 2026-01"),
    ],
)
def test_rows_beyond_the_authority_of_a_feed_are_refused(extracts, authority, says):
    mapping = extracts.mapping(f"{CALLS}[authority]\n{authority}\n")
    report = extracts.load(extracts.csv(GOOD), mapping)
    assert report.in_one_line() == "rows read 1, loaded 0, rejected 1, already held 0"
    assert "kent 2026-02,outside what this feed may fill" in extracts.rejects()[0]
    assert says in extracts.rejects()[0]


def test_a_column_can_tell_the_force(extracts):
    """By a word of the mapping, by its slug or by its own name; any other is refused."""
    text = CALLS.replace('force = "kent"', "") + (
        '[force]\ncolumn = "Force"\n[force.words]\n"KP" = "kent"\n'
    )
    path = extracts.csv(
        (*GOOD, "KP"),
        (*GOOD, "surrey"),
        (*GOOD, "Essex Police"),
        (*GOOD, "Surey"),
        (*GOOD, ""),
        head=("Ref", "When", "Line", "Wait", "Force"),
    )
    report = extracts.load(path, extracts.mapping(text))
    assert report.in_one_line() == "rows read 5, loaded 3, rejected 2, already held 0"
    assert [row["force_id"] for row in extracts.rows(Call)] == ["essex", "kent", "surrey"]
    assert extracts.rejects()[0].startswith(
        "calls.csv,5,Force,Surey,no force is called so,perhaps 'surrey'"
    )
    assert extracts.rejects()[1].startswith("calls.csv,6,Force,,blank: it names the force,")


def test_the_command_line_tells_the_force_where_the_mapping_does_not(extracts):
    mapping = extracts.mapping(CALLS.replace('force = "kent"', ""))
    (without,) = extracts.load(extracts.csv(GOOD), mapping).files
    assert without.sentence == "its mapping tells no force: add 'force', or give --force."
    extracts.load(extracts.csv(GOOD), mapping, force="essex")
    assert [row["force_id"] for row in extracts.rows(Call)] == ["essex"]


def test_rows_that_are_left_out_are_counted(extracts):
    mapping = extracts.mapping(f'{CALLS}[leave_out]\n"Line" = ["TOTAL"]\n')
    report = extracts.load(extracts.csv(GOOD, ("", "", "TOTAL", "999")), mapping)
    assert report.in_one_line() == "rows read 2, loaded 1, rejected 1, already held 0"
    assert "left out by the mapping" in extracts.rejects()[0]


def test_a_record_type_dated_by_month_alone(extracts):
    """A complaint has a month and no moment: any day of it will do."""
    text = """
    record = "complaint"
    feed = "Complaints of a test"
    force = "kent"
    key = ["complaint_ref"]
    [columns]
    complaint_ref = "No"
    month = { column = "Recorded", format = "%d %b %Y" }
    about = "Allegation"
    [words.about]
    "SS1" = "Stop and search"
    """
    path = extracts.csv(("9", "4 Feb 2026", "SS1"), head=("No", "Recorded", "Allegation"))
    extracts.load(path, extracts.mapping(text))
    (row,) = extracts.rows(Complaint)
    assert (row["month"], row["about"], row["complaint_ref"]) == ("2026-02", "Stop and search", "9")


def test_a_record_type_without_months_is_one_table(extracts):
    text = """
    record = "responselimit"
    feed = "Limits of a test"
    force = "kent"
    [columns]
    grade = "Grade"
    limit_minutes = "Minutes"
    from_date = { column = "From", format = "%d/%m/%Y" }
    [constants]
    authority = "Policy of the test"
    """
    path = extracts.csv(("One", "15", "01/04/2025"), head=("Grade", "Minutes", "From"))
    extracts.load(path, extracts.mapping(text))
    rows = extracts.reader.to_arrow(extracts.reader.table(ResponseLimit)).to_pylist()
    assert [(row["limit_minutes"], str(row["from_date"])) for row in rows] == [(15, "2025-04-01")]
    assert extracts.reader.snapshot.covered("responselimit") == {("kent", "")}


def test_rows_are_openly_published_only_where_the_mapping_claims_a_licence(extracts):
    extracts.load(extracts.csv(GOOD))
    (closed,) = extracts.reader.snapshot.parts
    assert (closed.source, closed.attribution, closed.feed) == ("extracts", "", "Calls of a test")
    text = CALLS.replace("kent", "essex") + '[published]\nlicence = "OGL"\nattribution = "By X."\n'
    extracts.load(extracts.csv(GOOD), extracts.mapping(text))
    opened = extracts.reader.snapshot.by_key["call", "essex", "2026-02"]
    assert (opened.source, opened.attribution) == ("extracts_open", "By X.")


def test_what_a_killed_run_left_behind_is_removed_a_day_later(extracts):
    left, running = (extracts.folder / f"extract-{name}" for name in ("killed", "running"))
    for folder in (left, running):
        folder.mkdir()
    os.utime(left, (0, 0))
    extracts.load(extracts.csv(GOOD))
    assert (left.exists(), running.exists()) == (False, True)


def test_nothing_of_an_extract_stays_behind_outside_the_store(extracts):
    extracts.load(extracts.csv(GOOD))
    assert {path.name for path in extracts.folder.iterdir()} == {
        "calls.csv",
        "mapping.toml",
        "rejects.csv",
        "store",
    }
