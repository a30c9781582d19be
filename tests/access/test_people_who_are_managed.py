"""People who are managed after a conviction: for whoever manages them, and no patrol's reading."""

import pytest

from peelian.access.decide import may, nearest
from peelian.access.figures import may_count
from peelian.access.tie import Tie
from peelian.access.visible import visible
from peelian.areas.offenders.managed import ManagedPerson
from peelian.engines.duties.models import Duty
from people import FORCE, NOW, small_force

# Who reads everything of it, who its facts, who nothing. All else is nothing.
WHOLE = {"offender-manager", "supervisor", "records-manager"}
FACTS = {"analyst", "auditor", "chief-officer", "inspector"}


@pytest.fixture
def force(db):
    return small_force()


@pytest.fixture
def plan(force):
    return ManagedPerson.objects.create(
        record_id="plan-1",
        source="extracts",
        force_id=FORCE,
        plan_ref="P-1",
        person_key="person-1",
        managed_at=NOW,
        plan_set_at=NOW,
        month="2026-03",
        unit_ref="N1",
    )


@pytest.fixture
def duty(plan):
    """A home visit of that person, which the offender manager of the team answers for."""
    return Duty.objects.create(
        record_id="duty-1",
        source="typed",
        force_id=FORCE,
        rule="offenders.home_visit",
        title="Visit at home",
        matter="P-1",
        month="2026-03",
        started_at=NOW,
        due_at=NOW,
        state="Late",
        unit_ref="N1",
        officer_ref="no-offender-manager",
        authority="College of Policing",
        of_type="managedperson",
        of_id=plan.record_id,
        of_ref="P-1",
    )


def reads(force, record):
    """By role how much of it is open: "whole", "facts"; those who see nothing are left out."""
    found = {}
    for role, user in force.people.items():
        opened = visible(user, type(record), at=NOW).open_fields(record)
        if opened:
            found[role] = "whole" if "person_key" in opened else "facts"
    return found


def test_a_plan_is_read_by_whoever_manages_and_counted_by_whoever_answers(force, plan):
    assert reads(force, plan) == {
        **dict.fromkeys(WHOLE, "whole"),
        **dict.fromkeys(FACTS, "facts"),
    }


def test_a_duty_is_held_for_what_its_record_is_held_for(force, duty):
    """A call handler reads every duty of policing and none about these people."""
    assert reads(force, duty) == {
        **dict.fromkeys(WHOLE, "whole"),
        **dict.fromkeys(FACTS, "facts"),
    }

    Duty.objects.update(of_type="stopsearch")
    duty.refresh_from_db()
    assert {"call-handler", "patrol-officer", "investigator"} <= set(reads(force, duty))


def test_a_duty_about_a_conduct_matter_is_read_by_standards_and_no_supervisor(force, duty):
    Duty.objects.update(of_type="conductmatter")
    duty.refresh_from_db()

    assert reads(force, duty) == {
        "standards-investigator": "whole",
        "records-manager": "whole",
        "analyst": "facts",
        "auditor": "facts",
        "chief-officer": "facts",
        "inspector": "facts",
        "commissioner-staff": "facts",
    }


def test_a_duty_about_no_record_goes_by_its_own_purpose(force, duty):
    Duty.objects.update(of_type="decision")
    duty.refresh_from_db()

    assert "call-handler" in reads(force, duty)
    assert "commissioner-staff" not in reads(force, duty)


@pytest.mark.parametrize("role", ["call-handler", "patrol-officer", "investigator"])
def test_a_task_opens_one_plan_to_whoever_was_given_it(force, plan, role):
    assert not may(force[role], "consult", ManagedPerson, plan, at=NOW)

    Tie.objects.create(
        user=force[role],
        record_type="managedperson",
        record_id=plan.record_id,
        kind="task",
        given_by="person:x",
        starts_at=NOW,
    )

    assert nearest(force[role], ManagedPerson, plan, at=NOW).because == "tied"


def test_figures_are_for_whoever_reaches_the_whole_force(force):
    count = {
        role
        for role, user in force.people.items()
        if may_count(user, (ManagedPerson,), (FORCE,), at=NOW)
    }

    assert count == {"analyst", "auditor", "chief-officer", "inspector", "records-manager"}
