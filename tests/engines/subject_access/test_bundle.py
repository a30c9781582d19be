"""The bundle: released by a second officer, with the released lines and nothing else."""

import csv
import io
import json
import zipfile
from datetime import date
from uuid import uuid4

import pytest

from engines.subject_access.asking_samples import (
    KEY,
    MODELS,
    OFFENCE_A,
    OWN_NAME,
    choose,
    fetched,
    seen_by,
)
from peelian.access.decide import NotAllowed
from peelian.access.giving.seals import seal
from peelian.areas.investigation.models import Investigation
from peelian.engines.subject_access.bundle import CLOSING
from peelian.engines.subject_access.deciding import hand_on, take_back
from peelian.engines.subject_access.errors import NoSuchRequest, Refused, Stale
from peelian.engines.subject_access.gathering import gather
from peelian.engines.subject_access.models import Line
from peelian.engines.subject_access.releasing import release, to_release
from peelian.engines.subject_access.requests import (
    open_request,
    request_of,
    requests_of,
)
from peelian.spine.models import Involvement, Person
from peelian.trail.models import Entry
from people import FORCE, NOW


class TestTwoPeople:
    def test_whoever_prepared_does_not_release(self, gathered, world, tables):
        """Even a keeper who was given the power to release as well."""
        keeper = world["records-manager"]
        world["chief-officer"].roles_held.create(
            role="records-manager", force_id=FORCE, starts_at=NOW, given_by="x", reason="x"
        )
        choose(world["chief-officer"], gathered, tables, OWN_NAME)
        hand_on(gathered, actor=keeper, at=NOW)

        with pytest.raises(Refused, match="ask another person"):
            release(gathered, models=MODELS, actor=world["chief-officer"], at=NOW, tables=tables)

    def test_a_keeper_alone_releases_nothing(self, gathered, world, tables):
        hand_on(gathered, actor=world["records-manager"], at=NOW)

        with pytest.raises(NoSuchRequest):
            release(gathered, models=MODELS, actor=world["second"], at=NOW, tables=tables)

    def test_nothing_is_released_before_it_was_handed_on(self, gathered, world, tables):
        with pytest.raises(Refused, match="handed on"):
            release(gathered, models=MODELS, actor=world["chief-officer"], at=NOW, tables=tables)

    def test_what_was_handed_on_can_be_taken_back(self, gathered, world, tables):
        hand_on(gathered, actor=world["records-manager"], at=NOW)
        with pytest.raises(Refused, match="not being prepared"):
            seen_by(world["records-manager"], gathered, tables)
        take_back(gathered, actor=world["second"], at=NOW)

        assert seen_by(world["records-manager"], gathered, tables)

    def test_the_one_who_releases_reads_the_released_lines_alone(self, gathered, world, tables):
        choose(world["records-manager"], gathered, tables, OWN_NAME)
        hand_on(gathered, actor=world["records-manager"], at=NOW)

        found = to_release(
            gathered, models=MODELS, actor=world["chief-officer"], at=NOW, tables=tables
        )
        assert [line.value for one in found for line in one.lines] == ["Own-family-name"]

    def test_a_seal_that_came_later_keeps_the_answer_in(self, gathered, world, tables):
        choose(world["records-manager"], gathered, tables, OFFENCE_A)
        hand_on(gathered, actor=world["records-manager"], at=NOW)
        seal(
            record=Investigation.objects.get(record_id="investigation-A"),
            members=[world["second"]],
            reason="a source",
            actor=world["standards-investigator"],
            at=NOW,
        )
        with pytest.raises(NoSuchRequest):
            release(gathered, models=MODELS, actor=world["chief-officer"], at=NOW, tables=tables)

    @pytest.mark.parametrize("role", ["records-manager", "chief-officer"])
    def test_the_subject_has_no_part_in_it(self, world, tables, role):
        """Not in writing it down, and not in knowing of it, whatever their role."""
        other = world["second"] if role == "records-manager" else world["records-manager"]
        made = open_request(
            force_id=FORCE,
            person_key=f"person-{role}",
            described="x",
            received_on=date(2026, 3, 1),
            actor=other,
            at=NOW,
        )
        assert requests_of(world[role], force_id=FORCE, at=NOW) == ()
        with pytest.raises(NoSuchRequest):
            request_of(world[role], made.pk, at=NOW)
        with pytest.raises((Refused, NotAllowed)):
            open_request(
                force_id=FORCE,
                person_key=f"person-{role}",
                described="x",
                received_on=date(2026, 3, 1),
                actor=world[role],
                at=NOW,
            )

    def test_a_request_that_is_hidden_sounds_like_none(self, request_, world):
        with pytest.raises(NoSuchRequest) as hidden:
            request_of(world["investigator"], request_.pk, at=NOW)
        with pytest.raises(NoSuchRequest) as missing:
            request_of(world["records-manager"], uuid4(), at=NOW)
        assert str(hidden.value) == str(missing.value)


