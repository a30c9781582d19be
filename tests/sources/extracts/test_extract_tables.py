"""One table in many kinds of file: what loads is the same, and so is what is refused."""

import datetime as dt
import json

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from peelian.areas.contact.models import Call
from sources.extracts.extract_desk import CALLS, HEAD, write_xlsx

ROWS = [
    ("A1", "03/02/2026 08:15", "999", "00:00:09"),
    ("B,2", "03/02/2026 09:00", "101", "75:30"),
    ('C"3', "03/02/2026 10:00", "101", ""),
]
WANTED = [("A1", 9), ("B,2", 4530), ('C"3', None)]


def with_file(**said):
    lines = "".join(f"{name} = {json.dumps(value)}\n" for name, value in said.items())
    return CALLS.replace("[columns]", f"[file]\n{lines}[columns]")


def loaded(extracts):
    return sorted((row["call_ref"], row["waited_seconds"]) for row in extracts.rows(Call))


def written(delimiter=",", quote='"', end="\r\n"):
    def field(text):
        needs = quote and (delimiter in text or quote in text)
        return f"{quote}{text.replace(quote, quote * 2)}{quote}" if needs else text

    return "".join(delimiter.join(map(field, row)) + end for row in (HEAD, *ROWS))


@pytest.mark.parametrize(
    ("said", "content"),
    [
        ({}, written().encode()),
        ({}, b"\xef\xbb\xbf" + written(end="\n").encode()),
        ({"delimiter": ";"}, written(";").encode()),
        ({"delimiter": "\t"}, written("\t").encode("utf-8")),
        ({"delimiter": "|", "quote": "'"}, written("|", "'").encode()),
        ({"delimiter": ";", "quote": ""}, written(";", "").encode()),
        ({"encoding": "utf-16"}, written().encode("utf-16")),
        ({"header_row": 3}, ("Report\r\n\r\n" + written()).encode()),
    ],
)
def test_every_dialect_of_csv_gives_the_same_rows(extracts, said, content):
    report = extracts.load(extracts.file("calls.csv", content), extracts.mapping(with_file(**said)))
    assert report.rejected == 0
    assert loaded(extracts) == WANTED


def test_letters_of_windows_are_read_as_such(extracts):
    text = with_file(encoding="cp1252").replace("Wait", "Durée")
    content = "Ref;When;Line;Durée\r\né1;03/02/2026 08:15;999;9\r\n".replace(";", ",")
    extracts.load(extracts.file("calls.csv", content.encode("cp1252")), extracts.mapping(text))
    assert loaded(extracts) == [("é1", 9)]


def test_a_letter_that_the_encoding_does_not_have_refuses_its_line_alone(extracts):
    content = b"Ref,When,Line,Wait\r\n\x81,03/02/2026 08:15,999,9\r\nA,03/02/2026 08:15,999,9\r\n"
    mapping = extracts.mapping(with_file(encoding="cp1252"))
    report = extracts.load(extracts.file("calls.csv", content), mapping)
    assert (report.loaded, report.rejected) == (1, 1)
    assert ",2,," in extracts.rejects()[0]
    assert "not written in cp1252" in extracts.rejects()[0]


def test_lines_above_the_header_count(extracts):
    content = "Report\r\n\r\n" + written() + "D,3 Feb,999,1\r\n"
    extracts.load(extracts.file("calls.csv", content), extracts.mapping(with_file(header_row=3)))
    assert extracts.rejects()[0].startswith("calls.csv,7,When,3 Feb,")


def test_a_column_that_is_not_there_is_named_with_the_nearest(extracts):
    (file,) = extracts.load(extracts.csv(head=("Ref", "When", "Lines", "Wait"))).files
    assert file.status == "refused"
    assert "column 'Line' is missing, perhaps it is 'Lines'" in file.sentence
    assert "file.header_row" in file.sentence


def test_a_workbook_gives_the_same_rows(extracts):
    """Cells hold moments, numbers and durations; rows 1 and 2 are a title and nothing."""
    path = write_xlsx(
        extracts.folder / "calls.xlsx",
        [
            ["Calls of February"],
            [None],
            list(HEAD),
            ["A1", dt.datetime(2026, 2, 3, 8, 15, tzinfo=dt.UTC), 999, dt.timedelta(seconds=9)],
            ["B,2", "03/02/2026 09:00", "101", dt.timedelta(seconds=4530)],
            [None, None],
            ['C"3', dt.datetime(2026, 2, 3, tzinfo=dt.UTC), 101.0, None],
            ["D", dt.datetime(2026, 2, 3, tzinfo=dt.UTC), "Fax", 5],
        ],
    )
    extracts.load(path, extracts.mapping(with_file(header_row=3)))
    assert loaded(extracts) == WANTED
    assert ",8,Line,Fax," in extracts.rejects()[0]


def test_a_workbook_of_several_sheets_needs_a_name(extracts):
    path = write_xlsx(extracts.folder / "calls.xlsx", [HEAD])
    (file,) = extracts.load(path, extracts.mapping(with_file(sheet="Call"))).files
    assert file.sentence == "it has no sheet 'Call': choose with file.sheet one of Calls."


def test_parquet_gives_the_same_rows(extracts):
    path = extracts.folder / "calls.parquet"
    moments = [dt.datetime(2026, 2, 3, hour, tzinfo=dt.UTC) for hour in (8, 9, 10)]
    pq.write_table(
        pa.table(
            {
                "Ref": pa.array([row[0] for row in ROWS]).dictionary_encode(),
                "When": pa.array(moments, pa.timestamp("ns", "Europe/London")),
                "Line": pa.array([999, 101, 101], pa.int16()),
                "Wait": pa.array([9000, 4_530_000, None], pa.duration("ms")),
                "Left alone": pa.array([[1], [2], [3]]),
            }
        ),
        path,
    )
    extracts.load(path)
    assert loaded(extracts) == WANTED
    assert sorted(f"{row['received_at']:%H}" for row in extracts.rows(Call)) == ["08", "09", "10"]


def test_numbers_of_data_frames_are_whole_again(extracts):
    """A column of whole numbers with gaps comes out of a data frame as decimals."""
    path = extracts.folder / "calls.parquet"
    pq.write_table(
        pa.table(
            {
                "Ref": pa.array([1.0, 2.0]),
                "When": ["03/02/2026 08:15"] * 2,
                "Line": ["999", "101"],
                "Wait": pa.array([9.0, float("nan")]),
            }
        ),
        path,
    )
    extracts.load(path)
    assert loaded(extracts) == [("1", 9), ("2", None)]


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("calls.xlsx", "is no spreadsheet that can be read"),
        ("calls.parquet", "is no Parquet file that can be read"),
        ("calls.dat", "does not tell what it is: say it with file.format"),
        ("calls.csv", "its first line"),
    ],
)
def test_a_file_that_is_something_else_is_refused_in_a_sentence(extracts, name, says):
    (file,) = extracts.load(extracts.file(name, b"\0\1\2 no table")).files
    assert (file.status, file.read) == ("refused", 0)
    assert says in file.sentence


def test_line_breaks_inside_a_value_become_blanks(extracts):
    extracts.load(extracts.file("calls.csv", written() + '"D\nE",03/02/2026 08:15,999,1\r\n'))
    assert ("D E", 1) in loaded(extracts)
