"""Deciding on lines: one by one with a reason; those that are the person's own also together."""

from collections.abc import Collection, Sequence
from datetime import datetime

from django.db import transaction

from peelian.access.user import User
from peelian.engines.subject_access.errors import NoSuchRequest, Refused, Stale
from peelian.engines.subject_access.lines import LineSeen, lines_of
from peelian.engines.subject_access.models import Line, LineDecision, Request
from peelian.engines.subject_access.requests import check_preparing, write
from peelian.engines.subject_access.words import Cause, State, said
from peelian.records.base import Record
from peelian.records.store.reader import Reader
from peelian.trail.verbs import Verb


def decide(
    request: Request,
    lines: Collection[int],
    *,
    released: bool,
    reason: str,
    models: Sequence[type[Record]],
    actor: User,
    at: datetime,
    tables: Reader,
) -> None:
    """Release these lines or withhold them, by their keys. Every decision is kept.

    Several go together only where all are the person's own: whatever may speak of others is looked
    at by itself. Raises `NoSuchRequest` for a line that the actor may not see, `Refused`, `Stale`.
    """
    why = said(reason)
    seen = {
        one.line.pk: one
        for record in lines_of(request, models=models, actor=actor, at=at, tables=tables)
        for one in record.lines
    }
    wanted = [_wanted(seen, key) for key in dict.fromkeys(lines)]
    if not wanted:
        raise Refused("Choose a line.")
    if released and len(wanted) > 1 and any(one.line.cause != Cause.OWN for one in wanted):
        raise Refused("Release lines that may speak of others one by one.")
    if any(one.stale for one in wanted):
        raise Stale
    with transaction.atomic():
        locked = Request.objects.select_for_update(no_key=True).get(pk=request.pk)
        check_preparing(actor, locked, at)
        for one in wanted:
            Line.objects.filter(pk=one.line.pk).update(released=released)
            LineDecision.objects.create(
                line=one.line, released=released, reason=why, by=actor.trail_name, at=at
            )
        write(
            request,
            Verb.ALTERED,
            "lines released" if released else "lines withheld",
            actor,
            at,
            lines=[one.line.pk for one in wanted],
        )


def hand_on(request: Request, *, actor: User, at: datetime) -> None:
    """Hand what was prepared to a second person. Raises `NoSuchRequest` or `Refused`."""
    with transaction.atomic():
        locked = Request.objects.select_for_update(no_key=True).get(pk=request.pk)
        check_preparing(actor, locked, at)
        if locked.gathered_at is None:
            raise Refused("Gather what is held before you hand the answer on.")
        _move(locked, State.PREPARED, actor.trail_name)
        write(locked, Verb.ALTERED, "handed on for release", actor, at)
    request.refresh_from_db()


def take_back(request: Request, *, actor: User, at: datetime) -> None:
    """Prepare a request again that waits for its release. Raises `NoSuchRequest` or `Refused`."""
    with transaction.atomic():
        locked = Request.objects.select_for_update(no_key=True).get(pk=request.pk)
        if locked.state != State.PREPARED:
            raise Refused("Only an answer that waits for its release is taken back.")
        locked.state = State.OPEN
        check_preparing(actor, locked, at)
        _move(locked, State.OPEN, "")
        write(locked, Verb.ALTERED, "taken back", actor, at)
    request.refresh_from_db()


def _move(request: Request, state: State, by: str) -> None:
    request.state, request.prepared_by = state, by
    request.save(update_fields=["state", "prepared_by"])


def _wanted(seen: dict[int, LineSeen], key: int) -> LineSeen:
    if key not in seen:
        raise NoSuchRequest
    return seen[key]
