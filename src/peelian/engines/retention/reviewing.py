"""Reviewing a record: it is kept until a day, for a reason, or its erasure is proposed."""

from datetime import date, datetime

from django.db import transaction

from peelian.access.standing import local_day
from peelian.access.user import User
from peelian.engines.retention.clear import ends_on, years_after
from peelian.engines.retention.errors import Held, Refused
from peelian.engines.retention.holding import holds_on
from peelian.engines.retention.models import Proposal, Review
from peelian.engines.retention.reach import record_of
from peelian.engines.retention.rules import Rule, rule_of
from peelian.engines.retention.words import KEEPING, Decision, ReviewReason, said
from peelian.records.base import Record
from peelian.records.protection import protection_of
from peelian.records.schema import type_key
from peelian.records.store.reader import Reader
from peelian.trail.append import append
from peelian.trail.particulars import Particulars
from peelian.trail.verbs import Verb


def review(
    model: type[Record],
    record_id: str,
    *,
    decision: Decision,
    reason: ReviewReason,
    words: str,
    next_on: date | None = None,
    actor: User,
    at: datetime,
    tables: Reader,
) -> Review:
    """What a review came to. Kept: until `next_on`, as far off as the rule lets it unless stated.

    Proposed for erasure: only after the clear period, or because it is wrong, and never under a
    hold; a second person decides. Keeping takes a proposal back. Raises as `record_of`, `Held` or
    `Refused`.
    """
    why = said(words, "why it is still needed, or no longer")
    record = record_of(actor, model, record_id, tables, at=at)
    rule = rule_for(record, at)
    keep = decision == Decision.KEEP
    if keep != (reason in KEEPING):
        raise Refused("Choose a reason that goes with the decision.")
    until = _next(rule, next_on, at) if keep else None
    about = {"record_type": type_key(model), "record_id": record_id}
    with transaction.atomic():
        made = Review.objects.create(
            **about,
            force_id=record.force_id,
            decision=Decision(decision),
            reason=ReviewReason(reason),
            words=why,
            next_on=until,
            at=at,
            by=actor.trail_name,
        )
        if keep:
            Proposal.objects.filter(**about).delete()
        else:
            _propose(record, rule, reason, actor, at)
        append(
            actor=actor.trail_name,
            verb=Verb.ALTERED,
            ref=(type_key(model), record_id),
            detail=Particulars(reason=str(reason)).detail(
                what="reviewed: kept" if keep else "erasure proposed",
                rule=rule.key,
                **({"next": until.isoformat()} if until else {}),
            ),
            at=at,
        )
    return made


def rule_for(record: Record, at: datetime) -> Rule:
    """The rule that counts for a record at this moment."""
    key = protection_of(type(record)).retention.key
    return rule_of(key, record.force_id, on=local_day(at))


def kept_until(record: Record, at: datetime) -> date | None:
    """The day from which it may be proposed for erasure; None where its matter is not over."""
    dated = protection_of(type(record)).dated
    value = getattr(record, dated) if dated else None
    return ends_on(type(record), value, rule_for(record, at).years)


def _next(rule: Rule, wanted: date | None, at: datetime) -> date:
    today = local_day(at)
    last = years_after(today, rule.review_years)
    if wanted is None:
        return last
    if not today < wanted <= last:
        raise Refused(f"Choose a day after today and not after {last:%Y-%m-%d}.")
    return wanted


def _propose(record: Record, rule: Rule, reason: ReviewReason, actor: User, at: datetime) -> None:
    model = type(record)
    until = kept_until(record, at)
    if reason != ReviewReason.WRONG and (until is None or until > local_day(at)):
        day = f"until {until:%Y-%m-%d}" if until else "as long as its matter is not over"
        raise Refused(f"The rule keeps this record {day}: {rule.says}")
    if holds_on(record.force_id, type_key(model), record.record_id, at=at).exists():
        raise Held
    about = {"record_type": type_key(model), "record_id": record.record_id}
    if Proposal.objects.filter(**about).exists():
        raise Refused("The erasure of this record is proposed already.")
    Proposal.objects.create(
        **about,
        force_id=record.force_id,
        rule=rule.key,
        authority=rule.authority,
        proposed_at=at,
        proposed_by=actor.trail_name,
    )
