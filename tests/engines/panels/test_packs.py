"""High and low users of a power, as far as the reader may see who they are."""

import pytest

from engines.panels.searches import search
from peelian.areas.stop_and_search.models import StopSearch
from peelian.areas.stop_and_search.panels import SCRUTINY_MEETING
from peelian.engines.panels.packs import users_of
from peelian.records.store.reader import open_reader
from people import NOW
from stored_rows import put_rows

MONTHS = ("2026-02", "2026-03")


@pytest.fixture
def counted(tmp_path):
    """Nine searches by one officer, two by another, and one by nobody known."""
    officers = ["no-a"] * 9 + ["no-b"] * 2 + [None]
    rows = [
        search(number, officer_ref=ref, unit_ref="S1" if ref == "no-b" else "N1")
        for number, ref in enumerate(officers)
    ]
    put_rows(tmp_path / "store", StopSearch, rows)
    return open_reader(tmp_path / "store")


def found(actor, tables):
    return users_of(SCRUTINY_MEETING, months=MONTHS, actor=actor, at=NOW, tables=tables)


def test_most_first_and_how_many_seldom_do_it(force, counted):
    users = found(force["analyst"], counted)
    assert [(one.officer_ref, one.times) for one in users.most] == [("no-a", 9), ("no-b", 2)]
    assert (users.officers, users.seldom, users.records) == (2, 1, 11)


def test_whoever_sees_one_area_counts_that_area(force, counted):
    users = found(force["supervisor"], counted)
    assert [(one.officer_ref, one.times) for one in users.most] == [("no-a", 9)]


def test_whoever_sees_no_officer_has_no_such_list(force, counted):
    for role in ("commissioner-staff", "people-services", "partner"):
        assert found(force[role], counted) is None
    assert found(force["panel-member"], counted).records == 0
