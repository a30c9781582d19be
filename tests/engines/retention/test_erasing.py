"""From review to tombstone: two people, no hold, and nobody who may not see the record."""

from datetime import date, timedelta

import pytest

from engines.retention.keeping_samples import OVER, confirm, held, propose
from peelian.access.decide import NotAllowed
from peelian.access.giving.seals import seal
from peelian.areas.investigation.models import Investigation
from peelian.engines.registers.errors import NoSuchRecord
from peelian.engines.registers.finding import find
from peelian.engines.registers.following import follow
from peelian.engines.retention.erasing import (
    confirm_erasure,
    preview,
    proposals,
    tombstones,
    withdraw,
)
from peelian.engines.retention.errors import Changed, Held, Refused
from peelian.engines.retention.holding import hold_all, holds_on, lift_hold
from peelian.engines.retention.models import Hold, Proposal, Review
from peelian.engines.retention.reviewing import review
from peelian.engines.retention.words import Decision, HoldKind, ReviewReason
from peelian.trail.models import Entry
from people import FORCE, NOW, investigation


class TestProposing:
    def test_it_is_a_review_and_erases_nothing(self, force, tables):
        record = investigation("A", closed_on=OVER)

        made = propose(force["records-manager"], record.record_id, tables)

        assert (made.rule, Review.objects.get().decision) == ("undetected", "erase")
        assert Investigation.objects.filter(record_id=record.record_id).exists()
        assert proposals(force["second"], force_id=FORCE, at=NOW, tables=tables) == (made,)

    @pytest.mark.parametrize("closed_on", [None, date(2024, 1, 1)])
    def test_not_before_the_clear_period_is_over(self, force, tables, closed_on):
        record = investigation("A", closed_on=closed_on)

        with pytest.raises(Refused, match="The rule keeps this record"):
            propose(force["records-manager"], record.record_id, tables)
        assert propose(
            force["records-manager"], record.record_id, tables, reason=ReviewReason.WRONG
        )

    def test_a_reason_goes_with_its_decision(self, force, tables):
        record = investigation("A", closed_on=OVER)

        with pytest.raises(Refused, match="reason that goes with"):
            propose(force["records-manager"], record.record_id, tables, reason=ReviewReason.RISK)

    def test_keeping_takes_a_proposal_back(self, force, tables):
        record = investigation("A", closed_on=OVER)
        propose(force["records-manager"], record.record_id, tables)

        kept = review(
            Investigation,
            record.record_id,
            decision=Decision.KEEP,
            reason=ReviewReason.PATTERN,
            words="A third report came in.",
            actor=force["second"],
            at=NOW,
            tables=tables,
        )

        assert kept.next_on == date(2031, 3, 2)
        assert not Proposal.objects.exists()

    def test_a_record_that_is_hidden_is_none(self, force, tables):
        record = investigation("A", closed_on=OVER)
        seal(
            record=record,
            members=[force["second"]],
            reason="a source",
            actor=force["standards-investigator"],
            at=NOW,
        )

        with pytest.raises(NoSuchRecord):
            propose(force["records-manager"], record.record_id, tables)
        assert propose(force["second"], record.record_id, tables)
        assert proposals(force["records-manager"], force_id=FORCE, at=NOW, tables=tables) == ()

    def test_an_investigator_decides_nothing(self, force, tables):
        record = investigation("A", closed_on=OVER, officer="no-investigator")

        with pytest.raises(NoSuchRecord):
            propose(force["investigator"], record.record_id, tables)
        with pytest.raises(NotAllowed):
            hold_all(
                force_id=FORCE,
                kind=HoldKind.INQUIRY,
                words="x",
                actor=force["investigator"],
                at=NOW,
            )


