"""Roles by name: who may give which, and what is gone at once."""

from datetime import timedelta

import pytest

from peelian.access.actors import service_account
from peelian.access.decide import NotAllowed, may
from peelian.access.giving.accounts import (
    end_account,
    make_account,
    turn_off_account,
    turn_on_account,
)
from peelian.access.giving.refusal import Refused
from peelian.access.giving.renewing import renew_roles
from peelian.access.giving.roles import end_role, give_role
from peelian.access.held import RoleHeld
from peelian.access.identity.groups import renew_roles as told_at_sign_in
from peelian.access.user import User
from peelian.areas.investigation.models import Investigation
from people import FORCE, NOW, investigation

SOON = NOW + timedelta(seconds=1)


def give(actor, user, **changes):
    said = {"role": "investigator", "force_id": FORCE, "unit_ref": "S1", "reason": "stands in"}
    return give_role(user=user, actor=actor, at=NOW, **(said | changes))


def sees(user, record, at=NOW):
    return may(user, "consult", Investigation, record, at=at)


def test_a_role_opens_at_once_and_its_end_closes_at_once(force, last_entry):
    """T05: what was open in one moment is shut in the next, without a new sign-in."""
    record = investigation("A", unit="S1")
    assert not sees(force["patrol-officer"], record)

    held = give(force["administrator"], force["patrol-officer"])
    assert sees(force["patrol-officer"], record)
    actor, verb, ref, detail = last_entry()
    assert (actor, verb) == (force["administrator"].trail_name, "altered")
    assert ref == ("account", force["patrol-officer"].key)
    assert detail["what"] == "role given"
    assert detail["reason"] == "stands in"

    end_role(held=held, reason="is back", actor=force["administrator"], at=SOON)
    assert not sees(force["patrol-officer"], record, SOON)
    with pytest.raises(Refused, match="ended already"):
        end_role(held=held, reason="again", actor=force["administrator"], at=SOON)


def test_a_role_with_an_end_is_over_then(force):
    record = investigation("A", unit="S1")
    give(force["administrator"], force["patrol-officer"], until=NOW + timedelta(hours=8))

    assert sees(force["patrol-officer"], record, NOW + timedelta(hours=7))
    assert not sees(force["patrol-officer"], record, NOW + timedelta(hours=8))


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"role": "sheriff"}, "no role 'sheriff': choose one of call-handler"),
        ({"reason": "  "}, "Say a reason"),
        ({"until": NOW}, "end before it begins"),
        ({"unit_ref": "X9"}, "no unit 'X9'"),
        ({"force_id": "staffs"}, "may not"),
        ({"role": "partner", "unit_ref": ""}, "say which partner agency"),
        ({"role": "partner", "unit_ref": "N1"}, "North team one is no partner agency"),
        ({"force_id": "", "unit_ref": ""}, "only the command line may"),
    ],
)
def test_what_is_refused_says_what_would_be_right(force, changes, sentence):
    with pytest.raises((Refused, NotAllowed), match=sentence):
        give(force["administrator"], force["patrol-officer"], **changes)

    assert not RoleHeld.objects.filter(user=force["patrol-officer"]).exists()


def test_nobody_gives_a_role_to_themselves(force):
    with pytest.raises(Refused, match="to themselves"):
        give(force["administrator"], force["administrator"])


@pytest.mark.parametrize("role", ["supervisor", "people-services", "chief-officer", "inspector"])
def test_only_the_power_gives_roles(force, role):
    with pytest.raises(NotAllowed, match="may not give roles"):
        give(force[role], force["patrol-officer"])


def test_the_power_reaches_no_other_force(force):
    with pytest.raises(NotAllowed):
        give(force["administrator"], force["patrol-officer"], force_id="cheshire", unit_ref="")


def test_the_same_role_is_not_given_twice(force):
    give(force["administrator"], force["patrol-officer"])

    with pytest.raises(Refused, match="holds the role Investigator there already"):
        give(force["administrator"], force["patrol-officer"])


