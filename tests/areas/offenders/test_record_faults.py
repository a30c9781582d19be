"""What is said of suspects, plans, visits and breaches as they stand; nothing is blocked."""

from datetime import UTC, date, datetime

import pytest

from peelian.areas.offenders.breach import NotificationBreach
from peelian.areas.offenders.managed import ManagedPerson
from peelian.areas.offenders.visit import HomeVisit
from peelian.catalogue import faults_of
from peelian.spine.suspect import Suspect

AT = datetime(2026, 3, 2, 10, tzinfo=UTC)


@pytest.mark.ledger("OFF-30")
def test_a_release_under_investigation_that_nobody_decided_is_said():
    first, second = faults_of(Suspect(under_investigation_at=AT))
    assert first.startswith("Released under investigation, and nobody is named who decided it.")
    assert second.startswith("Nothing says why bail is not necessary")
    decided = Suspect(
        under_investigation_at=AT,
        under_investigation_by="1234",
        under_investigation_because="No risk",
    )
    assert faults_of(decided) == ()


@pytest.mark.ledger("OFF-11")
def test_reactive_management_needs_criteria_an_approver_and_a_day():
    bare = {"level": "Low", "reactive": True}
    whole = {
        "reactive_because": "Low for three years",
        "reactive_by": "D1",
        "reactive_review_on": date(2026, 9, 1),
    }
    assert "visits go on" in faults_of(ManagedPerson(**bare))[0]
    for name in whole:
        left_out = {key: value for key, value in whole.items() if key != name}
        assert faults_of(ManagedPerson(**bare, **left_out)) != ()
    assert faults_of(ManagedPerson(**bare, **whole)) == ()


@pytest.mark.parametrize(
    ("level", "days", "approved", "faults"),
    [
        ("High", 92, False, 0),
        ("High", 93, False, 1),
        ("High", 180, True, 0),
        ("Low", 366, False, 0),
        ("Very high", 7, False, 0),
    ],
)
def test_a_longer_time_than_the_level_suggests_needs_a_reason(level, days, approved, faults):
    said = {"frequency_because": "Moved to care", "frequency_by": "D1"} if approved else {}
    person = ManagedPerson(level=level, visit_every_days=days, **said)
    assert len(faults_of(person)) == faults


@pytest.mark.ledger("OFF-08")
@pytest.mark.parametrize(
    ("said", "counts"),
    [
        ({"crew": "Two officers", "officer_ref": "1", "second_ref": "2"}, True),
        ({"crew": "Two officers", "officer_ref": "1"}, False),
        ({"crew": "Two officers", "officer_ref": "1", "second_ref": "1"}, False),
        (
            {
                "crew": "One officer with approval",
                "lone_approved_by": "Inspector",
                "lone_because": "Urgent",
            },
            True,
        ),
        (
            {
                "crew": "One officer with approval",
                "lone_approved_by": "Sergeant",
                "lone_because": "Urgent",
            },
            False,
        ),
        ({"crew": "One officer with approval", "lone_approved_by": "Inspector"}, False),
        ({"crew": "One officer"}, True),
    ],
)
def test_who_is_said_to_have_gone_is_held_against_the_names(said, counts):
    """One officer alone is no fault of the record: the visit does not count, and stays due."""
    assert (faults_of(HomeVisit(**said)) == ()) is counts


def test_a_crime_without_its_reference_is_no_crime_that_anybody_finds():
    assert faults_of(NotificationBreach(crime_recorded_at=AT)) != ()
    assert faults_of(NotificationBreach(crime_recorded_at=AT, crime_ref="C1")) == ()