class TestTwoPeople:
    def test_nobody_confirms_their_own_proposal(self, force, tables):
        record = investigation("A", closed_on=OVER)
        proposal = propose(force["records-manager"], record.record_id, tables)

        with pytest.raises(Refused, match="ask another person"):
            confirm(force["records-manager"], proposal, tables)
        assert Investigation.objects.count() == 1

    def test_the_second_leaves_a_tombstone_and_an_entry(self, force, tables):
        record = investigation("A", closed_on=OVER)
        proposal = propose(force["records-manager"], record.record_id, tables)

        stone = confirm(force["second"], proposal, tables)

        assert not Investigation.objects.exists()
        assert not Proposal.objects.exists()
        assert stone.proposed_by == force["records-manager"].trail_name
        assert stone.confirmed_by == force["second"].trail_name
        assert (stone.rule, stone.erased_at, stone.left) == ("undetected", NOW, "")
        entry = Entry.objects.latest("sequence")
        assert (entry.verb, entry.record_ref) == ("erased", record.record_id)
        assert list(tombstones(force["second"], force_id=FORCE, at=NOW)) == [stone]
        with pytest.raises(NoSuchRecord):
            find(force["investigator"], Investigation, record.record_id, tables, at=NOW)

    def test_what_has_changed_since_the_preview_is_looked_at_again(self, force, tables):
        record = investigation("A", closed_on=OVER)
        proposal = propose(force["records-manager"], record.record_id, tables)
        seen = preview(proposal, actor=force["second"], at=NOW, tables=tables)
        follow(Investigation, record.record_id, actor=force["investigator"], at=NOW, tables=tables)

        with pytest.raises(Changed):
            confirm_erasure(
                proposal,
                fingerprint=seen.fingerprint,
                actor=force["second"],
                at=NOW,
                tables=tables,
            )
        assert Investigation.objects.count() == 1

    def test_a_proposal_that_was_taken_back_is_gone(self, force, tables):
        record = investigation("A", closed_on=OVER)
        proposal = propose(force["records-manager"], record.record_id, tables)
        seen = preview(proposal, actor=force["second"], at=NOW, tables=tables)
        withdraw(proposal, actor=force["second"], at=NOW)

        with pytest.raises(Refused, match="taken back"):
            confirm_erasure(
                proposal,
                fingerprint=seen.fingerprint,
                actor=force["second"],
                at=NOW,
                tables=tables,
            )


class TestHolds:
    def test_a_hold_beats_a_proposal_and_its_confirmation(self, force, tables):
        record = investigation("A", closed_on=OVER)
        proposal = propose(force["records-manager"], record.record_id, tables)
        mine = held(force["second"], record.record_id, tables)

        with pytest.raises(Held):
            confirm(force["second"], proposal, tables)
        assert Investigation.objects.count() == 1
        assert not Entry.objects.filter(verb="erased").exists()

        lift_hold(mine, because="closed", actor=force["second"], at=NOW, tables=tables)
        confirm(force["second"], proposal, tables, at=NOW + timedelta(seconds=1))
        assert not Investigation.objects.exists()
        assert not Hold.objects.exists()

    @pytest.mark.parametrize("model", [None, Investigation])
    def test_a_moratorium_holds_everything(self, force, tables, model):
        record = investigation("A", closed_on=OVER)
        hold_all(
            force_id=FORCE,
            model=model,
            kind=HoldKind.MORATORIUM,
            words="the inquiry's letter",
            actor=force["second"],
            at=NOW,
        )

        with pytest.raises(Held):
            propose(force["records-manager"], record.record_id, tables)
        assert holds_on(FORCE, "crime", "any", at=NOW).exists() == (model is None)
        assert not holds_on("cheshire", "investigation", "any", at=NOW).exists()

    def test_a_hold_is_lifted_once(self, force, tables):
        record = investigation("A", closed_on=OVER)
        mine = held(force["second"], record.record_id, tables)
        lift_hold(mine, because="closed", actor=force["second"], at=NOW, tables=tables)

        with pytest.raises(Refused, match="lifted already"):
            lift_hold(mine, because="closed", actor=force["second"], at=NOW, tables=tables)
