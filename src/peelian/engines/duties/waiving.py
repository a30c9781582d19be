"""Waiving a duty in one case: only where the force's own policy sets it, by rank, with a reason."""

from collections.abc import Sequence
from datetime import datetime

from peelian.access.user import User
from peelian.engines.duties.acting import duty_in_sight, held, rule_of, why_said
from peelian.engines.duties.calendars import local_day
from peelian.engines.duties.errors import DutyRefused
from peelian.engines.duties.models import Duty
from peelian.engines.duties.rule import Rule
from peelian.engines.duties.turning import turn
from peelian.engines.duties.words import State
from peelian.engines.duties.writing import writing
from peelian.spine.officer import Officer
from peelian.spine.ranks import is_at_least


def waive(duty_id: str, *, reason: str, actor: User, at: datetime, rules: Sequence[Rule]) -> Duty:
    """Say that a duty does not hold in this case; it stays so whatever its source says later.

    Raises `NoSuchRecord`, `NotAllowed`, or `DutyRefused` where its authority is no policy of the
    force, or the actor's rank is too low.
    """
    said = why_said(reason)
    seen = duty_in_sight(duty_id, actor=actor, at=at)
    with writing(actor, at) as pen:
        row = held(pen, seen)
        check_waivable(row, rule_of(row, tuple(rules)), actor=actor)
        turn(pen, row, State.WAIVED, words=said, reason=said)
        row.done_at, row.late_minutes, row.next_at = at, None, None
        pen.save(row, "state", "done_at", "late_minutes", "next_at")
        pen.tie_up(row)
    return Duty.objects.get(pk=row.pk)


def check_waivable(row: Duty, rule: Rule, *, actor: User) -> None:
    """Raise `DutyRefused` unless the rule can be waived at all, and by somebody of this rank."""
    terms = rule.terms_on(local_day(row.started_at))
    if terms is None or not terms.authority.can_be_waived:
        raise DutyRefused(f"Nobody can waive this: its authority is {row.authority}.")
    if not rule.waived_by:
        raise DutyRefused("The rule names no rank that may waive it.")
    rank = (
        Officer.objects.filter(force_id=actor.force_id, officer_ref=actor.officer_ref)
        .values_list("rank", flat=True)
        .first()
    )
    if not is_at_least(rank, rule.waived_by):
        raise DutyRefused(f"To waive this takes the rank of {rule.waived_by} or a higher one.")


def can_waive(row: Duty, rule: Rule, *, actor: User) -> bool:
    """Whether `check_waivable` lets the actor waive it."""
    try:
        check_waivable(row, rule, actor=actor)
    except DutyRefused:
        return False
    return True
