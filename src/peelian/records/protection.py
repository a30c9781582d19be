"""Why a record type is held, under which law, for how long, and where its rows belong.

Every record type says this in a nested `Protection` class; a house test fails on one that does not.
Access asks it which posts may see the rows, retention how long they stay, the manual prints it.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from typing import Final

from django.apps import apps

from peelian.records.base import Record
from peelian.records.schema import type_key

# What most types call the key of the person whom a row is about.
PERSON_KEY: Final = "person_key"


class Purpose(StrEnum):
    """What rows are held for. A role opens purposes, never single record types."""

    POLICING = "policing"  # contact, incidents, crimes, searches, people involved in them
    PUBLIC_PROTECTION = "public-protection"  # managing people who were convicted
    STANDARDS = "standards"  # complaints and conduct
    WORKFORCE = "workforce"  # who works here, when, and why not
    ORGANISATION = "organisation"  # units and posts
    LINKS = (
        "links"  # who has which part in what: seen with the record that it is about, never alone
    )
    STATISTICS = "statistics"  # returns, residents, limits of a chart: no row is about a person


class Regime(StrEnum):
    """The part of the data protection law under which rows are processed."""

    LAW_ENFORCEMENT = "Data Protection Act 2018, Part 3"
    GENERAL = "UK GDPR"


@dataclass(frozen=True)
class Retention:
    """How long rows are kept before a person decides.

    `years` counts from the last relevant event; after it the row is due for review, and again
    every `review_years`. Nothing is erased by a clock. `authority` says whose rule it is; a force
    can set its own years from a day on.
    """

    key: str
    says: str
    years: int
    review_years: int
    authority: str


MOPI = "Police Information and Records Management Code of Practice (2023), College APP"
PUBLIC_PROTECTION = Retention(
    "public-protection",
    "Certain public protection matters: kept while the person could be alive, reviewed meanwhile.",
    100,
    10,
    f"{MOPI}, group 1",
)
SERIOUS = Retention(
    "serious", "Other sexual, violent or serious offences.", 10, 10, f"{MOPI}, group 2"
)
OTHER_OFFENCES = Retention("other-offences", "All other offences.", 6, 5, f"{MOPI}, group 3")
UNDETECTED = Retention(
    "undetected",
    "Undetected crime, contact, intelligence, missing people, victims and witnesses.",
    6,
    5,
    f"{MOPI}, group 4",
)
CONDUCT = Retention(
    "conduct", "Complaints and conduct matters.", 6, 5, "Peelian's default; set the force's own"
)
STAFF = Retention(
    "staff",
    "Who held which post, worked when and was away.",
    6,
    5,
    "Peelian's default; set the force's own",
)
PUBLISHED = Retention(
    "published",
    "Figures and reference rows that name nobody.",
    20,
    10,
    "Peelian's default; set the force's own",
)
RETENTIONS = (
    PUBLIC_PROTECTION,
    SERIOUS,
    OTHER_OFFENCES,
    UNDETECTED,
    CONDUCT,
    STAFF,
    PUBLISHED,
)


class NotProtected(Exception):
    """A record type does not say why, under which law and for how long it is held."""


@dataclass(frozen=True)
class Protected:
    """What a record type's `Protection` class says.

    `unit` names the field that holds the reference of the unit a row belongs to, `owner` the one
    with the reference of the officer who answers for it, `subject` the one with the reference of
    an officer whom it is about, `person` the one with the key of the person whom it is about
    (`person_key` unless another is named), `reference` the one that people call the row by, `dated`
    the one from which its retention counts. Each is empty where the type has no such field. `typed`
    says that no source is authoritative, so that rows may be entered by hand.
    """

    held_for: Purpose
    regime: Regime
    retention: Retention
    unit: str = ""
    owner: str = ""
    subject: str = ""
    person: str = ""
    reference: str = ""
    dated: str = ""
    typed: bool = False

    @property
    def links(self) -> tuple[str, ...]:
        """The named fields that there are."""
        named = (
            self.unit,
            self.owner,
            self.subject,
            self.person,
            self.reference,
            self.dated,
        )
        return tuple(name for name in named if name)


def protection_of(model: type[Record]) -> Protected:
    """What the record type declares; raises `NotProtected` saying what is missing."""
    declared = model.__dict__.get("Protection")
    if declared is None:
        raise NotProtected(
            f"{model.__name__} has no Protection class. Say in one what it is held_for, its "
            "regime and its retention."
        )
    said = {name: value for name, value in vars(declared).items() if not name.startswith("_")}
    try:
        found = Protected(**said)
    except TypeError as error:
        raise NotProtected(f"{model.__name__}.Protection: {error}.") from error
    fields = {field.name for field in model._meta.concrete_fields}
    unknown = sorted(set(found.links) - fields)
    if unknown:
        raise NotProtected(
            f"{model.__name__}.Protection names {', '.join(unknown)}: no such field."
        )
    if not found.person and PERSON_KEY in fields:
        return replace(found, person=PERSON_KEY)
    return found


def person_of(record: Record) -> str | None:
    """The key of the person whom a record is about; None where it says nobody."""
    name = protection_of(type(record)).person
    return (getattr(record, name) or None) if name else None


def types_held_for(purposes: Collection[Purpose]) -> frozenset[str]:
    """The record types, by their keys, that are held for one of these purposes."""
    return frozenset(key for key, purpose in _purposes().items() if purpose in purposes)


@cache
def _purposes() -> dict[str, Purpose]:
    models = (model for model in apps.get_models() if issubclass(model, Record))
    return {type_key(model): protection_of(model).held_for for model in models}
