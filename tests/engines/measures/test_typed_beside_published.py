"""Searches that officers type here beside those that data.police.uk publishes: each counts once."""

from datetime import timedelta

import pytest

from areas.stop_and_search.encounters import write_search
from peelian.areas.stop_and_search.models import StopSearch
from peelian.areas.stop_and_search.volume import searches
from peelian.engines.measures.calculate import calculate
from peelian.engines.measures.request import request
from peelian.engines.measures.status import Status
from peelian.engines.publishing.inside import NotInside, shown_inside
from peelian.engines.publishing.loaded import grid
from peelian.engines.publishing.shown import NotPublished, release
from peelian.engines.registers.collecting import can_be_typed
from peelian.records.adopt import adopt
from peelian.records.erase import erase_rows
from peelian.records.feed_ages import feed_ages
from peelian.records.mirror import mirror
from peelian.records.store.reader import open_reader
from peelian.web.answers import ask, forget
from people import FORCE, NOW, small_force
from stored_rows import put_rows

pytestmark = pytest.mark.django_db

HEADERS = {"host": "localhost"}


@pytest.fixture
def root(tmp_path, settings):
    settings.STORE_ROOT = tmp_path / "store"
    forget()
    yield settings.STORE_ROOT
    forget()


def search(number, month):
    return {"record_id": f"published-{number}", "month": month, "search_type": "Person search"}


def published(root, month, number=2, *, force=FORCE, source="police_uk"):
    """So many searches of a month as data.police.uk publishes them."""
    rows = [search(f"{force}-{month}-{one}", month) for one in range(number)]
    put_rows(root, StopSearch, rows, month=month, force=force, source=source)


def typed(number, month):
    """A search as its officer writes it down here."""
    StopSearch.objects.create(
        record_id=f"typed-{number}",
        source="typed",
        force_id=FORCE,
        month=month,
        search_type="Person search",
    )


def cells(root, first=None, last=None, by=("month",), force=FORCE):
    mirror(root, at=NOW)
    where = {"force": force} if force else {}
    return calculate(
        request(searches, where=where, by=by, first=first, last=last), open_reader(root)
    ).cells


def counted(root, first=None, last=None):
    return [(one.period.first, one.value, one.closed) for one in cells(root, first, last)]


def test_a_month_that_is_published_counts_what_is_published_and_the_next_what_was_typed(root):
    """Two published in January and in February; typed: one in February, one in May."""
    published(root, "2026-01")
    published(root, "2026-02")
    typed(1, "2026-02")
    typed(2, "2026-05")

    assert counted(root) == [
        ("2026-01", 2, False),
        ("2026-02", 2, False),
        ("2026-03", 0, True),
        ("2026-04", 0, True),
        ("2026-05", 1, True),
    ]


def test_nothing_is_known_of_the_months_before_anything_was_typed(root):
    published(root, "2026-01")
    typed(1, "2026-03")

    assert [(one.period.first, one.status) for one in cells(root)] == [
        ("2026-01", Status.OK),
        ("2026-02", Status.NO_DATA),
        ("2026-03", Status.OK),
    ]


def test_when_a_typed_month_is_published_the_publication_takes_its_place_at_once(root):
    """Between the load and the next run of the mirror no search counts twice."""
    published(root, "2026-01")
    typed(1, "2026-02")
    before = counted(root)
    published(root, "2026-02", 3)

    asked = request(searches, where={"force": FORCE}, by=["month"])
    at_once = calculate(asked, open_reader(root)).cells

    assert before == [("2026-01", 2, False), ("2026-02", 1, True)]
    assert [(one.value, one.closed) for one in at_once] == [(2, False), (3, False)]


def test_an_edited_copy_of_a_published_row_goes_on_taking_its_place(root):
    """Of two published searches one is corrected: two count, and not the typed one beside them."""
    published(root, "2026-01")
    row = adopt(StopSearch, f"published-{FORCE}-2026-01-0", open_reader(root), by="x", at=NOW)
    StopSearch.objects.filter(pk=row.pk).update(
        search_type="Vehicle search", source="adopted", version=2
    )
    typed(1, "2026-01")

    found = {
        one.at("search_type"): one.value
        for one in cells(root, "2026-01", "2026-01", by=("search_type",))
    }

    assert (found["Person search"], found["Vehicle search"]) == (1, 1)
    assert counted(root) == [("2026-01", 2, True)]


def test_an_edited_copy_alone_makes_no_month_one_that_is_kept_by_hand(root):
    published(root, "2026-01")
    published(root, "2026-03")
    row = adopt(StopSearch, f"published-{FORCE}-2026-01-0", open_reader(root), by="x", at=NOW)
    StopSearch.objects.filter(pk=row.pk).update(month="2026-02", source="adopted", version=2)

    assert [one.status for one in cells(root)] == [Status.OK, Status.NO_DATA, Status.OK]


