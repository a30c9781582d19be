"""What lets an actor do something to rows of a record type, one layer for each reason.

`may` asks whether any layer covers a record, `visible` puts all of them side by side, and the
reason for a look-up is the name of the first that covers it: one list, three readers.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from peelian.access.actors import Actor
from peelian.access.conditions import (
    EVERYTHING,
    NOTHING,
    AllOf,
    AnyOf,
    Condition,
    FieldIn,
    Not,
    addresses,
    without,
)
from peelian.access.dated import by_type, counts_at
from peelian.access.denied import OF_TYPE, conflicting, sealed
from peelian.access.glass import BrokenGlass
from peelian.access.look import read_once
from peelian.access.powers import Power
from peelian.access.reach import in_force, reached
from peelian.access.role import EVERY_FIELD
from peelian.access.share import Share
from peelian.access.standing import Standing, standing_of
from peelian.access.units import units_under
from peelian.access.user import Kind, User
from peelian.access.verbs import Verb
from peelian.records.about import RecordAbout
from peelian.records.base import Record
from peelian.records.openness import OPENLY_PUBLISHED
from peelian.records.protection import Protected, Purpose, protection_of, types_held_for
from peelian.records.schema import Sensitivity, handling_of, type_key

# Why a layer lets somebody look, nearest first: the order in which a reason is looked for.
Because = Literal["tied", "member", "scope", "glass", "share", "force", "open", "service"]
NEAREST_FIRST: tuple[Because, ...] = (
    "tied",
    "member",
    "scope",
    "glass",
    "share",
    "force",
    "open",
    "service",
)
# Links are seen with their record; nothing opens them alone.
NEVER_ALONE = frozenset({Purpose.LINKS})


@dataclass(frozen=True)
class Layer:
    """One reason for which some fields of some rows are open.

    `asks` says that the reason alone is thin, so that whoever looks is asked for theirs.
    """

    because: Because
    fields: frozenset[str]
    rows: Condition
    asks: bool = False


def layers(actor: Actor, verb: Verb, model: type[Record], at: datetime) -> tuple[Layer, ...]:
    """Every reason for which this actor may do this to rows of this type, at this moment."""
    if not isinstance(actor, User):
        return _open(verb, model)
    if not actor.is_active:
        return ()
    if actor.kind == Kind.SERVICE:
        return (*_open(verb, model), *_services(verb, model))
    found = tuple(_of_person(standing_of(actor, at), verb, model))
    return (*_open(verb, model), *sorted(found, key=lambda one: NEAREST_FIRST.index(one.because)))


def fields_handled(model: type[Record], handled: frozenset[Sensitivity]) -> frozenset[str]:
    """Every field of a record type that is sorted into one of these."""
    names = (field.name for field in model._meta.concrete_fields)
    return frozenset(name for name in names if handling_of(model, name) in handled)


def _open(verb: Verb, model: type[Record]) -> tuple[Layer, ...]:
    """Anyone may consult the public fields of rows that their source publishes openly."""
    if verb != Verb.CONSULT:
        return ()
    rows = FieldIn("source", frozenset(OPENLY_PUBLISHED))
    return (Layer("open", fields_handled(model, frozenset({"public"})), rows),)


def _services(verb: Verb, model: type[Record]) -> tuple[Layer, ...]:
    """Service accounts may collect records of any type, from any source."""
    if verb != Verb.COLLECT:
        return ()
    return (Layer("service", fields_handled(model, EVERY_FIELD), EVERYTHING),)


def _of_person(standing: Standing, verb: Verb, model: type[Record]) -> Iterator[Layer]:
    protected = protection_of(model)
    if protected.held_for in NEVER_ALONE:
        return
    candidates = [*_by_role(standing, verb, model, protected)]
    members, hidden = sealed(standing, model)
    if verb == Verb.CONSULT:
        candidates += _beside_roles(standing, model, candidates, members)
    if not candidates:
        return
    denied = AnyOf(
        tuple(part for part in (conflicting(standing, model, protected), hidden) if part != NOTHING)
    )
    for one in candidates:
        rows = without(one.rows, denied)
        if rows != NOTHING:
            yield Layer(one.because, one.fields, rows, one.asks)


def _by_role(
    standing: Standing, verb: Verb, model: type[Record], protected: Protected
) -> Iterator[Layer]:
    for held in standing.roles:
        for allowed in held.role.allows:
            held_so = held_for(allowed.purposes, model, protected)
            if verb not in allowed.verbs or held_so == NOTHING:
                continue
            rows = reached(standing, held, allowed.reach, model, protected)
            if rows != NOTHING:
                rows = rows if held_so == EVERYTHING else AllOf((rows, held_so))
                fields = fields_handled(model, allowed.fields)
                yield Layer(allowed.reach, fields, rows, allowed.asks)


def held_for(purposes: frozenset[Purpose], model: type[Record], protected: Protected) -> Condition:
    """The rows of a type that are held for one of these purposes.

    A row about a record is held for what that record is held for: whoever may not see the people
    who are managed sees no duty about one either. What is about no record goes by its own type.
    """
    mine = EVERYTHING if protected.held_for in purposes else NOTHING
    if not issubclass(model, RecordAbout):
        return mine
    about = FieldIn(OF_TYPE, types_held_for(purposes))
    if mine == NOTHING:
        return about
    return AnyOf((about, Not(FieldIn(OF_TYPE, types_held_for(frozenset(Purpose))))))


def _beside_roles(
    standing: Standing, model: type[Record], by_role: list[Layer], members: Condition
) -> Iterator[Layer]:
    """What a seal, broken glass or a share opens for consulting, beside what roles do."""
    if members != NOTHING:
        yield Layer("member", fields_handled(model, EVERY_FIELD), members)
    user, at = standing.user, standing.at
    mine = BrokenGlass.objects.filter(user=user)
    broken = read_once("glass", user.pk, at, read=lambda: by_type(mine, at))
    opened = addresses(broken.get(type_key(model), frozenset()))
    forces = [held.force_id for held in standing.roles if Power.BREAK_GLASS in held.role.powers]
    if opened != NOTHING and forces:
        where = AnyOf(tuple(in_force(force_id) for force_id in forces))
        yield Layer("glass", fields_handled(model, EVERY_FIELD), AllOf((opened, where)))
    yield from _shared(standing, model)


def _shared(standing: Standing, model: type[Record]) -> Iterator[Layer]:
    protected = protection_of(model)
    for held in standing.roles:
        if "partner" not in held.role.doors or not held.unit_ref:
            continue
        rows = Share.objects.filter(
            counts_at(standing.at),
            record_type=type_key(model),
            force_id=held.force_id,
            partner_ref=held.unit_ref,
        )
        known = {field.name for field in model._meta.concrete_fields}
        for share in rows:
            if share.record_id:
                what: Condition = addresses(frozenset({share.record_id}))
            elif protected.unit:
                units = units_under(share.force_id, share.unit_ref, on=standing.day)
                what = FieldIn(protected.unit, units)
            else:
                continue
            yield Layer(
                "share",
                share.columns & known,
                AllOf((in_force(share.force_id), what)),
            )
