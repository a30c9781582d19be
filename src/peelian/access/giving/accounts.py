"""Make an account for a person, turn it off and on, end it."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from peelian.access.dated import counts_at
from peelian.access.giving.deeds import about, said, write
from peelian.access.giving.leave import check_leave
from peelian.access.giving.refusal import Refused
from peelian.access.glass import BrokenGlass
from peelian.access.held import RoleHeld
from peelian.access.identity.waking import turn_off, turn_on
from peelian.access.powers import Power
from peelian.access.seal import SealMember
from peelian.access.tie import Tie
from peelian.access.user import Kind, User, tidy_email
from peelian.spine.officer import Officer


def make_account(
    *, email: str, name: str, force_id: str, officer_ref: str = "", actor: User, at: datetime
) -> User:
    """A new account of a person, without a password: nobody gets in until its link is used.

    `officer_ref` is the number by which the force's records name its holder, and brings the roles
    of their posts. Raises `NotAllowed` or `Refused`.
    """
    with transaction.atomic():
        check_leave(actor, Power.MANAGE_ACCOUNTS, force_id=force_id, at=at)
        address = _address(email)
        if not name.strip():
            raise Refused("Say the name of the person, as pages shall call them.")
        if officer_ref:
            _check_officer(force_id, officer_ref)
        user = User.objects.create_person(email=address, name=name.strip())
        user.force_id, user.officer_ref = force_id, officer_ref
        user.save(update_fields=["force_id", "officer_ref"])
        write(actor=actor, ref=about(user), what="account made", at=at, force=force_id)
    return user


def turn_on_account(*, user: User, actor: User, at: datetime) -> None:
    """Let somebody in again. Raises `NotAllowed` or `Refused`."""
    with transaction.atomic():
        _check(user, actor, at)
        turn_on(user=user, by=actor, at=at)


def turn_off_account(*, user: User, actor: User, at: datetime) -> None:
    """Keep somebody out and end their visits; what they hold waits. Raises as `turn_on_account`."""
    with transaction.atomic():
        _check(user, actor, at)
        turn_off(user=user, by=actor, at=at)


def end_account(*, user: User, reason: str, actor: User, at: datetime) -> None:
    """Turn an account off for good: roles, ties and memberships that were given to it end now.

    The account itself stays, because the trail speaks of it. Raises as `turn_on_account`.
    """
    with transaction.atomic():
        _check(user, actor, at)
        why = said(reason)
        # Conflicts stay: they only ever take away.
        RoleHeld.objects.filter(counts_at(at), user=user).update(ends_at=at)
        Tie.objects.filter(counts_at(at), user=user).update(ends_at=at)
        SealMember.objects.filter(counts_at(at), user=user).update(ends_at=at)
        BrokenGlass.objects.filter(counts_at(at), user=user).update(ends_at=at)
        turn_off(user=user, by=actor, at=at)
        write(actor=actor, ref=about(user), what="account ended", at=at, reason=why)


def _check(user: User, actor: User, at: datetime) -> None:
    check_leave(actor, Power.MANAGE_ACCOUNTS, force_id=user.force_id, at=at)
    if user.pk == actor.pk:
        raise Refused("Nobody turns their own account on or off: ask another administrator.")
    if user.kind != Kind.PERSON:
        raise Refused(f"{user.name} is a service account: it is the command line's to use.")


def _address(email: str) -> str:
    address = tidy_email(email)
    try:
        validate_email(address)
    except ValidationError:
        raise Refused(f"'{email}' is no e-mail address: write it as name@force.example.") from None
    if User.objects.filter(email=address).exists():
        raise Refused(f"There is an account for {address} already: give it what it needs.")
    return address


def _check_officer(force_id: str, officer_ref: str) -> None:
    if not Officer.objects.filter(force_id=force_id, officer_ref=officer_ref).exists():
        raise Refused(
            f"No member of staff has the number '{officer_ref}' in this force. Load the people "
            "first, or leave the number empty."
        )
    if User.objects.filter(force_id=force_id, officer_ref=officer_ref).exists():
        raise Refused(
            f"The member of staff with the number '{officer_ref}' has an account already."
        )
