"""Moving, waiving and finishing a duty, giving work, and setting a number of the force."""

import json
from datetime import date

import pytest

from engines.duties.duty_samples import at, local
from engines.duties.kept_samples import (
    OPEN_POLICY,
    REVIEW,
    correct,
    notes,
    only_duty,
    settled,
    tell,
    ticked,
)
from peelian.access.decide import NotAllowed
from peelian.access.tie import Tie
from peelian.engines.duties.due_list import due_of, due_of_list, number_in_list
from peelian.engines.duties.errors import DutyError, DutyRefused
from peelian.engines.duties.finishing import finish
from peelian.engines.duties.giving import decide, give_tasks
from peelian.engines.duties.models import Duty, ForceSetting
from peelian.engines.duties.moving import move
from peelian.engines.duties.set_force_setting import set_force_setting
from peelian.engines.duties.settings import setting_on
from peelian.engines.duties.waiving import waive
from peelian.engines.duties.work import FEED_HOURS, WORK_RULES
from peelian.engines.registers.errors import NoSuchRecord
from peelian.engines.registers.models import Notice
from peelian.records.happenings import Happening
from peelian.records.store.reader import open_reader
from peelian.spine.happenings import What
from peelian.spine.officer import Officer
from peelian.trail.models import Entry
from people import FORCE, employ, investigation, small_force

pytestmark = pytest.mark.django_db
NOW = at("2026-03-27 16:00")


@pytest.fixture
def force():
    return small_force()


@pytest.fixture
def tables(tmp_path):
    return open_reader(tmp_path)


@pytest.fixture
def begun(force):
    """A duty of the investigator of N1 under a policy of the force."""
    investigation("I-1")
    tell(
        "2026-03-27 14:00",
        matter="I-1",
        ref=("investigation", "investigation-I-1"),
        officer_ref="no-investigator",
    )
    settled("2026-03-27 14:01", OPEN_POLICY)
    return only_duty()


def ranked(force, role, rank):
    Officer.objects.filter(officer_ref=force[role].officer_ref).update(rank=rank)


def last_entry():
    entry = Entry.objects.order_by("sequence").last()
    return entry.actor, json.loads(entry.detail)


def moving(duty, actor, to_post, reason="is away"):
    return move(duty.record_id, to_post=to_post, reason=reason, actor=actor, at=NOW)


def waived(duty, actor, reason="is not needed here"):
    return waive(duty.record_id, reason=reason, actor=actor, at=NOW, rules=(OPEN_POLICY,))


