"""Opening a record of another unit at once: the owner is told before the record is shown."""

from contextlib import suppress
from datetime import datetime

from django.db import transaction

from peelian.access.decide import may
from peelian.access.giving import glass
from peelian.access.giving.refusal import NothingThere
from peelian.access.glass import BrokenGlass, GlassReason
from peelian.access.user import User
from peelian.access.verbs import Verb
from peelian.engines.registers.errors import NoSuchRecord
from peelian.engines.registers.notices import Kind, notify
from peelian.records.adopt import stored
from peelian.records.base import Record
from peelian.records.protection import protection_of
from peelian.records.schema import type_key
from peelian.records.store.reader import Reader


def break_glass(
    model: type[Record],
    record_id: str,
    tables: Reader,
    *,
    reason: GlassReason,
    words: str = "",
    actor: User,
    at: datetime,
) -> BrokenGlass:
    """Open the record for some hours, and tell whoever answers for it.

    Raises `NoSuchRecord` alike where there is none, where a conflict or a seal keeps it shut, and
    where the actor lacks the power; `Refused` for words that are too many.
    """
    # Both storages are asked in every case, so that the time tells nothing (T01).
    held = model._default_manager.filter(record_id=record_id).first()
    loaded = stored(model, record_id, tables)
    record = held or loaded
    with transaction.atomic():
        broken = None
        # A refusal is an entry of the trail too, and must not be rolled back.
        with suppress(NothingThere):
            broken = glass.break_glass(
                model=model,
                record_id=record_id,
                record=record,
                reason=reason,
                words=words,
                actor=actor,
                at=at,
            )
        owner = _owner(record, at)
        if broken is not None and owner is not None and owner.pk != actor.pk:
            notify(owner, Kind.GLASS, (type_key(model), record_id), at)
    if broken is None:
        raise NoSuchRecord
    return broken


def _owner(record: Record | None, at: datetime) -> User | None:
    """The account of the officer who answers for the record, if it names one who may see it."""
    if record is None:
        return None
    field = protection_of(type(record)).owner
    number = getattr(record, field) if field else None
    if not number:
        return None
    owner = User.objects.filter(force_id=record.force_id, officer_ref=number).first()
    if owner is None or not may(owner, Verb.CONSULT, type(record), record, at=at):
        return None
    return owner
