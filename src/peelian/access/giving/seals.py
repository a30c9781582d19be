"""Seal a record: at once, by one person. Whoever opens it further is never one person alone."""

from collections.abc import Collection
from datetime import datetime

from django.db import IntegrityError, transaction

from peelian.access.dated import counts_at
from peelian.access.decide import may
from peelian.access.giving.deeds import said, write
from peelian.access.giving.leave import by_command_line, check_leave
from peelian.access.giving.refusal import NothingThere, Refused
from peelian.access.powers import Power
from peelian.access.seal import Seal, SealMember
from peelian.access.user import Kind, User
from peelian.access.verbs import Verb
from peelian.records.base import Record
from peelian.records.schema import type_key


def seal(
    *, record: Record, members: Collection[User], reason: str, actor: User, at: datetime
) -> Seal:
    """From now on the record exists for these people only; whoever seals need not be one of them.

    One member at least is somebody else, or nobody could ever confirm what the sealer asks for.
    Raises `NothingThere` for a record that the actor may not see or that is sealed already (both
    alike), `NotAllowed` or `Refused`.
    """
    model = type(record)
    with transaction.atomic():
        check_leave(actor, Power.SEAL, force_id=record.force_id, at=at)
        if not by_command_line(actor) and not may(actor, Verb.CONSULT, model, record, at=at):
            raise NothingThere("There is no such record.")
        why = said(reason)
        named = list(dict.fromkeys(members))
        if not any(one.pk != actor.pk for one in named):
            raise Refused("Name at least one other person who may see the record.")
        for one in named:
            check_member(one)
        try:
            with transaction.atomic():
                made = Seal.objects.create(
                    record_type=type_key(model),
                    record_id=record.record_id,
                    force_id=record.force_id,
                    reason=why,
                    starts_at=at,
                    sealed_by=actor.trail_name,
                )
        except IntegrityError:  # two sealed it at the same time: the unique key has seen to it
            raise NothingThere("There is no such record.") from None
        SealMember.objects.bulk_create(
            SealMember(seal=made, user=one, starts_at=at, added_by=actor.trail_name)
            for one in named
        )
        write(
            actor=actor,
            ref=(made.record_type, made.record_id),
            what="sealed",
            at=at,
            reason=why,
            members=sorted(one.key for one in named),
        )
    return made


def seals_kept(user: User, *, at: datetime) -> list[Seal]:
    """The seals in force that this account made or is a member of; others do not exist for it."""
    mine = SealMember.objects.filter(counts_at(at), user=user).values_list("seal_id", flat=True)
    standing = Seal.objects.filter(counts_at(at)).order_by("-starts_at", "-pk")
    return [one for one in standing if one.sealed_by == user.trail_name or one.pk in set(mine)]


def check_keeper(kept: Seal, actor: User, at: datetime) -> None:
    """Raise `NothingThere` unless the actor made this seal or is a member, and it is in force."""
    standing = Seal.objects.filter(counts_at(at), pk=kept.pk)
    member = SealMember.objects.filter(counts_at(at), seal=kept, user=actor).exists()
    if not standing.exists() or not (member or kept.sealed_by == actor.trail_name):
        raise NothingThere("There is no such seal.")


def check_member(user: User) -> None:
    """Raise `Refused` unless the account could read anything at all."""
    if user.kind != Kind.PERSON or not user.is_active:
        raise Refused(f"{user.name} is no account of a person that is on: choose another.")
