"""The order of a list, newest first, and the place in it where a page ends.

A row stands by the moment at which it began (the source of its local month), else by the field
that dates it, else by its address alone; a cell that is hidden from the reader counts as empty, and
empty ones come last. A personal field never orders a list, since its value would stand in the
address of the next page.
"""

import base64
import binascii
import json
import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import ibis
from django.db import connection, models
from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import Collate

from peelian.access.conditions import NO_ROW
from peelian.engines.registers.sight import Sight
from peelian.records.base import Record
from peelian.records.derived import LocalMonth
from peelian.records.protection import protection_of
from peelian.records.schema import derived_of, handling_of

# Moments, days and months.
ORDERING = (models.DateTimeField, models.DateField, models.CharField)
# Text is compared by its bytes, as the store and Python do, whatever language the database has.
BY_BYTES = {"postgresql": "C", "sqlite": "BINARY"}
ORDER, ADDRESS = "order_of_list", "address_of_list"
ADDRESS_SHAPE = re.compile(r"[A-Za-z0-9-]{1,36}")


class WrongPlace(ValueError):
    """A text that should say where a page ends does not."""


@dataclass(frozen=True)
class Place:
    """Where a row stands: the value that orders it, None where it has none, and its address."""

    value: Any
    record_id: str

    def written(self) -> str:
        """The place as text for an address; says nothing that the reader has not seen."""
        value = self.value
        if isinstance(value, date | datetime):
            value = value.isoformat()
        text = json.dumps([value, self.record_id])
        return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def field_of_order(model: type[Record]) -> str:
    """The field that orders the list of a type; empty where addresses alone do."""
    candidates = [
        rule.moment for rule in derived_of(model).values() if isinstance(rule, LocalMonth)
    ]
    candidates.append(protection_of(model).dated)
    return next(
        (
            name
            for name in candidates
            if name
            and handling_of(model, name) != "personal"
            and isinstance(model._meta.get_field(name), ORDERING)
        ),
        "",
    )


def place_of(text: str, model: type[Record]) -> Place:
    """The place that `written` wrote; raises `WrongPlace`."""
    try:
        value, record_id = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
        if not isinstance(record_id, str) or not ADDRESS_SHAPE.fullmatch(record_id):
            raise WrongPlace
        return Place(None if value is None else _read(value, model), record_id)
    except (ValueError, TypeError, binascii.Error):
        raise WrongPlace("This is no place in the list. Start again from its first page.") from None


def _read(value: Any, model: type[Record]) -> Any:
    """The value of order that was written; raises `ValueError` or `TypeError`."""
    name = field_of_order(model)
    field = model._meta.get_field(name) if name else None
    if isinstance(field, models.DateTimeField):
        moment = datetime.fromisoformat(value)
        if moment.tzinfo is None:
            raise WrongPlace
        return moment
    if isinstance(field, models.DateField):
        return date.fromisoformat(value)
    if not isinstance(field, models.CharField) or not isinstance(value, str) or "\x00" in value:
        raise WrongPlace
    return value


def sort_key(place: Place) -> tuple[bool, Any, str]:
    """For merging rows of both storages: smaller comes first. Values must be reversed by kind."""
    return (place.value is None, _Reversed(place.value), place.record_id)


@dataclass(frozen=True)
class _Reversed:
    """Compares the other way round, so that the newest is smallest."""

    value: Any

    def __lt__(self, other: "_Reversed") -> bool:
        return bool(self.value is not None and other.value is not None and self.value > other.value)


def ordered(
    rows: "models.QuerySet[Any]", model: type[Record], sight: Sight, after: Place | None
) -> "models.QuerySet[Any]":
    """Operational rows in order, from after a place on, each with its value of order."""
    collation = BY_BYTES[connection.vendor]
    name = field_of_order(model)
    if name:
        field = model._meta.get_field(name)
        held: Any = F(name)
        if isinstance(field, models.CharField):
            held = Collate(held, collation)
        value: Any = Case(
            # A condition that holds for every row is empty, which Django takes for no condition.
            When(sight.open_in(name).as_q() or Q(pk__isnull=False), then=held),
            default=Value(None),
            output_field=_kind(field),
        )
    else:
        value = Value(None, output_field=models.CharField(null=True))
    rows = rows.annotate(**{ORDER: value, ADDRESS: Collate(F("record_id"), collation)})
    if after is not None:
        rows = rows.filter(_after_q(after, by_value=bool(name)))
    if name:
        return rows.order_by(F(ORDER).desc(nulls_last=True), ADDRESS)
    return rows.order_by(ADDRESS)


def stored_in_order(table: Any, model: type[Record], sight: Sight, after: Place | None) -> Any:
    """The same of the store: the table with its value of order, filtered and sorted."""
    name = field_of_order(model)
    if name:
        empty = ibis.null(table[name].type())
        value = ibis.ifelse(sight.open_in(name).as_ibis(table), table[name], empty)
        table = table.mutate(**{ORDER: value})
        if after is not None:
            table = table.filter(_after_ibis(after, table))
        return table.order_by(table[ORDER].desc(nulls_first=False), table.record_id)
    table = table.mutate(**{ORDER: ibis.null("string")})
    if after is not None:
        table = table.filter(table.record_id > after.record_id)
    return table.order_by(table.record_id)


def _kind(field: Any) -> "models.Field[Any, Any]":
    for kind in (models.DateTimeField, models.DateField):
        if isinstance(field, kind):
            return kind(null=True)
    return models.CharField(null=True)


def _after_q(after: Place, *, by_value: bool) -> Q:
    further = Q(**{f"{ADDRESS}__gt": after.record_id})
    if not by_value:
        return further
    if after.value is None:
        return Q(**{f"{ORDER}__isnull": True}) & further
    return (
        Q(**{f"{ORDER}__lt": after.value})
        | (Q(**{ORDER: after.value}) & further)
        | Q(**{f"{ORDER}__isnull": True})
        | NO_ROW
    )


def _after_ibis(after: Place, table: Any) -> Any:
    value, further = table[ORDER], table.record_id > after.record_id
    if after.value is None:
        return value.isnull() & further
    told = ibis.literal(after.value, type=value.type())
    return (
        (value < told).fill_null(False)
        | (value == told).fill_null(False) & further
        | (value.isnull())
    )
