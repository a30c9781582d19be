"""The lines of a request as somebody may see them: read from the records, never from a copy."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from peelian.access.conditions import FieldIn
from peelian.access.user import User
from peelian.engines.registers.sight import sight
from peelian.engines.subject_access.causes import Said, lines_of_record
from peelian.engines.subject_access.denials import denied, is_sealed
from peelian.engines.subject_access.gathering import BOTH, hash_of
from peelian.engines.subject_access.models import Line, Request
from peelian.engines.subject_access.reading import About, parts_of, rows_of
from peelian.engines.subject_access.requests import check_preparing
from peelian.records.base import Record
from peelian.records.protection import person_of, protection_of
from peelian.records.schema import FieldCard, schema_of, type_key
from peelian.records.store.reader import Reader
from peelian.trail.looks import MOST_SHOWN, append_look
from peelian.trail.particulars import Particulars


@dataclass(frozen=True)
class LineSeen:
    """A line with what its record says now. `stale` says that this is not what was gathered."""

    line: Line
    card: FieldCard
    value: Any
    stale: bool


@dataclass(frozen=True)
class RecordSeen:
    """A record of the request with its lines in the order of declaration."""

    model: type[Record]
    record: Record
    lines: tuple[LineSeen, ...]


def lines_of(
    request: Request,
    *,
    models: Sequence[type[Record]],
    actor: User,
    at: datetime,
    tables: Reader,
) -> tuple[RecordSeen, ...]:
    """Every line that the preparer may see now; the look is written first.

    Records that they may no longer see are left out without a trace. Raises `NoSuchRequest` or
    `Refused` once the request is not being prepared any more.
    """
    check_preparing(actor, request, at)
    found: list[RecordSeen] = []
    for model in models:
        seen = sight(actor, model, at=at, verbs=BOTH)
        for record, lines in _records(request, model, tables):
            if seen.rows.holds(record):
                opened = seen.open_fields(record)
                found.append(_seen(request, record, lines, opened, at, tables))
    with transaction.atomic():
        for model in models:
            shown = [one.record.record_id for one in found if one.model is model]
            for begin in range(0, len(shown), MOST_SHOWN):
                append_look(
                    actor=actor.trail_name,
                    record_type=type_key(model),
                    query=f"request {request.pk}",
                    filters={},
                    shown=shown[begin : begin + MOST_SHOWN],
                    at=at,
                    particulars=Particulars(reason="subject access"),
                )
    return tuple(one for one in found if one.lines)


def released_lines(
    request: Request,
    *,
    models: Sequence[type[Record]],
    actor: User,
    at: datetime,
    tables: Reader,
) -> tuple[RecordSeen, ...] | None:
    """The released lines alone, with what they say; None where one is closed to the actor.

    It is closed where the record is sealed from them or in conflict with them, so that a power to
    release opens nothing that a seal keeps shut.
    """
    found: list[RecordSeen] = []
    for model in models:
        for record, lines in _records(request, model, tables, released=True):
            if denied(actor, record, at):
                return None
            names = frozenset(schema_of(model).names)
            found.append(_seen(request, record, lines, names, at, tables))
    return tuple(found)


def _records(
    request: Request, model: type[Record], tables: Reader, *, released: bool | None = None
) -> list[tuple[Record, list[Line]]]:
    rows = Line.objects.filter(request=request, record_type=type_key(model)).order_by("pk")
    if released is not None:
        rows = rows.filter(released=released)
    by_record: dict[str, list[Line]] = {}
    for line in rows:
        by_record.setdefault(line.record_id, []).append(line)
    if not by_record:
        return []
    where = FieldIn("record_id", frozenset(by_record))
    return [(row, by_record[row.record_id]) for row in rows_of(model, where, tables)]


def _seen(
    request: Request,
    record: Record,
    lines: list[Line],
    opened: frozenset[str],
    at: datetime,
    tables: Reader,
) -> RecordSeen:
    model = type(record)
    about = _about(request, record, tables)
    sealed = is_sealed(model, record.record_id, at)
    now: dict[str, Said] = {
        one.card.name: one for one in lines_of_record(about, opened, sealed=sealed)
    }
    told = tuple(
        LineSeen(
            line,
            now[line.field].card,
            now[line.field].value,
            line.says != hash_of(request, now[line.field].value),
        )
        for line in lines
        if line.field in now
    )
    return RecordSeen(model, record, told)


def _about(request: Request, record: Record, tables: Reader) -> About:
    model = type(record)
    name = protection_of(model).reference
    reference = getattr(record, name) if name else None
    everybody = (
        list(
            parts_of(
                tables,
                force_id=record.force_id,
                record_type=type_key(model),
                reference=reference,
            )
        )
        if reference
        else []
    )
    return About(
        record=record,
        own=person_of(record) == request.person_key,
        parts=tuple(one for one in everybody if one.person_key == request.person_key),
        others=tuple(one for one in everybody if one.person_key != request.person_key),
    )
