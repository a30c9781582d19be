"""Who has which part in a record, and in which records a person has one.

A part may be seen with the record that it is about and never alone (Data Protection Act 2018,
section 38): every way in goes through a record that the reader may open.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from peelian.access.conditions import AllOf, FieldIn
from peelian.access.decide import check_may, nearest
from peelian.access.standing import local_day
from peelian.access.user import User
from peelian.access.verbs import Verb
from peelian.access.visible import visible
from peelian.engines.registers.addresses import new_address
from peelian.engines.registers.errors import Invalid, NoSuchRecord
from peelian.engines.registers.finding import InSight, find, refuse
from peelian.engines.registers.sight import sight
from peelian.engines.registers.values import read_values
from peelian.records.adopt import analytical, copied
from peelian.records.base import Record
from peelian.records.openness import TYPED
from peelian.records.protection import protection_of
from peelian.records.schema import type_key
from peelian.records.store.reader import Reader
from peelian.spine.person import Involvement, Person
from peelian.trail.append import append
from peelian.trail.particulars import Particulars
from peelian.trail.verbs import Verb as Deed

MOST_LINKS = 500


@dataclass(frozen=True)
class PartOf:
    """A person's part in a record: the part, whether it is a fact or an opinion, since when.

    `person_id` is the address of the person's record where the reader may open it, else empty.
    """

    person_key: str
    part: str
    basis: str
    recorded_on: date | None
    person_id: str


@dataclass(frozen=True)
class RecordOf:
    """A record in which a person has a part, where the reader may open it."""

    record_type: str
    record_id: str
    reference: str
    part: str
    basis: str
    recorded_on: date | None


def people_of(
    actor: User, model: type[Record], record_id: str, tables: Reader, *, at: datetime
) -> tuple[PartOf, ...]:
    """The people of a record, for a reader to whom all of its fields are open.

    Empty for one who sees facts of the record alone. That they were looked at is written
    first. Raises `NoSuchRecord`.
    """
    found = _found(actor, model, record_id, tables, at)
    name = protection_of(model).reference
    reference = getattr(found.record, name) if name else None
    if not reference or not found.whole:
        return ()
    parts = _parts(
        tables,
        force_id=found.record.force_id,
        record_type=type_key(model),
        reference=reference,
    )
    people = _addresses(
        actor, Person, tables, found.record.force_id, [part.person_key for part in parts], at
    )
    _look(actor, model, record_id, "people", at)
    return tuple(
        PartOf(
            part.person_key,
            part.part,
            part.basis,
            part.recorded_on,
            people.get(part.person_key, ""),
        )
        for part in parts
    )


def records_of(
    actor: User,
    person_id: str,
    tables: Reader,
    *,
    registers: Sequence[type[Record]],
    at: datetime,
) -> tuple[RecordOf, ...]:
    """The records of a person that the reader may open with their people, newest link first.

    `registers` are the record types to look in. Records that the reader may not see are left out
    without a trace. Raises `NoSuchRecord` for the person.
    """
    found = _found(actor, Person, person_id, tables, at)
    if not found.whole:
        return ()
    person = found.record
    parts = _parts(tables, force_id=person.force_id, person_key=_key_of(person))
    told: list[RecordOf] = []
    for model in registers:
        mine = [part for part in parts if part.record_type == type_key(model)]
        refs = [part.reference for part in mine]
        opened = _addresses(actor, model, tables, person.force_id, refs, at, whole=True)
        told += [
            RecordOf(
                part.record_type,
                opened[part.reference],
                part.reference,
                part.part,
                part.basis,
                part.recorded_on,
            )
            for part in mine
            if part.reference in opened
        ]
    _look(actor, Person, person_id, "records", at)
    return tuple(sorted(told, key=lambda one: one.recorded_on or date.min, reverse=True))


def link(
    model: type[Record],
    record_id: str,
    *,
    person_key: str,
    part: str,
    basis: str,
    actor: User,
    at: datetime,
    tables: Reader,
) -> Involvement:
    """Say that a person has a part in a record, as a fact or as an opinion.

    Raises `NoSuchRecord`, `NotAllowed` for whoever may not change the record, or `Invalid`.
    """
    found = _found(actor, model, record_id, tables, at)
    check_may(actor, Verb.ALTER, model, found.record, at=at)
    name = protection_of(model).reference
    reference = getattr(found.record, name) if name else None
    if not reference:
        raise Invalid({"reference": "Give the record its reference before you link people to it."})
    given = read_values(Involvement, {"person_key": person_key, "part": part, "basis": basis})
    blank = {field: "Enter a value." for field, value in given.items() if value is None}
    if blank:
        raise Invalid(blank)
    layer = nearest(actor, model, found.record, at=at)
    with transaction.atomic():
        made = Involvement.objects.create(
            record_id=new_address(at),
            source=TYPED,
            force_id=found.record.force_id,
            record_type=type_key(model),
            reference=reference,
            recorded_on=local_day(at),
            **given,
        )
        append(
            actor=actor.trail_name,
            verb=Deed.COMBINED,
            ref=(type_key(model), record_id),
            detail=Particulars(relationship=layer.because if layer else "").detail(
                link=made.record_id, part=given["part"], basis=given["basis"]
            ),
            at=at,
        )
    return made


def _found(
    actor: User, model: type[Record], record_id: str, tables: Reader, at: datetime
) -> InSight:
    try:
        return find(actor, model, record_id, tables, at=at)
    except NoSuchRecord:
        refuse(actor, model, record_id, at=at)


def _parts(tables: Reader, **wanted: str) -> list[Any]:
    """The links with these values, typed and loaded, each once."""
    typed = list(Involvement.objects.filter(**wanted).order_by("record_id")[:MOST_LINKS])
    table = tables.loaded(Involvement)
    for name, value in wanted.items():
        table = table.filter(table[name] == value)
    rows = tables.to_arrow(table.order_by("record_id").limit(MOST_LINKS)).to_pylist()
    gone = copied(Involvement, [row["record_id"] for row in rows])
    return [*typed, *(Involvement(**row) for row in rows if row["record_id"] not in gone)]


def _addresses(
    actor: User,
    model: type[Record],
    tables: Reader,
    force_id: str,
    references: Sequence[str],
    at: datetime,
    *,
    whole: bool = False,
) -> dict[str, str]:
    """The addresses of the records with these references that the actor may open, by reference."""
    name = protection_of(model).reference
    seen = visible(actor, model, at=at)
    if not name or not references or seen.nothing:
        return {}
    where = AllOf(
        (
            FieldIn("force_id", frozenset({force_id})),
            FieldIn(name, frozenset(references)),
            seen.rows_open_in(name),
        )
    )
    sights = sight(actor, model, at=at, verbs=(Verb.CONSULT,))
    rows: list[Record] = list(model._default_manager.filter(where.as_q()))
    table = tables.loaded(model)
    stored = tables.to_arrow(table.filter(where.as_ibis(table))).to_pylist()
    gone = copied(model, [row["record_id"] for row in stored])
    rows += [model(**row) for row in stored if row["record_id"] not in gone]
    return {
        analytical(row)[name]: row.record_id
        for row in rows
        if not whole or InSight(row, sights, "loaded").whole
    }


def _key_of(person: Record) -> str:
    return str(getattr(person, protection_of(Person).reference))


def _look(actor: User, model: type[Record], record_id: str, what: str, at: datetime) -> None:
    with transaction.atomic():
        append(
            actor=actor.trail_name,
            verb=Deed.CONSULTED,
            ref=(type_key(model), record_id),
            detail=Particulars().detail(part=what),
            at=at,
        )