def test_what_a_record_system_brings_is_not_typed_and_what_is_published_is(root):
    published(root, "2026-01")
    assert can_be_typed(StopSearch, FORCE)

    published(root, "2026-02", source="extracts")

    assert not can_be_typed(StopSearch, FORCE)


def test_beside_a_record_system_typed_rows_keep_no_month(root):
    published(root, "2026-01")
    typed(1, "2026-04")
    published(root, "2026-02", 1, source="extracts")

    assert [one.status for one in cells(root, "2026-01", "2026-04")] == [
        Status.OK,
        Status.OK,
        Status.NO_DATA,
        Status.NO_DATA,
    ]


def test_a_table_of_all_forces_covers_the_month_for_each_of_them(root):
    published(root, "2026-02", force="")
    typed(1, "2026-02")
    typed(2, "2026-03")
    mirror(root, at=NOW)

    assert open_reader(root).snapshot.kept("stopsearch") == {(FORCE, "2026-03")}


def test_an_officer_records_a_search_and_it_counts_while_the_past_is_what_was_published(root):
    force = small_force()
    published(root, "2026-02", 4)
    write_search(force, open_reader(root))

    assert counted(root) == [("2026-02", 4, False), ("2026-03", 1, True)]


def test_what_is_erased_of_the_typed_ones_keeps_no_month(root):
    published(root, "2026-01")
    typed(1, "2026-03")
    mirror(root, at=NOW)
    erase_rows(root, force_id=FORCE, gone={StopSearch: ["typed-1"]}, at=NOW + timedelta(minutes=1))

    assert open_reader(root).snapshot.kept("stopsearch") == frozenset()


def test_typed_months_are_for_those_who_count_over_the_force_and_never_for_the_public(root):
    force = small_force()
    published(root, "2026-01")
    typed(1, "2026-02")
    mirror(root, at=NOW)
    asked = request(searches, where={"force": FORCE}, by=["month"])
    tables = open_reader(root)
    answer = calculate(asked, tables)

    with pytest.raises(NotPublished):
        release(answer, searches)
    with pytest.raises(NotInside):
        shown_inside(answer, asked, tables.snapshot, actor=force["people-services"], at=NOW)
    shown = shown_inside(answer, asked, tables.snapshot, actor=force["analyst"], at=NOW)
    assert [one.value for one in shown] == ["2", "1"]


def test_the_public_goes_on_seeing_what_is_published_and_nothing_of_the_rest(root):
    """Typing one search takes no figure from the public, and shows it none."""
    published(root, "2026-01")
    published(root, "2026-02", 3, force="kent")
    typed(1, "2026-02")
    mirror(root, at=NOW)
    tables = open_reader(root)

    _answer, own = ask(tables, searches.key, where={"force": FORCE}, by=["month"])
    _answer, hidden = ask(
        tables, searches.key, where={"force": FORCE}, first="2026-02", last="2026-02"
    )
    _answer, nation = ask(tables, searches.key, first="2026-02", last="2026-02")

    assert [one.value for one in own] == ["2"]
    assert [one.ok for one in hidden] == [False]
    assert [one.value for one in nation] == ["3"]


@pytest.mark.parametrize(
    "path",
    [
        f"/measures/{searches.key}/?force={FORCE}",
        f"/api/measures/{searches.key}/cells?where=force={FORCE}&by=month",
        f"/api/measures/{searches.key}/cells?where=force={FORCE}&from=2026-02&to=2026-03",
        f"/figures/{searches.key}@1;2026-02;force={FORCE}",
        "/data/",
    ],
)
def test_no_page_of_the_public_says_how_many_were_typed(root, client, path):
    """777 were typed in February, and 2 published in January."""
    published(root, "2026-01")
    StopSearch.objects.bulk_create(
        StopSearch(
            record_id=f"typed-{number}",
            source="typed",
            force_id=FORCE,
            month="2026-02",
            search_type="Person search",
        )
        for number in range(777)
    )
    mirror(root, at=NOW)
    forget()

    answer = client.get(path, headers=HEADERS)

    assert answer.status_code == 200
    assert "777" not in answer.content.decode().replace(open_reader(root).snapshot.id, "")


def test_coverage_says_who_keeps_what_from_when(root):
    published(root, "2026-01")
    typed(1, "2026-01")
    typed(2, "2026-03")
    mirror(root, at=NOW)

    found = grid(open_reader(root).snapshot, StopSearch, "2026")

    assert found.months == ("2026-01",)
    assert [(force.slug, first, last) for force, first, last in found.by_hand] == [
        (FORCE, "2026-02", "2026-03")
    ]


def test_what_is_typed_has_no_feed_that_could_be_late(root):
    published(root, "2026-01")
    (before,) = feed_ages((StopSearch,), FORCE, open_reader(root), at=NOW)
    typed(1, "2026-02")
    mirror(root, at=NOW)
    (after,) = feed_ages((StopSearch,), FORCE, open_reader(root), at=NOW)

    assert (before.state, before.late) == ("unknown", True)
    assert (after.state, after.late) == ("by hand", False)
    assert "published" in after.says
