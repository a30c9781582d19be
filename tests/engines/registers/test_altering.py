"""Typing and changing records: rights by field, checks by field, versions, history, notices."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest

from peelian.access.decide import NotAllowed
from peelian.access.tie import Tie
from peelian.areas.investigation.models import Investigation
from peelian.areas.standards.models import ConductMatter
from peelian.engines.registers.altering import alter, alterable
from peelian.engines.registers.collecting import can_be_typed, collect
from peelian.engines.registers.errors import (
    Invalid,
    NoSuchRecord,
    NotTyped,
    Stale,
)
from peelian.engines.registers.following import follow, follows, unfollow
from peelian.engines.registers.history import history, timeline
from peelian.engines.registers.models import Notice, Revision
from peelian.records.adoption import Adoption
from peelian.records.store.reader import open_reader
from peelian.spine.models import Crime
from peelian.trail.models import Entry
from people import FORCE, NOW, investigation, matter
from stored_rows import put_rows, stored_investigation

VALUES = {"offence": "Burglary", "state": "Open", "opened_at": "2026-03-31 23:30", "unit_ref": "N1"}


def typed(user, values=VALUES, model=Investigation, at=NOW):
    return collect(model, values, actor=user, force_id=FORCE, at=at)


def altered(user, record_id, tables, version=1, model=Investigation, reason="", **values):
    return alter(
        model,
        record_id,
        values,
        version=version,
        actor=user,
        at=NOW,
        reason=reason,
        tables=tables,
    )


def last_entry():
    entry = Entry.objects.latest("sequence")
    return entry.verb, entry.record_ref, json.loads(entry.detail)


class TestTyping:
    def test_a_typed_record_has_an_address_of_its_time_and_what_follows_from_it(self, force, root):
        record = typed(force["investigator"])

        assert (record.source, record.version, record.force_id) == ("typed", 1, FORCE)
        assert record.record_id[14] == "7"
        # Half past eleven in the evening of 31 March is British Summer Time.
        assert record.opened_at == datetime(2026, 3, 31, 22, 30, tzinfo=UTC)
        assert record.month == "2026-03"
        verb, ref, told = last_entry()
        assert (verb, ref) == ("collected", record.record_id)
        assert "month" in told["fields"]

    def test_later_records_have_later_addresses(self, force, root):
        first = typed(force["investigator"]).record_id
        second = typed(force["investigator"], at=NOW + timedelta(seconds=1)).record_id

        assert first < second

    def test_everything_that_is_wrong_is_told_at_once(self, force, root):
        with pytest.raises(Invalid) as refusal:
            typed(
                force["investigator"],
                VALUES
                | {
                    "state": "open",
                    "closed_on": "soon",
                    "lsoa_code": "E010000001",
                    "source": "police_uk",
                    "colour": "red",
                },
            )

        errors = refusal.value.errors
        assert errors["state"] == "'open' is not on the list; perhaps 'Open'."
        assert errors["closed_on"] == "Enter a date, for example 2026-03-02."
        assert errors["lsoa_code"] == "Use at most 9 characters; these are 10."
        assert errors["source"] == errors["colour"]
        assert not Investigation.objects.exists()

    def test_what_is_missing_is_told_with_what_would_tell_it(self, force, root):
        with pytest.raises(Invalid) as refusal:
            typed(force["investigator"], {"state": "Open", "unit_ref": "N1"})

        assert refusal.value.errors == {
            "offence": "Enter a value.",
            "month": "Enter a value, or opened_at, which tells it.",
        }

    def test_a_month_may_stand_alone_and_must_not_disagree(self, force, root):
        alone = VALUES | {"opened_at": "", "month": "2026-02"}
        assert typed(force["investigator"], alone).month == "2026-02"

        with pytest.raises(Invalid, match="opened_at says 2026-03"):
            typed(force["investigator"], VALUES | {"month": "2026-04"})

    def test_rows_are_typed_within_the_reach_of_the_post(self, force, root):
        with pytest.raises(NotAllowed):
            typed(force["investigator"], VALUES | {"unit_ref": "S1"})
        with pytest.raises(NotAllowed):
            typed(force["analyst"])

    def test_rows_that_a_source_brings_are_not_typed(self, force, root):
        assert can_be_typed(Investigation, FORCE)
        put_rows(root, Investigation, [stored_investigation("A")])

        with pytest.raises(NotTyped, match="loaded from its record system"):
            typed(force["investigator"])
        with pytest.raises(NotTyped, match="Crimes are loaded from their source"):
            typed(force["call-handler"], {}, Crime)
        assert can_be_typed(Investigation, "kent")


class TestChanging:
    def test_a_change_makes_a_version_a_revision_and_an_entry(self, force, tables):
        investigation("A")

        row = altered(
            force["patrol-officer"], "investigation-A", tables, state="Filed", reason="no witness"
        )

        assert (row.state, row.version) == ("Filed", 2)
        held = Investigation.objects.get()
        assert (held.state, held.version, held.source) == ("Filed", 2, "extracts")
        revision = Revision.objects.get()
        assert (revision.version, revision.reason) == (2, "no witness")
        assert (json.loads(revision.before), json.loads(revision.after)) == (
            {"state": "Open"},
            {"state": "Filed"},
        )
        assert last_entry() == (
            "altered",
            "investigation-A",
            {
                "fields": ["state"],
                "reason": "no witness",
                "relationship": "scope",
                "result": "done",
                "version": 2,
            },
        )

    def test_what_follows_from_a_change_changes_with_it(self, force, tables):
        investigation("A")

        altered(
            force["patrol-officer"], "investigation-A", tables, opened_at="2026-04-01T00:30+01:00"
        )

        assert Investigation.objects.get().month == "2026-04"
        assert json.loads(Revision.objects.get().after)["month"] == "2026-04"

    def test_a_save_that_changes_nothing_is_no_change(self, force, tables):
        investigation("A")

        row = altered(force["patrol-officer"], "investigation-A", tables, state="Open")

        assert row.version == 1
        assert not Revision.objects.exists()
        assert not Entry.objects.exists()

    def test_of_two_savers_the_second_gets_both_texts(self, force, tables):
        """T27."""
        investigation("A")
        user = force["patrol-officer"]
        altered(user, "investigation-A", tables, summary="theirs", state="Filed")

        with pytest.raises(Stale) as refusal:
            altered(user, "investigation-A", tables, summary="mine")

        assert refusal.value.theirs == {"summary": "theirs"}
        assert refusal.value.yours == {"summary": "mine"}
        row = altered(user, "investigation-A", tables, refusal.value.version, summary="both")
        assert (row.summary, row.state, row.version) == ("both", "Filed", 3)

    def test_who_and_whence_a_record_is_never_changes(self, force, tables):
        investigation("A")

        for name in ("record_id", "source", "force_id", "version", "id"):
            with pytest.raises(Invalid, match="no such field"):
                alter(
                    Investigation,
                    "investigation-A",
                    {name: "9"},
                    version=1,
                    actor=force["patrol-officer"],
                    at=NOW,
                    tables=tables,
                )

    def test_hidden_and_missing_records_refuse_alike(self, force, tables):
        investigation("A", unit="S1")

        for record_id in ("investigation-A", "investigation-B"):
            with pytest.raises(NoSuchRecord):
                altered(force["patrol-officer"], record_id, tables, state="Filed")
            assert last_entry()[0] == "denied"

    def test_who_may_only_read_is_told_so(self, force, tables):
        investigation("A")

        with pytest.raises(NotAllowed):
            altered(force["investigator"], "investigation-A", tables, state="Filed")
        assert Investigation.objects.get().version == 1
        row = Investigation.objects.get()
        assert alterable(Investigation, row, actor=force["investigator"], at=NOW) == ()
        assert "state" in alterable(Investigation, row, actor=force["patrol-officer"], at=NOW)

    def test_a_field_that_is_seen_and_not_changed_is_named_and_a_hidden_one_is_not(
        self, force, tables
    ):
        """A panel member with a task sees facts of it; people services neither sees nor changes."""
        record = investigation("A", unit="S1")
        Tie.objects.create(
            user=force["panel-member"],
            record_type="investigation",
            record_id=record.record_id,
            kind="task",
            starts_at=NOW - timedelta(days=1),
            given_by="person:x",
        )

        with pytest.raises(NotAllowed):
            altered(force["panel-member"], record.record_id, tables, state="Filed")

    def test_matters_change_through_those_who_handle_them_and_not_whom_they_are_about(
        self, force, tables
    ):
        matter("A", about="no-standards-investigator")
        matter("B", about="no-patrol-officer")
        user = force["standards-investigator"]

        with pytest.raises(NoSuchRecord):
            altered(user, "matter-A", tables, model=ConductMatter, state="Finalised")
        row = altered(user, "matter-B", tables, model=ConductMatter, state="Finalised")
        assert row.state == "Finalised"

    def test_a_loaded_row_is_adopted_once_with_its_origin(self, force, root):
        put_rows(root, Investigation, [stored_investigation("A"), stored_investigation("B")])
        tables = open_reader(root)
        user = force["patrol-officer"]

        altered(user, "loaded-A", tables, state="Filed")
        altered(user, "loaded-A", tables, 2, state="Closed", closed_on="2026-03-02")

        held = Investigation.objects.get()
        assert (held.state, held.version, held.closed_on) == ("Closed", 3, date(2026, 3, 2))
        adoption = Adoption.objects.get()
        assert (adoption.source, adoption.month, adoption.origin, adoption.snapshot) == (
            "extracts",
            "2026-03",
            "2026-03.csv",
            tables.snapshot.id,
        )
        assert adoption.by == user.trail_name

    def test_a_loaded_row_that_may_not_be_changed_is_not_adopted(self, force, root):
        put_rows(root, Investigation, [stored_investigation("A")])

        with pytest.raises(NotAllowed):
            altered(force["investigator"], "loaded-A", open_reader(root), state="Filed")
        assert not Adoption.objects.exists()
        assert not Investigation.objects.exists()

    def test_a_published_row_that_says_something_else_is_no_longer_openly_published(
        self, force, root
    ):
        row = stored_investigation("A", source="police_uk")
        put_rows(root, Investigation, [row], source="police_uk")

        changed = altered(force["patrol-officer"], "loaded-A", open_reader(root), offence="Robbery")

        assert changed.source == "adopted"


class TestHistory:
    def test_changes_are_told_newest_first_with_what_is_open(self, force, tables):
        investigation("A")
        user = force["patrol-officer"]
        altered(user, "investigation-A", tables, state="Filed", summary="no witness")
        altered(user, "investigation-A", tables, 2, closed_on="2026-03-02", reason="filed")
        altered(user, "investigation-A", tables, 3, summary="a witness")

        full = history(user, Investigation, "investigation-A", at=NOW)
        facts = history(force["analyst"], Investigation, "investigation-A", at=NOW)

        assert [change.version for change in full] == [4, 3, 2]
        assert [(one.field, one.before, one.after) for one in full[1].fields] == [
            ("closed_on", None, date(2026, 3, 2))
        ]
        assert full[1].reason == "filed"
        assert [(change.version, [one.field for one in change.fields]) for change in facts] == [
            (3, ["closed_on"]),
            (2, ["state"]),
        ]
        assert last_entry()[0] == "consulted"

    def test_a_hidden_record_has_as_little_history_as_a_missing_one(self, force, tables):
        investigation("A")
        altered(force["patrol-officer"], "investigation-A", tables, state="Filed")

        for record_id in ("investigation-A", "investigation-B"):
            assert history(force["other-team"], Investigation, record_id, at=NOW) == ()
            assert timeline(force["other-team"], Investigation, record_id, at=NOW) == ()

    def test_the_timeline_puts_the_record_s_own_dates_beside_what_was_done(self, force, tables):
        investigation("A", opened_at=NOW - timedelta(days=2))
        altered(force["patrol-officer"], "investigation-A", tables, closed_on="2026-03-01")

        found = timeline(force["patrol-officer"], Investigation, "investigation-A", at=NOW)

        assert [(one.kind, one.what) for one in found] == [
            ("changed", "closed_on"),
            ("field", "closed_on"),
            ("field", "opened_at"),
        ]


class TestFollowing:
    def test_followers_are_told_without_a_word_of_the_record(self, force, tables):
        investigation("A")
        follow(Investigation, "investigation-A", actor=force["investigator"], at=NOW, tables=tables)
        follow(
            Investigation, "investigation-A", actor=force["patrol-officer"], at=NOW, tables=tables
        )

        altered(force["patrol-officer"], "investigation-A", tables, summary="canary")

        (notice,) = Notice.objects.all()
        assert notice.user == force["investigator"]
        assert (notice.kind, notice.text) == ("changed", "A record that you follow has changed.")

    def test_who_may_no_longer_see_it_is_dropped_silently(self, force, tables):
        """T05: the unit of the record changes, and with it who may know of the next change."""
        investigation("A")
        user = force["investigator"]
        follow(Investigation, "investigation-A", actor=user, at=NOW, tables=tables)

        altered(force["supervisor"], "investigation-A", tables, unit_ref="N2")

        assert not Notice.objects.exists()
        assert not follows(user, Investigation, "investigation-A")

    def test_nobody_follows_what_they_may_not_see(self, force, tables):
        investigation("A")

        with pytest.raises(NoSuchRecord):
            follow(
                Investigation, "investigation-A", actor=force["other-team"], at=NOW, tables=tables
            )

    def test_to_unfollow_is_harmless(self, force, tables):
        investigation("A")
        user = force["investigator"]
        follow(Investigation, "investigation-A", actor=user, at=NOW, tables=tables)
        for _ in range(2):
            unfollow(Investigation, "investigation-A", actor=user)

        assert not follows(user, Investigation, "investigation-A")
