"""The store: snapshots, readers, one writer, and clearing up."""

import threading
from datetime import timedelta

import ibis
import pyarrow as pa
import pytest

from peelian.records.schema import schema_of
from peelian.records.store import catalogue, layout
from peelian.records.store.catalogue import NoSuchSnapshot
from peelian.records.store.lock import StoreBusy, writing
from peelian.records.store.manifest import from_json, to_json
from peelian.records.store.pins import pin, pinned
from peelian.records.store.reader import open_reader
from peelian.records.store.sweep import retire, sweep
from peelian.sources.police_uk.outcomes import OUTCOMES
from peelian.spine.models import Crime, Outcome
from records.street_files import AT, CRIME, MARCH, OUTCOME, csv_text

DRUGS = CRIME | {"Crime type": "Drugs"}


def rows_for(month: str, *rows: dict[str, str]) -> str:
    return csv_text(*[row | {"Month": month} for row in rows])


class TestAnEmptyStore:
    def test_has_an_empty_snapshot(self, desk):
        snapshot = open_reader(desk.root).snapshot
        assert (snapshot.id, snapshot.parts) == ("", ())
        assert snapshot.covered("crime") == frozenset()

    def test_gives_tables_of_the_right_schema_without_rows(self, desk):
        reader = open_reader(desk.root)
        for model in (Crime, Outcome):
            table = reader.table(model)
            assert table.schema() == schema_of(model)
            answer = reader.to_arrow(table)
            assert answer.num_rows == 0
            assert ibis.Schema.from_pyarrow(answer.schema) == schema_of(model)
            assert reader.by_address(model, ["anything"]) == {}

    def test_names_what_it_does_not_hold(self, desk):
        with pytest.raises(NoSuchSnapshot, match="'abc' is not held"):
            open_reader(desk.root, snapshot_id="abc")


