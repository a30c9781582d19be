"""Holding records back from erasure: it counts at once and beats every other decision."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q, QuerySet

from peelian.access.dated import counts_at
from peelian.access.decide import check_power
from peelian.access.powers import Power
from peelian.access.user import User
from peelian.engines.retention.errors import Refused
from peelian.engines.retention.models import Hold, Tombstone
from peelian.engines.retention.reach import model_called, record_of
from peelian.engines.retention.words import HoldKind, said
from peelian.records.base import Record
from peelian.records.schema import type_key
from peelian.records.store.reader import Reader
from peelian.trail.append import append
from peelian.trail.looks import LIST
from peelian.trail.particulars import Particulars
from peelian.trail.verbs import Verb


def hold(
    model: type[Record],
    record_id: str,
    *,
    kind: HoldKind,
    words: str,
    actor: User,
    at: datetime,
    tables: Reader,
) -> Hold:
    """From now on nothing of this record is erased. Raises as `record_of`, or `Refused`."""
    why = said(words, "which matter it is for")
    record = record_of(actor, model, record_id, tables, at=at)
    return _placed(record.force_id, type_key(model), record_id, kind, why, actor, at)


def hold_all(
    *,
    force_id: str,
    model: type[Record] | None = None,
    kind: HoldKind,
    words: str,
    actor: User,
    at: datetime,
) -> Hold:
    """From now on nothing of this type, or of any type, is erased in a force: a moratorium."""
    check_power(actor, Power.RETAIN, force_id=force_id, at=at)
    why = said(words, "which matter it is for")
    return _placed(force_id, type_key(model) if model else "", "", kind, why, actor, at)


def lift_hold(hold: Hold, *, because: str, actor: User, at: datetime, tables: Reader) -> None:
    """End a hold; nothing is erased by that. Raises as `record_of`, or `Refused`."""
    if hold.record_id:
        record_of(actor, model_called(hold.record_type), hold.record_id, tables, at=at)
    with transaction.atomic():
        check_power(actor, Power.RETAIN, force_id=hold.force_id, at=at)
        why = said(because)
        standing = Hold.objects.filter(counts_at(at), pk=hold.pk)
        if not standing.update(ends_at=at, lifted_by=actor.trail_name, lifted_because=why):
            raise Refused("This hold has been lifted already.")
        _write(hold, "hold lifted", why, actor, at)
    hold.refresh_from_db()


def holds_on(force_id: str, record_type: str, record_id: str, *, at: datetime) -> QuerySet[Hold]:
    """The holds that stand on a record: its own, that of its type, that of its force."""
    own = Q(record_type=record_type, record_id=record_id)
    wider = Q(record_id="") & (Q(record_type=record_type) | Q(record_type=""))
    return Hold.objects.filter(counts_at(at), own | wider, force_id=force_id).order_by("pk")


def _placed(
    force_id: str,
    record_type: str,
    record_id: str,
    kind: HoldKind,
    words: str,
    actor: User,
    at: datetime,
) -> Hold:
    with transaction.atomic():
        made = Hold.objects.create(
            force_id=force_id,
            record_type=record_type,
            record_id=record_id,
            kind=HoldKind(kind),
            words=words,
            placed_by=actor.trail_name,
            starts_at=at,
        )
        _write(made, "held", words, actor, at)
        # Behind the entry every other deed of this kind waits or is done: an erasure that was
        # first has left its tombstone, one that comes later finds the hold.
        if record_id and _is_erased(record_type, record_id):
            raise Refused("This record was erased before it could be held.")
    return made


def _is_erased(record_type: str, record_id: str) -> bool:
    return Tombstone.objects.filter(record_type=record_type, record_id=record_id).exists()


def _write(hold: Hold, what: str, reason: str, actor: User, at: datetime) -> None:
    append(
        actor=actor.trail_name,
        verb=Verb.ALTERED,
        ref=(hold.record_type or "hold", hold.record_id or LIST),
        detail=Particulars(reason=reason).detail(what=what, hold=hold.pk, kind=str(hold.kind)),
        at=at,
    )
