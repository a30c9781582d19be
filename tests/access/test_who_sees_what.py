"""Who sees which record: every line of these tables is worked by hand from the roles in words."""

from datetime import date, timedelta

import pytest

from peelian.access.conflict import Conflict
from peelian.access.decide import doors_of, has_power, may, nearest
from peelian.access.glass import BrokenGlass
from peelian.access.held import RoleHeld
from peelian.access.powers import Power
from peelian.access.roles import ROLES
from peelian.access.seal import Seal, SealMember
from peelian.access.share import Share
from peelian.access.tie import Tie
from peelian.access.visible import hidden_cells_removed, visible
from peelian.areas.investigation.models import Investigation
from peelian.spine.person import Involvement
from peelian.spine.post import Holding
from peelian.spine.shift import Absence
from people import FORCE, NOW, investigation, matter, small_force

EARLIER = NOW - timedelta(days=1)


@pytest.fixture
def force(db):
    return small_force()


def sees(user, record, field=None):
    return may(user, "consult", type(record), record, field, at=NOW)


@pytest.mark.parametrize(
    ("role", "own_team", "team_below", "other_team"),
    [
        ("call-handler", True, True, True),
        ("patrol-officer", True, False, False),
        ("investigator", True, False, False),
        ("offender-manager", True, False, False),
        ("supervisor", True, True, False),
        ("analyst", True, True, True),
        ("auditor", True, True, True),
        ("standards-investigator", True, True, True),
        ("people-services", False, False, False),
        ("chief-officer", True, True, True),
        ("inspector", True, True, True),
        ("commissioner-staff", False, False, False),
        ("panel-member", False, False, False),
        ("partner", False, False, False),
        ("trail-reviewer", False, False, False),
        ("records-manager", True, True, True),
        ("administrator", False, False, False),
        ("other-team", False, False, True),
    ],
)
def test_whose_investigations_each_role_sees(force, role, own_team, team_below, other_team):
    found = (
        sees(force[role], investigation("A", unit="N1")),
        sees(force[role], investigation("B", unit="N2")),
        sees(force[role], investigation("C", unit="S1")),
    )

    assert found == (own_team, team_below, other_team)


@pytest.mark.parametrize("role", ["analyst", "auditor", "chief-officer", "inspector"])
def test_figures_come_without_what_was_written_about_people(force, role):
    record = investigation("A")

    assert sees(force[role], record, "offence")
    assert sees(force[role], record, "unit_ref")
    assert not sees(force[role], record, "summary")


def test_every_role_is_in_the_tables_above(force):
    assert set(force.people) == {*ROLES, "other-team"}


def test_the_officer_in_the_case_keeps_it_in_another_team(force):
    record = investigation("A", unit="S1", officer="no-investigator")

    assert sees(force["investigator"], record)
    assert may(force["investigator"], "alter", Investigation, record, at=NOW)
    assert not sees(force["patrol-officer"], record)


def test_a_tie_opens_one_record_and_ends(force):
    record, other = investigation("A", unit="S1"), investigation("B", unit="S1")
    Tie.objects.create(
        user=force["patrol-officer"],
        record_type="investigation",
        record_id=record.record_id,
        kind="task",
        starts_at=EARLIER,
        ends_at=NOW + timedelta(hours=1),
        given_by="person:x",
    )

    assert sees(force["patrol-officer"], record)
    assert not sees(force["patrol-officer"], other)
    later = NOW + timedelta(hours=1)
    assert not may(force["patrol-officer"], "consult", Investigation, record, at=later)


def test_nobody_sees_what_is_about_themselves_whatever_their_role(force):
    """The complaint names the standards investigator who could read all others."""
    about_me = matter("A", about="no-standards-investigator")
    about_another = matter("B", about="no-patrol-officer")

    assert not sees(force["standards-investigator"], about_me)
    assert sees(force["standards-investigator"], about_another)
    assert not sees(force["analyst"], about_another, "allegation")


