"""Visits, breaches and bands step by step: what is asked becomes a record and starts clocks."""

from datetime import timedelta

import pytest

from peelian.access.actors import service_account
from peelian.areas.offenders.breach import NotificationBreach
from peelian.areas.offenders.duties import RULES
from peelian.areas.offenders.managed import ManagedPerson
from peelian.areas.offenders.procedures import band, breach, visit
from peelian.areas.offenders.visit import HomeVisit
from peelian.engines.duties.models import Duty
from peelian.engines.duties.settle import settle
from peelian.engines.procedures.errors import NotComplete, WrongDecision
from peelian.engines.procedures.making import make
from peelian.engines.procedures.questions import Asked
from peelian.records.noting import note_loaded
from peelian.spine.suspect import Suspect
from people import FORCE, NOW

VISIT = {
    "at": "2026-03-02T09:30",
    "crew": "Two officers",
    "announced": "no",
    "outcome": "Seen",
    "devices": "yes",
    "risk": "No change",
}
WORDS = {"second": "no-patrol-officer", "household": "Lives alone."}
BREACH = {"what": "Bank or card details", "found": "2026-03-02T09:00"}


@pytest.fixture
def plan(force):
    """Somebody whom the offender manager of N1 holds and visits every 30 days."""
    return ManagedPerson.objects.create(
        record_id="plan-1",
        source="extracts",
        force_id=FORCE,
        plan_ref="P1",
        visor_ref="V-1",
        person_key="K1",
        managed_at=NOW - timedelta(days=60),
        month="2026-01",
        level="High",
        plan_set_at=NOW - timedelta(days=60),
        visit_every_days=30,
        reactive=False,
        unit_ref="N1",
        officer_ref="no-offender-manager",
    )


@pytest.fixture
def manager(force):
    return force["offender-manager"]


def answered(procedure, record, actor, tables, answers, words=(), **more):
    return make(
        procedure,
        record=record,
        answers=answers,
        words=dict(words),
        actor=actor,
        at=NOW,
        tables=tables,
        **more,
    )


def clocks(tables):
    """The duties of this area after what has happened is noted and settled, by rule."""
    by = service_account("duties")
    note_loaded(tables, besides=(), by="service:test", at=NOW)
    settle(RULES, by=by, at=NOW)
    return {
        rule: [duty.state for duty in Duty.objects.filter(rule=rule).order_by("started_at")]
        for rule in set(Duty.objects.values_list("rule", flat=True))
    }


@pytest.mark.ledger("OFF-08")
def test_a_visit_by_two_meets_what_was_due_and_begins_the_next(plan, manager, tables):
    answered(visit, plan, manager, tables, VISIT, WORDS)
    row = HomeVisit.objects.get()

    assert (row.plan_ref, row.person_key, row.unit_ref) == ("P1", "K1", "N1")
    assert (row.officer_ref, row.second_ref) == ("no-offender-manager", "no-patrol-officer")
    assert (row.crew, row.outcome, row.devices_checked) == ("Two officers", "Seen", True)
    assert clocks(tables)["offenders.home_visit"] == ["Met late", "Running"]


@pytest.mark.ledger("OFF-08")
def test_a_lone_visit_is_kept_and_the_visit_stays_due(plan, manager, tables):
    alone = {**VISIT, "crew": "One officer"}
    answered(visit, plan, manager, tables, alone, {**WORDS, "alone": "Nobody else was on duty"})

    assert clocks(tables)["offenders.home_visit"] == ["Late"]


@pytest.mark.ledger("OFF-08")
def test_a_lone_visit_with_an_inspector_and_a_reason_counts(plan, manager, tables):
    approved = {**VISIT, "crew": "One officer with approval", "approver": "Inspector"}
    with pytest.raises(NotComplete) as refused:
        answered(visit, plan, manager, tables, approved, WORDS)
    answered(visit, plan, manager, tables, approved, {**WORDS, "alone": "Second fell ill"})

    assert set(refused.value.errors) == {"alone"}
    assert clocks(tables)["offenders.home_visit"] == ["Met late", "Running"]


def test_nobody_is_their_own_second_officer(plan, manager, tables):
    with pytest.raises(NotComplete) as refused:
        answered(visit, plan, manager, tables, VISIT, {**WORDS, "second": "no-offender-manager"})

    assert refused.value.errors == {
        "second": "This is your own number: name the other officer who went."
    }
    assert not HomeVisit.objects.exists()


