"""The record that answers become, where a procedure makes one: typed nowhere twice."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from peelian.access.giving.refusal import REASON_LIMIT
from peelian.access.standing import standing_of
from peelian.access.user import User
from peelian.engines.procedures.asking import open_questions
from peelian.engines.procedures.errors import NotComplete
from peelian.engines.procedures.models import Assessment
from peelian.engines.procedures.preparing import Prepared
from peelian.engines.procedures.questions import Version
from peelian.engines.registers.altering import alter
from peelian.engines.registers.collecting import collect
from peelian.engines.registers.errors import Invalid
from peelian.records.base import Record
from peelian.records.protection import protection_of
from peelian.records.store.reader import Reader


def becomes(ready: Prepared, *, address: str, actor: User, at: datetime) -> Record | None:
    """The new record, collected as any other; None where the procedure makes none.

    The owner, unit and reference are filled in where no question has them. Raises `NotComplete` by
    question where the register refuses a value, `NotTyped` where a source is authoritative.
    """
    model = ready.procedure.makes
    if model is None:
        return None
    values = {**_of_itself(model, address, actor, at), **values_of(ready)}
    try:
        return collect(model, values, actor=actor, force_id=ready.force_id, at=at)
    except Invalid as error:
        raise _by_question(ready.version, error) from error


def corrects(
    ready: Prepared, old: Assessment, *, actor: User, at: datetime, tables: Reader
) -> Record | None:
    """The record that the corrected assessment had become, changed to the new answers."""
    model = ready.procedure.makes
    held = model._default_manager.filter(record_id=old.made_id).first() if model else None
    if model is None or held is None:
        return None
    emptied = {one.field: None for one in ready.version.questions if one.field}
    try:
        return alter(
            model,
            held.record_id,
            {**emptied, **values_of(ready)},
            version=held.version,
            actor=actor,
            at=at,
            reason=ready.filled.correction.strip()[:REASON_LIMIT],
            tables=tables,
        )
    except Invalid as error:
        raise _by_question(ready.version, error) from error


def values_of(ready: Prepared) -> dict[str, Any]:
    """The fields that answers of their own fill; refused, not asked and not known fill none."""
    found: dict[str, Any] = {
        name: getattr(ready.about, taken_from)
        for name, taken_from in (ready.procedure.carries or {}).items()
    }
    for question in open_questions(ready.version, ready.given):
        if question.field and ready.given.of_own(question):
            source = ready.given.words if question.kind == "words" else ready.given.answers
            found[question.field] = source[question.key]
    return found


def _of_itself(
    model: type[Record], address: str, actor: User, at: datetime
) -> Mapping[str, str | None]:
    """Who answers for the record, in which unit, and what people call it."""
    protected, found = protection_of(model), dict[str, str | None]()
    if protected.owner:
        found[protected.owner] = actor.officer_ref
    if protected.unit:
        found[protected.unit] = unit_of(actor, at)
    if protected.reference:
        found[protected.reference] = reference_of(address)
    return found


def unit_of(actor: User, at: datetime) -> str | None:
    """The unit of the first post that somebody holds."""
    posts = standing_of(actor, at).posts
    return posts[0].unit_ref if posts else None


def reference_of(address: str) -> str:
    """What people call something that has only an address: its last eight signs."""
    return f"P-{address.replace('-', '')[-8:].upper()}"


def _by_question(version: Version, error: Invalid) -> NotComplete:
    """What a register refused, beside the questions that fill its fields."""
    asked = {one.field: one.key for one in version.questions if one.field}
    return NotComplete({asked.get(name, name): said for name, said in error.errors.items()})
