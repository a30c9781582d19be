"""Moving a duty to another post, with a reason that everybody who sees the duty can read."""

from collections.abc import Sequence
from datetime import datetime

from peelian.access.decide import may
from peelian.access.user import User
from peelian.access.verbs import Verb
from peelian.engines.duties.acting import duty_in_sight, held, place_in_reach, why_said
from peelian.engines.duties.errors import DutyRefused
from peelian.engines.duties.models import Duty
from peelian.engines.duties.owning import Answerable, never
from peelian.engines.duties.passing import as_known
from peelian.engines.duties.rule import Rule
from peelian.engines.duties.writing import writing
from peelian.engines.registers.notices import Kind


def move(
    duty_id: str,
    *,
    to_post: str,
    reason: str,
    actor: User,
    at: datetime,
    rules: Sequence[Rule] = (),
) -> Duty:
    """Hand a duty to a post in reach of the actor; its clock and its level stay as they are.

    It stays with that post whatever its source says later. Of `rules` that of the duty says who
    must never answer for it, having done what is looked at, say. Raises `NoSuchRecord`,
    `NotAllowed`, or `DutyRefused`.
    """
    said = why_said(reason)
    seen = duty_in_sight(duty_id, actor=actor, at=at)
    with writing(actor, at) as pen:
        row = held(pen, seen)
        place = place_in_reach(to_post, pen.staff.of(row.force_id), actor=actor, at=at)
        if (row.post_ref, row.officer_ref) == (place.post_ref, place.held_by):
            raise DutyRefused(f"{to_post} answers for this duty already: choose another post.")
        if place.held_by in _never(row, rules):
            raise DutyRefused(f"{to_post} cannot take this duty: choose another post.")
        before = row.post_ref or "nobody"
        row.post_ref, row.officer_ref, row.unit_ref = (
            place.post_ref,
            place.held_by,
            place.unit_ref,
        )
        row.moved, row.vacant = True, False
        holder = pen.account(row.force_id, row.officer_ref)
        if holder is not None and not may(holder, Verb.CONSULT, Duty, row, at=at):
            raise DutyRefused(f"{to_post} cannot take this duty: choose another post.")
        pen.save(row, "post_ref", "officer_ref", "unit_ref", "moved", "vacant")
        words = f"from {before}: {said}"
        pen.note_again(row, "moved", to_post=to_post, words=words, reason=said)
        pen.tie_up(row)
        pen.tell(row, Kind.MOVED, Answerable(row.post_ref, row.officer_ref, row.unit_ref))
    return Duty.objects.get(pk=row.pk)


def _never(row: Duty, rules: Sequence[Rule]) -> frozenset[str]:
    rule = next((one for one in rules if one.key == row.rule), None)
    return never(rule.owner, as_known(row.facts)) if rule else frozenset()
