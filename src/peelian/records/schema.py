"""The analytical schema of a record type, derived from its model and never written twice."""

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

import ibis
from django.db import models

from peelian.records.base import Record
from peelian.records.codes import CodeList
from peelian.records.derived import Derivation

Sensitivity = Literal["public", "restricted", "personal"]
SENSITIVITIES: tuple[Sensitivity, ...] = ("public", "restricted", "personal")

# Fields that only the operational table needs: its own key and its guard against lost updates.
OPERATIONAL_ONLY = frozenset({"id", "version"})

# First match wins, so the narrower Django field stands before the wider one.
ANALYTICAL_TYPES: "tuple[tuple[type[models.Field[Any, Any]], str], ...]" = (
    (models.BooleanField, "boolean"),
    (models.FloatField, "float64"),
    (models.DateTimeField, "timestamp('UTC')"),
    (models.DateField, "date"),
    (models.IntegerField, "int64"),
    (models.CharField, "string"),
    (models.TextField, "string"),
)


class UnsortedField(Exception):
    """A field of a record type is sorted into none, or more than one, of the three handlings."""


class UnknownField(Exception):
    """A code list or a derivation of a record type names a field that it does not have."""


class UnknownFieldKind(Exception):
    """A record type uses a kind of field that the analytical schema cannot carry."""


@dataclass(frozen=True)
class FieldCard:
    """One field as the manual, the exports and the doors see it."""

    name: str
    kind: str
    help_text: str
    handling: Sensitivity
    optional: bool


def type_key(model: type[Record]) -> str:
    """The name of a record type in the store, in addresses and in coverage: `crime`, `outcome`."""
    return str(model._meta.model_name)


def handling_of(model: type[Record], field: str) -> Sensitivity:
    """How a field of this record type is handled; a model's own sorting comes before its base's.

    Raises `UnsortedField` naming the model, the field and the lists to choose from.
    """
    for owner in model.__mro__:
        sorting = owner.__dict__.get("Handling")
        if sorting is None:
            continue
        found = [level for level in SENSITIVITIES if field in sorting.__dict__.get(level, ())]
        if len(found) == 1:
            return found[0]
        if found:
            raise UnsortedField(
                f"{model.__name__}.{field} is sorted as {' and '.join(found)}; choose one."
            )
    raise UnsortedField(
        f"{model.__name__}.{field} is not sorted. Add it to one of public, restricted or personal "
        f"in {model.__name__}.Handling."
    )


def codes_of(model: type[Record]) -> dict[str, CodeList]:
    """The code list of each field that has one; a model's own come before its base's."""
    return _nested(model, "Codes")


def derived_of(model: type[Record]) -> dict[str, Derivation]:
    """The rule of each field that follows from others of the row."""
    return _nested(model, "Derived")


def _nested(model: type[Record], name: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for owner in reversed(model.__mro__):
        named = owner.__dict__.get(name)
        if named is not None:
            found |= {key: value for key, value in vars(named).items() if not key.startswith("_")}
    unknown = sorted(set(found) - {field.name for field in model._meta.concrete_fields})
    if unknown:
        raise UnknownField(f"{model.__name__}.{name} names {', '.join(unknown)}: no such field.")
    return found


def fields_of(model: type[Record]) -> tuple[FieldCard, ...]:
    """Every analytical field of a record type, in the order of declaration."""
    return tuple(
        FieldCard(
            name=field.name,
            kind=_kind_of(model, field),
            help_text=str(field.help_text),
            handling=handling_of(model, field.name),
            optional=bool(field.null),
        )
        for field in model._meta.concrete_fields
        if field.name not in OPERATIONAL_ONLY
    )


@cache
def schema_of(model: type[Record]) -> ibis.Schema:
    """The analytical schema: what a Parquet file of this record type holds, column by column."""
    return ibis.schema({card.name: card.kind for card in fields_of(model)})


def empty_table(model: type[Record], *, name: str | None = None) -> ibis.Table:
    """An unbound table of this schema, on which declarations are checked when they are imported."""
    return ibis.table(schema_of(model), name=name or type_key(model))


def _kind_of(model: type[Record], field: "models.Field[Any, Any]") -> str:
    for django_kind, kind in ANALYTICAL_TYPES:
        if isinstance(field, django_kind):
            return kind
    known = ", ".join(kind.__name__ for kind, _ in ANALYTICAL_TYPES)
    raise UnknownFieldKind(
        f"{model.__name__}.{field.name} is a {type(field).__name__}; the store carries {known}."
    )
