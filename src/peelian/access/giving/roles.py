"""Give somebody a role, and take it away."""

from datetime import datetime

from django.db import transaction

from peelian.access.dated import counts_at
from peelian.access.giving.deeds import about, said, write
from peelian.access.giving.leave import by_command_line, check_leave
from peelian.access.giving.refusal import Refused
from peelian.access.held import RoleHeld
from peelian.access.powers import Power
from peelian.access.roles import ROLES
from peelian.access.standing import local_day
from peelian.access.units import standing_on
from peelian.access.user import Kind, User
from peelian.spine.force import UnknownForce, force
from peelian.spine.unit import Unit


def give_role(
    *,
    user: User,
    role: str,
    force_id: str,
    unit_ref: str = "",
    until: datetime | None = None,
    reason: str,
    actor: User,
    at: datetime,
) -> RoleHeld:
    """A role by name, beside those of posts: for a unit, a force, or (empty) every force.

    Nobody gives one to themselves, nor has power beyond their own force; a role for every force
    comes from the command line alone. Raises `NotAllowed` or `Refused`.
    """
    with transaction.atomic():
        check_leave(actor, Power.GIVE_ROLES, force_id=force_id, at=at)
        why = said(reason)
        _check(user, role, actor, until, at)
        _check_place(role, force_id, unit_ref, at)
        # The row of the account is the turn: two givers of the same role wait for one another.
        User.objects.select_for_update(no_key=True).get(pk=user.pk)
        same = {"user": user, "role": role, "force_id": force_id, "unit_ref": unit_ref}
        if RoleHeld.objects.filter(counts_at(at), **same).exists():
            raise Refused(f"{user.name} holds the role {ROLES[role].title} there already.")
        held = RoleHeld.objects.create(
            **same, starts_at=at, ends_at=until, given_by=actor.trail_name, reason=why
        )
        write(
            actor=actor,
            ref=about(user),
            what="role given",
            at=at,
            reason=why,
            role=role,
            force=force_id,
            unit=unit_ref,
            until=until and until.isoformat(),
        )
    return held


def end_role(*, held: RoleHeld, reason: str, actor: User, at: datetime) -> None:
    """End a role that was given by name or came by a group; at once, and once.

    One that came by a group comes back at the next sign-in, unless the provider's groups change
    too. Raises `NotAllowed` or `Refused`.
    """
    with transaction.atomic():
        check_leave(actor, Power.GIVE_ROLES, force_id=held.force_id, at=at)
        why = said(reason)
        if not RoleHeld.objects.filter(counts_at(at), pk=held.pk).update(ends_at=at):
            raise Refused("This role has ended already.")
        write(
            actor=actor,
            ref=about(held.user),
            what="role ended",
            at=at,
            reason=why,
            role=held.role,
            force=held.force_id,
            unit=held.unit_ref,
        )
    held.refresh_from_db()


def _check(user: User, role: str, actor: User, until: datetime | None, at: datetime) -> None:
    if role not in ROLES:
        raise Refused(f"There is no role '{role}': choose one of {', '.join(ROLES)}.")
    if user.pk == actor.pk and not by_command_line(actor):
        raise Refused("Nobody gives a role to themselves: ask another administrator.")
    if user.kind != Kind.PERSON or not user.is_active:
        raise Refused(f"{user.name} is no account of a person that is on: turn it on first.")
    if until is not None and until <= at:
        raise Refused("The role would end before it begins: choose a later end.")


def _check_place(role: str, force_id: str, unit_ref: str, at: datetime) -> None:
    if not force_id:
        if unit_ref:
            raise Refused("A unit is one of a force: say which force.")
        return
    try:
        force(force_id)
    except UnknownForce as error:
        raise Refused(str(error)) from None
    partner = "partner" in ROLES[role].doors
    if not unit_ref:
        if partner:
            raise Refused("A partner's role is held for a unit: say which partner agency.")
        return
    unit = Unit.objects.filter(
        standing_on(local_day(at)), force_id=force_id, unit_ref=unit_ref
    ).first()
    if unit is None:
        raise Refused(f"There is no unit '{unit_ref}' in this force today.")
    if partner and unit.kind != "Partner agency":
        raise Refused(f"{unit.name} is no partner agency: choose one, or another role.")