class TestMoving:
    def test_the_supervisor_moves_work_and_the_move_is_shown(self, force, begun):
        employ("investigator", "N2", name="second")
        moved = moving(begun, force["supervisor"], "post-second")

        assert (moved.post_ref, moved.officer_ref, moved.unit_ref, moved.moved) == (
            "post-second",
            "no-second",
            "N2",
            True,
        )
        assert moved.due_at == begun.due_at
        note = moved.notes.get(what="moved")
        assert (note.to_post, note.words) == ("post-second", "from post-investigator: is away")
        actor, said = last_entry()
        assert actor == force["supervisor"].trail_name
        assert (said["what"], said["reason"]) == ("duty moved", "is away")
        assert Notice.objects.get(kind="moved").user.officer_ref == "no-second"
        tied = Tie.objects.filter(ends_at=None).values_list("user__officer_ref", flat=True)
        assert set(tied) == {"no-second"}

    def test_it_stays_there_whatever_the_source_says(self, force, begun):
        moving(begun, force["supervisor"], "post-supervisor")
        tell("2026-03-27 17:00", What.SEARCHED, matter="I-1", ref=("investigation", "other"))
        correct(Happening.objects.order_by("pk").first())
        settled("2026-03-27 17:01", OPEN_POLICY)

        assert only_duty(record_id=begun.record_id).post_ref == "post-supervisor"

    def test_reminders_go_to_whoever_has_it_now(self, force, begun):
        moving(begun, force["supervisor"], "post-supervisor")
        Notice.objects.all().delete()
        ticked("2026-03-28 08:00", OPEN_POLICY)

        assert Notice.objects.get().user == force["supervisor"]

    def test_twice_is_two_moves(self, force, begun):
        moving(begun, force["supervisor"], "post-supervisor")
        moving(begun, force["supervisor"], "post-investigator")

        assert notes(begun) == ["begun", "moved", "moved"]

    def test_its_owner_hands_it_over_within_the_team_and_no_further(self, force, begun):
        employ("investigator", "N1", name="second")
        assert moving(begun, force["investigator"], "post-second").officer_ref == "no-second"

        with pytest.raises(NotAllowed):
            moving(begun, force["investigator"], "post-investigator")

    def test_what_is_out_of_reach_is_refused(self, force, begun):
        with pytest.raises(NotAllowed, match="of another unit"):
            moving(begun, force["supervisor"], "post-other-team")
        with pytest.raises(DutyRefused, match="no post post-nowhere"):
            moving(begun, force["supervisor"], "post-nowhere")
        with pytest.raises(DutyRefused, match="answers for this duty already"):
            moving(begun, force["supervisor"], "post-investigator")
        with pytest.raises(DutyRefused, match="Say why"):
            moving(begun, force["supervisor"], "post-supervisor", reason=" ")
        with pytest.raises(DutyRefused, match="at most 300"):
            moving(begun, force["supervisor"], "post-supervisor", reason="x" * 301)

    def test_others_may_not_and_strangers_learn_nothing(self, force, begun):
        with pytest.raises(NotAllowed):
            moving(begun, force["patrol-officer"], "post-supervisor")
        with pytest.raises(NoSuchRecord):
            moving(begun, force["other-team"], "post-other-team")
        assert last_entry()[1]["result"] == "refused"


class TestWaiving:
    def test_a_rank_that_is_high_enough_waives_a_policy_and_it_stays_so(self, force, begun):
        ranked(force, "supervisor", "Inspector")
        row = waived(begun, force["supervisor"])
        assert (row.state, row.done_at, row.next_at) == ("Waived", NOW, None)
        assert last_entry()[1]["reason"] == "is not needed here"

        tell("2026-03-27 17:00", What.SEARCH_REVIEWED, matter="I-1")
        settled("2026-03-27 17:01", OPEN_POLICY)
        assert only_duty().state == "Waived"
        assert ticked("2026-04-01 12:00", OPEN_POLICY) == 0
        assert not Tie.objects.filter(ends_at=None).exists()

    def test_a_lower_rank_or_none_does_not(self, force, begun):
        with pytest.raises(DutyRefused, match="rank of Inspector"):
            waived(begun, force["supervisor"])
        ranked(force, "supervisor", "Sergeant")
        with pytest.raises(DutyRefused, match="rank of Inspector"):
            waived(begun, force["supervisor"])

    def test_nobody_waives_the_law(self, force):
        investigation("I-2")
        tell("2026-03-27 14:00", matter="I-2", ref=("investigation", "investigation-I-2"))
        settled("2026-03-27 14:01")
        ranked(force, "supervisor", "Chief Constable")

        with pytest.raises(DutyRefused, match="An Act s1"):
            waive(
                only_duty().record_id,
                reason="we are busy",
                actor=force["supervisor"],
                at=NOW,
                rules=(REVIEW,),
            )

    def test_a_reason_is_needed(self, force, begun):
        ranked(force, "supervisor", "Inspector")
        with pytest.raises(DutyRefused, match="Say why"):
            waived(begun, force["supervisor"], reason="")


