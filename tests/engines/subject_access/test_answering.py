"""Answering a person: the clock, what is gathered, and what is decided line by line."""

import json
from datetime import date, datetime

import pytest

from engines.subject_access.asking_samples import (
    KEY,
    MODELS,
    OFFENCE_A,
    OWN_NAME,
    causes,
    choose,
    part,
    seen_by,
)
from peelian.access.conflict import Conflict
from peelian.access.giving.seals import seal
from peelian.areas.investigation.models import Investigation
from peelian.engines.subject_access.clock import due_on
from peelian.engines.subject_access.deciding import decide
from peelian.engines.subject_access.errors import NoSuchRequest, Refused, Stale
from peelian.engines.subject_access.gathering import gather
from peelian.engines.subject_access.models import Line, LineDecision
from peelian.engines.subject_access.requests import (
    open_request,
    recognise,
)
from peelian.records.store.reader import open_reader
from peelian.spine.models import Involvement, Person
from peelian.trail.models import Entry
from people import FORCE, NOW, investigation, matter
from stored_rows import put_rows, stored_investigation


class TestTheClock:
    @pytest.mark.parametrize(
        ("received", "known", "due"),
        [
            (date(2026, 9, 3), date(2026, 9, 3), date(2026, 10, 3)),
            (date(2026, 1, 31), date(2026, 1, 31), date(2026, 2, 28)),
            (date(2026, 12, 15), date(2026, 12, 15), date(2027, 1, 15)),
            (date(2026, 9, 3), date(2026, 9, 20), date(2026, 10, 20)),
        ],
    )
    def test_it_is_one_calendar_month_from_when_it_is_clear_who_asks(self, received, known, due):
        assert due_on(received, known) == due

    def test_a_request_of_tomorrow_is_refused(self, world):
        with pytest.raises(Refused, match="today or before"):
            open_request(
                force_id=FORCE,
                described="x",
                received_on=date(2026, 3, 3),
                actor=world["records-manager"],
                at=NOW,
            )


class TestGathering:
    def test_records_of_the_person_come_with_why_each_line_is_withheld(
        self, gathered, world, tables
    ):
        told = causes(world["records-manager"], gathered, tables)

        assert told[OWN_NAME] == "own"
        assert told[OFFENCE_A] == "own"
        assert told["investigation-A", "part_in_it"] == "own"
        assert told["investigation-A", "officer_ref"] == "officer"
        # Somebody else reported A, so its text may show who told the police.
        assert told["investigation-A", "summary"] == "source"
        assert told["investigation-B", "summary"] == "others"
        assert {record for record, _field in told} == {
            "person-K",
            "investigation-A",
            "investigation-B",
        }

    def test_every_line_is_withheld_at_first(self, gathered):
        assert Line.objects.filter(request=gathered).exists()
        assert not Line.objects.filter(request=gathered, released=True).exists()

    def test_nothing_that_a_record_says_is_copied(self, gathered):
        kept = json.dumps(list(Line.objects.values_list("field", "says", "record_id")))

        assert "Own-family-name" not in kept
        assert "Canary" not in kept

    def test_what_rests_on_an_opinion_is_marked_so(self, world, request_, tables):
        investigation("D", offence="Offence-D")
        part("D", KEY, "Suspect", basis="Opinion")
        gather(request_, models=MODELS, actor=world["records-manager"], at=NOW, tables=tables)

        told = causes(world["records-manager"], request_, tables)
        assert told["investigation-D", "part_in_it"] == "opinion"
        assert told["investigation-D", "offence"] == "opinion"

    def test_loaded_records_are_gathered_like_typed_ones(self, world, request_, root):
        put_rows(root, Investigation, [stored_investigation("E", offence="Offence-E")])
        link = {
            "record_id": "link-E",
            "person_key": KEY,
            "record_type": "investigation",
            "reference": "E",
            "part": "Witness",
            "basis": "Fact",
        }
        put_rows(root, Involvement, [link], month="")
        tables = open_reader(root)
        gather(request_, models=MODELS, actor=world["records-manager"], at=NOW, tables=tables)

        seen = seen_by(world["records-manager"], request_, tables)
        assert seen["loaded-E", "offence"].value == "Offence-E"
        assert seen["loaded-E", "part_in_it"].value == "Witness (fact)"

    def test_sealed_records_and_conflicts_do_not_exist_for_the_preparer(
        self, world, request_, tables
    ):
        keeper = world["records-manager"]
        seal(
            record=Investigation.objects.get(record_id="investigation-A"),
            members=[world["second"]],
            reason="a source",
            actor=world["standards-investigator"],
            at=NOW,
        )
        Conflict.objects.create(
            user=keeper,
            kind="friend",
            force_id=FORCE,
            record_type="investigation",
            record_id="investigation-B",
            declared_by="x",
            starts_at=NOW,
        )
        gather(request_, models=MODELS, actor=keeper, at=NOW, tables=tables)

        assert {record for record, _field in seen_by(keeper, request_, tables)} == {"person-K"}
        about = Entry.objects.filter(record_type="investigation").exclude(verb="altered")
        assert "investigation-A" not in json.dumps(list(about.values_list("detail", flat=True)))

    def test_a_member_of_the_seal_sees_them_marked_and_the_others_still_do_not(
        self, world, request_, tables
    ):
        seal(
            record=Investigation.objects.get(record_id="investigation-A"),
            members=[world["second"]],
            reason="a source",
            actor=world["standards-investigator"],
            at=NOW,
        )
        gather(request_, models=MODELS, actor=world["second"], at=NOW, tables=tables)

        assert causes(world["second"], request_, tables)[OFFENCE_A] == "sealed"
        assert OFFENCE_A not in seen_by(world["records-manager"], request_, tables)

    def test_it_is_consultation_and_is_written(self, gathered):
        entry = Entry.objects.filter(record_type="investigation", verb="consulted").latest(
            "sequence"
        )
        told = json.loads(entry.detail)
        assert told["shown"] == ["investigation-A", "investigation-B"]
        assert told["query"] == f"request {gathered.pk}"

    def test_who_asks_must_be_recognised_first(self, world, tables):
        made = open_request(
            force_id=FORCE,
            described="By telephone",
            received_on=date(2026, 3, 1),
            actor=world["records-manager"],
            at=NOW,
        )
        with pytest.raises(Refused, match="which person"):
            gather(made, models=MODELS, actor=world["records-manager"], at=NOW, tables=tables)

        recognise(made, person_key=KEY, actor=world["records-manager"], at=NOW)
        gather(made, models=MODELS, actor=world["records-manager"], at=NOW, tables=tables)
        assert made.lines.exists()


