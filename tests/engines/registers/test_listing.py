"""Lists: two storages as one, newest first, and nothing hidden in result, order or count."""

import base64
import json
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from peelian.access.decide import may
from peelian.access.seal import Seal
from peelian.access.share import Share
from peelian.areas.investigation.models import Investigation
from peelian.areas.standards.models import ConductMatter
from peelian.engines.registers.listing import UnknownFilter, WrongPlace, list_rows
from peelian.records.store.reader import open_reader
from peelian.trail.models import Entry
from people import FORCE, NOW, employ, investigation, make_units, matter
from stored_rows import put_rows, stored_investigation


def listed(user, tables, model=Investigation, **asked):
    return list_rows(user, model, tables, at=NOW, **asked)


def refs(user, tables, **asked):
    return [row.cells["investigation_ref"] for row in listed(user, tables, **asked).rows]


def day(number):
    return NOW - timedelta(days=number)


def seal(record_id, record_type="investigation"):
    Seal.objects.create(
        record_type=record_type,
        record_id=record_id,
        starts_at=day(1),
        reason="staff",
        sealed_by="person:x",
    )


def test_typed_and_loaded_rows_stand_in_one_list_newest_first(force, root):
    put_rows(
        root,
        Investigation,
        [
            stored_investigation("L1", opened_at=day(1)),
            stored_investigation("L3", opened_at=day(3)),
        ],
    )
    investigation("T0", opened_at=day(0), source="typed")
    investigation("T2", opened_at=day(2))

    found = listed(force["investigator"], open_reader(root))

    assert [(row.cells["investigation_ref"], row.origin) for row in found.rows] == [
        ("T0", "typed"),
        ("L1", "loaded"),
        ("T2", "adopted"),
        ("L3", "loaded"),
    ]
    assert found.after is None


def test_a_row_that_has_been_edited_here_is_listed_once_as_it_is_now(force, root):
    put_rows(root, Investigation, [stored_investigation("A"), stored_investigation("B")])
    investigation("A", state="Filed")
    Investigation.objects.filter(record_id="investigation-A").update(record_id="loaded-A")
    # Moved to a unit that the reader does not see: the loaded row must not show what it was.
    investigation("B", unit="S1")
    Investigation.objects.filter(record_id="investigation-B").update(record_id="loaded-B")

    found = listed(force["investigator"], open_reader(root))

    assert [(row.cells["investigation_ref"], row.cells["state"]) for row in found.rows] == [
        ("A", "Filed")
    ]


def test_pages_by_key_show_every_row_once_whatever_their_dates(force, root):
    loaded = [
        stored_investigation(f"L{n}", opened_at=None if n % 4 == 0 else day(n % 3))
        for n in range(13)
    ]
    put_rows(root, Investigation, loaded)
    for n in range(11):
        investigation(f"T{n}", opened_at=None if n % 5 == 0 else day(n % 3))
    tables = open_reader(root)
    whole = refs(force["investigator"], tables, limit=100)

    paged, after = [], ""
    while after is not None:
        page = listed(force["investigator"], tables, limit=4, after=after)
        paged += [row.cells["investigation_ref"] for row in page.rows]
        after = page.after

    assert len(whole) == 24
    assert paged == whole


def test_filters_and_words_are_asked_of_both_storages(force, root):
    put_rows(
        root,
        Investigation,
        [
            stored_investigation("L1", summary="A red BICYCLE was taken"),
            stored_investigation("L2", state="Closed", summary="A blue bicycle"),
        ],
    )
    investigation("T1", summary="Red paint on a bicycle", opened_at=day(1))
    investigation("T2", summary="A car", offence="Robbery")
    tables, user = open_reader(root), force["investigator"]

    assert refs(user, tables, search="bicycle red") == ["L1", "T1"]
    assert refs(user, tables, search="blue") == ["L2"]
    assert refs(user, tables, filters={"state": "Closed"}) == ["L2"]
    assert refs(user, tables, filters={"offence": "Robbery", "state": ""}) == ["T2"]
    assert refs(user, tables, filters={"opened_at": "2026-03-01"}) == ["T1"]
    assert refs(user, tables, search="robbery", filters={"state": "Closed"}) == []


