"""Keys, recipes and looks: what a record system's extract needs of a load."""

import dataclasses
import gzip
import json
import zipfile

import pytest

from peelian.areas.contact.codes import QUEUES
from peelian.areas.contact.models import Call
from peelian.records.load import prepare
from peelian.records.load.address import BY_KEY, address
from peelian.records.load.kinds import Column, FileKind, WrongDeclaration
from peelian.records.load.rules import Place
from peelian.records.load.rules_words import Recoded
from peelian.records.load.run import load
from peelian.records.load.source import Found
from peelian.records.store import catalogue
from peelian.records.store.manifest import from_json, to_json
from peelian.records.store.snapshot import fingerprint
from peelian.sources.police_uk.source import POLICE_UK
from peelian.spine.incident import Incident
from records.extract_files import CALLS, EVERYWHEN, INCIDENTS, AsWritten, held, load_extract
from records.street_files import AT, CRIME, csv_text

HEADER = "Ref,Opened,Hour,Arrived,Grade\n"
FIRST = HEADER + "A1,2021-05-01T10:00Z,,,2\nA2,2021-05-01T11:00Z,,,1\n"
CALL_HEADER = "Ref,Start,Line,Gave up\n"


def the_part(desk):
    (part,) = catalogue.current(desk.root).parts
    return part


class TestKeys:
    def test_a_key_makes_the_address_whatever_else_the_row_says(self, desk):
        load_extract(desk, FIRST, kind=INCIDENTS)
        assert [row["record_id"] for row in held(desk, Incident)] == [
            address(
                type_key="incident", source="test", place=Place("kent", BY_KEY), values=[reference]
            )
            for reference in ("A1", "A2")
        ]

    def test_a_changed_row_keeps_its_address_and_restates(self, desk):
        load_extract(desk, FIRST, kind=INCIDENTS)
        before = {row["incident_ref"]: row["record_id"] for row in held(desk, Incident)}
        arrived = FIRST.replace("11:00Z,,,1", "11:00Z,,2021-05-01T11:20Z,1")
        report = load_extract(desk, arrived + "A3,2021-05-02T11:00Z,,,1\n", kind=INCIDENTS)
        assert (report.status, report.loaded, report.already_held) == ("superseded", 2, 1)
        assert (
            "1 rows are new, 1 are as before, 0 are gone, 1 say something else" in report.sentence
        )
        rows = {row["incident_ref"]: row for row in held(desk, Incident)}
        assert rows["A2"]["minutes_to_arrival"] == 20
        assert {name: rows[name]["record_id"] for name in before} == before
        assert the_part(desk).restated

    def test_the_same_rows_in_another_order_change_nothing(self, desk):
        load_extract(desk, FIRST, kind=INCIDENTS)
        lines = FIRST.splitlines()
        report = load_extract(desk, "\n".join([lines[0], *reversed(lines[1:])]), kind=INCIDENTS)
        assert report.status == "already held"

    @pytest.mark.parametrize("block_size", [64, 1 << 20])
    def test_a_later_row_with_the_same_key_names_the_line_of_the_first(
        self, desk, block_size, monkeypatch
    ):
        monkeypatch.setattr(prepare, "BLOCK_SIZE", block_size)
        rows = [f"A{n % 40},2021-05-01T10:{n % 40:02d}Z,,,{n}" for n in range(60)]
        report = load_extract(desk, HEADER + "\n".join(rows), kind=INCIDENTS)
        assert (report.read, report.loaded, report.rejected) == (60, 40, 20)
        assert [row["grade"] for row in held(desk, Incident)] == [str(n) for n in range(40)]
        rejects = desk.rejects()
        assert [(reject.line, reject.value, reject.reason) for reject in rejects] == [
            (n + 2, f"A{n - 40}", f"the same key as on line {n - 38}") for n in range(40, 60)
        ]
        assert {reject.column for reject in rejects} == {"Ref"}

    def test_a_refused_row_does_not_take_its_key_from_a_good_one(self, desk):
        bad = HEADER + "A1,noon,,,2\nA1,2021-05-01T11:00Z,,,1\n"
        assert load_extract(desk, bad, kind=INCIDENTS).loaded == 1
        assert [row["grade"] for row in held(desk, Incident)] == ["1"]

    def test_a_row_without_its_key_is_refused(self, desk):
        report = load_extract(desk, FIRST + " ,2021-05-01T11:00Z,,,1\n", kind=INCIDENTS)
        assert (report.loaded, report.rejected) == (2, 1)
        assert desk.rejects()[0].reason == "blank, although it makes the key of the row"

    def test_a_key_must_be_a_column(self):
        with pytest.raises(WrongDeclaration, match="names 'place_key', which no column"):
            FileKind("test.x", "x", Incident, INCIDENTS.columns, natural_key=("place_key",))


