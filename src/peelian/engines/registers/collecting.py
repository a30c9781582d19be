"""Typing a new record, where no source is authoritative for its type and force."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction

from peelian.access.decide import check_may
from peelian.access.user import User
from peelian.access.verbs import Verb
from peelian.access.visible import visible
from peelian.engines.registers.addresses import new_address
from peelian.engines.registers.errors import Invalid, NotTyped
from peelian.engines.registers.values import (
    IDENTITY,
    complete,
    fields_by_name,
    no_such_field,
    read_values,
)
from peelian.records.base import Record
from peelian.records.openness import TYPED
from peelian.records.protection import protection_of
from peelian.records.schema import type_key
from peelian.records.store import catalogue
from peelian.trail.append import append
from peelian.trail.particulars import Particulars
from peelian.trail.verbs import Verb as Deed


def collect(
    model: type[Record],
    values: Mapping[str, Any],
    *,
    actor: User,
    force_id: str,
    at: datetime,
) -> Record:
    """A new record with these values, of texts or typed ones, and its entry in the trail.

    Raises `NotTyped` where a source brings such rows, `NotAllowed` where the actor may not collect
    this one (of this unit, say), `Invalid` for fields that they may not fill or wrong values.
    """
    check_may(actor, Verb.COLLECT, model, at=at)
    check_typed(model, force_id)
    given = read_values(model, values)
    row = dict.fromkeys(fields_by_name(model)) | given
    for name in IDENTITY:
        row.pop(name, None)
    row = complete(model, row, given)
    record = model(record_id=new_address(at), source=TYPED, force_id=force_id, **row)
    # Whether the unit or the person answers for it is known only from what it says.
    check_may(actor, Verb.COLLECT, model, record, at=at)
    mine = visible(actor, model, verb=Verb.COLLECT, at=at).open_fields(record)
    hidden = [name for name in given if name not in mine]
    if hidden:
        raise Invalid({name: no_such_field() for name in hidden})
    with transaction.atomic():
        record.save(force_insert=True)
        append(
            actor=actor.trail_name,
            verb=Deed.COLLECTED,
            ref=(type_key(model), record.record_id),
            detail=Particulars(
                fields=tuple(name for name, value in row.items() if value is not None)
            ).detail(version=record.version),
            at=at,
        )
    return record


def check_typed(model: type[Record], force_id: str) -> None:
    """Raise `NotTyped` unless rows of this type are entered by hand in this force."""
    several = str(model._meta.verbose_name_plural)
    if not protection_of(model).typed:
        raise NotTyped(f"{several.capitalize()} are loaded from their source, not entered by hand.")
    if force_id in catalogue.current(settings.STORE_ROOT).brought(type_key(model)):
        raise NotTyped(
            f"{several.capitalize()} of this force are loaded from its record system. Enter this "
            "one there."
        )


def can_be_typed(model: type[Record], force_id: str) -> bool:
    """Whether `check_typed` lets rows be entered."""
    try:
        check_typed(model, force_id)
    except NotTyped:
        return False
    return True
