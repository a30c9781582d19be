"""The lists that leaders and managers read: who is outstanding, whom somebody manages."""

from datetime import timedelta

import pytest

from areas.offenders.told_rows import at, unfolded
from peelian.areas.offenders.duties_plans import plan_review, risk_review
from peelian.areas.offenders.duties_suspects import next_action
from peelian.areas.offenders.managed import ManagedPerson
from peelian.engines.duties.unfold import state_at
from peelian.engines.registers.listing import list_rows
from peelian.spine.suspect import Suspect
from people import FORCE, NOW


def suspect(ref, *, unit="N1", **said):
    return Suspect.objects.create(
        record_id=f"suspect-{ref}",
        source="extracts",
        force_id=FORCE,
        suspect_ref=ref,
        named_at=NOW - timedelta(days=2),
        month="2026-02",
        unit_ref=unit,
        **{"state": "Named, not located", "risk_band": "High", **said},
    )


def plan(ref, *, unit="N1", officer="no-offender-manager"):
    return ManagedPerson.objects.create(
        record_id=f"plan-{ref}",
        source="extracts",
        force_id=FORCE,
        plan_ref=ref,
        visor_ref=f"V-{ref}",
        managed_at=NOW - timedelta(days=60),
        month="2026-01",
        level="High",
        plan_set_at=NOW - timedelta(days=60),
        visit_every_days=30,
        unit_ref=unit,
        officer_ref=officer,
    )


def shown(actor, model, tables, **filters):
    return list_rows(actor, model, tables, filters=filters, at=NOW).rows


@pytest.mark.ledger("OFF-01", "OFF-03", "OFF-04")
def test_a_supervisor_lists_the_outstanding_suspects_of_their_area(force, tables):
    suspect("S1", next_action="Call at the mother's", next_action_due=NOW.date())
    suspect("S2", unit="N2", risk_band="Medium")
    suspect("S3", unit="S1")
    suspect("S4", state="Charged")
    rows = shown(force["supervisor"], Suspect, tables, state="Named, not located", risk_band="High")

    assert [row.cells["suspect_ref"] for row in rows] == ["S1"]
    assert rows[0].cells["next_action"] == "Call at the mother's"
    every = shown(force["supervisor"], Suspect, tables, state="Named, not located")
    assert {row.cells["suspect_ref"] for row in every} == {"S1", "S2"}


@pytest.mark.ledger("OFF-01")
def test_a_chief_officer_sees_the_whole_list_without_who_anybody_is(force, tables):
    suspect("S1", person_key="K1", next_action="Call at the mother's")
    suspect("S3", unit="S1", person_key="K2")
    rows = shown(force["chief-officer"], Suspect, tables)

    assert {row.cells["suspect_ref"] for row in rows} == {"S1", "S3"}
    assert all({"person_key", "next_action"}.isdisjoint(row.cells) for row in rows)


@pytest.mark.ledger("OFF-07")
def test_a_manager_lists_those_they_hold_and_leaders_see_no_reference_to_visor(force, tables):
    plan("P1")
    plan("P2", unit="S1", officer="no-offender-manager")
    plan("P3", unit="S1", officer="no-other-team")
    mine = shown(force["offender-manager"], ManagedPerson, tables)
    whole = shown(force["chief-officer"], ManagedPerson, tables)

    assert {row.cells["plan_ref"] for row in mine} == {"P1", "P2"}
    assert {row.cells["plan_ref"] for row in whole} == {"P1", "P2", "P3"}
    assert all("visor_ref" not in row.cells for row in whole)


def person(**said):
    return (
        ManagedPerson,
        {"plan_ref": "P1", "managed_at": at("2026-01-05T10:00"), "level": "High", **said},
    )


@pytest.mark.ledger("OFF-09", "OFF-10")
@pytest.mark.parametrize(
    ("rule", "field", "due"),
    [
        (risk_review, "risk_reviewed_at", "2027-03-11T00:00"),
        # Midnight of summer time.
        (plan_review, "plan_reviewed_at", "2026-06-10T23:00"),
    ],
)
def test_a_row_that_keeps_only_its_last_review_loses_none(rule, field, due):
    """Two deliveries of one row, each with another last review: both happened."""
    first, second, third = unfolded(
        rule,
        person(**{field: at("2026-02-01T10:00")}),
        person(**{field: at("2026-03-10T10:00")}),
    )

    assert [one.done.at for one in (first, second)] == [
        at("2026-02-01T10:00"),
        at("2026-03-10T10:00"),
    ]
    assert {state_at(one, at("2026-03-11T10:00")) for one in (first, second)} == {"Met"}
    assert third.due_at == at(due)


@pytest.mark.ledger("OFF-03")
def test_each_next_step_has_its_own_day_and_the_one_before_is_met():
    def told(set_at, due):
        said = {"suspect_ref": "S1", "next_action_set_at": at(set_at), "next_action_due": due}
        return Suspect, said

    first, second = unfolded(
        next_action,
        told("2026-02-01T10:00", at("2026-02-03").date()),
        told("2026-02-02T10:00", at("2026-02-09").date()),
    )
    assert state_at(first, at("2026-02-08T10:00")) == "Met"
    assert state_at(second, at("2026-02-08T10:00")) == "Running"
    assert state_at(second, at("2026-02-10T00:00")) == "Late"