class TestRecipes:
    TEXT = (CALL_HEADER + "1,2021-05-01T10:00Z,emergency,no\n").replace("\n", ";")

    def load(self, desk, opener, **said):
        return load_extract(desk, self.TEXT, opener=opener, **said)

    def test_the_same_recipe_is_not_read_again(self, desk):
        opener = AsWritten()
        assert self.load(desk, opener).status == "loaded"
        assert self.load(desk, opener).status == "already held"
        assert opener.opened == ["extract.csv"]

    def test_another_recipe_reads_the_same_file_again_once(self, desk):
        self.load(desk, AsWritten())
        before = the_part(desk)

        second = AsWritten("two")
        report = self.load(desk, second)
        assert second.opened == ["extract.csv"]
        assert report.status == "already held"
        after = the_part(desk)
        assert after.recipe != before.recipe
        assert (after.path, after.loaded_at, after.restated) == (
            before.path,
            before.loaded_at,
            False,
        )
        last = AsWritten("two")
        assert self.load(desk, last).status == "already held"
        assert last.opened == []

    def test_other_rules_for_the_same_words_restate_the_rows(self, desk):
        """The text of the row and so its address are as before, but it says something else."""
        self.load(desk, AsWritten())
        queue = Column("Gave up", "queue", Recoded(QUEUES, {"no": "Second queue"}))
        other = dataclasses.replace(CALLS, columns=(*CALLS.columns[:3], queue), version=2)
        report = load_extract(desk, self.TEXT, kind=other, opener=AsWritten())
        assert (report.status, report.loaded) == ("superseded", 1)
        assert "1 say something else" in report.sentence
        assert [(row["abandoned"], row["queue"]) for row in held(desk, Call)] == [
            (None, "Second queue")
        ]

    def test_a_part_knows_its_feed_and_the_last_day_of_its_rows(self, desk):
        self.load(desk, AsWritten(), feed="telephony", rhythm="month")
        part = the_part(desk)
        assert (part.feed, part.rhythm, part.until) == ("telephony", "month", "2021-05-01")
        assert self.load(desk, AsWritten(), feed="telephony", rhythm="week").already_held == 1
        assert the_part(desk).rhythm == "week"

    def test_the_hash_is_that_of_the_file_as_it_lies_there(self, desk):
        self.load(desk, AsWritten())
        plain = Found(CALLS, "test", desk.folder / "extract.csv", "", EVERYWHEN, "extract.csv")
        assert the_part(desk).origin_sha256 == prepare.sha256_of(plain, caps=prepare.Caps())

    def test_a_killed_load_is_not_taken_up_under_another_recipe(self, desk):
        def killed(*_):
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            self.load(desk, AsWritten(), on_publish=killed)
        again, other = AsWritten(), AsWritten("two")
        with pytest.raises(KeyboardInterrupt):
            self.load(desk, again, on_publish=killed)
        assert again.opened == []
        self.load(desk, other)
        assert other.opened == ["extract.csv"]


class TestFingerprints:
    def test_what_says_nothing_leaves_the_fingerprint_as_it_was(self, desk):
        """Stores from before parts had a recipe keep the names of their snapshots."""
        desk.file(csv_text(CRIME))
        found = POLICE_UK.find((desk.folder,), force=None)
        archive = [dataclasses.replace(file, feed="", rhythm="") for file in found]
        load(root=desk.root, files=archive, by="a tester", at=AT)
        snapshot = catalogue.current(desk.root)
        manifest = json.loads(to_json(snapshot))
        for part in manifest["parts"]:
            for later in ("recipe", "feed", "rhythm", "until", "attribution"):
                assert part.pop(later) == ""
        older = from_json(json.dumps(manifest).encode())
        assert older.parts == snapshot.parts
        assert fingerprint(older.parts) == snapshot.id


class TestLooks:
    TEXT = CALL_HEADER + "".join(
        f"{n},2021-05-01T10:{n:02d}Z,{'99' if n % 4 == 0 else '101'},{'?' if n == 5 else 'no'}\n"
        for n in range(40)
    )

    def test_a_dry_run_shows_the_first_good_rows_and_every_word_without_a_code(self, desk):
        report = load_extract(desk, self.TEXT, dry_run=True, sample=10)
        good = [1, 2, 3, 6, 7, 9, 10, 11, 13, 14]
        assert [int(str(row["call_ref"])) for row in report.sample] == good
        assert report.sample[0]["month"] == "2021-05"
        assert report.uncoded == {"Line": {"99": 10}, "Gave up": {"?": 1}}
        assert catalogue.current(desk.root).parts == ()

    def test_what_is_held_already_is_shown_too(self, desk):
        load_extract(desk, self.TEXT)
        report = load_extract(desk, self.TEXT, dry_run=True, sample=2)
        assert report.status == "already held"
        assert [row["call_ref"] for row in report.sample] == ["1", "2"]
        assert report.uncoded["Line"] == {"99": 10}

    def test_a_file_without_a_good_row_still_names_its_words(self, desk):
        report = load_extract(desk, CALL_HEADER + "1,2021-05-01T10:00Z,99,no\n", sample=5)
        assert (report.status, report.sample) == ("refused", ())
        assert report.uncoded == {"Line": {"99": 1}}

    def test_nothing_is_shown_unasked(self, desk):
        report = load_extract(desk, self.TEXT, dry_run=True)
        assert (report.sample, report.uncoded) == ((), {})


class TestCounters:
    def test_an_unnamed_column_is_passed_over_where_the_kind_says_so(self, desk):
        load_extract(desk, CALL_HEADER + "1,2021-05-01T10:00Z,101,no\n")
        before = held(desk, Call)
        text = ",Ref,Start,Line,Gave up\n0,1,2021-05-01T10:00Z,101,no\n"
        assert load_extract(desk, text).status == "already held"
        assert held(desk, Call) == before

    def test_two_unnamed_columns_are_not(self, desk):
        report = load_extract(desk, ",Ref,Start,Line,Gave up,\n0,1,2021-05-01T10:00Z,101,no,\n")
        assert "two columns have no name" in report.sentence


def test_a_gzipped_member_of_an_archive_is_read(desk):
    path = desk.folder / "march.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("2021-03-kent-street.csv.gz", gzip.compress(csv_text(CRIME).encode()))
    assert desk.load(path).loaded == 1
