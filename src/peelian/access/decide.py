"""May this actor do this? The one decision about a single record, field or power."""

from datetime import datetime

from django.utils import timezone

from peelian.access.actors import Actor, name_of
from peelian.access.conditions import NOTHING
from peelian.access.layers import Because, Layer, layers
from peelian.access.powers import Power
from peelian.access.role import Door
from peelian.access.standing import standing_of
from peelian.access.user import User
from peelian.access.verbs import Verb
from peelian.records.base import Record
from peelian.records.schema import handling_of


class NotAllowed(Exception):
    """The actor may not do this; the message is a sentence that may be shown to them."""


def may(
    actor: Actor,
    verb: Verb | str,
    record_type: type[Record],
    record: Record | None = None,
    field: str | None = None,
    *,
    at: datetime | None = None,
) -> bool:
    """Whether the actor may do this: to anything of the type, or to this record, or this field.

    The answer is no unless a layer says yes. Decided at each use, never remembered. Raises
    `ValueError` for a verb that access does not know and `UnsortedField` for a field that the
    type does not have, since a misspelt question must not pass as a refusal.
    """
    asked = Verb(verb)
    if field is not None:
        handling_of(record_type, field)
    return any(
        (field is None or field in one.fields) and (record is None or one.rows.holds(record))
        for one in _layers(actor, asked, record_type, at)
    )


def check_may(
    actor: Actor,
    verb: Verb | str,
    record_type: type[Record],
    record: Record | None = None,
    field: str | None = None,
    *,
    at: datetime | None = None,
) -> None:
    """Raise `NotAllowed` with a sentence unless `may` says yes.

    The sentence never names the record, so that a hidden record and a missing one sound alike.
    """
    if may(actor, verb, record_type, record, field, at=at):
        return
    what = str(record_type._meta.verbose_name_plural)
    if field is not None:
        what = f"the field {field} of {what}"
    elif record is not None:
        what = f"this one of the {what}"
    raise NotAllowed(f"{name_of(actor)} may not {Verb(verb)} {what}: nothing allows it.")


def nearest(
    actor: Actor, record_type: type[Record], record: Record, *, at: datetime | None = None
) -> Layer | None:
    """The nearest reason for which the actor may look at this record; None where they may not.

    What is openly published needs no reason, so it comes last: who looks at more than that does
    so for another one.
    """
    found = [one for one in _layers(actor, Verb.CONSULT, record_type, at) if one.rows.holds(record)]
    return next((one for one in found if one.because != "open"), found[0] if found else None)


def has_power(actor: Actor, power: Power, *, force_id: str, at: datetime | None = None) -> bool:
    """Whether one of the actor's roles has this power over this force, or over every force."""
    if not isinstance(actor, User):
        return False
    return any(
        power in held.role.powers and held.force_id in ("", force_id)
        for held in standing_of(actor, at or timezone.now()).roles
    )


def check_power(actor: Actor, power: Power, *, force_id: str, at: datetime | None = None) -> None:
    """Raise `NotAllowed` with a sentence unless `has_power` says yes."""
    if not has_power(actor, power, force_id=force_id, at=at):
        raise NotAllowed(
            f"{name_of(actor)} may not {power.value}: no role that they hold here allows it."
        )


def doors_of(actor: Actor, *, at: datetime | None = None) -> frozenset[Door]:
    """The doors behind sign-in that open to the actor."""
    if not isinstance(actor, User):
        return frozenset()
    roles = standing_of(actor, at or timezone.now()).roles
    return frozenset[Door]().union(*(held.role.doors for held in roles))


def _layers(
    actor: Actor, verb: Verb, record_type: type[Record], at: datetime | None
) -> tuple[Layer, ...]:
    found = layers(actor, verb, record_type, at or timezone.now())
    return tuple(one for one in found if one.rows != NOTHING and one.fields)


__all__ = [
    "Because",
    "NotAllowed",
    "check_may",
    "check_power",
    "doors_of",
    "has_power",
    "may",
    "nearest",
]