def test_a_role_for_every_force_comes_from_the_command_line(force):
    line = service_account("command-line")
    held = give(line, force["patrol-officer"], role="inspector", force_id="", unit_ref="")

    assert sees(force["patrol-officer"], investigation("A", unit="S1"))
    with pytest.raises(NotAllowed, match="command line"):
        end_role(held=held, reason="no", actor=force["administrator"], at=NOW)
    with pytest.raises(NotAllowed):
        give(service_account("worker"), force["patrol-officer"], role="inspector", force_id="")


def test_groups_bring_roles_and_take_them_away(force, last_entry):
    """What the provider says now is what counts; roles given by name stay."""
    user = force["patrol-officer"]
    give(force["administrator"], user)
    renew_roles(user, frozenset({"analyst", "supervisor", "unheard-of"}), NOW)
    renew_roles(user, frozenset({"supervisor"}), SOON)

    now = RoleHeld.objects.filter(user=user, ends_at=None)
    assert sorted(now.values_list("role", "origin")) == [
        ("investigator", ""),
        ("supervisor", "identity provider"),
    ]
    assert last_entry()[3]["ended"] == ["analyst"]
    assert last_entry()[0] == "service:identity-provider"


def test_whoever_works_for_no_force_gets_no_role_by_group(force):
    renew_roles(force["inspector"], frozenset({"analyst"}), NOW)

    assert list(force["inspector"].roles_held.values_list("role", flat=True)) == ["inspector"]


def test_sign_in_tells_who_writes_roles(force):
    told_at_sign_in(force["patrol-officer"], frozenset({"analyst"}), NOW)

    assert force["patrol-officer"].roles_held.filter(role="analyst").exists()


def made(actor, **changes):
    said = {"email": "New.One@force.example", "name": "Demo new one", "force_id": FORCE}
    return make_account(actor=actor, at=NOW, **(said | changes))


def test_an_account_is_made_without_a_password(force, last_entry):
    user = made(force["administrator"])

    assert (user.email, user.force_id) == ("new.one@force.example", FORCE)
    assert not user.has_usable_password()
    assert last_entry()[3]["what"] == "account made"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"email": "nobody"}, "no e-mail address"),
        ({"email": "investigator@FORCE.example"}, "an account for investigator@force.example"),
        ({"name": " "}, "Say the name"),
        ({"officer_ref": "no-such"}, "has the number 'no-such'"),
        ({"officer_ref": "no-investigator"}, "has an account already"),
    ],
)
def test_an_account_is_refused_in_a_sentence(force, changes, sentence):
    before = User.objects.count()
    with pytest.raises(Refused, match=sentence):
        made(force["administrator"], **changes)
    assert User.objects.count() == before


def test_only_the_power_over_the_force_makes_accounts(force):
    for actor, changes in (
        (force["people-services"], {}),
        (force["administrator"], {"force_id": "cheshire"}),
        (force["administrator"], {"force_id": ""}),
    ):
        with pytest.raises(NotAllowed):
            made(actor, **changes)


def test_an_account_that_ends_may_nothing_at_once_and_holds_nothing_after(force):
    user, admin = force["investigator"], force["administrator"]
    record = investigation("A", unit="S1")
    give(admin, user)
    assert sees(user, record)

    end_account(user=user, reason="has left", actor=admin, at=SOON)
    assert not sees(user, record, SOON)
    turn_on_account(user=user, actor=admin, at=SOON)
    assert not sees(user, record, SOON)


def test_an_account_that_is_off_keeps_what_it_holds(force):
    user, admin = force["investigator"], force["administrator"]
    record = investigation("A", unit="N1")
    turn_off_account(user=user, actor=admin, at=NOW)
    assert not sees(user, record)

    turn_on_account(user=user, actor=admin, at=SOON)
    assert sees(user, record, SOON)


def test_nobody_turns_their_own_account_off_nor_a_service_account(force):
    admin = force["administrator"]
    with pytest.raises(Refused, match="another administrator"):
        turn_off_account(user=admin, actor=admin, at=NOW)
    with pytest.raises((Refused, NotAllowed)):
        turn_off_account(user=service_account("command-line"), actor=admin, at=NOW)
