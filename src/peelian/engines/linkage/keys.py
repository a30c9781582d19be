"""Which fields of a record type are keys by which people and places are found again.

A key is the source's own: the same on every record about the same person or address. Two records
are about the same one only where their keys are equal, letter by letter; names are never compared.
"""

from enum import StrEnum
from typing import Final

from peelian.records.base import Record
from peelian.records.derived import LocalMonth
from peelian.records.protection import protection_of
from peelian.records.schema import derived_of, schema_of


class Key(StrEnum):
    """What a key stands for."""

    PERSON = "person"
    PLACE = "place"


# Every name under which record types carry the key of a place; that of a person each type names.
PLACES: Final = ("place_key", "address_key")


class NoMoment(LookupError):
    """Rows of a record type cannot be told earlier from later."""


def key_fields(model: type[Record], kind: Key) -> tuple[str, ...]:
    """The fields of a record type that hold keys of this kind; none where it has none."""
    if kind == Key.PERSON:
        person = protection_of(model).person
        return (person,) if person else ()
    names = set(schema_of(model).names)
    return tuple(name for name in PLACES if name in names)


def moment_field(model: type[Record]) -> str:
    """The field that says when a row began: the moment of which its month is taken.

    Raises `NoMoment` naming the type.
    """
    for rule in derived_of(model).values():
        if isinstance(rule, LocalMonth):
            return rule.moment
    raise NoMoment(
        f"{model.__name__} does not say when its rows began: derive its month from a moment."
    )
