"""One row read for what it says has happened."""

from datetime import UTC, date, datetime
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest

from peelian.records import telling
from peelian.records.happens import Moment
from peelian.records.telling import fact_of, moment_of, told_by

ROW = {
    "record_id": "r-1",
    "force_id": "kent",
    "visit_ref": "V-1",
    "plan_ref": None,
    "on": date(2026, 7, 1),
    "again_on": date(2026, 1, 31),
    "kind": "Home",
}


@pytest.fixture
def moments(monkeypatch):
    """What a made-up record type declares."""

    def declare(*declared):
        monkeypatch.setattr(telling, "moments_of", lambda _model: declared)
        monkeypatch.setattr(telling, "type_key", lambda _model: "visit")

    return declare


def told(row=ROW):
    return list(told_by(SimpleNamespace, row, "loaded/visit/kent/2026-07"))


@pytest.mark.parametrize(
    ("day", "moment"),
    [
        (date(2026, 7, 1), datetime(2026, 6, 30, 23, tzinfo=UTC)),
        (date(2026, 1, 31), datetime(2026, 1, 31, tzinfo=UTC)),
        # The nights in which clocks change begin in the old time.
        (date(2026, 3, 29), datetime(2026, 3, 29, tzinfo=UTC)),
        (date(2026, 10, 25), datetime(2026, 10, 24, 23, tzinfo=UTC)),
        (date(2028, 2, 29), datetime(2028, 2, 29, tzinfo=UTC)),
    ],
)
def test_a_day_begins_at_its_local_midnight(day, moment):
    assert moment_of(day) == moment


def test_a_moment_in_another_zone_is_the_same_in_utc():
    local = datetime(2026, 7, 1, 12, tzinfo=ZoneInfo("Europe/London"))
    assert moment_of(local).isoformat() == "2026-07-01T11:00:00+00:00"


@pytest.mark.parametrize(
    ("value", "fact"),
    [
        (None, None),
        (True, True),
        (28, 28),
        ("High", "High"),
        (date(2026, 3, 9), "2026-03-09"),
        (datetime(2026, 7, 1, 12, tzinfo=ZoneInfo("Europe/London")), "2026-07-01T11:00:00+00:00"),
        (0.5, "0.5"),
    ],
)
def test_facts_are_what_json_carries(value, fact):
    assert fact_of(value) == fact


def test_a_key_that_is_empty_is_a_fact_and_no_key(moments):
    moments(Moment("visited", "on", ("visit_ref", "plan_ref"), ("kind",)))
    (one,) = told()
    assert one.keys == {"visit_ref": "V-1"}
    assert one.facts == {"kind": "Home", "visit_ref": "V-1", "plan_ref": None}
    assert one.once == "visited:visit:r-1"


def test_one_name_for_two_fields_is_two_things(moments):
    moments(Moment("visited", "on", ("visit_ref",)), Moment("visited", "again_on", ("visit_ref",)))
    assert [one.once for one in told()] == ["visited:visit:r-1:on", "visited:visit:r-1:again_on"]


def test_what_repeats_is_told_with_its_moment(moments):
    moments(Moment("visited", "on", ("visit_ref",), repeats=True))
    assert [one.once for one in told()] == ["visited:visit:r-1:2026-06-30T23:00:00+00:00"]


@pytest.mark.parametrize(
    "changed", [{"on": None}, {"visit_ref": None}, {"visit_ref": ""}, {"kind": "Office"}]
)
def test_a_row_without_moment_name_or_value_tells_nothing(moments, changed):
    moments(Moment("visited", "on", ("visit_ref",), when={"kind": ("Home",)}))
    assert len(told()) == 1
    assert told(ROW | changed) == []


def test_the_fingerprint_goes_by_what_is_told_and_not_by_where(moments):
    moments(Moment("visited", "on", ("visit_ref",), ("kind",)))
    (one,), (other,) = told(), told(ROW | {"kind": "Office"})
    (moved,) = told_by(SimpleNamespace, ROW, "loaded/visit/kent/2026-08")
    assert one.print == moved.print != other.print
