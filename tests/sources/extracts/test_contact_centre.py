"""A contact centre's extract in a layout that the house has never seen: a mapping file is enough.

The layout is made up: three lines of title, semicolons, Windows letters, the day first, date and
time in two columns of local time, durations as hh:mm:ss and words of the supplier's own.
"""

import datetime as dt

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from peelian.areas.contact.models import Call
from peelian.sources.extracts.source import EXTRACTS
from sources.extracts.extract_desk import write_xlsx

MAPPING = next(path for path in EXTRACTS.examples() if path.stem == "contact-centre")
HEAD = (
    "Contact No.",
    "Date offered",
    "Time offered",
    "Service",
    "Skill",
    "Result",
    "Time to answer",
    "Time in queue",
    "Talk + wrap",
    "Caller key",
    "Agent",
)
# The clocks went back at two on 26 October 2025 and forward at one on 29 March 2026.
ROWS = (
    "1;25/10/2025;23:59:59;Emergency (BT);Switchboard;Answered;00:00:08;00:00:08;00:04:10;a;X",
    "2;26/10/2025;00:30:00;Non-emergency;Call taker;Lost;n/a;00:10:00;;b;X",
    "3;26/10/2025;01:30:00;Non-emergency;(none);Transferred;01:15;01:15;1,200;c;X",
    "4;26/10/2025;03:00:00;Réception;Call taker;Answered;00:00:01;00:00:01;00:00:01;d;X",
    "5;29/03/2026;00:59:59;Web form;;Answered;;;;e;X",
    "6;29/03/2026;01:30:00;Non-emergency;Call taker;Answered;5;5;5;f;X",
    "7;31/03/2026;23:30:00;Non-emergency;Call taker;Answered;5;5;5;g;X",
    "8;01/04/2026;08:00:00;Fax;Call taker;Answered;5;5;5;h;X",
    "9;01/04/2026;08:00:00;Non-emergency;Call taker;Answered;soon;5;5;i;X",
    "1;25/10/2025;23:59:59;Emergency (BT);Switchboard;Answered;00:00:08;00:00:08;00:04:10;a;X",
)


@pytest.fixture
def calls(extracts):
    lines = ("Contact centre", "Exported 02/04/2026", "", ";".join(HEAD), *ROWS)
    return extracts.file("calls.csv", "\r\n".join(lines).encode("cp1252"))


@pytest.mark.ledger("CON-01")
def test_it_loads_with_nothing_but_a_mapping_file(extracts, calls):
    report = extracts.load(calls, MAPPING)
    assert report.in_one_line() == "rows read 10, loaded 6, rejected 4, already held 0"
    by_ref = {row["call_ref"]: row for row in extracts.rows(Call)}
    assert {ref: f"{row['received_at']:%d %H:%M}" for ref, row in by_ref.items()} == {
        "1": "25 22:59",
        "2": "25 23:30",
        "3": "26 00:30",  # An hour that happened twice: the first is taken.
        "4": "26 03:00",
        "5": "29 00:59",
        "7": "31 22:30",
    }
    assert (
        by_ref["3"]
        | {
            "month": "2025-10",
            "local_date": dt.date(2025, 10, 26),
            "weekday": 7,
            "hour": 1,
            "quarter_hour": 6,
            "line": "101",
            "queue": None,
            "abandoned": False,
            "force_seconds": 75,
            "waited_seconds": 75,
            "handling_seconds": 1200,
            "carrier_seconds": None,
            "caller_key": "c",
            "source": "extracts",
        }
        == by_ref["3"]
    )
    assert (by_ref["2"]["abandoned"], by_ref["2"]["force_seconds"]) == (True, None)
    assert (by_ref["4"]["line"], by_ref["7"]["month"]) == ("Front desk", "2026-03")


def test_every_refused_row_is_told_with_its_line(extracts, calls):
    extracts.load(calls, MAPPING)
    lines = "\n".join(extracts.rejects())
    assert (
        "calls.csv,10,Date offered and Time offered,29/03/2026 01:30:00,a time that never" in lines
    )
    assert ",12,Service,Fax," in lines
    assert ",13,Time to answer,soon,not a duration," in lines
    assert ",14,Contact No.,1,the same key as on line 5," in lines


def test_a_dry_run_shows_rows_and_words_without_a_code(extracts, calls):
    report = extracts.load(calls, MAPPING, dry_run=True, sample=10)
    assert [row["call_ref"] for file in report.files for row in file.sample] == [
        "1",
        "2",
        "3",
        "4",
        "5",
        "7",
    ]
    assert [dict(file.uncoded) for file in report.files if file.uncoded] == [
        {"Service": {"Fax": 1}}
    ]
    assert extracts.reader.snapshot.parts == ()


def test_the_same_calls_in_a_workbook(extracts):
    """Real moments and durations instead of text: the words of the mapping are the same."""
    text = MAPPING.read_text(encoding="utf-8")
    mapping = extracts.mapping(text.replace('format = "csv"', 'format = "excel"'))
    day = dt.datetime(2025, 10, 26, tzinfo=dt.UTC)
    row = ["3", day, dt.timedelta(hours=1, minutes=30), "Non-emergency", "(none)", "Lost"]
    waits = [None, dt.timedelta(minutes=10), 5, "c"]
    path = write_xlsx(extracts.folder / "calls.xlsx", [HEAD, [*row, *waits]], first_row=4)
    report = extracts.load(path, mapping)
    assert (report.loaded, report.rejected) == (1, 0)
    (found,) = extracts.rows(Call)
    assert f"{found['received_at']:%d %H:%M}" == "26 00:30"
    assert (found["hour"], found["waited_seconds"], found["abandoned"]) == (1, 600, True)


def test_the_same_calls_in_parquet(extracts):
    text = MAPPING.read_text(encoding="utf-8")
    mapping = extracts.mapping(text.replace('format = "csv"', 'format = "parquet"'))
    rows = [line.split(";") for line in ROWS]
    table = pa.table({name: [row[at] for row in rows] for at, name in enumerate(HEAD)})
    path = extracts.folder / "calls.parquet"
    pq.write_table(table, path)
    report = extracts.load(path, mapping)
    assert report.in_one_line() == "rows read 10, loaded 6, rejected 4, already held 0"


def test_tomorrow_s_delivery_keeps_the_addresses_of_calls(extracts, calls):
    """The key of the system makes the address, so a changed call is the same call."""
    extracts.load(calls, MAPPING)
    before = {row["call_ref"]: row["record_id"] for row in extracts.rows(Call)}
    lines = calls.read_bytes().decode("cp1252").replace("00:04:10;a", "00:05:00;a")
    report = extracts.load(extracts.file("calls.csv", lines.encode("cp1252")), MAPPING)
    assert {row["call_ref"]: row["record_id"] for row in extracts.rows(Call)} == before
    assert report.loaded == 1