class TestDeciding:
    def test_own_lines_go_together_and_others_one_by_one(self, gathered, world, tables):
        keeper = world["records-manager"]
        choose(keeper, gathered, tables, OWN_NAME, OFFENCE_A)
        with pytest.raises(Refused, match="one by one"):
            choose(keeper, gathered, tables, OWN_NAME, ("investigation-B", "summary"))
        choose(keeper, gathered, tables, ("investigation-B", "summary"), reason="Read: no others.")

        assert Line.objects.filter(released=True).count() == 3

    def test_every_decision_is_kept_and_the_last_counts(self, gathered, world, tables):
        keeper = world["records-manager"]
        choose(keeper, gathered, tables, OWN_NAME)
        choose(keeper, gathered, tables, OWN_NAME, released=False, reason="Not yet.")

        told = LineDecision.objects.order_by("pk").values_list("released", "reason")
        assert list(told) == [(True, "It is theirs."), (False, "Not yet.")]
        assert not Line.objects.filter(released=True).exists()

    def test_a_reason_is_given(self, gathered, world, tables):
        with pytest.raises(Refused, match="Say why"):
            choose(world["records-manager"], gathered, tables, OWN_NAME, reason=" ")

    def test_a_record_that_has_changed_is_gathered_and_decided_anew(self, gathered, world, tables):
        keeper = world["records-manager"]
        choose(keeper, gathered, tables, OWN_NAME)
        Person.objects.filter(person_key=KEY).update(family_name="Another")
        with pytest.raises(Stale):
            choose(keeper, gathered, tables, OWN_NAME)

        gather(gathered, models=MODELS, actor=keeper, at=NOW, tables=tables)

        assert not seen_by(keeper, gathered, tables)[OWN_NAME].line.released
        choose(keeper, gathered, tables, OWN_NAME)

    def test_a_line_that_the_preparer_may_not_see_is_no_line(self, gathered, world, tables):
        hidden = Line.objects.get(record_id="investigation-A", field="offence")
        Conflict.objects.create(
            user=world["records-manager"],
            kind="friend",
            force_id=FORCE,
            record_type="investigation",
            record_id="investigation-A",
            declared_by="x",
            starts_at=NOW,
        )
        with pytest.raises(NoSuchRequest):
            decide(
                gathered,
                [hidden.pk],
                released=True,
                reason="x",
                models=MODELS,
                actor=world["records-manager"],
                at=NOW,
                tables=tables,
            )


def test_a_conduct_matter_about_the_officer_is_not_theirs_by_number_alone(world, tables, request_):
    """Whom a matter is about stands in it by number; it is gathered by their part in it."""
    matter("M", about="no-investigator")
    gather(request_, models=MODELS, actor=world["records-manager"], at=NOW, tables=tables)

    assert not Line.objects.filter(record_type="conductmatter").exists()


def test_days_are_those_of_the_force(request_):
    assert request_.due_on == date(2026, 3, 27)
    assert request_.opened_at == datetime.fromisoformat("2026-03-02T10:00:00+00:00")
