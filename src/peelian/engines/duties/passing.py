"""Duties follow their posts: whoever holds the post now answers, and nobody hands them over."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime

from peelian.access.user import User
from peelian.engines.duties.models import Duty
from peelian.engines.duties.owners import InUnit
from peelian.engines.duties.owning import (
    OFFICER,
    UNIT,
    Answerable,
    held_now,
    stand_in,
    who_answers,
)
from peelian.engines.duties.rule import Rule
from peelian.engines.duties.words import OPEN
from peelian.engines.duties.writing import Pen, Staff, hold_if_free, key_of, writing
from peelian.engines.registers.notices import Kind
from peelian.records.happenings import Fact

TOGETHER = 500
NOBODY = "Nobody holds the post that should answer: the nearest supervisor stands in."


def follow_posts(rules: Sequence[Rule], *, by: User, at: datetime) -> int:
    """Give every open duty to whoever holds its post at this moment; how many changed hands.

    Where nobody does, the nearest supervisor stands in until somebody does again.
    """
    known = {rule.key: rule for rule in rules}
    staff, last, changed = Staff(at), 0, 0
    while True:
        rows = Duty.objects.filter(pk__gt=last, state__in=sorted(OPEN), rule__in=sorted(known))
        found = list(rows.order_by("pk")[:TOGETHER])
        if not found:
            return changed
        last = found[-1].pk
        for row in found:
            if _differs(row, _now(staff, row, known[row.rule], as_known(row.facts))):
                changed += _pass_on(row.pk, known[row.rule], by=by, at=at, staff=staff)


def owner_found(pen: Pen, row: Duty, rule: Rule, facts: Mapping[str, Fact]) -> Answerable:
    """Who answers by the rule, for a duty that begins or of which the source names somebody else.

    A duty that a person moved stays where it is.
    """
    if row.moved or (row.post_ref is not None and not _names_another(row, rule, facts)):
        return _now(pen.staff, row, rule, facts)
    return who_answers(rule.owner, facts, pen.staff.of(row.force_id))


def take_over(row: Duty, found: Answerable) -> bool:
    """Set who answers, without saving it; whether it is another post or another person."""
    who = (row.post_ref, row.officer_ref)
    row.post_ref, row.officer_ref = found.post_ref, found.officer_ref
    row.unit_ref, row.vacant = found.unit_ref, found.vacant
    return who != (row.post_ref, row.officer_ref)


def note_passed_on(pen: Pen, row: Duty) -> None:
    """Note that somebody else answers now, and tell them."""
    words = NOBODY if row.vacant else ""
    pen.note_again(row, "passed on", to_post=row.post_ref or "", words=words)
    pen.tell(row, Kind.MOVED, Answerable(row.post_ref, row.officer_ref, row.unit_ref, row.vacant))


def as_known(facts: str) -> dict[str, Fact]:
    """The facts of a duty, read from where they are kept."""
    known: dict[str, Fact] = json.loads(facts)
    return known


def _names_another(row: Duty, rule: Rule, facts: Mapping[str, Fact]) -> bool:
    """Whether the facts by which the owner is found are others than before."""
    before = as_known(row.facts)
    never = rule.owner.never if isinstance(rule.owner, InUnit) else ()
    names = (rule.owner.fact, UNIT, OFFICER, *never)
    return any(before.get(name) != facts.get(name) for name in names)


def _now(staff: Staff, row: Duty, rule: Rule, facts: Mapping[str, Fact]) -> Answerable:
    """Who does it at this moment: a duty stays with its post, whoever comes into it or leaves it.

    What any post with a role in the unit may do goes to another one where its own is empty.
    """
    organisation = staff.of(row.force_id)
    if row.post_ref is not None:
        stands = held_now(row.post_ref, row.unit_ref, organisation)
        if row.moved or not stands.vacant or not isinstance(rule.owner, InUnit):
            return stands
    elif row.moved:
        return stand_in(Answerable(None, None, row.unit_ref), organisation)
    return who_answers(rule.owner, facts, organisation)


def _differs(row: Duty, found: Answerable) -> bool:
    stands = Answerable(row.post_ref, row.officer_ref, row.unit_ref, row.vacant)
    return stands != found


def _pass_on(pk: int, rule: Rule, *, by: User, at: datetime, staff: Staff) -> int:
    with writing(by, at, staff) as pen:
        row = Duty.objects.filter(pk=pk).first()
        if row is None or not hold_if_free(key_of(row)):
            return 0
        row = Duty.objects.get(pk=pk)
        found = _now(staff, row, rule, as_known(row.facts))
        if row.state not in OPEN or not _differs(row, found):
            return 0
        passed = take_over(row, found)
        pen.save(row, "post_ref", "officer_ref", "unit_ref", "vacant")
        if passed:
            note_passed_on(pen, row)
            pen.tie_up(row)
        return 1