def test_letters_beyond_ascii_are_found_in_either_case(force, root):
    put_rows(root, Investigation, [stored_investigation("L", summary="Élan café")])
    investigation("T", summary="ÉLAN CAFÉ", opened_at=day(1))
    tables = open_reader(root)

    assert refs(force["investigator"], tables, search="élan") == ["L", "T"]
    assert refs(force["investigator"], tables, search="CAFÉ") == ["L", "T"]


def test_a_filter_on_a_field_that_nobody_shows_is_as_unknown_as_one_that_is_not_there(
    force, tables
):
    for name in ("summary", "nonsense"):
        with pytest.raises(UnknownFilter, match=f"no field '{name}'"):
            listed(force["analyst"], tables, filters={name: "x"})
    with pytest.raises(UnknownFilter, match="YYYY-MM-DD"):
        listed(force["analyst"], tables, filters={"closed_on": "soon"})
    with pytest.raises(WrongPlace):
        listed(force["analyst"], tables, after="nonsense")


@pytest.mark.parametrize(
    "asked",
    [
        {"search": "a\x00b"},
        {"filters": {"offence": "\x00"}},
        {"filters": {"opened_at": "9999-12-31"}},
        {"search": "x" * 201},
    ],
)
def test_what_no_database_could_be_asked_is_refused_in_words(force, tables, asked):
    with pytest.raises(UnknownFilter):
        listed(force["investigator"], tables, **asked)


@pytest.mark.parametrize(
    "place",
    [
        ["2026-03-02", "a/b"],
        ["2026-03-02T10:00", "a"],
        ["soon", "a"],
        [7, "a"],
        [None],
        ["\x00", "a"],
        "a",
    ],
)
def test_a_place_that_nobody_wrote_is_no_place(force, tables, place):
    text = base64.urlsafe_b64encode(json.dumps(place).encode()).decode()

    with pytest.raises(WrongPlace):
        listed(force["investigator"], tables, after=text)


def test_cells_that_are_hidden_are_absent_and_found_by_no_search(force, root):
    """Analysts see facts of all investigations, and not one word of what was written (T03)."""
    investigation("A", summary="canary")
    put_rows(root, Investigation, [stored_investigation("B", summary="canary")])
    tables = open_reader(root)

    found = listed(force["analyst"], tables)

    assert {name for row in found.rows for name in row.cells} == {
        column.name for column in found.columns
    }
    assert "summary" not in {column.name for column in found.columns}
    assert refs(force["analyst"], tables, search="canary") == []
    assert refs(force["investigator"], tables, search="canary") == ["A", "B"]


def test_a_partner_finds_only_by_the_fields_that_are_shared(force, root):
    investigation("A", offence="Burglary", summary="hidden word")
    Share.objects.create(
        force_id=FORCE,
        partner_ref="P",
        record_type="investigation",
        unit_ref="N",
        fields="offence, state",
        purpose="homes made safe",
        basis="an agreement",
        made_by="person:x",
        starts_at=day(1),
        ends_at=NOW + timedelta(hours=1),
    )
    partner = force["partner"]

    assert [dict(row.cells) for row in listed(partner, open_reader(root)).rows] == [
        {"offence": "Burglary", "state": "Open"}
    ]
    assert listed(partner, open_reader(root), search="hidden").rows == ()
    assert len(listed(partner, open_reader(root), search="burglary").rows) == 1


WORDS = ("quiet", "harbour", "lantern", "seven", "orchard")
WORDS += ("velvet", "canyon", "marble", "thistle", "ember")
QUERIES = [
    {"search": f"{one} {two}".strip(), "limit": limit}
    for one in WORDS
    for two, limit in (("", 3), ("", 50), (WORDS[3], 2), ("open", 50), ("burglary", 1))
]


def answers(user, tables, queries):
    found = [listed(user, tables, **query) for query in queries]
    return [(one.rows, one.after) for one in found]


def test_a_sealed_record_changes_no_result_of_fifty_queries(force, tables):
    """T03: same rows, order and next page with and without it."""
    for n in range(12):
        investigation(f"T{n}", opened_at=day(n), summary=f"{WORDS[n % 10]} {WORDS[(n + 3) % 10]}")
    hidden = investigation("X", opened_at=day(1), summary=" ".join(WORDS))
    assert any("X" in str(rows) for rows, _after in answers(force["investigator"], tables, QUERIES))
    seal(hidden.record_id)

    with_it = answers(force["investigator"], tables, QUERIES)
    hidden.delete()

    assert len(QUERIES) == 50
    assert with_it == answers(force["investigator"], tables, QUERIES)
    assert sum(len(rows) for rows, _after in with_it) > 50


