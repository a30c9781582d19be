"""The records of a person in both storages, and their parts in them."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from peelian.access.conditions import AllOf, AnyOf, Condition, FieldIn
from peelian.records.about import RecordAbout
from peelian.records.adopt import copied
from peelian.records.base import Record
from peelian.records.protection import protection_of
from peelian.records.schema import type_key
from peelian.records.store.reader import Reader
from peelian.spine.person import Involvement

OF_ID = "of_id"


@dataclass(frozen=True)
class About:
    """A record that is about a person: as their own, or by the parts that they have in it.

    `others` are the parts that other people have in it.
    """

    record: Record
    own: bool
    parts: tuple[Involvement, ...]
    others: tuple[Involvement, ...]


def records_about(
    model: type[Record],
    force_id: str,
    person_key: str,
    rows: Condition,
    tables: Reader,
    *,
    beside: Collection[str] = (),
) -> Iterator[About]:
    """The rows of a type that are about this person, of those in `rows`.

    `beside` are addresses of records about them: a duty or an assessment of one is about them too.
    """
    protected = protection_of(model)
    key, name, named = type_key(model), protected.reference, protected.person
    mine = list(parts_of(tables, force_id=force_id, record_type=key, person_key=person_key))
    refs = frozenset(part.reference for part in mine)
    ways: list[Condition] = []
    if named:
        ways.append(FieldIn(named, frozenset({person_key})))
    if name and refs:
        ways.append(FieldIn(name, refs))
    if beside and issubclass(model, RecordAbout):
        ways.append(FieldIn(OF_ID, frozenset(beside)))
    if not ways:
        return
    where = AllOf((FieldIn("force_id", frozenset({force_id})), AnyOf(tuple(ways)), rows))
    for record in rows_of(model, where, tables):
        reference = getattr(record, name) if name else None
        everybody = (
            list(parts_of(tables, force_id=force_id, record_type=key, reference=reference))
            if reference
            else []
        )
        yield About(
            record=record,
            own=bool(named) and getattr(record, named) == person_key,
            parts=tuple(one for one in everybody if one.person_key == person_key),
            others=tuple(one for one in everybody if one.person_key != person_key),
        )


def rows_of(model: type[Record], where: Condition, tables: Reader) -> list[Record]:
    """The rows of a type that stand under a condition: operational ones, then loaded ones."""
    held: list[Record] = list(model._default_manager.filter(where.as_q()).order_by("record_id"))
    table = tables.loaded(model)
    stored = tables.to_arrow(table.filter(where.as_ibis(table)).order_by("record_id")).to_pylist()
    gone = copied(model, [row["record_id"] for row in stored])
    return [*held, *(model(**row) for row in stored if row["record_id"] not in gone)]


def parts_of(tables: Reader, **wanted: str) -> Iterator[Any]:
    """The parts of people with these values, typed and loaded, each once."""
    where = AllOf(tuple(FieldIn(name, frozenset({value})) for name, value in wanted.items()))
    yield from rows_of(Involvement, where, tables)
