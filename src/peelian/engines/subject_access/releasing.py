"""Releasing a bundle to the person: a second officer, never the subject, never who prepared it."""

from collections.abc import Sequence
from datetime import date, datetime
from hashlib import sha256

from django.db import transaction

from peelian.access.decide import has_power
from peelian.access.powers import Power
from peelian.access.standing import local_day
from peelian.access.user import User
from peelian.engines.registers.serving import Served
from peelian.engines.subject_access.bundle import ZIP, Cover, bundle
from peelian.engines.subject_access.errors import NoSuchRequest, Refused, Stale
from peelian.engines.subject_access.lines import RecordSeen, released_lines
from peelian.engines.subject_access.models import LineDecision, Request
from peelian.engines.subject_access.requests import POWERS, concerns, write
from peelian.engines.subject_access.words import State
from peelian.records.base import Record
from peelian.records.schema import type_key
from peelian.records.store.reader import Reader
from peelian.spine.force import force
from peelian.trail.append import append
from peelian.trail.looks import LIST, MOST_SHOWN
from peelian.trail.particulars import Particulars
from peelian.trail.verbs import Verb


def to_release(
    request: Request,
    *,
    models: Sequence[type[Record]],
    actor: User,
    at: datetime,
    tables: Reader,
) -> tuple[RecordSeen, ...]:
    """What would be released: the lines that whoever releases must read. The look is written.

    Raises `NoSuchRequest` for whoever may not release it, and `Refused`.
    """
    _check(request, actor, at)
    found = _open(request, models, actor, at, tables)
    with transaction.atomic():
        _entries(request, found, Verb.CONSULTED, actor, at)
    return found


def release(
    request: Request,
    *,
    models: Sequence[type[Record]],
    actor: User,
    at: datetime,
    tables: Reader,
) -> Request:
    """Release the bundle: from now on it can be fetched and handed to the person.

    That the lines were disclosed is written with it. Raises as `to_release`, or `Stale`.
    """
    with transaction.atomic():
        locked = Request.objects.select_for_update(no_key=True).get(pk=request.pk)
        _check(locked, actor, at)
        found = _open(locked, models, actor, at, tables)
        if any(line.stale for one in found for line in one.lines):
            raise Stale
        locked.state, locked.released_by, locked.released_at = State.RELEASED, actor.trail_name, at
        locked.sha256 = sha256(_bytes(locked, found)).hexdigest()
        locked.save(update_fields=["state", "released_by", "released_at", "sha256"])
        _entries(locked, found, Verb.DISCLOSED, actor, at)
        write(locked, Verb.DISCLOSED, "released to the person", actor, at, sha256=locked.sha256)
    return locked


def fetch_bundle(
    request: Request,
    *,
    models: Sequence[type[Record]],
    actor: User,
    at: datetime,
    tables: Reader,
) -> Served:
    """The bundle, made of the records anew and the same to the byte as what was released.

    That it was handed out is written first. Raises `NoSuchRequest`, or `Stale` where a record has
    changed or gone since: then it is prepared again.
    """
    known = any(has_power(actor, one, force_id=request.force_id, at=at) for one in POWERS)
    if request.state != State.RELEASED or not known or concerns(actor, request, at):
        raise NoSuchRequest
    content = _bytes(request, _open(request, models, actor, at, tables))
    if sha256(content).hexdigest() != request.sha256:
        raise Stale
    with transaction.atomic():
        write(request, Verb.DISCLOSED, "bundle handed out", actor, at, sha256=request.sha256)
    return Served(f"your-data-{request.received_on:%Y-%m-%d}.zip", ZIP, content)


def prepared_by(request: Request) -> frozenset[str]:
    """Everybody who has decided on a line or handed the answer on, by their names in the trail."""
    decided = LineDecision.objects.filter(line__request=request).values_list("by", flat=True)
    return frozenset(decided) | {request.prepared_by} - {""}


def _check(request: Request, actor: User, at: datetime) -> None:
    allowed = has_power(actor, Power.RELEASE_TO_SUBJECTS, force_id=request.force_id, at=at)
    if not allowed or concerns(actor, request, at):
        raise NoSuchRequest
    if request.state != State.PREPARED:
        raise Refused("Only an answer that was handed on for release is released.")
    if actor.trail_name in prepared_by(request):
        raise Refused("Whoever prepared an answer does not release it: ask another person.")


def _open(
    request: Request,
    models: Sequence[type[Record]],
    actor: User,
    at: datetime,
    tables: Reader,
) -> tuple[RecordSeen, ...]:
    found = released_lines(request, models=models, actor=actor, at=at, tables=tables)
    if found is None:
        raise NoSuchRequest
    return found


def _bytes(request: Request, found: Sequence[RecordSeen]) -> bytes:
    return bundle(
        Cover(
            force=force(request.force_id).name,
            law=str(request.get_regime_display()),
            received_on=request.received_on,
            answered_on=_day(request.released_at),
        ),
        found,
    )


def _day(at: datetime | None) -> date:
    if at is None:
        raise Refused("Only an answer that was released has a bundle.")
    return local_day(at)


def _entries(
    request: Request, found: Sequence[RecordSeen], verb: Verb, actor: User, at: datetime
) -> None:
    """One entry for each record type: which records and which fields."""
    for model in dict.fromkeys(one.model for one in found):
        mine = [one for one in found if one.model is model]
        for begin in range(0, len(mine), MOST_SHOWN):
            some = mine[begin : begin + MOST_SHOWN]
            append(
                actor=actor.trail_name,
                verb=verb,
                ref=(type_key(model), LIST),
                detail=Particulars(
                    fields=tuple(sorted({line.card.name for one in some for line in one.lines})),
                    reason="subject access",
                ).detail(
                    query=f"request {request.pk}", shown=[one.record.record_id for one in some]
                ),
                at=at,
            )