def test_nobody_sees_an_investigation_in_which_they_have_a_part(force):
    record = investigation("A")
    Involvement.objects.create(
        record_id="i1",
        source="extracts",
        force_id=FORCE,
        person_key="person-investigator",
        record_type="investigation",
        reference="A",
        part="Suspect",
        basis="Fact",
    )

    assert not sees(force["investigator"], record)
    assert sees(force["patrol-officer"], record)


def test_nobody_handles_a_matter_about_their_line_manager_or_those_they_manage(force):
    """The investigator's line post is the supervisor's."""
    up, down = matter("A", about="no-supervisor"), matter("B", about="no-investigator")
    for role in ("investigator", "supervisor"):
        RoleHeld.objects.create(
            user=force[role],
            role="standards-investigator",
            force_id=FORCE,
            starts_at=EARLIER,
            given_by="person:x",
            reason="stands in",
        )

    assert not sees(force["investigator"], up)
    assert not sees(force["supervisor"], down)
    assert sees(force["standards-investigator"], up)


def test_a_declared_conflict_beats_a_tie_and_a_seal_and_broken_glass(force):
    record = investigation("A")
    user = force["investigator"]
    named = {"record_type": "investigation", "record_id": record.record_id}
    Tie.objects.create(user=user, kind="owns", starts_at=EARLIER, given_by="person:x", **named)
    seal = Seal.objects.create(starts_at=EARLIER, reason="family", sealed_by="person:x", **named)
    SealMember.objects.create(seal=seal, user=user, starts_at=EARLIER, added_by="person:x")
    assert sees(user, record)

    Conflict.objects.create(
        user=user,
        kind="family",
        force_id=FORCE,
        starts_at=EARLIER,
        declared_by="person:x",
        **named,
    )
    BrokenGlass.objects.create(user=user, reason="life", starts_at=EARLIER, **named)

    assert not sees(user, record)


def test_a_sealed_record_is_for_its_members_only(force):
    record = investigation("A")
    seal = Seal.objects.create(
        record_type="investigation",
        record_id=record.record_id,
        starts_at=EARLIER,
        reason="staff",
        sealed_by="person:x",
    )
    SealMember.objects.create(
        seal=seal, user=force["chief-officer"], starts_at=EARLIER, added_by="person:x"
    )

    who = {role for role, user in force.people.items() if sees(user, record)}

    assert who == {"chief-officer"}
    assert sees(force["chief-officer"], record, "summary")


def test_broken_glass_opens_one_record_until_it_closes_and_never_a_sealed_one(force):
    record, sealed = investigation("A", unit="S1"), investigation("B", unit="S1")
    Seal.objects.create(
        record_type="investigation",
        record_id=sealed.record_id,
        starts_at=EARLIER,
        reason="staff",
        sealed_by="person:x",
    )
    for one in (record, sealed):
        BrokenGlass.objects.create(
            user=force["patrol-officer"],
            record_type="investigation",
            record_id=one.record_id,
            reason="life",
            starts_at=EARLIER,
            ends_at=NOW + timedelta(hours=1),
        )
    # An account without the power gains nothing from such a row.
    BrokenGlass.objects.create(
        user=force["administrator"],
        record_type="investigation",
        record_id=record.record_id,
        reason="life",
        starts_at=EARLIER,
    )

    assert sees(force["patrol-officer"], record, "summary")
    assert not sees(force["patrol-officer"], sealed)
    assert not sees(force["administrator"], record)
    later = NOW + timedelta(hours=2)
    assert not may(force["patrol-officer"], "consult", Investigation, record, at=later)


