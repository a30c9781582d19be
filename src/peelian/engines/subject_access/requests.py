"""Requests: written down with their clock, and seen by nobody whom they are about."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from peelian.access.conflict import Conflict
from peelian.access.dated import counts_at
from peelian.access.decide import check_power, has_power
from peelian.access.powers import Power
from peelian.access.standing import local_day, standing_of
from peelian.access.user import User
from peelian.engines.subject_access.clock import due_on
from peelian.engines.subject_access.errors import NoSuchRequest, Refused
from peelian.engines.subject_access.models import Request
from peelian.engines.subject_access.words import Regime, State, said
from peelian.trail.append import append
from peelian.trail.particulars import Particulars
from peelian.trail.verbs import Verb

TYPE = "subject-request"
POWERS = (Power.ANSWER_SUBJECTS, Power.RELEASE_TO_SUBJECTS)


def open_request(
    *,
    force_id: str,
    described: str,
    received_on: date,
    person_key: str = "",
    known_on: date | None = None,
    regime: Regime = Regime.PART_3,
    actor: User,
    at: datetime,
) -> Request:
    """Write a request down. `known_on` is the day on which it was clear who asks, if later.

    Raises `NotAllowed`, or `Refused`: also for whoever it is about, who hands it to a colleague.
    """
    check_power(actor, Power.ANSWER_SUBJECTS, force_id=force_id, at=at)
    known = known_on or received_on
    if max(received_on, known) > local_day(at):
        raise Refused("A request came today or before, and so did the proof of who asks.")
    made = Request(
        force_id=force_id,
        person_key=person_key.strip(),
        described=said(described, "who asks, and how to answer them"),
        regime=Regime(regime),
        received_on=received_on,
        known_on=known,
        due_on=due_on(received_on, known),
        opened_by=actor.trail_name,
        opened_at=at,
    )
    if concerns(actor, made, at):
        raise Refused("This request is not yours to prepare: hand it to a colleague.")
    with transaction.atomic():
        made.save(force_insert=True)
        write(made, Verb.COLLECTED, "request written down", actor, at, due=made.due_on.isoformat())
    return made


def recognise(request: Request, *, person_key: str, actor: User, at: datetime) -> Request:
    """Say which person of the force's records asks. Raises `NoSuchRequest` or `Refused`."""
    check_preparing(actor, request, at)
    if not person_key.strip():
        raise Refused("Give the key of the person in the force's records.")
    if request.lines.exists():
        raise Refused("Lines have been gathered already: open another request.")
    request.person_key = person_key.strip()
    if concerns(actor, request, at):
        raise Refused("This request is not yours to prepare: hand it to a colleague.")
    with transaction.atomic():
        request.save(update_fields=["person_key"])
        write(request, Verb.COMBINED, "person recognised", actor, at)
    return request


def requests_of(actor: User, *, force_id: str, at: datetime) -> tuple[Request, ...]:
    """The requests of a force that this person may know of: the next to be answered first."""
    found = Request.objects.filter(force_id=force_id).order_by("due_on", "opened_at")
    return tuple(one for one in found if _may_know(actor, one, at))


def request_of(actor: User, number: UUID, *, at: datetime) -> Request:
    """One request; raises `NoSuchRequest` whatever the cause."""
    found = Request.objects.filter(pk=number).first()
    if found is None or not _may_know(actor, found, at):
        raise NoSuchRequest
    return found


def check_preparing(actor: User, request: Request, at: datetime) -> None:
    """Raise unless this person may prepare this request now."""
    if concerns(actor, request, at) or not has_power(
        actor, Power.ANSWER_SUBJECTS, force_id=request.force_id, at=at
    ):
        raise NoSuchRequest
    if request.state != State.OPEN:
        raise Refused("The request is not being prepared any more.")


def concerns(actor: User, request: Request, at: datetime) -> bool:
    """Whether the request is about the actor, or about somebody with whom they have a conflict."""
    if not request.person_key:
        return False
    officer = standing_of(actor, at).officer
    own = officer is not None and (officer.force_id, officer.person_key) == (
        request.force_id,
        request.person_key,
    )
    declared = Conflict.objects.filter(
        counts_at(at), user=actor, force_id=request.force_id, person_key=request.person_key
    )
    return own or declared.exists()


def write(
    request: Request, verb: Verb, what: str, actor: User, at: datetime, **more: object
) -> None:
    """An entry about the request itself, in the caller's transaction."""
    append(
        actor=actor.trail_name,
        verb=verb,
        ref=(TYPE, str(request.pk)),
        detail=Particulars().detail(what=what, **more),
        at=at,
    )


def _may_know(actor: User, request: Request, at: datetime) -> bool:
    return not concerns(actor, request, at) and any(
        has_power(actor, power, force_id=request.force_id, at=at) for power in POWERS
    )