class TestFinishing:
    def finished(self, duty, actor, proof="Read it with them.", rules=(OPEN_POLICY,)):
        return finish(duty.record_id, proof=proof, actor=actor, at=NOW, rules=rules)

    def test_its_owner_says_that_it_is_done_with_proof(self, force, begun):
        row = self.finished(begun, force["investigator"])

        assert (row.state, row.done_at, row.proof) == ("Met", NOW, "Read it with them.")
        assert notes(row) == ["begun", "met"]
        met = Happening.objects.get(name="search-reviewed")
        assert (met.facts["search_ref"], met.by) == ("I-1", force["investigator"].trail_name)
        assert "proof" not in json.dumps(met.facts)

    def test_what_is_done_is_done_once(self, force, begun):
        self.finished(begun, force["investigator"])
        with pytest.raises(DutyRefused, match="closed"):
            self.finished(begun, force["investigator"])

    def test_words_of_proof_are_asked_for(self, force, begun):
        with pytest.raises(DutyRefused, match=r"A review\."):
            self.finished(begun, force["investigator"], proof=" ")

    def test_nobody_says_so_by_hand_where_a_record_has_to_show_it(self, force):
        investigation("I-2")
        tell(
            "2026-03-27 14:00",
            matter="I-2",
            ref=("investigation", "investigation-I-2"),
            officer_ref="no-investigator",
        )
        settled("2026-03-27 14:01")
        with pytest.raises(DutyRefused, match="by hand"):
            self.finished(only_duty(), force["investigator"], rules=(REVIEW,))


class TestGiving:
    def tasks(self, actor, tables, refs, **more):
        given = {"title": "Look for video", "post_ref": "post-investigator", "risk": "high"}
        return give_tasks(
            refs,
            due_on=date(2026, 3, 30),
            actor=actor,
            at=NOW,
            tables=tables,
            **(given | more),
        )

    @pytest.fixture
    def refs(self, force):
        return [("investigation", investigation(ref).record_id) for ref in ("I-1", "I-2", "I-3")]

    def test_a_task_list_is_a_duty_for_each_record(self, force, tables, refs):
        told = self.tasks(
            force["supervisor"], tables, refs, words="Ask the shops first.", figure="F-1"
        )

        rows = Duty.objects.filter(list_ref=told).order_by("pk")
        assert [(one.title, one.of_ref, one.risk, one.words) for one in rows] == [
            ("Look for video", f"I-{number}", "high", "Ask the shops first.")
            for number in (1, 2, 3)
        ]
        assert {local(one.due_at) for one in rows} == {"2026-03-31 00:00"}
        assert json.loads(rows[0].facts)["figure"] == "F-1"
        assert {one.notes.get().by for one in rows} == {force["supervisor"].trail_name}
        listed = due_of(force["investigator"], WORK_RULES, tables, at=NOW)
        assert [one.why_me for one in listed] == ["It was given to your post."] * 3

    def test_words_stay_when_the_duty_is_settled_again(self, force, tables, refs):
        told = self.tasks(force["supervisor"], tables, refs[:1], words="Ask the shops first.")
        Happening.objects.update(settled_at=None)
        settled("2026-03-27 17:00", *WORK_RULES)

        row = Duty.objects.get(list_ref=told)
        assert (row.title, row.words) == ("Look for video", "Ask the shops first.")

    def test_a_task_is_done_without_words_and_the_list_counts_what_its_reader_sees(
        self, force, tables, refs
    ):
        told = self.tasks(force["supervisor"], tables, refs)
        row = Duty.objects.filter(list_ref=told).first()
        done = finish(
            row.record_id, proof="", actor=force["investigator"], at=NOW, rules=WORK_RULES
        )

        assert done.state == "Met"
        shown = due_of_list(force["supervisor"], told, WORK_RULES, tables, at=NOW)
        assert [one.duty.state for one in shown].count("Met") == 1
        assert (len(shown), number_in_list(force["supervisor"], told, at=NOW)) == (3, 3)
        assert due_of_list(force["other-team"], told, WORK_RULES, tables, at=NOW) == ()

    def test_what_the_giver_may_not_see_is_no_task(self, force, tables):
        hidden = investigation("S-1", unit="S1")
        with pytest.raises(NoSuchRecord):
            self.tasks(force["supervisor"], tables, [("investigation", hidden.record_id)])
        assert Duty.objects.count() == 0

    def test_only_a_post_in_reach_and_a_day_to_come(self, force, tables, refs):
        supervisor = force["supervisor"]
        with pytest.raises(NotAllowed):
            self.tasks(supervisor, tables, refs, post_ref="post-other-team")
        with pytest.raises(DutyRefused, match="at least one record"):
            self.tasks(supervisor, tables, [])
        with pytest.raises(DutyRefused, match="what is to be done"):
            self.tasks(supervisor, tables, refs, title=" ")
        with pytest.raises(DutyRefused, match="has passed"):
            give_tasks(
                refs,
                title="Look",
                post_ref="post-investigator",
                due_on=date(2026, 3, 26),
                actor=supervisor,
                at=NOW,
                tables=tables,
            )
        with pytest.raises(DutyError, match="no type of record"):
            self.tasks(supervisor, tables, [("no-such", "x")])

    @pytest.mark.ledger("GOV-05")
    def test_a_decision_needs_no_record_and_is_followed_to_its_end(self, force, tables):
        told = decide(
            "Two more patrols in the north tonight.",
            post_ref="post-supervisor",
            due_on=date(2026, 3, 27),
            actor=force["chief-officer"],
            at=NOW,
            tables=tables,
        )
        row = Duty.objects.get(list_ref=told)
        assert (row.of_type, row.rule, local(row.due_at)) == (
            "decision",
            "work.decision",
            "2026-03-28 00:00",
        )
        (due,) = due_of(force["supervisor"], WORK_RULES, tables, at=NOW)
        assert due.duty.words == "Two more patrols in the north tonight."
        (read,) = due_of_list(force["chief-officer"], told, WORK_RULES, tables, at=NOW)
        assert read.duty.words == due.duty.words
        (counted,) = due_of_list(force["analyst"], told, WORK_RULES, tables, at=NOW)
        assert counted.duty.words is None

        ticked("2026-03-28 00:00", *WORK_RULES)
        assert Notice.objects.get(kind="escalated").user == force["chief-officer"]
        with pytest.raises(DutyRefused, match="What was done"):
            finish(row.record_id, proof="", actor=force["supervisor"], at=NOW, rules=WORK_RULES)
        done = finish(
            row.record_id,
            proof="Both cars were out.",
            actor=force["supervisor"],
            at=at("2026-03-28 09:00"),
            rules=WORK_RULES,
        )
        assert done.state == "Met late"

    def test_words_of_a_decision_are_in_no_happening_and_no_entry(self, force, tables):
        decide(
            "CANARY words",
            post_ref="post-supervisor",
            due_on=date(2026, 3, 27),
            actor=force["chief-officer"],
            at=NOW,
            tables=tables,
        )
        kept = json.dumps(list(Happening.objects.values_list("facts", flat=True)))
        assert "CANARY" not in kept
        assert not Entry.objects.filter(detail__contains="CANARY").exists()


