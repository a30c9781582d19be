"""What loaded rows tell the clocks, and above all what they do not tell (OFF-28, OFF-30)."""

import pytest

from areas.offenders.told_rows import at, names, unfolded
from peelian.areas.offenders.bail import Bail
from peelian.areas.offenders.breach import NotificationBreach
from peelian.areas.offenders.duties_bail import bail_decision
from peelian.areas.offenders.duties_visits import home_visit
from peelian.areas.offenders.managed import ManagedPerson
from peelian.areas.offenders.visit import HomeVisit
from peelian.engines.duties.unfold import state_at
from peelian.records.happens import moments_of
from peelian.spine.suspect import Suspect

BAIL = {
    "bail_ref": "B1",
    "suspect_ref": "S1",
    "case_kind": "Standard",
    "authorised_at": at("2026-01-14T23:00"),
    "ends_on": at("2026-04-14").date(),
}
RELEASED = {"suspect_ref": "S1", "under_investigation_at": at("2026-04-16T10:00")}


@pytest.mark.ledger("OFF-28", "OFF-30")
def test_bail_never_becomes_release_under_investigation_by_itself():
    """Neither a lapse, nor the word of the custody system, nor a release by nobody ends it."""
    ended = {"ended_at": at("2026-04-14T12:00")}
    for how in ("Lapsed without a decision", "Released under investigation"):
        assert names(Bail, **BAIL, **ended, how_ended=how) == ["bailed"]
    assert names(Suspect, **RELEASED) == []
    lapsed = (Bail, {**BAIL, **ended, "how_ended": "Lapsed without a decision"})
    (duty,) = unfolded(bail_decision, lapsed, (Suspect, RELEASED))
    assert state_at(duty, at("2026-04-14T22:59")) == "Running"
    assert state_at(duty, at("2026-04-14T23:00")) == "Late"
    assert state_at(duty, at("2027-01-01")) == "Late"


@pytest.mark.ledger("OFF-30")
def test_only_a_named_decision_ends_what_lapsed_and_it_stays_counted_as_late():
    decided = {**RELEASED, "under_investigation_by": "1234"}
    (duty,) = unfolded(bail_decision, (Bail, BAIL), (Suspect, decided))
    assert duty.done.name == "released-under-investigation"
    assert state_at(duty, at("2026-04-20")) == "Met late"


def test_each_period_of_bail_is_a_decision_of_its_own():
    second = {
        **BAIL,
        "period": 2,
        "authorised_at": at("2026-04-10T11:00"),
        "ends_on": at("2026-07-14").date(),
        "ended_at": at("2026-07-01T09:00"),
        "how_ended": "Charged",
    }
    first, other = unfolded(bail_decision, (Bail, BAIL), (Bail, second))
    assert [state_at(one, at("2026-08-01")) for one in (first, other)] == ["Met", "Met"]
    assert first.done.name == "bailed"
    assert other.done.name == "bail-ended"


@pytest.mark.ledger("OFF-08")
@pytest.mark.parametrize(
    ("who", "met"),
    [
        ({"crew": "Two officers", "officer_ref": "1", "second_ref": "2"}, True),
        ({"crew": "Two officers", "officer_ref": "1", "second_ref": None}, False),
        ({"crew": "Two officers", "officer_ref": "1", "second_ref": "1"}, False),
        ({"crew": "One officer", "officer_ref": "1"}, False),
        ({"crew": "One officer with approval", "officer_ref": "1"}, False),
        (
            {
                "crew": "One officer with approval",
                "officer_ref": "1",
                "lone_approved_by": "Inspector",
                "lone_because": "The second fell ill at the door",
            },
            True,
        ),
    ],
)
def test_a_visit_counts_with_two_names_or_an_inspector_and_a_reason(who, met):
    plan = {
        "plan_ref": "P1",
        "managed_at": at("2026-01-05T10:00"),
        "plan_set_at": at("2026-01-05T10:00"),
        "visit_every_days": 30,
        "reactive": False,
    }
    visit = {
        "plan_ref": "P1",
        "visited_at": at("2026-01-20T10:00"),
        "outcome": "Seen",
        **who,
    }
    first = unfolded(home_visit, (ManagedPerson, plan), (HomeVisit, visit))[0]
    assert (first.done is not None) is met


def test_the_next_visit_is_due_by_the_plan_and_belongs_to_the_manager():
    plan = {
        "plan_ref": "P1",
        "managed_at": at("2026-01-05T10:00"),
        "plan_set_at": at("2026-01-05T10:00"),
        "visit_every_days": 30,
        "reactive": False,
        "officer_ref": "MANAGER",
    }
    visit = {
        "plan_ref": "P1",
        "visited_at": at("2026-01-20T10:00"),
        "outcome": "Seen",
        "crew": "Two officers",
        "officer_ref": "COLLEAGUE",
        "second_ref": "OTHER",
    }
    _, second = unfolded(home_visit, (ManagedPerson, plan), (HomeVisit, visit))
    assert second.due_at == at("2026-02-20")
    assert second.facts["officer_ref"] == "MANAGER"


def test_a_plan_set_later_gives_its_frequency_to_a_clock_that_had_none():
    plan = {
        "plan_ref": "P1",
        "managed_at": at("2025-06-01T10:00"),
        "plan_set_at": at("2026-01-05T10:00"),
        "visit_every_days": 30,
    }
    visit = {
        "plan_ref": "P1",
        "visited_at": at("2025-12-20T10:00"),
        "outcome": "Seen",
        "crew": "Two officers",
        "officer_ref": "1",
        "second_ref": "2",
    }
    last = unfolded(home_visit, (ManagedPerson, plan), (HomeVisit, visit))[-1]
    assert last.due_at == at("2026-01-20")


@pytest.mark.ledger("OFF-11")
def test_reactive_management_without_its_approver_goes_on_with_visits():
    said = {"plan_ref": "P1", "reactive": True, "reactive_at": at("2026-02-01T10:00")}
    whole = {
        "reactive_because": "Low for three years",
        "reactive_by": "D1",
        "reactive_review_on": at("2026-08-01").date(),
    }
    assert names(ManagedPerson, **said) == []
    assert names(ManagedPerson, **said, **whole) == ["managed-reactively"]


@pytest.mark.ledger("OFF-12")
def test_a_breach_is_a_crime_only_with_its_reference():
    said = {
        "breach_ref": "N1",
        "found_at": at("2026-02-01T10:00"),
        "crime_recorded_at": at("2026-02-01T12:00"),
    }
    assert names(NotificationBreach, **said) == ["breached"]
    assert names(NotificationBreach, **said, crime_ref="C1") == [
        "breached",
        "breach-recorded-as-crime",
    ]


@pytest.mark.parametrize("model", [Bail, HomeVisit, ManagedPerson, NotificationBreach, Suspect])
def test_no_reference_to_the_national_system_and_no_words_leave_a_row(model):
    """Keys and facts of happenings are read by more people than the row itself (T05)."""
    handed_on = {name for one in moments_of(model) for name in (*one.keys, *one.facts)}
    assert handed_on.isdisjoint({"visor_ref", "person_key", "household", "notes", "details"})
