"""Lists of duties: what somebody sees, in which order, and in whose words why."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from engines.duties.duty_samples import LAW, at, local
from engines.duties.kept_samples import REVIEW, only_duty, settled, tell, ticked
from peelian.access.conflict import Conflict
from peelian.access.giving.seals import seal
from peelian.areas.investigation.models import Investigation
from peelian.engines.duties.clocks import Months
from peelian.engines.duties.due_list import (
    due_about,
    due_of,
    due_of_unit,
    duty,
)
from peelian.engines.duties.loads import Load, load_of_unit
from peelian.engines.duties.models import Duty
from peelian.engines.duties.rule import Ladder, Rule, Rung, Terms
from peelian.engines.registers.errors import NoSuchRecord
from peelian.records.store.reader import open_reader
from peelian.spine.happenings import What
from peelian.spine.post import Holding
from peelian.trail.models import Entry
from people import FORCE, employ, investigation, small_force
from stored_rows import put_rows, stored_investigation

pytestmark = pytest.mark.django_db
NOW = at("2026-03-28 16:00")


@pytest.fixture
def force():
    return small_force()


@pytest.fixture
def tables(tmp_path):
    return open_reader(tmp_path)


def begin(matter, local_time="2026-03-28 08:00", *, risk=None, **facts):
    """A duty of the investigator about an investigation of their team."""
    investigation(matter)
    tell(
        local_time,
        matter=matter,
        ref=("investigation", f"investigation-{matter}"),
        **{"officer_ref": "no-investigator", "risk_band": risk, **facts},
    )


def listed(actor, tables, *rules, at=NOW):
    return [one.duty.matter for one in due_of(actor, rules or (REVIEW,), tables, at=at)]


def test_what_is_late_comes_first_by_its_risk_then_what_is_due_next(force, tables):
    begin("late", "2026-03-27 12:00")
    begin("late-high", "2026-03-27 14:00", risk="High")
    begin("soon", "2026-03-28 09:00")
    begin("later", "2026-03-28 10:00", risk="High")
    begin("paused", "2026-03-28 08:00")
    tell("2026-03-28 09:00", What.BAILED, matter="paused")
    settled("2026-03-28 15:59")

    assert listed(force["investigator"], tables) == [
        "late-high",
        "late",
        "soon",
        "later",
        "paused",
    ]


def test_a_duty_that_has_just_run_out_is_late_before_the_clock_has_said_so(force, tables):
    begin("I-1", "2026-03-27 15:59")
    settled("2026-03-27 16:00")

    (due,) = due_of(force["investigator"], (REVIEW,), tables, at=NOW)

    assert only_duty().state == "Running"
    assert due.duty.state == "Late"
    assert due.left == timedelta(minutes=-1)


def test_what_is_closed_is_no_work(force, tables):
    begin("I-1")
    tell("2026-03-28 09:00", What.SEARCH_REVIEWED, matter="I-1")
    settled("2026-03-28 15:59")

    assert listed(force["investigator"], tables) == []


def test_the_list_says_what_to_do_and_why(force, tables):
    begin("I-1")
    settled("2026-03-28 08:01")

    (due,) = due_of(force["investigator"], (REVIEW,), tables, at=NOW)

    assert due.rule is REVIEW
    assert due.next_step == "Review it."
    assert due.left == timedelta(hours=16)
    assert due.why_me == "You are the one whom the record names."
    assert [one.what for one in due.notes] == ["begun"]


def test_each_reading_is_one_look_in_the_trail(force, tables):
    begin("I-1")
    settled("2026-03-28 08:01")
    before = Entry.objects.count()

    due_of(force["investigator"], (REVIEW,), tables, at=NOW)

    entry = Entry.objects.order_by("sequence").last()
    assert Entry.objects.count() == before + 1
    assert (entry.verb, entry.record_type, entry.record_ref) == ("consulted", "duty", "list")
    assert only_duty().record_id in entry.detail


def test_a_supervisor_sees_the_work_of_the_units_below_and_other_units_see_none(force, tables):
    begin("I-1")
    settled("2026-03-28 08:01")

    def of_unit(person, unit):
        found = due_of_unit(force[person], unit, (REVIEW,), tables, at=NOW)
        return [(one.duty.matter, one.why_me) for one in found]

    said = "Investigator (post-investigator) answers for it."
    assert of_unit("supervisor", "N") == [("I-1", said)]
    assert of_unit("supervisor", "N1") == [("I-1", said)]
    assert of_unit("supervisor", "N2") == []
    assert of_unit("other-team", "N") == []
    assert of_unit("administrator", "N") == []


def test_what_was_escalated_is_on_the_list_of_whoever_it_went_to(force, tables):
    begin("I-1", "2026-03-27 14:00")
    settled("2026-03-27 14:01")
    ticked("2026-03-28 15:00")

    (due,) = due_of(force["supervisor"], (REVIEW,), tables, at=NOW)

    assert due.why_me == "It is late and was escalated to you: An hour late."


def test_where_nobody_answers_the_list_says_so(force, tables):
    begin("I-1")
    Holding.objects.filter(post_ref="post-investigator").delete()
    settled("2026-03-28 08:01")

    (due,) = due_of(force["supervisor"], (REVIEW,), tables, at=NOW)

    assert due.why_me == (
        "Nobody answers for this: no post was found for it. You stand in as the nearest supervisor."
    )


def test_a_duty_about_a_record_that_is_hidden_does_not_exist(force, tables):
    begin("I-1")
    settled("2026-03-28 08:01")
    row = Investigation.objects.get()
    seal(
        record=row,
        members=[force["chief-officer"], force["records-manager"]],
        reason="staff",
        actor=force["standards-investigator"],
        at=NOW,
    )

    assert listed(force["investigator"], tables) == []
    assert due_of_unit(force["supervisor"], "N", (REVIEW,), tables, at=NOW) == ()
    with pytest.raises(NoSuchRecord):
        duty(force["investigator"], only_duty().duty_ref, (REVIEW,), tables, at=NOW)
    assert Entry.objects.order_by("sequence").last().verb == "denied"


def test_whoever_has_a_conflict_with_the_person_does_not_see_it(force, tables):
    begin("I-1")
    settled("2026-03-28 08:01")
    Conflict.objects.create(
        user=force["supervisor"],
        force_id=FORCE,
        kind="family",
        person_key="key-I-1",
        starts_at=at("2026-01-01 00:00"),
        declared_by="service:tests",
    )

    assert due_of_unit(force["supervisor"], "N", (REVIEW,), tables, at=NOW) == ()


def test_the_record_can_stand_in_the_store_alone(force, tmp_path):
    put_rows(tmp_path, Investigation, [stored_investigation("I-9", unit="S1")])
    put_rows(tmp_path, Investigation, [stored_investigation("I-8", unit="N1")], month="2026-02")
    tables = open_reader(tmp_path)
    for matter in ("I-8", "I-9"):
        tell(
            "2026-03-28 08:00",
            matter=matter,
            ref=("investigation", f"loaded-{matter}"),
            officer_ref="no-supervisor",
        )
    settled("2026-03-28 08:01")

    # The supervisor of the north answers for both, and is tied to both records.
    assert listed(force["supervisor"], tables) == ["I-8", "I-9"]
    # A colleague who reads the north's duties sees only what stands behind.
    Duty.objects.update(unit_ref="N1", officer_ref="no-else")
    seen = due_of_unit(force["patrol-officer"], "N1", (REVIEW,), tables, at=NOW)
    assert [one.duty.matter for one in seen] == ["I-8"]


def test_a_record_that_is_nowhere_hides_its_duty(force, tables):
    tell("2026-03-28 08:00", ref=("investigation", "gone"), officer_ref="no-investigator")
    settled("2026-03-28 08:01")

    assert listed(force["investigator"], tables) == []


def test_words_and_names_are_closed_to_whoever_reads_facts_only(force, tables):
    begin("I-1")
    settled("2026-03-28 08:01")
    Duty.objects.update(words="what a person wrote")

    (due,) = due_of_unit(force["analyst"], "N", (REVIEW,), tables, at=NOW)
    (own,) = due_of(force["investigator"], (REVIEW,), tables, at=NOW)

    assert due.duty.words is None
    assert {note.by for note in due.notes} == {""}
    assert own.duty.words == "what a person wrote"


def test_one_duty_is_found_by_its_reference_or_its_address(force, tables):
    begin("I-1")
    settled("2026-03-28 08:01")
    kept = only_duty()

    for called in (kept.duty_ref, kept.record_id):
        found = duty(force["investigator"], called, (REVIEW,), tables, at=NOW)
        assert found.duty.matter == "I-1"
    entry = Entry.objects.order_by("sequence").last()
    assert (entry.verb, entry.record_ref) == ("consulted", kept.record_id)


def test_a_record_lists_its_duties_open_and_closed(force, tables):
    begin("I-1")
    tell("2026-03-28 09:00", What.SEARCH_REVIEWED, matter="I-1")
    settled("2026-03-28 09:01")

    ref = ("investigation", "investigation-I-1")
    (due,) = due_about(force["investigator"], ref, (REVIEW,), tables, at=NOW)

    assert (due.duty.state, due.left, due.next_step) == ("Met", None, "")


def ladder() -> Rule:
    rungs = (
        Rung(3, "a custody officer", LAW),
        Rung(6, "a superintendent", LAW),
        Rung(9, "a senior officer", LAW),
    )
    return Rule(
        **{
            **vars(REVIEW),
            "terms": (Terms(REVIEW.terms[0].since, Months(3), LAW),),
            "ladder": Ladder("first_day", {"Usual": rungs}, usual="Usual"),
        }
    )


def test_the_next_rung_of_a_ladder_says_by_whom_and_until_when(force, tables):
    begin("I-1", "2026-03-27 14:00", first_day="2026-03-28")
    settled("2026-03-27 14:01", ladder())

    (due,) = due_of(force["investigator"], (ladder(),), tables, at=NOW)

    assert local(only_duty().due_at) == "2026-06-28 00:00"
    assert due.next_step == (
        "Review it. It may be extended to 27 September 2026 by a superintendent (An Act s1)."
    )


def test_after_the_last_rung_nothing_is_left(force, tables):
    begin("I-1", "2026-03-27 14:00", first_day="2026-03-28")
    settled("2026-03-27 14:01", ladder())
    Duty.objects.update(due_at=at("2026-12-28 00:00"))

    (due,) = due_of(force["investigator"], (ladder(),), tables, at=NOW)

    assert due.next_step == ("Review it. No extension is left after 9 months (a senior officer).")


def test_what_was_not_extended_in_time_cannot_be_extended(force, tables):
    begin("I-1", "2026-03-27 14:00", first_day="2026-03-28")
    settled("2026-03-27 14:01", ladder())

    (due,) = due_of(force["investigator"], (ladder(),), tables, at=at("2026-06-28 00:00"))

    assert due.next_step == "Review it. The time is over, so nobody can extend it now."


def test_a_rule_that_is_no_longer_declared_hides_nothing(force, tables):
    begin("I-1")
    settled("2026-03-28 08:01")

    (due,) = due_of(force["investigator"], (), tables, at=NOW)

    assert "no longer declared" in due.next_step


@pytest.mark.ledger("CON-27", "OFF-13")
def test_the_load_of_a_unit_counts_by_post(force):
    employ("investigator", "N2", name="second")
    begin("late", "2026-03-27 12:00", risk="High")
    begin("soon", "2026-03-28 09:00")
    begin("second", "2026-03-28 09:00", officer_ref="no-second", unit_ref="N2")
    settled("2026-03-28 15:59")

    assert load_of_unit(force["supervisor"], "N", at=NOW) == (
        Load("post-investigator", "no-investigator", 2, 1, 1, 1, False),
        Load("post-second", "no-second", 1, 0, 0, 1, False),
    )
    assert load_of_unit(force["other-team"], "N", at=NOW) == ()


def test_a_long_list_asks_the_database_no_more_often_than_a_short_one(force, tables):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            shown = due_of(force["investigator"], (REVIEW,), tables, at=NOW)
        return len(shown), len(queries)

    begin("I-1")
    settled("2026-03-28 08:01")
    short = asked()
    for number in range(2, 30):
        begin(f"I-{number}")
    settled("2026-03-28 08:01")
    long = asked()

    assert (short[0], long[0]) == (1, 29)
    assert long[1] == short[1]
    assert short[1] < 60