def test_a_partner_sees_exactly_what_is_shared_until_it_ends(force):
    shared, other = investigation("A", unit="N1"), investigation("B", unit="S1")
    Share.objects.create(
        force_id=FORCE,
        partner_ref="P",
        record_type="investigation",
        unit_ref="N",
        fields="offence, state",
        purpose="homes made safe",
        basis="an agreement",
        made_by="person:x",
        starts_at=EARLIER,
        ends_at=NOW + timedelta(hours=1),
    )
    partner = force["partner"]

    assert sees(partner, shared, "offence")
    assert not sees(partner, shared, "summary")
    assert not sees(partner, other)
    assert not may(partner, "consult", Investigation, shared, at=NOW + timedelta(hours=1))


def test_managers_see_that_somebody_is_away_and_not_why(force):
    away = Absence.objects.create(
        record_id="a1",
        source="extracts",
        force_id=FORCE,
        officer_ref="no-investigator",
        unit_ref="N1",
        starts_on=date(2026, 3, 1),
        kind="Sickness",
    )

    assert sees(force["supervisor"], away, "starts_on")
    assert not sees(force["supervisor"], away, "kind")
    assert sees(force["people-services"], away, "kind")
    assert not sees(force["patrol-officer"], away)


def test_who_has_which_part_in_what_is_seen_with_the_record_and_never_alone(force):
    part = Involvement.objects.create(
        record_id="i1",
        source="extracts",
        force_id=FORCE,
        person_key="person-1",
        record_type="investigation",
        reference="A",
        part="Victim",
        basis="Fact",
    )

    assert not any(sees(user, part) for user in force.people.values())
    assert not any(sees(user, part, "person_key") for user in force.people.values())


def test_rights_go_with_the_post(force):
    record = investigation("A")
    Holding.objects.filter(officer_ref="no-investigator").update(ends_on=date(2026, 3, 1))

    assert not sees(force["investigator"], record)


def test_an_account_that_is_off_sees_nothing(force):
    user = force["investigator"]
    user.is_active = False

    assert not sees(user, investigation("A"))
    assert doors_of(user, at=NOW) == frozenset()


def test_the_nearest_reason_is_told(force):
    mine = investigation("A", unit="S1", officer="no-call-handler")
    team, other = investigation("B", unit="N1"), investigation("C", unit="S1")

    assert nearest(force["call-handler"], Investigation, mine, at=NOW).because == "tied"
    assert nearest(force["investigator"], Investigation, team, at=NOW).because == "scope"
    far = nearest(force["call-handler"], Investigation, other, at=NOW)
    assert (far.because, far.asks) == ("force", True)
    assert nearest(force["administrator"], Investigation, other, at=NOW) is None


def test_powers_and_doors_are_those_of_the_roles_held_here(force):
    assert has_power(force["people-services"], Power.MANAGE_ORGANISATION, force_id=FORCE, at=NOW)
    assert not has_power(
        force["people-services"], Power.MANAGE_ORGANISATION, force_id="kent", at=NOW
    )
    assert not has_power(force["supervisor"], Power.GIVE_ROLES, force_id=FORCE, at=NOW)
    assert doors_of(force["panel-member"], at=NOW) == {"commissioner"}
    assert doors_of(force["inspector"], at=NOW) == {"inspectorate"}


def test_cells_that_are_not_open_in_their_row_are_absent(force):
    """An investigator reads all of their team's rows; of published rows, the public part."""
    own = investigation("A", unit="N1")
    published = investigation("B", unit="S1", source="police_uk")
    seen = visible(force["investigator"], Investigation, at=NOW)
    rows = [{name: getattr(one, name) for name in seen.columns} for one in (own, published)]

    assert "summary" in hidden_cells_removed(seen, rows[0])
    assert sorted(hidden_cells_removed(seen, rows[1])) == [
        "force_id",
        "month",
        "offence",
        "record_id",
        "source",
        "state",
    ]
    assert not seen.alike


def test_matters_are_closed_to_roles_of_policing(force):
    record = matter("A", about="no-other-team", handler_ref="no-analyst")

    who = {role for role, user in force.people.items() if sees(user, record, "allegation")}

    assert who == {"standards-investigator", "records-manager"}
