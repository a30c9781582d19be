"""Open a sealed record further, or to all: asked for by one keeper of the seal, done by another.

Keepers are its maker and its members. Whoever asks needs the power to seal as well.
"""

from datetime import datetime

from django.db import IntegrityError, transaction

from peelian.access.dated import counts_at
from peelian.access.giving.deeds import said, write
from peelian.access.giving.leave import check_leave
from peelian.access.giving.refusal import Refused
from peelian.access.giving.seals import check_keeper, check_member
from peelian.access.powers import Power
from peelian.access.seal import MemberAsked, Seal, SealMember
from peelian.access.user import User


def ask_member(*, kept: Seal, user: User, reason: str, actor: User, at: datetime) -> MemberAsked:
    """Ask to let somebody see the record. Raises `NothingThere`, `NotAllowed` or `Refused`."""
    with transaction.atomic():
        check_keeper(kept, actor, at)
        check_leave(actor, Power.SEAL, force_id=kept.force_id, at=at)
        why = said(reason)
        check_member(user)
        if SealMember.objects.filter(counts_at(at), seal=kept, user=user).exists():
            raise Refused(f"{user.name} is a member already.")
        try:
            with transaction.atomic():
                asked = MemberAsked.objects.create(
                    seal=kept, user=user, asked_by=actor.trail_name, asked_at=at
                )
        except IntegrityError:
            raise Refused(f"{user.name} has been asked for already: another confirms.") from None
        _write(actor, kept, "member of seal asked for", at, reason=why, who=user.key)
    return asked


def add_member(*, asked: MemberAsked, actor: User, at: datetime) -> SealMember:
    """Confirm what another keeper asked for; nobody confirms themselves in.

    Raises as `ask_member`.
    """
    with transaction.atomic():
        check_keeper(asked.seal, actor, at)
        _check_other(asked.asked_by, actor)
        if asked.user_id == actor.pk:
            raise Refused("Nobody confirms their own membership: another keeper does.")
        check_member(asked.user)
        if not MemberAsked.objects.filter(pk=asked.pk, answered_at=None).update(answered_at=at):
            raise Refused("This has been answered already.")
        made = SealMember.objects.create(
            seal=asked.seal, user=asked.user, starts_at=at, added_by=actor.trail_name
        )
        _write(
            actor,
            asked.seal,
            "member of seal added",
            at,
            who=asked.user.key,
            asked_by=asked.asked_by,
        )
    return made


def end_membership(*, member: SealMember, actor: User, at: datetime) -> None:
    """Close the record to a member again, at once, by one keeper; the last one stays.

    Raises as `ask_member`.
    """
    with transaction.atomic():
        check_keeper(member.seal, actor, at)
        check_leave(actor, Power.SEAL, force_id=member.seal.force_id, at=at)
        Seal.objects.select_for_update(no_key=True).get(pk=member.seal_id)
        others = SealMember.objects.filter(counts_at(at), seal=member.seal).exclude(pk=member.pk)
        if not others.exists():
            raise Refused("Somebody must be able to see the record: add another member first.")
        if not SealMember.objects.filter(counts_at(at), pk=member.pk).update(ends_at=at):
            raise Refused("This membership has ended already.")
        _write(actor, member.seal, "member of seal ended", at, who=member.user.key)
    member.refresh_from_db()


def ask_to_lift(*, kept: Seal, reason: str, actor: User, at: datetime) -> None:
    """Ask to lift the seal. Raises as `ask_member`."""
    with transaction.atomic():
        check_keeper(kept, actor, at)
        check_leave(actor, Power.SEAL, force_id=kept.force_id, at=at)
        why = said(reason)
        asked = Seal.objects.filter(counts_at(at), pk=kept.pk, lift_asked_by="")
        if not asked.update(lift_asked_by=actor.trail_name):
            raise Refused("Somebody has asked to lift it already: another keeper confirms.")
        _write(actor, kept, "lifting of seal asked for", at, reason=why)
    kept.refresh_from_db()


def lift_seal(*, kept: Seal, actor: User, at: datetime) -> None:
    """Confirm that the seal is lifted: the record is open again to whom it was before.

    Raises as `ask_member`.
    """
    with transaction.atomic():
        check_keeper(kept, actor, at)
        kept.refresh_from_db()
        if not kept.lift_asked_by:
            raise Refused("Nobody has asked to lift this seal: one keeper asks, another confirms.")
        _check_other(kept.lift_asked_by, actor)
        if not Seal.objects.filter(counts_at(at), pk=kept.pk).update(ends_at=at):
            raise Refused("This seal has been lifted already.")
        SealMember.objects.filter(counts_at(at), seal=kept).update(ends_at=at)
        MemberAsked.objects.filter(seal=kept, answered_at=None).update(answered_at=at)
        _write(actor, kept, "seal lifted", at, asked_by=kept.lift_asked_by)
    kept.refresh_from_db()


def _check_other(asked_by: str, actor: User) -> None:
    if asked_by == actor.trail_name:
        raise Refused("Another keeper confirms what you have asked for: never one person alone.")


def _write(
    actor: User,
    kept: Seal,
    what: str,
    at: datetime,
    *,
    reason: str = "",
    who: str = "",
    asked_by: str = "",
) -> None:
    write(
        actor=actor,
        ref=(kept.record_type, kept.record_id),
        what=what,
        at=at,
        reason=reason,
        who=who,
        asked_by=asked_by,
    )
