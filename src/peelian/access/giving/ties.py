"""Tie somebody to a record, because they have a task on it, answer for it or supervise it."""

from datetime import datetime

from django.db import transaction

from peelian.access.dated import counts_at
from peelian.access.decide import check_may
from peelian.access.giving.deeds import write
from peelian.access.giving.leave import by_command_line
from peelian.access.giving.refusal import Refused
from peelian.access.tie import Tie, TieKind
from peelian.access.user import Kind, User
from peelian.access.verbs import Verb
from peelian.records.base import Record
from peelian.records.schema import type_key


def tie(
    *,
    user: User,
    record: Record,
    kind: TieKind,
    until: datetime | None = None,
    actor: User,
    at: datetime,
) -> Tie:
    """Whoever may change a record may give others work on it; nobody ties themselves.

    A tie opens nothing that a conflict or a seal closes. `record` need not be saved: a row of the
    store made into its model will do. Raises `NotAllowed` or `Refused`.
    """
    model = type(record)
    with transaction.atomic():
        _check(record, actor, at)
        if user.pk == actor.pk:
            raise Refused("Nobody ties themselves to a record: ask who supervises the work on it.")
        if user.kind != Kind.PERSON or not user.is_active:
            raise Refused(f"{user.name} is no account of a person that is on.")
        if until is not None and until <= at:
            raise Refused("The tie would end before it begins: choose a later end.")
        made = Tie.objects.create(
            user=user,
            record_type=type_key(model),
            record_id=record.record_id,
            kind=kind,
            starts_at=at,
            ends_at=until,
            given_by=actor.trail_name,
        )
        write(
            actor=actor,
            ref=(type_key(model), record.record_id),
            what="tied",
            at=at,
            who=user.key,
            kind=str(kind),
        )
    return made


def untie(*, tied: Tie, record: Record | None = None, actor: User, at: datetime) -> None:
    """End a tie: one's own, or one to a record that the actor may change.

    Raises `NotAllowed` or `Refused`.
    """
    with transaction.atomic():
        if tied.user_id != actor.pk:
            if record is None or record.record_id != tied.record_id:
                raise Refused("To end the tie of somebody else, name the record that it is to.")
            _check(record, actor, at)
        if not Tie.objects.filter(counts_at(at), pk=tied.pk).update(ends_at=at):
            raise Refused("This tie has ended already.")
        write(
            actor=actor,
            ref=(tied.record_type, tied.record_id),
            what="untied",
            at=at,
            who=tied.user.key,
            kind=tied.kind,
        )
    tied.refresh_from_db()


def _check(record: Record, actor: User, at: datetime) -> None:
    if not by_command_line(actor):
        check_may(actor, Verb.ALTER, type(record), record, at=at)
