"""Every entry says the same things under the same names, and one look at a list is one entry."""

from datetime import UTC, datetime

import pytest
from structlog.contextvars import bound_contextvars

from peelian.trail.append import append
from peelian.trail.errors import UnwritableEntry
from peelian.trail.looks import append_look, entries_about, shown_in
from peelian.trail.particulars import Particulars, Result

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
VISIT = Particulars(
    on_behalf_of="person:7",
    fields=("summary", "address"),
    relationship="holds_task",
    request="9f2c",
)


def test_what_is_empty_is_left_out():
    assert Particulars().detail() == {"result": "done"}
    assert VISIT.detail(page=2) == {
        "on_behalf_of": "person:7",
        "fields": ["summary", "address"],
        "relationship": "holds_task",
        "result": "done",
        "request": "9f2c",
        "page": 2,
    }


def test_a_fixed_name_is_not_given_a_second_meaning():
    with pytest.raises(UnwritableEntry, match="reason is a fixed name"):
        VISIT.detail(reason="curious")


@pytest.mark.parametrize(
    "particulars", [VISIT, Particulars(), Particulars(reason="r", result=Result.REFUSED)]
)
def test_they_are_read_back_as_they_were_written(particulars):
    assert Particulars.of(particulars.detail(more=1)) == particulars


def test_older_entries_say_less():
    assert Particulars.of('{"rows":9}') == Particulars()


@pytest.mark.django_db
def test_one_look_at_a_list_is_one_entry():
    shown = [f"{number:064x}" for number in range(300)]

    entry = append_look(
        actor="person:1",
        record_type="crime",
        query="smith",
        filters={"month": "2026-02"},
        shown=shown,
        particulars=VISIT,
        at=NOON,
    )

    assert (entry.sequence, entry.verb, entry.record_ref) == (1, "consulted", "list")
    assert shown_in(entry) == tuple(shown)
    assert '"filters":{"month":"2026-02"}' in entry.detail
    assert Particulars.of(entry.detail) == VISIT


@pytest.mark.django_db
def test_a_record_is_found_in_lists_and_by_itself():
    for shown in (["a1", "a2"], ["a12"]):
        append_look(
            actor="person:1", record_type="crime", query="", filters={}, shown=shown, at=NOON
        )
    for kind, ref in (("crime", "a1"), ("crime", "a12"), ("search", "a1")):
        append(actor="person:1", verb="consulted", ref=(kind, ref), detail={}, at=NOON)

    assert [entry.sequence for entry in entries_about("crime", "a1")] == [3, 1]


@pytest.mark.django_db
def test_a_list_too_long_for_one_look_is_refused():
    with pytest.raises(UnwritableEntry, match="1001 records; the trail takes 1000"):
        append_look(
            actor="person:1",
            record_type="crime",
            query="",
            filters={},
            shown=["a"] * 1001,
            at=NOON,
        )


def test_the_number_of_the_request_is_in_what_is_written_while_it_is_answered():
    with bound_contextvars(request_id="ab" * 16):
        assert Particulars().detail() == {"result": "done", "request": "ab" * 16}

    assert Particulars().detail() == {"result": "done"}
