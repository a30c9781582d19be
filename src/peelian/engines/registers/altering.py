"""Changing a record: right, version, change, history, notices and trail in one transaction.

Two who save at the same time never overwrite each other (C-REC-2): the row is locked, the version
that the form carried is held against the one that stands, and the loser gets both texts.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.db.models import F

from peelian.access.decide import check_may, nearest
from peelian.access.giving.refusal import REASON_LIMIT
from peelian.access.user import User
from peelian.access.verbs import Verb
from peelian.access.visible import visible
from peelian.engines.registers.errors import FieldRefused, Invalid, NoSuchRecord, Stale
from peelian.engines.registers.finding import find, refuse
from peelian.engines.registers.followers import tell_followers
from peelian.engines.registers.models import Revision
from peelian.engines.registers.notices import Kind
from peelian.engines.registers.sight import Sight
from peelian.engines.registers.values import IDENTITY, complete, no_such_field, read_values
from peelian.records.adopt import NotLoaded, adopt, analytical
from peelian.records.base import Record
from peelian.records.openness import ADOPTED, OPENLY_PUBLISHED
from peelian.records.schema import fields_of, type_key
from peelian.records.store.reader import Reader
from peelian.trail.append import append
from peelian.trail.particulars import Particulars
from peelian.trail.verbs import Verb as Deed


def alter(
    model: type[Record],
    record_id: str,
    values: Mapping[str, Any],
    *,
    version: int,
    actor: User,
    at: datetime,
    reason: str = "",
    tables: Reader,
) -> Record:
    """The record as it stands after the change; a loaded row is adopted first.

    `values` are the fields to change, of texts or typed; `version` is the one that the actor saw.
    A save that changes nothing leaves the version as it is. Raises `NoSuchRecord` for what the
    actor may not see, `NotAllowed` or `FieldRefused` for what they see and may not change,
    `Invalid` by field, or `Stale` with both texts.
    """
    if len(reason) > REASON_LIMIT:
        raise Invalid({"reason": f"Use at most {REASON_LIMIT} characters."})
    try:
        seen = find(actor, model, record_id, tables, at=at)
    except NoSuchRecord:
        refuse(actor, model, record_id, at=at)
    with transaction.atomic():
        row = _locked(model, record_id, tables, actor, at)
        # What counts is the row as it stands behind the lock, which may have moved meanwhile.
        if not seen.sight.rows.holds(row):
            raise NoSuchRecord
        check_may(actor, Verb.ALTER, model, row, at=at)
        _check_fields(row, values, seen.sight, actor, at)
        given = read_values(model, values)
        if row.version != version:
            opened = seen.sight.open_fields(row)
            theirs = {name: getattr(row, name) for name in given if name in opened}
            raise Stale(theirs, given, row.version)
        before = analytical(row)
        changed = _changed(model, before, given)
        if not changed:
            return row
        _write(row, changed)
        _revise(row, {name: before[name] for name in changed}, changed, actor, at, reason)
        tell_followers(row, Kind.CHANGED, besides=actor, at=at)
        layer = nearest(actor, model, row, at=at)
        append(
            actor=actor.trail_name,
            verb=Deed.ALTERED,
            ref=(type_key(model), record_id),
            detail=Particulars(
                fields=tuple(changed),
                relationship=layer.because if layer else "",
                reason=reason.strip(),
            ).detail(version=row.version),
            at=at,
        )
    return row


def alterable(model: type[Record], record: Record, *, actor: User, at: datetime) -> tuple[str, ...]:
    """The fields of this record that the actor may change, for a form, in order."""
    open_here = visible(actor, model, verb=Verb.ALTER, at=at).open_fields(record)
    seen = visible(actor, model, at=at).open_fields(record)
    return tuple(
        card.name
        for card in fields_of(model)
        if card.name in open_here & seen and card.name not in IDENTITY
    )


def _locked(
    model: type[Record], record_id: str, tables: Reader, actor: User, at: datetime
) -> Record:
    """The operational row, kept from other writers to the end of the transaction."""
    try:
        adopt(model, record_id, tables, by=actor.trail_name, at=at)
    except NotLoaded:
        raise NoSuchRecord from None
    return model._default_manager.select_for_update(no_key=True).get(record_id=record_id)


def _check_fields(
    row: Record, values: Mapping[str, Any], seen: Sight, actor: User, at: datetime
) -> None:
    """Refuse fields that the actor may not change, naming only those that they may see."""
    model = type(row)
    mine = visible(actor, model, verb=Verb.ALTER, at=at).open_fields(row)
    names = {card.name for card in fields_of(model)} - IDENTITY
    closed = [name for name in values if name in names and name not in mine]
    hidden = [name for name in closed if name not in seen.open_fields(row)]
    if hidden:
        raise Invalid({name: no_such_field() for name in hidden})
    if closed:
        raise FieldRefused(tuple(closed))


def _changed(
    model: type[Record], before: Mapping[str, Any], given: Mapping[str, Any]
) -> dict[str, Any]:
    """The fields that are different after the save, those that follow from others included."""
    new = {name: value for name, value in given.items() if before[name] != value}
    if not new:
        return {}
    whole = complete(model, {**before, **new}, new)
    changed = {name: value for name, value in whole.items() if before[name] != value}
    # A published row that says something else than its publisher is no longer openly published.
    if changed and before["source"] in OPENLY_PUBLISHED:
        changed["source"] = ADOPTED
    return changed


def _write(row: Record, changed: Mapping[str, Any]) -> None:
    """Save the fields; the version in the condition keeps out whoever passed the lock by."""
    rows = type(row)._default_manager.filter(pk=row.pk, version=row.version)
    if not rows.update(**changed, version=F("version") + 1):
        raise Stale({}, changed, row.version)
    for name, value in changed.items():
        setattr(row, name, value)
    row.version += 1


def _revise(
    row: Record,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    actor: User,
    at: datetime,
    reason: str,
) -> None:
    Revision.objects.create(
        record_type=type_key(type(row)),
        record_id=row.record_id,
        version=row.version,
        at=at,
        by=actor.trail_name,
        reason=reason.strip(),
        before=json.dumps(before, cls=DjangoJSONEncoder, ensure_ascii=False),
        after=json.dumps(after, cls=DjangoJSONEncoder, ensure_ascii=False),
    )
