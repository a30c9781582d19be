"""What follows from other fields of a row: local time, durations, and what must agree with it."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from peelian.areas.contact.models import Call
from peelian.records.load.kinds import Column, FileKind
from peelian.records.load.rules import MonthOfFile, Place, Text
from peelian.spine.incident import Incident
from records.extract_files import CALLS, INCIDENTS, held, load_extract
from records.test_words_and_times import clock_changes

LONDON = ZoneInfo("Europe/London")
APRIL = Place("kent", "2019-04")


def test_local_time_follows_as_zoneinfo_has_it_round_every_clock_change(desk):
    """Every quarter of an hour of nine, round all changes of 2000 to 2035 and round new year."""
    begins = clock_changes(2000, 2035) + [datetime(y, 12, 31, 20, tzinfo=UTC) for y in (1999, 2035)]
    moments = [
        begin + timedelta(hours=-3, minutes=15 * quarter)
        for begin in begins
        for quarter in range(36)
    ]
    lines = [f"{number},{moment:%Y-%m-%dT%H:%M:%SZ},101," for number, moment in enumerate(moments)]
    assert load_extract(desk, "\n".join(["Ref,Start,Line,Gave up", *lines])).loaded == 74 * 36
    for row, moment in zip(held(desk, Call), moments, strict=True):
        local = moment.astimezone(LONDON)
        assert row["received_at"] == moment
        assert (row["month"], row["local_date"], row["weekday"], row["hour"]) == (
            f"{local:%Y-%m}",
            local.date(),
            local.isoweekday(),
            local.hour,
        )
        assert row["quarter_hour"] == local.hour * 4 + local.minute // 15


@pytest.mark.parametrize(
    ("opened", "arrived", "minutes"),
    [
        ("2021-05-01T10:00:00Z", "2021-05-01T10:01:59Z", 1),
        ("2021-05-01T10:00:00Z", "2021-05-01T10:00:00Z", 0),
        ("2021-05-01T10:00:00Z", "2021-05-01T09:59:59Z", None),
        ("2021-05-01T10:00:00Z", "", None),
        # By local clocks an hour and a half; the hour that clocks leapt over never passed.
        ("2021-03-28T00:45", "2021-03-28T02:15", 30),
        # The file writes day first and no offset: British Summer Time.
        ("01/05/2021 11:00:00", "2021-05-01T10:30:00Z", 30),
    ],
)
def test_minutes_between_two_moments(desk, opened, arrived, minutes):
    load_extract(desk, f"Ref,Opened,Hour,Arrived,Grade\n1,{opened},,{arrived},\n", kind=INCIDENTS)
    assert [row["minutes_to_arrival"] for row in held(desk, Incident)] == [minutes]


def test_a_file_gives_its_month_to_what_lies_in_it_by_local_time_or_by_utc(desk):
    """Half past eleven in the evening of 31 March in UTC is April already in London."""
    text = (
        "Ref,Start,Line,Gave up\n1,2019-03-31T23:30:00Z,101,\n2,2019-03-31T22:30:00Z,101,\n"
        "3,2019-04-30T22:59:00Z,101,\n4,2019-04-30T23:00:00Z,101,\n5,2019-05-01T00:00:00Z,101,\n"
        "6,,101,\n"
    )
    report = load_extract(desk, text, place=APRIL)
    assert (report.loaded, report.rejected) == (4, 2)
    # A call without a moment belongs to the month of its file, and to no hour.
    assert [
        (row["call_ref"], row["month"], str(row["local_date"]), row["hour"])
        for row in held(desk, Call)
    ] == [
        ("1", "2019-04", "2019-04-01", 0),
        ("3", "2019-04", "2019-04-30", 23),
        ("4", "2019-04", "2019-05-01", 0),
        ("6", "2019-04", "None", None),
    ]
    reason = "on {} local time, which is not in the month of the file"
    assert [
        (reject.line, reject.column, reject.value, reject.reason) for reject in desk.rejects()
    ] == [
        (3, "Start", "2019-03-31T22:30:00Z", reason.format("2019-03-31")),
        (6, "Start", "2019-05-01T00:00:00Z", reason.format("2019-05-01")),
    ]
    assert desk.rejects()[0].expected == (
        "a moment in 2019-04 local time, the month that the file is about"
    )


def test_without_a_month_in_its_place_a_row_needs_its_moment(desk):
    report = load_extract(desk, "Ref,Start,Line,Gave up\n1,,101,\n2,2019-04-30T23:00:00Z,101,\n")
    assert (report.loaded, report.rejected) == (1, 1)
    (reject,) = desk.rejects()
    assert (reject.line, reject.column, reject.value) == (2, "Start", "")
    assert reject.reason == "blank, and nothing else tells the month"


def test_a_wrong_moment_is_one_reject_and_not_also_a_blank_month(desk):
    load_extract(desk, "Ref,Start,Line,Gave up\n1,noon,101,\n2,2019-04-30T23:00:00Z,101,\n")
    (reject,) = desk.rejects()
    assert (reject.value, reject.reason) == ("noon", "not a moment of the form asked for")


def test_a_field_that_the_file_gives_stands_and_is_held_to_the_moment(desk):
    text = (
        "Ref,Opened,Hour,Arrived,Grade\n1,2021-07-01T00:30Z,1,,\n2,2021-07-01T00:30Z,0,,\n"
        "3,2021-07-01T00:30Z,,,\n"
    )
    report = load_extract(desk, text, kind=INCIDENTS)
    assert (report.loaded, report.rejected) == (2, 1)
    assert [row["hour"] for row in held(desk, Incident)] == [1, 1]
    (reject,) = desk.rejects()
    assert (reject.line, reject.column, reject.value, reject.expected) == (3, "Hour", "0", "1")
    assert reject.reason == "not what 'Opened' says by local time"


def test_a_file_of_a_month_without_moments_fills_in_its_month(desk):
    only = CALLS.columns[0], CALLS.columns[2]
    kind = FileKind(key="test.short", title="short", model=Call, columns=only)
    load_extract(desk, "Ref,Line\n1,999\n", kind=kind, place=APRIL)
    assert [(row["month"], row["hour"]) for row in held(desk, Call)] == [("2019-04", None)]


def test_a_file_that_never_tells_a_month_is_refused(desk):
    only = CALLS.columns[0], CALLS.columns[2]
    kind = FileKind(key="test.short", title="short", model=Call, columns=only)
    report = load_extract(desk, "Ref,Line\n1,999\n", kind=kind)
    assert report.status == "refused"
    assert report.sentence == "nothing in it or in its name tells the month of its rows."


def test_a_month_column_without_a_moment_stands_as_it_is(desk):
    columns = (Column("Ref", "call_ref", Text(20)), Column("Month", "month", MonthOfFile()))
    kind = FileKind(
        key="test.months", title="months", model=Call, columns=columns, constants=(("line", "101"),)
    )
    load_extract(desk, "Ref,Month\n1,2019-04\n", kind=kind, place=APRIL)
    assert [(row["month"], row["line"]) for row in held(desk, Call)] == [("2019-04", "101")]
