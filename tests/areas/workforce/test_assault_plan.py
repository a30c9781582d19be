"""The seven-point plan: each point a duty, and nobody on their own case (WRK-13 to WRK-15)."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from peelian.access.actors import service_account
from peelian.access.decide import may
from peelian.access.verbs import Verb
from peelian.areas.workforce.assault import StaffAssault
from peelian.areas.workforce.checks import (
    OWN_CASE,
    VictimInvestigates,
    check_investigator,
)
from peelian.areas.workforce.duties import RULES
from peelian.areas.workforce.procedures import TOLD, assault_plan
from peelian.catalogue import faults_of
from peelian.engines.duties.models import Duty
from peelian.engines.duties.settle import settle
from peelian.engines.procedures.errors import MayNotAnswer, NotComplete
from peelian.engines.procedures.making import make
from peelian.engines.registers.errors import NoSuchRecord
from peelian.records.noting import note_loaded
from peelian.spine.post import Post
from people import FORCE, NOW

HOUR = timedelta(hours=1)
EVERYTHING = {**dict.fromkeys(TOLD, "yes"), "reporter": "Another person"}
WORDS = {"need": "Time off until Monday", "investigator": "no-other-team"}


@pytest.fixture
def assault(force):
    """The patrol officer of N1 was assaulted two hours ago; their supervisor is that of N."""
    return StaffAssault.objects.create(
        record_id="assault-1",
        source="typed",
        force_id=FORCE,
        assault_ref="A1",
        investigation_ref="I1",
        happened_at=NOW - 2 * HOUR,
        month="2026-03",
        assaulted_ref="no-patrol-officer",
        person_key="person-patrol-officer",
        supervisor_ref="no-supervisor",
        unit_ref="N1",
    )


def gone_through(assault, actor, tables, answers=EVERYTHING, words=WORDS):
    return make(
        assault_plan,
        record=assault,
        answers=answers,
        words=words,
        actor=actor,
        at=NOW,
        tables=tables,
    )


def clocks(tables):
    note_loaded(tables, besides=(), by="service:test", at=NOW)
    settle(RULES, by=service_account("duties"), at=NOW)
    return {duty.rule.split(".")[1]: duty for duty in Duty.objects.all()}


@pytest.mark.ledger("WRK-13", "WRK-15")
def test_an_assault_begins_every_point_for_the_supervisor(assault, force, tables):
    found = clocks(tables)

    assert set(found) == {
        "investigator",
        "meeting",
        "rights",
        "command_told",
        "executive_told",
        "association_told",
        "proof",
        "accident_report",
    }
    assert {duty.state for duty in found.values()} == {"Running"}
    assert {duty.officer_ref for duty in found.values()} == {"no-supervisor"}


@pytest.mark.ledger("WRK-13", "WRK-14", "WRK-15", "INV-35")
def test_the_plan_that_was_gone_through_meets_every_point(assault, force, tables):
    gone_through(assault, force["supervisor"], tables)

    assert {duty.state for duty in clocks(tables).values()} == {"Met"}


@pytest.mark.ledger("WRK-13")
def test_what_is_not_done_yet_stays_due(assault, force, tables):
    some = {**EVERYTHING, "executive": "no", "proof": "no"}
    gone_through(assault, force["supervisor"], tables, some)
    still = {name for name, duty in clocks(tables).items() if duty.state == "Running"}

    assert still == {"executive_told", "proof"}


@pytest.mark.ledger("INV-35")
@pytest.mark.parametrize("number", ["no-patrol-officer", " NO-Patrol-Officer "])
def test_the_assaulted_person_is_never_named_as_investigator(assault, force, tables, number):
    words = {**WORDS, "investigator": number}
    with pytest.raises(NotComplete) as refused:
        gone_through(assault, force["supervisor"], tables, words=words)

    assert refused.value.errors == {"investigator": OWN_CASE}
    assert {duty.state for duty in clocks(tables).values()} == {"Running"}


@pytest.mark.ledger("INV-35")
def test_a_source_that_names_them_meets_nothing_and_is_said(force, tables):
    """The duty stays open, whatever the source says; the record says why."""
    row = StaffAssault(
        record_id="assault-2",
        assault_ref="A2",
        assaulted_ref="no-patrol-officer",
        investigator_ref="no-patrol-officer",
        investigator_named_at=NOW,
    )
    assert faults_of(row) == (OWN_CASE,)
    moment = StaffAssault.Happens.investigator
    assert not moment.holds({name: getattr(row, name) for name in moment.fields})
    row.investigator_ref = "no-other-team"
    assert moment.holds({name: getattr(row, name) for name in moment.fields})
    assert faults_of(row) == ()


def test_the_database_refuses_it_too(assault):
    assault.investigator_ref = assault.assaulted_ref
    with pytest.raises(IntegrityError), transaction.atomic():
        assault.save()


def test_the_check_raises_a_sentence():
    with pytest.raises(VictimInvestigates, match="never investigates"):
        check_investigator(assaulted_ref="1", investigator_ref="1")
    check_investigator(assaulted_ref="1", investigator_ref="2")
    check_investigator(assaulted_ref="1", investigator_ref=None)


@pytest.mark.ledger("INV-35")
def test_the_assaulted_person_neither_sees_nor_answers_it(assault, force, tables):
    """Not under their key as a person and, where no source gives that, not by their number."""
    assert not may(force["patrol-officer"], Verb.CONSULT, StaffAssault, assault, at=NOW)
    assert may(force["supervisor"], Verb.CONSULT, StaffAssault, assault, at=NOW)
    assault.assaulted_ref, assault.person_key = "no-supervisor", None
    assault.save()
    with pytest.raises(MayNotAnswer):
        gone_through(assault, force["supervisor"], tables)
    assault.person_key = "person-supervisor"
    assault.save()
    with pytest.raises(NoSuchRecord):
        gone_through(assault, force["supervisor"], tables)


def test_the_line_of_the_assaulted_person_sees_to_it(assault, force, tables):
    """Unlike a conduct matter, this one is not hidden from whom the person answers to."""
    Post.objects.filter(post_ref="post-patrol-officer").update(line_post_ref="post-supervisor")
    gone_through(assault, force["supervisor"], tables)

    assert {duty.state for duty in clocks(tables).values()} == {"Met"}


def test_a_supervisor_who_was_assaulted_sees_to_nothing_themselves(assault, force, tables):
    row = StaffAssault(assault_ref="A3", assaulted_ref="1", supervisor_ref="1")
    assert faults_of(row) == (
        "The assaulted person is named as their own supervisor: name another.",
    )
