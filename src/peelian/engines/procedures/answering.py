"""Who may answer: the roles that a procedure names, with the record in sight, and nobody barred."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.apps import apps

from peelian.access.decide import may
from peelian.access.standing import standing_of
from peelian.access.user import User
from peelian.access.verbs import Verb
from peelian.engines.procedures.declared import Procedure
from peelian.engines.procedures.errors import MayNotAnswer, NotForRole
from peelian.engines.registers.collecting import check_typed
from peelian.engines.registers.errors import NoSuchRecord, NotTyped
from peelian.engines.registers.finding import InSight, find, refuse
from peelian.records.adopt import analytical
from peelian.records.base import Record
from peelian.records.schema import type_key
from peelian.records.store.reader import Reader


def subject(
    procedure: Procedure, actor: User, record_id: str, tables: Reader, *, at: datetime
) -> InSight | None:
    """The record that is assessed, as the actor sees it; None where it is about none.

    Raises `NoSuchRecord` for one that is hidden or missing, after writing that it was asked for.
    """
    if procedure.about is None:
        return None
    try:
        return find(actor, procedure.about, record_id, tables, at=at)
    except NoSuchRecord:
        refuse(actor, procedure.about, record_id, at=at)


def as_seen(seen: InSight | None) -> Record | None:
    """The record with the cells that are open to its reader only; it cannot be saved."""
    if seen is None:
        return None
    cells = analytical(seen.record)
    return type(seen.record)(**{name: cells[name] for name in cells if name in seen.open_fields})


def roles_held(actor: User, force_id: str, at: datetime) -> frozenset[str]:
    """Keys of the roles that somebody holds now in a force."""
    return frozenset(
        held.role.key for held in standing_of(actor, at).roles if held.force_id in ("", force_id)
    )


def check_may_answer(
    procedure: Procedure, actor: User, record: Record | None, *, at: datetime
) -> None:
    """Raise `MayNotAnswer` with a sentence unless this person may make the assessment now."""
    force_id = record.force_id if record is not None else actor.force_id
    if roles_held(actor, force_id, at).isdisjoint(procedure.roles):
        raise NotForRole(f"“{procedure.title}” is not for your role to answer.")
    if not actor.officer_ref:
        raise MayNotAnswer(
            "Your account has no staff number, so nobody could tell who answered. Ask an "
            "administrator to add it."
        )
    if record is not None and actor.officer_ref in barred_from(procedure, record):
        raise MayNotAnswer(
            "You are named in this record as somebody who took part or was present, so somebody "
            "else must answer."
        )
    if procedure.makes is not None:
        if not may(actor, Verb.COLLECT, procedure.makes, at=at):
            several = str(procedure.makes._meta.verbose_name_plural)
            raise NotForRole(f"Your role may not record {several}.")
        try:
            check_typed(procedure.makes, force_id)
        except NotTyped as error:
            raise MayNotAnswer(str(error)) from None


def may_answer(procedure: Procedure, actor: User, record: Record | None, *, at: datetime) -> bool:
    """Whether `check_may_answer` lets this person answer."""
    try:
        check_may_answer(procedure, actor, record, at=at)
    except MayNotAnswer:
        return False
    return True


def barred_from(procedure: Procedure, record: Record) -> frozenset[str]:
    """Numbers of those who must not answer; a field can hold several with commas between."""
    held = (str(getattr(record, name) or "") for name in procedure.barred)
    return frozenset(one.strip() for text in held for one in text.split(",") if one.strip())


def model_of(key: str) -> type[Record]:
    """The record type with this key. Raises `NoSuchRecord`."""
    for model in record_types():
        if type_key(model) == key:
            return model
    raise NoSuchRecord


def record_types() -> Iterable[type[Record]]:
    """Every record type of the house."""
    found: Iterable[Any] = apps.get_models()
    return (model for model in found if issubclass(model, Record))
