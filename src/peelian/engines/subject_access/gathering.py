"""Gathering: every record about the person that the preparer may see, each field a line.

Sealed records and those in conflict with the preparer are left out without a trace, so that nobody
learns that they exist: not the person, and not the preparer either.
"""

from collections.abc import Collection, Sequence
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.db import transaction

from peelian.access.user import User
from peelian.access.verbs import Verb
from peelian.engines.registers.sight import sight
from peelian.engines.subject_access.causes import lines_of_record
from peelian.engines.subject_access.denials import is_sealed
from peelian.engines.subject_access.errors import Refused
from peelian.engines.subject_access.models import Line, LineDecision, Request
from peelian.engines.subject_access.reading import records_about
from peelian.engines.subject_access.requests import check_preparing
from peelian.records.about import RecordAbout
from peelian.records.base import Record
from peelian.records.schema import type_key
from peelian.records.store.reader import Reader
from peelian.trail.looks import MOST_SHOWN, append_look
from peelian.trail.particulars import Particulars

# What leaves must be both seen and allowed to leave.
BOTH = (Verb.CONSULT, Verb.DISCLOSE)
CHANGED = "The record has changed since; decide again."


def gather(
    request: Request,
    *,
    models: Sequence[type[Record]],
    actor: User,
    at: datetime,
    tables: Reader,
) -> None:
    """Gather lines, or gather them again: what has changed since is withheld until decided anew.

    That the records were consulted is written with them. Raises `NoSuchRequest` or `Refused`.
    """
    check_preparing(actor, request, at)
    if not request.person_key:
        raise Refused("Say first which person of the force's records asks.")
    beside: set[str] = set()
    with transaction.atomic():
        # What is about other records comes after those, since it is about whom they are about.
        for model in sorted(models, key=lambda model: issubclass(model, RecordAbout)):
            shown = _gather(request, model, beside, actor, at, tables)
            beside.update(shown)
            for some in _portions(shown):
                append_look(
                    actor=actor.trail_name,
                    record_type=type_key(model),
                    query=f"request {request.pk}",
                    filters={},
                    shown=some,
                    at=at,
                    particulars=Particulars(reason="subject access"),
                )
        request.gathered_at = at
        request.save(update_fields=["gathered_at"])


def hash_of(request: Request, value: Any) -> str:
    """What a line said, so that a change is noticed; of no use for guessing what it was."""
    return sha256(f"{request.pk}\x00{value!r}".encode()).hexdigest()


def _gather(
    request: Request,
    model: type[Record],
    beside: Collection[str],
    actor: User,
    at: datetime,
    tables: Reader,
) -> list[str]:
    seen = sight(actor, model, at=at, verbs=BOTH)
    if seen.nothing:
        return []
    key, shown = type_key(model), []
    found = records_about(
        model, request.force_id, request.person_key, seen.rows, tables, beside=beside
    )
    for about in found:
        record_id = about.record.record_id
        shown.append(record_id)
        held = {
            line.field: line
            for line in Line.objects.filter(request=request, record_type=key, record_id=record_id)
        }
        sealed = is_sealed(model, record_id, at)
        for said in lines_of_record(about, seen.open_fields(about.record), sealed=sealed):
            says = hash_of(request, said.value)
            line = held.get(said.card.name)
            if line is None:
                Line.objects.create(
                    request=request,
                    record_type=key,
                    record_id=record_id,
                    field=said.card.name,
                    says=says,
                    cause=said.cause,
                )
            elif (line.says, line.cause) != (says, said.cause):
                _begin_again(line, says, said.cause, actor, at)
    return shown


def _begin_again(line: Line, says: str, cause: str, actor: User, at: datetime) -> None:
    if line.released:
        LineDecision.objects.create(
            line=line, released=False, reason=CHANGED, by=actor.trail_name, at=at
        )
    line.says, line.cause, line.released = says, cause, False
    line.save(update_fields=["says", "cause", "released"])


def _portions(shown: list[str]) -> list[list[str]]:
    return [shown[begin : begin + MOST_SHOWN] for begin in range(0, len(shown), MOST_SHOWN)]
