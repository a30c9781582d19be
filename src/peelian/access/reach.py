"""How far a role reaches: which rows of a record type lie in its unit, its force or its hands."""

from peelian.access.conditions import (
    EVERYTHING,
    NOTHING,
    AllOf,
    AnyOf,
    Condition,
    FieldIn,
    addresses,
)
from peelian.access.dated import by_type
from peelian.access.look import read_once
from peelian.access.role import Reach
from peelian.access.standing import HeldRole, Standing
from peelian.access.tie import Tie
from peelian.access.units import members_of, units_under
from peelian.records.base import Record
from peelian.records.protection import Protected, Purpose
from peelian.records.schema import type_key


def reached(
    standing: Standing, held: HeldRole, reach: Reach, model: type[Record], protected: Protected
) -> Condition:
    """The rows of a record type that a held role reaches in this way."""
    match reach:
        case "tied":
            return AllOf((in_force(held.force_id), tied(standing, model, protected)))
        case "force":
            return in_force(held.force_id)
        case "scope" if not held.unit_ref:
            return in_force(held.force_id)
        case "scope" if protected.unit:
            units = units_under(held.force_id, held.unit_ref, on=standing.day)
            return AllOf((in_force(held.force_id), FieldIn(protected.unit, units)))
        case "scope" if protected.held_for == Purpose.WORKFORCE and protected.owner:
            # A member of staff belongs to the units of the posts that they hold.
            units = units_under(held.force_id, held.unit_ref, on=standing.day)
            people = members_of(held.force_id, units, on=standing.day)
            return AllOf((in_force(held.force_id), FieldIn(protected.owner, people)))
        case _:
            # A unit reaches no rows of a type that says nothing of units.
            return NOTHING


def in_force(force_id: str) -> Condition:
    """The rows of a force; of every force where none is named."""
    return FieldIn("force_id", frozenset({force_id})) if force_id else EVERYTHING


def tied(standing: Standing, model: type[Record], protected: Protected) -> Condition:
    """The rows that somebody has to do with: by a tie, or because the row names them as owner."""
    user, at = standing.user, standing.at
    ties = read_once("ties", user.pk, at, read=lambda: by_type(Tie.objects.filter(user=user), at))
    parts = [addresses(ties.get(type_key(model), frozenset()))]
    if protected.owner and standing.officer is not None:
        parts.append(
            AllOf(
                (
                    in_force(standing.officer.force_id),
                    FieldIn(protected.owner, frozenset({standing.officer.officer_ref})),
                )
            )
        )
    return AnyOf(tuple(part for part in parts if part != NOTHING))