class TestTheBundle:
    def test_it_holds_exactly_the_released_lines(self, released, world, tables):
        content = fetched(world["records-manager"], released, tables)
        archive = zipfile.ZipFile(io.BytesIO(content))
        text = archive.read("your-data.csv").decode("utf-8-sig")

        assert list(csv.reader(io.StringIO(text)))[1:] == [
            ["1", "Investigation", "What is being looked into", "Offence-A"],
            ["2", "Person", "Family name", "Own-family-name"],
        ]

    def test_nothing_withheld_is_in_it_not_even_a_count(self, released, world, tables):
        """The same two lines of a person of whom nothing else is held make the same bundle."""
        archive = zipfile.ZipFile(io.BytesIO(fetched(world["records-manager"], released, tables)))
        everything = b"".join(archive.read(name) for name in archive.namelist()).decode()

        for canary in (
            "Canary",
            "Own-address",
            "Offence-B",
            "Suspect",
            "Victim",
            "records-manager",
        ):
            assert canary not in everything, canary
        assert CLOSING in everything

    def test_who_is_held_little_about_gets_the_same_bytes(self, released, world, tables):
        much = fetched(world["records-manager"], released, tables)
        Investigation.objects.exclude(record_id="investigation-A").delete()
        Involvement.objects.filter(reference="B").delete()
        Investigation.objects.update(summary=None, officer_ref=None)
        Line.objects.filter(released=False).delete()

        assert fetched(world["records-manager"], released, tables) == much

    def test_its_files_have_no_time_name_or_remark(self, released, world, tables):
        archive = zipfile.ZipFile(io.BytesIO(fetched(world["records-manager"], released, tables)))
        told = {(one.date_time, one.comment, one.extra) for one in archive.infolist()}

        assert told == {((1980, 1, 1, 0, 0, 0), b"", b"")}
        assert archive.comment == b""

    def test_cells_that_a_spreadsheet_would_run_are_harmless(self, gathered, world, tables):
        Person.objects.filter(person_key=KEY).update(family_name="=1+1", given_names="<b>x")
        keeper = world["records-manager"]
        gather(gathered, models=MODELS, actor=keeper, at=NOW, tables=tables)
        choose(keeper, gathered, tables, OWN_NAME, ("person-K", "given_names"))
        hand_on(gathered, actor=keeper, at=NOW)
        done = release(gathered, models=MODELS, actor=world["chief-officer"], at=NOW, tables=tables)
        archive = zipfile.ZipFile(io.BytesIO(fetched(keeper, done, tables)))

        assert b",=1+1" not in archive.read("your-data.csv")
        assert b"&lt;b&gt;x" in archive.read("your-data.html")

    def test_release_and_fetching_are_disclosure(self, released, world, tables):
        fetched(world["records-manager"], released, tables)

        told = Entry.objects.filter(verb="disclosed").order_by("sequence")
        assert list(told.values_list("record_type", flat=True)) == [
            "investigation",
            "person",
            "subject-request",
            "subject-request",
        ]
        assert json.loads(told[0].detail)["fields"] == ["offence"]

    def test_a_record_that_has_changed_since_is_not_handed_out(self, released, world, tables):
        Person.objects.filter(person_key=KEY).update(family_name="Another")

        with pytest.raises(Stale):
            fetched(world["records-manager"], released, tables)

    def test_an_answer_without_a_line_neither_confirms_nor_denies(self, gathered, world, tables):
        hand_on(gathered, actor=world["records-manager"], at=NOW)
        done = release(gathered, models=MODELS, actor=world["chief-officer"], at=NOW, tables=tables)
        archive = zipfile.ZipFile(io.BytesIO(fetched(world["second"], done, tables)))

        assert archive.read("your-data.csv").decode("utf-8-sig").count("\n") == 1
        assert CLOSING in archive.read("your-data.html").decode()