@pytest.mark.ledger("OFF-08")
def test_refused_entry_says_the_next_lawful_step_and_is_tried_again(plan, manager, tables):
    advice = {
        sentence
        for question in visit.versions[0].questions
        for one in question.advice
        for sentence in one.found(Asked({"outcome": "Refused entry", "crew": "Two officers"}, {}))
    }
    answered(visit, plan, manager, tables, {**VISIT, "outcome": "Refused entry"}, WORDS)
    found = clocks(tables)

    assert ["s96B" in one for one in advice] == [True]
    assert found["offenders.visit_again"] == ["Running"]
    assert found["offenders.home_visit"] == ["Late"]


@pytest.mark.ledger("OFF-12")
def test_two_answers_record_a_breach_and_open_the_recording_of_the_crime(plan, manager, tables):
    answered(breach, plan, manager, tables, BREACH)
    row = NotificationBreach.objects.get()

    assert (row.plan_ref, row.person_key, row.officer_ref) == ("P1", "K1", "no-offender-manager")
    assert (row.what, row.crime_ref) == ("Bank or card details", None)
    assert clocks(tables)["offenders.breach_recorded"] == ["Running"]


@pytest.mark.ledger("OFF-12")
def test_the_third_in_twelve_months_is_a_pattern(plan, manager, tables):
    """One of more than a year ago does not count, and one of another plan neither."""
    for number, (days, of) in enumerate(((400, "P1"), (300, "P1"), (20, "P2"), (10, "P1"))):
        NotificationBreach.objects.create(
            record_id=f"breach-{number}",
            source="typed",
            force_id=FORCE,
            breach_ref=f"NB{number}",
            plan_ref=of,
            found_at=NOW - timedelta(days=days),
            month="2026-01",
            what="Travel abroad",
            unit_ref="N1",
            officer_ref="no-offender-manager",
        )
    made = answered(breach, plan, manager, tables, BREACH)

    assert made.criteria == "pattern"


def test_two_in_twelve_months_are_none(plan, manager, tables):
    answered(breach, plan, manager, tables, BREACH)
    assert answered(breach, plan, manager, tables, BREACH).criteria in (None, "")


@pytest.fixture
def suspect(force):
    """Somebody whom the investigator of N1 looks for: domestic abuse, failed to answer bail."""
    return Suspect.objects.create(
        record_id="suspect-1",
        source="extracts",
        force_id=FORCE,
        suspect_ref="S1",
        investigation_ref="A",
        person_key="K1",
        named_at=NOW - timedelta(days=2),
        month="2026-02",
        domestic_abuse=True,
        state="Failed to answer bail",
        unit_ref="N1",
        officer_ref="no-investigator",
    )


QUIET = {"threat": "no", "child": "no", "weapon": "dont-know", "managed": "no-match"}


@pytest.mark.ledger("OFF-02")
def test_a_band_is_suggested_from_the_record_and_decided_by_a_person(suspect, force, tables):
    made = answered(band, suspect, force["investigator"], tables, QUIET, grade="High")

    assert (made.suggested, made.decided, made.differs) == ("High", "High", "As suggested")


@pytest.mark.ledger("OFF-02")
def test_a_lower_band_is_a_supervisors_with_a_reason(suspect, force, tables):
    with pytest.raises(WrongDecision, match="may not decide below"):
        answered(
            band,
            suspect,
            force["investigator"],
            tables,
            QUIET,
            grade="Medium",
            reasons="In hospital under guard",
        )
    made = answered(
        band,
        suspect,
        force["supervisor"],
        tables,
        QUIET,
        grade="Medium",
        reasons="In hospital under guard",
    )

    assert (made.suggested, made.decided, made.differs) == ("High", "Medium", "Lower")


def test_whether_somebody_is_managed_is_looked_up_by_those_who_may_see_it(
    suspect, plan, force, tables
):
    """The plan is held in the same unit, so its reader may know of it (T05)."""
    made = answered(
        band,
        suspect,
        force["investigator"],
        tables,
        {**QUIET, "managed": "match"},
        grade="High",
    )
    assert made.suggested == "High"