class TestAReader:
    @pytest.fixture
    def reader(self, desk):
        desk.file(rows_for("2021-03", CRIME, DRUGS), "2021-03-kent-street.csv")
        desk.file(rows_for("2021-04", CRIME), "2021-04-kent-street.csv")
        desk.file(rows_for("2021-03", CRIME, CRIME, CRIME), "2021-03-essex-street.csv")
        desk.file(rows_for("2021-04"), "2021-04-essex-street.csv")
        desk.file(csv_text(OUTCOME, header=OUTCOMES.header), "2021-03-kent-outcomes.csv")
        desk.load()
        return open_reader(desk.root)

    def test_knows_what_is_covered_with_months_that_hold_nothing(self, reader):
        assert reader.snapshot.covered("crime") == {
            ("essex", "2021-03"),
            ("essex", "2021-04"),
            ("kent", "2021-03"),
            ("kent", "2021-04"),
        }
        assert reader.snapshot.covered("outcome") == {("kent", "2021-03")}
        assert reader.snapshot.months("crime") == ("2021-03", "2021-04")
        assert reader.snapshot.forces("crime") == ("essex", "kent")
        assert [part.rows for part in reader.snapshot.parts_of("crime")] == [3, 0, 2, 1]

    @pytest.mark.parametrize(
        ("conditions", "rows"),
        [
            ({}, 6),
            ({"forces": ["kent"]}, 3),
            ({"months": {"2021-03"}}, 5),
            ({"forces": ["kent"], "months": ["2021-03"]}, 2),
            ({"forces": ["essex"], "months": ["2021-04"]}, 0),
            ({"forces": []}, 0),
            ({"forces": ["surrey"]}, 0),
        ],
    )
    def test_opens_only_the_forces_and_months_asked_for(self, reader, conditions, rows):
        table = reader.table(Crime, **conditions)
        assert table.schema() == schema_of(Crime)
        assert reader.to_arrow(table.count()).column(0).to_pylist() == [rows]

    def test_gives_exactly_the_types_of_the_schema(self, reader):
        answer = reader.to_arrow(reader.table(Crime))
        assert ibis.Schema.from_pyarrow(answer.schema) == schema_of(Crime)

    def test_gives_rows_by_address_as_the_table_has_them(self, reader):
        held = reader.to_arrow(reader.table(Crime)).to_pylist()
        kent = {row["record_id"]: row for row in held if row["force_id"] == "kent"}
        asked = [*(row["record_id"] for row in held), "nobody's", "' OR 1=1 --"]
        assert reader.by_address(Crime, asked, forces=["kent"]) == kent
        assert len(kent) == 3

    def test_gives_only_the_columns_that_are_named(self, reader):
        (address, *_others) = reader.to_arrow(reader.table(Crime).record_id).to_pydict()[
            "record_id"
        ]
        names = {"record_id", "month", "no such column"}
        found = reader.by_address(Crime, [address], names=names)
        assert set(found[address]) == {"record_id", "month"}
        assert reader.by_address(Crime, []) == {}

    def test_joins_what_is_held_with_a_table_that_is_not(self, reader):
        names = reader.memtable(
            [{"slug": "kent", "name": "Kent Police"}],
            ibis.schema({"slug": "string", "name": "string"}),
        )
        crimes = reader.table(Crime)
        joined = crimes.join(names, crimes.force_id == names.slug)
        assert reader.to_arrow(joined.count()).column(0).to_pylist() == [3]

    def test_takes_columns_as_a_small_table(self, reader):
        table = reader.memtable(pa.table({"n": [1, 2]}), ibis.schema({"n": "int64"}))
        assert reader.to_arrow(table.n.sum().name("total")).to_pylist() == [{"total": 3}]

    def test_shows_the_query(self, reader):
        assert "COUNT(*)" in reader.sql(reader.table(Crime).count())

    def test_works_on_every_thread(self, reader):
        found: list[int] = []

        def ask() -> None:
            found.append(reader.to_arrow(reader.table(Crime)).num_rows)

        threads = [threading.Thread(target=ask) for _ in range(3)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert found == [6, 6, 6]

    def test_stays_on_its_snapshot(self, reader, desk):
        desk.load(desk.file(rows_for("2021-05", CRIME), "2021-05-kent-street.csv"))
        assert reader.to_arrow(reader.table(Crime)).num_rows == 6
        assert len(desk.crimes()) == 7
        older = open_reader(desk.root, snapshot_id=reader.snapshot.id)
        assert older.snapshot == reader.snapshot


class TestPublishing:
    def test_hands_the_new_snapshot_over_before_the_pointer_moves(self, desk):
        seen = []

        def hook(snapshot, parts):
            seen.append((snapshot.id, [part.origin for part in parts]))
            assert catalogue.current_id(desk.root) == ""

        report = desk.load(desk.file(csv_text(CRIME)), on_publish=hook)
        assert seen == [(report.snapshot_id, [MARCH])]

    def test_does_not_happen_if_the_hook_refuses(self, desk):
        desk.load(desk.file(csv_text(CRIME), "2021-03-kent-street.csv"))
        standing = catalogue.current_id(desk.root)

        def refuse(snapshot, parts):
            raise PermissionError("not today")

        path = desk.file(csv_text(CRIME))
        with pytest.raises(PermissionError):
            desk.load(path, on_publish=refuse)
        assert catalogue.current_id(desk.root) == standing
        assert len(list(layout.manifests(desk.root).iterdir())) == 1
        assert desk.load(path).loaded == 1

    def test_of_nothing_new_calls_no_hook(self, desk):
        path = desk.file(csv_text(CRIME))
        desk.load(path)
        calls = []
        desk.load(path, on_publish=lambda *given: calls.append(given))
        assert calls == []

    def test_writes_manifests_that_can_be_read_again(self, desk):
        desk.load_text(csv_text(CRIME))
        desk.load_text(csv_text(DRUGS))
        snapshot = catalogue.current(desk.root)
        assert from_json(to_json(snapshot)) == snapshot
        assert snapshot.made_by == "a tester"


class TestTheOneWriter:
    def test_a_second_one_is_told_to_wait(self, desk):
        path = desk.file(csv_text(CRIME))
        with writing(desk.root), pytest.raises(StoreBusy, match="Another load is writing"):
            desk.load(path)
        assert desk.load(path).loaded == 1

    def test_a_second_one_can_wait(self, desk):
        path = desk.file(csv_text(CRIME))
        said: list[str] = []
        begun, done = threading.Event(), threading.Event()

        def hold() -> None:
            with writing(desk.root):
                begun.set()
                done.wait(10)

        holder = threading.Thread(target=hold)
        holder.start()
        begun.wait(10)

        def say(sentence: str) -> None:
            said.append(sentence)
            done.set()

        assert desk.load(path, wait_seconds=10, say=say).loaded == 1
        holder.join()
        assert said == ["Another load is writing to this store; waiting for it to end."]


class TestClearingUp:
    def test_removes_what_no_manifest_names_and_nothing_else(self, desk):
        desk.load_text(csv_text(CRIME, CRIME | {"Month": "no"}))
        before = desk.everything()
        for left in (
            "staging/half.rows",
            "files/crime/kent/2021-03-0000.parquet",
            "rejects/crime/kent/2021-03-0000.parquet",
            "manifests/.abc.json.12.new",
            ".CURRENT.12.new",
        ):
            path = desk.root / left
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("left behind")
        sweep(desk.root)
        assert desk.everything() == before

    def test_keeps_superseded_snapshots_for_30_days(self, desk):
        desk.load_text(csv_text(CRIME))
        first = catalogue.current_id(desk.root)
        later = AT + timedelta(days=40)
        desk.load(desk.file(csv_text(DRUGS)), at=later)
        # It was made 40 days before, but has only now ceased to be current.
        assert open_reader(desk.root, snapshot_id=first).snapshot.id == first
        assert retire(desk.root, now=later + timedelta(days=29)) == ()
        assert retire(desk.root, now=later + timedelta(days=31)) == (first,)
        sweep(desk.root)
        assert [row["crime_type"] for row in desk.crimes()] == ["Drugs"]
        assert len(list(layout.files(desk.root).rglob("*.parquet"))) == 1

    def test_keeps_pinned_snapshots(self, desk):
        desk.load_text(csv_text(CRIME))
        first = catalogue.current_id(desk.root)
        desk.load_text(csv_text(DRUGS))
        pin(desk.root, first, "A-1")
        pin(desk.root, first, "A-2")
        assert pinned(desk.root) == {first}
        assert retire(desk.root, now=AT + timedelta(days=99)) == ()
        sweep(desk.root)
        held = open_reader(desk.root, snapshot_id=first)
        assert held.to_arrow(held.table(Crime).count()).num_rows == 1

    def test_a_pin_comes_too_late_for_what_is_gone(self, desk):
        with pytest.raises(NoSuchSnapshot):
            pin(desk.root, "abc", "A-1")

    def test_happens_by_itself_with_a_later_load(self, desk):
        desk.load_text(csv_text(CRIME))
        desk.load(desk.file(csv_text(DRUGS)), at=AT + timedelta(days=1))
        robbery = csv_text(CRIME | {"Crime type": "Robbery"})
        desk.load(desk.file(robbery), at=AT + timedelta(days=60))
        assert len(list(layout.files(desk.root).rglob("*.parquet"))) == 2
        assert len(list(layout.manifests(desk.root).iterdir())) == 2
