"""What became of a record: every change of what this reader may see, and when what happened."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Literal
from zoneinfo import ZoneInfo

from django.db import models, transaction

from peelian.access.user import User
from peelian.access.verbs import Verb
from peelian.engines.registers.models import Attachment, Revision
from peelian.engines.registers.sight import sight
from peelian.engines.registers.values import fields_by_name
from peelian.records.adoption import Adoption
from peelian.records.base import Record
from peelian.records.derived import ZONE
from peelian.records.schema import type_key
from peelian.trail.append import append
from peelian.trail.particulars import Particulars
from peelian.trail.verbs import Verb as Deed

Happened = Literal["field", "adopted", "changed", "attached"]


@dataclass(frozen=True)
class FieldChange:
    """One field of a change, as it was and as it became."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True)
class Change:
    """One save: which version it made, when, by whom (name in the trail), why, what."""

    version: int
    at: datetime
    by: str
    reason: str
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True)
class Moment:
    """One thing that happened to a record.

    `at` is in UTC, midnight of the local day where only the day is known. `what` is the name of a
    field for the kind `field`, the names of the changed ones for `changed`, else empty; `by` is the
    name in the trail of who did it, empty where the record itself says when it was.
    """

    at: datetime
    kind: Happened
    what: str
    by: str


def history(
    actor: User, model: type[Record], record_id: str, *, at: datetime
) -> tuple[Change, ...]:
    """Every change of the fields that are open to the reader, newest first.

    A save that changed only hidden fields is not told of. Nothing for a record without changes, as
    for one that is missing or hidden. That it was looked at is written first.
    """
    row, open_here = _seen(actor, model, record_id, at)
    if row is None:
        return ()
    found = tuple(_changes(model, record_id, open_here))
    with transaction.atomic():
        append(
            actor=actor.trail_name,
            verb=Deed.CONSULTED,
            ref=(type_key(model), record_id),
            detail=Particulars(
                fields=tuple(sorted({one.field for change in found for one in change.fields}))
            ).detail(part="history"),
            at=at,
        )
    return found


def timeline(
    actor: User, model: type[Record], record_id: str, *, at: datetime
) -> tuple[Moment, ...]:
    """What happened to the record and when, newest first, from the fields and deeds in sight.

    Says when and never what: whoever shows it has opened the record. Nothing for a record that is
    only loaded, missing or hidden.
    """
    row, open_here = _seen(actor, model, record_id, at)
    if row is None:
        return ()
    about = {"record_type": type_key(model), "record_id": record_id}
    moments = list(moments_of(row, open_here))
    moments += [Moment(one.at, "adopted", "", one.by) for one in Adoption.objects.filter(**about)]
    moments += [
        Moment(one.at, "attached", "", one.by) for one in Attachment.objects.filter(**about)
    ]
    moments += [
        Moment(one.at, "changed", ", ".join(field.field for field in one.fields), one.by)
        for one in _changes(model, record_id, open_here)
    ]
    return tuple(sorted(moments, key=lambda one: one.at, reverse=True))


def moments_of(row: Record, open_here: frozenset[str]) -> Iterator[Moment]:
    """The dates and moments that a record itself holds, of its open fields."""
    for name, field in fields_by_name(type(row)).items():
        value = getattr(row, name)
        if name not in open_here or value is None:
            continue
        if isinstance(field, models.DateTimeField):
            yield Moment(value, "field", name, "")
        elif isinstance(field, models.DateField):
            yield Moment(_midnight(value), "field", name, "")


def _seen(
    actor: User, model: type[Record], record_id: str, at: datetime
) -> tuple[Record | None, frozenset[str]]:
    seen = sight(actor, model, at=at, verbs=(Verb.CONSULT,))
    row = model._default_manager.filter(record_id=record_id).first()
    if row is None or not seen.rows.holds(row):
        return None, frozenset()
    return row, seen.open_fields(row)


def _changes(model: type[Record], record_id: str, open_here: frozenset[str]) -> Iterator[Change]:
    fields = fields_by_name(model)
    rows = Revision.objects.filter(record_type=type_key(model), record_id=record_id)
    for row in rows.order_by("-version"):
        before, after = json.loads(row.before), json.loads(row.after)
        told = tuple(
            FieldChange(name, _value(fields[name], before[name]), _value(fields[name], after[name]))
            for name in fields
            if name in before and name in open_here
        )
        if told:
            yield Change(row.version, row.at, row.by, row.reason, told)


def _value(field: "models.Field[Any, Any]", value: Any) -> Any:
    """A value of a field as it was before it was written as JSON."""
    return None if value is None else field.to_python(value)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), ZoneInfo(ZONE))
