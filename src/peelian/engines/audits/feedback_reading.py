"""Who reads feedback on a file: to whom it went, who supervises their unit, who gives such."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import F, Q

from peelian.access.decide import has_power
from peelian.access.user import User
from peelian.access.visible import visible
from peelian.engines.audits.feedback import GIVERS
from peelian.engines.audits.feedback_models import Feedback
from peelian.engines.duties.supervised import supervised_units
from peelian.records.schema import type_key
from peelian.trail.looks import append_look

MOST = 200


def feedback_on(actor: User, ref: tuple[str, str], *, at: datetime) -> tuple[Feedback, ...]:
    """Feedback on one record that this person reads: their own, or that of a unit they supervise.

    Colleagues of the same unit may read the record, and not what was said of whoever made it. That
    it was read is in the trail.
    """
    record_type, record_id = ref
    theirs = _own(actor) | _supervised(actor, at)
    rows = Feedback.objects.filter(_open(actor, at), theirs, of_type=record_type, of_id=record_id)
    return _looked(actor, tuple(rows.order_by("given_at", "pk")[:MOST]), f"on {record_id}", at)


def feedback_to(actor: User, *, at: datetime) -> tuple[Feedback, ...]:
    """Feedback that went to this person, what waits for a reply first; the look is in the trail."""
    rows = Feedback.objects.filter(_open(actor, at), _own(actor)).order_by(
        F("replied_at").asc(nulls_first=True), "reply_by", "pk"
    )
    return _looked(actor, tuple(rows[:MOST]), "to me", at)


def has_feedback(actor: User) -> bool:
    """Whether anything was ever said to this person: for a link, which shows none of it."""
    return Feedback.objects.filter(_own(actor)).exists()


def feedback_from(
    from_kind: str, from_ref: str, *, of_id: str = "", actor: User, at: datetime
) -> tuple[Feedback, ...]:
    """What a run or a case has given, with its replies, for those who give such feedback.

    Of one record where `of_id` names one. A record that is shut to them stays out of it.
    """
    seen = visible(actor, Feedback, at=at)
    rows = Feedback.objects.filter(seen.as_q(), from_kind=from_kind, from_ref=from_ref)
    if of_id:
        rows = rows.filter(of_id=of_id)
    powers = GIVERS[from_kind]
    found = tuple(
        row
        for row in rows.order_by("given_at", "pk")[:MOST]
        if any(has_power(actor, one, force_id=row.force_id, at=at) for one in powers)
    )
    return _looked(actor, found, f"from {from_ref}", at)


def _open(actor: User, at: datetime) -> Q:
    """Rows of which the actor may read the words, whatever else is asked of them."""
    return visible(actor, Feedback, at=at).rows_open_in("words").as_q()


def _own(actor: User) -> Q:
    if not actor.officer_ref:
        return Q(pk__in=[])
    return Q(force_id=actor.force_id, officer_ref=actor.officer_ref)


def _supervised(actor: User, at: datetime) -> Q:
    return Q(force_id=actor.force_id, unit_ref__in=supervised_units(actor, at))


def _looked(
    actor: User, found: Sequence[Feedback], what: str, at: datetime
) -> tuple[Feedback, ...]:
    if found:
        with transaction.atomic():
            append_look(
                actor=actor.trail_name,
                record_type=type_key(Feedback),
                query="",
                filters={"feedback": what},
                shown=[one.record_id for one in found],
                at=at,
            )
    return tuple(found)
