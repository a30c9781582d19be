"""Whoever decides on a record must see all of it, and may erase it: else it does not exist."""

from datetime import datetime

from django.apps import apps

from peelian.access.decide import check_power
from peelian.access.powers import Power
from peelian.access.user import User
from peelian.access.verbs import Verb
from peelian.engines.registers.errors import NoSuchRecord
from peelian.engines.registers.finding import find, refuse
from peelian.engines.registers.sight import Sight, sight
from peelian.records.base import Record
from peelian.records.schema import type_key
from peelian.records.store.reader import Reader

# What is decided on must be both seen and allowed to go.
BOTH = (Verb.CONSULT, Verb.ERASE)


def erasable(actor: User, model: type[Record], *, at: datetime) -> Sight:
    """The rows of a type that the actor sees and may erase."""
    return sight(actor, model, at=at, verbs=BOTH)


def record_of(
    actor: User, model: type[Record], record_id: str, tables: Reader, *, at: datetime
) -> Record:
    """The record, for whoever may decide on it.

    Raises `NoSuchRecord` for one that is missing, hidden, sealed, in conflict, or not theirs to
    erase (all alike, and in the trail), and `NotAllowed` without the power over its force.
    """
    record = in_reach(actor, model, record_id, tables, at=at)
    if record is None:
        refuse(actor, model, record_id, at=at)
    check_power(actor, Power.RETAIN, force_id=record.force_id, at=at)
    return record


def in_reach(
    actor: User, model: type[Record], record_id: str, tables: Reader, *, at: datetime
) -> Record | None:
    """The record if the actor sees it and may erase it; None without a word where not."""
    try:
        found = find(actor, model, record_id, tables, at=at)
    except NoSuchRecord:
        return None
    return found.record if erasable(actor, model, at=at).rows.holds(found.record) else None


def model_called(record_type: str) -> type[Record]:
    """The record type with this key. Raises `NoSuchRecord` for a word that names none."""
    for model in apps.get_models():
        if issubclass(model, Record) and type_key(model) == record_type:
            return model
    raise NoSuchRecord