def test_nor_does_one_in_the_store(force, root):
    others = [
        stored_investigation(f"L{n}", opened_at=day(n), summary=WORDS[n % 10]) for n in range(12)
    ]
    hidden = stored_investigation("X", opened_at=day(1), summary=" ".join(WORDS))
    put_rows(root, Investigation, [*others, hidden])
    seal("loaded-X")
    with_it = answers(force["investigator"], open_reader(root), QUERIES[::6])
    put_rows(root, Investigation, others)

    assert with_it == answers(force["investigator"], open_reader(root), QUERIES[::6])
    assert sum(len(rows) for rows, _after in with_it) > 5


def test_the_look_is_one_entry_that_names_what_was_asked_and_shown(force, root):
    investigation("A")
    investigation("B", unit="S1")

    listed(force["investigator"], open_reader(root), search="bur", filters={"state": "Open"})

    entry = Entry.objects.latest("sequence")
    assert (entry.verb, entry.record_type, entry.record_ref) == (
        "consulted",
        "investigation",
        "list",
    )
    told = json.loads(entry.detail)
    assert (told["query"], told["filters"], told["shown"]) == (
        "bur",
        {"state": "Open"},
        ["investigation-A"],
    )


def test_who_may_see_nothing_of_a_type_gets_an_empty_list_of_what_is_openly_published(
    force, tables
):
    matter("A")

    found = listed(force["patrol-officer"], tables, ConductMatter)

    assert (found.rows, found.after) == ((), None)
    assert {column.handling for column in found.columns} == {"public"}


units = st.none() | st.sampled_from(["N1", "N2", "S1", "N"])
officers = st.none() | st.sampled_from(["no-a", "no-b"])
held = st.tuples(
    units, officers, st.sampled_from(["extracts", "police_uk", "typed"]), st.booleans()
)


class TheListIsWhatMayBeSeen(TestCase):
    """For whatever is held, sealed or edited: list == {r : may(consult, r)}, each row once."""

    @pytest.fixture(autouse=True)
    def _root(self, tmp_path_factory):
        self.folders = tmp_path_factory

    @settings(max_examples=12, deadline=None)
    @given(
        role=st.sampled_from(
            ["investigator", "supervisor", "analyst", "call-handler", "panel-member", "partner"]
        ),
        unit=st.sampled_from(["F", "N", "S1"]),
        typed=st.lists(held, max_size=4),
        loaded=st.lists(held, max_size=4),
        sealed=st.sets(st.integers(0, 7)),
    )
    def test_whatever_is_held(self, role, unit, typed, loaded, sealed):
        make_units()
        user = employ(role, unit, name="a")
        root = self.folders.mktemp("held") / "store"
        records = [
            Investigation(**stored_investigation(str(n), unit=at, officer=officer))
            for n, (at, officer, _source, _here) in enumerate([*typed, *loaded])
        ]
        for record, (_at, _officer, source, here) in zip(records, [*typed, *loaded], strict=True):
            record.source, record.force_id = source, FORCE if here else "kent"
        for record in records[: len(typed)]:
            record.save()
        names = ("unit_ref", "officer_ref", "source", "force_id", "investigation_ref", "summary")
        put_rows(
            root,
            Investigation,
            [
                stored_investigation("x")
                | {"record_id": record.record_id}
                | {name: getattr(record, name) for name in names}
                for record in records[len(typed) :]
            ],
        )
        for n in sealed & set(range(len(records))):
            seal(records[n].record_id)

        found = listed(user, open_reader(root), limit=100)

        allowed = {
            record.record_id
            for record in records
            if may(user, "consult", Investigation, record, at=NOW)
        }
        assert sorted(row.record_id for row in found.rows) == sorted(allowed)
        by_id = {record.record_id: record for record in records}
        for row in found.rows:
            record = by_id[row.record_id]
            assert set(row.cells) == {
                column.name
                for column in found.columns
                if may(user, "consult", Investigation, record, column.name, at=NOW)
            }
