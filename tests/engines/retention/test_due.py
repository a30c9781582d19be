"""What is due for review: six years after the last event, by the force's rule, oldest first."""

import json
from datetime import UTC, date, datetime

import pytest

from peelian.access.conflict import Conflict
from peelian.access.decide import NotAllowed
from peelian.access.giving.seals import seal
from peelian.areas.investigation.models import Investigation
from peelian.engines.registers.order import WrongPlace
from peelian.engines.retention.due import due_for_review, number_due
from peelian.engines.retention.errors import Refused
from peelian.engines.retention.models import RetentionSetting
from peelian.engines.retention.reviewing import review
from peelian.engines.retention.rules import rule_of, set_retention
from peelian.engines.retention.words import Decision, ReviewReason
from peelian.records.store.reader import open_reader
from peelian.spine.models import Crime
from peelian.trail.models import Entry
from people import FORCE, NOW, employ, investigation
from stored_rows import put_rows, stored_investigation

# Six years before the second of March 2026.
LAST_DUE = date(2020, 3, 2)


def due(user, tables, model=Investigation, at=NOW, **more):
    return due_for_review(user, model, tables, force_id=FORCE, at=at, **more)


def refs(user, tables, **more):
    return [row.reference for row in due(user, tables, **more).rows]


def test_a_record_is_due_on_the_day_six_years_after_it_was_closed(force, tables):
    investigation("before", closed_on=date(2020, 3, 3))
    investigation("on", closed_on=LAST_DUE)
    investigation("open")

    found = due(force["records-manager"], tables)

    assert [(row.reference, row.since) for row in found.rows] == [("on", date(2026, 3, 2))]
    assert found.rule.authority.endswith("group 4")


def test_loaded_and_typed_rows_stand_in_one_list_oldest_first(force, root):
    investigation("typed", closed_on=date(2015, 1, 1))
    rows = [
        stored_investigation("older", closed_on=date(2014, 1, 1)),
        stored_investigation("newer", closed_on=date(2016, 1, 1)),
        stored_investigation("open"),
    ]
    put_rows(root, Investigation, rows)

    assert refs(force["records-manager"], open_reader(root)) == ["older", "typed", "newer"]


def test_pages_follow_one_another_without_gap_or_double(force, root):
    for number in range(4):
        investigation(f"typed-{number}", closed_on=date(2010, 1, 1 + number // 2))
    stored = [
        stored_investigation(f"loaded-{number}", closed_on=date(2010, 1, 1 + number // 2))
        for number in range(5)
    ]
    put_rows(root, Investigation, stored)
    tables, after, seen = open_reader(root), "", []
    while after is not None:
        page = due(force["records-manager"], tables, after=after, limit=2)
        seen += [row.reference for row in page.rows]
        after = page.after

    assert len(seen) == len(set(seen)) == 9
    with pytest.raises(WrongPlace):
        due(force["records-manager"], tables, after="nowhere")


def test_a_month_counts_to_its_last_day(force, root):
    crimes = [
        {"record_id": ref, "crime_id": ref, "month": month, "crime_type": "Burglary"}
        for ref, month in (("due", "2020-02"), ("not-yet", "2020-03"))
    ]
    put_rows(root, Crime, crimes, month="2020-02")

    assert refs(force["records-manager"], open_reader(root), model=Crime) == ["due"]


def test_openly_published_rows_are_never_due(force, root):
    row = {"record_id": "x", "crime_id": "x", "month": "2010-02", "crime_type": "Burglary"}
    put_rows(root, Crime, [row], month="2010-02", source="police_uk")

    assert refs(force["records-manager"], open_reader(root), model=Crime) == []


def test_a_review_that_keeps_starts_the_period_again(force, tables):
    record = investigation("A", closed_on=LAST_DUE)
    keeper = force["records-manager"]
    review(
        Investigation,
        record.record_id,
        decision=Decision.KEEP,
        reason=ReviewReason.RISK,
        words="Two further reports since.",
        next_on=date(2027, 5, 1),
        actor=keeper,
        at=NOW,
        tables=tables,
    )

    assert refs(keeper, tables) == []
    later = due(keeper, tables, at=datetime(2027, 5, 1, 10, tzinfo=UTC))
    assert [(row.reference, row.since) for row in later.rows] == [("A", date(2027, 5, 1))]


def test_sealed_records_and_conflicts_are_not_listed(force, tables):
    keeper, second = force["records-manager"], force["second"]
    hidden = investigation("sealed", closed_on=LAST_DUE)
    mine = investigation("mine", closed_on=LAST_DUE)
    seal(
        record=hidden,
        members=[second],
        reason="a source",
        actor=force["standards-investigator"],
        at=NOW,
    )
    Conflict.objects.create(
        user=keeper,
        kind="family",
        force_id=FORCE,
        record_type="investigation",
        record_id=mine.record_id,
        declared_by="x",
        starts_at=NOW,
    )

    assert refs(keeper, tables) == []
    assert sorted(refs(second, tables)) == ["mine", "sealed"]


def test_only_a_keeper_of_records_may_ask(force, tables):
    with pytest.raises(NotAllowed):
        due(force["chief-officer"], tables)


def test_the_look_is_one_entry_that_names_the_rows(force, tables):
    investigation("A", closed_on=LAST_DUE)
    due(force["records-manager"], tables)

    entry = Entry.objects.latest("sequence")
    assert (entry.verb, entry.record_ref) == ("consulted", "list")
    assert json.loads(entry.detail)["shown"] == ["investigation-A"]


def test_the_job_counts_and_lists_nobody(force, tables):
    investigation("A", closed_on=LAST_DUE)
    before = Entry.objects.count()

    assert number_due(Investigation, tables, force_id=FORCE, at=NOW, most=10) == 1
    assert Entry.objects.count() == before
    assert Investigation.objects.count() == 1


class TestTheForcesOwnRule:
    def own(self, user, **more):
        return set_retention(
            **{
                "force_id": FORCE,
                "key": "undetected",
                "years": 10,
                "review_years": 2,
                "authority": "Force retention schedule 2026",
                "starts_on": date(2026, 3, 1),
                "actor": user,
                "at": NOW,
            }
            | more
        )

    def test_it_counts_from_its_day_on(self, force, tables):
        self.own(force["records-manager"])
        investigation("A", closed_on=LAST_DUE)

        assert refs(force["records-manager"], tables) == []
        assert rule_of("undetected", FORCE, on=date(2026, 2, 28)).years == 6
        now = rule_of("undetected", FORCE, on=date(2026, 3, 1))
        assert (now.years, now.own, now.authority) == (10, True, "Force retention schedule 2026")

    def test_a_second_one_for_the_same_day_takes_its_place(self, force):
        self.own(force["records-manager"])
        self.own(force["records-manager"], years=8)

        assert RetentionSetting.objects.get().years == 8

    @pytest.mark.parametrize("wrong", [{"years": 0}, {"authority": " "}, {"key": "whatever"}])
    def test_a_rule_says_years_and_whose_it_is(self, force, wrong):
        with pytest.raises(Refused):
            self.own(force["records-manager"], **wrong)

    def test_another_force_has_its_own(self, force):
        stranger = employ("records-manager", "F", name="stranger")

        with pytest.raises(NotAllowed):
            self.own(stranger, force_id="cheshire")