class TestSettings:
    def set_to(self, actor, value=6, day=date(2026, 4, 1), authority="Data policy 3.2"):
        return set_force_setting(
            FEED_HOURS,
            force_id=FORCE,
            value=value,
            starts_on=day,
            authority=authority,
            actor=actor,
            at=NOW,
        )

    def test_a_force_sets_its_own_from_a_day_on(self, force):
        self.set_to(force["chief-officer"])

        assert setting_on(FEED_HOURS, FORCE, date(2026, 3, 31)).own is False
        found = setting_on(FEED_HOURS, FORCE, date(2026, 4, 1))
        assert (found.value, found.authority, found.own) == (6, "Data policy 3.2", True)
        assert last_entry()[1]["value"] == 6

    def test_a_second_one_for_the_day_replaces_the_first(self, force):
        self.set_to(force["chief-officer"])
        self.set_to(force["people-services"], value=8)

        assert ForceSetting.objects.get().value == 8

    def test_what_is_refused(self, force):
        with pytest.raises(NotAllowed):
            self.set_to(force["supervisor"])
        with pytest.raises(DutyRefused, match="Choose today"):
            self.set_to(force["chief-officer"], day=date(2026, 3, 26))
        with pytest.raises(DutyRefused, match="where the force says so"):
            self.set_to(force["chief-officer"], authority="")
        with pytest.raises(DutyRefused, match="whole number"):
            self.set_to(force["chief-officer"], value=-1)
