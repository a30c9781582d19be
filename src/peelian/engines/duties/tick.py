"""The clock: what is sent when a moment before or after the end of a duty's time is reached.

What is sent is noted in the same transaction, once for each end of the time, so that neither a
second worker nor a clock that jumps sends anything twice (T51). After a long jump forward only the
last reminder is sent, and none once the end has come: the ones before are noted as passed over.
Whoever answers is then told that it is late, and every escalation is sent, since each goes to
somebody else. A clock that goes back sends nothing.
"""

from collections.abc import Sequence
from datetime import datetime

from peelian.access.user import User
from peelian.engines.duties.bringing import Bench, bring
from peelian.engines.duties.models import Duty, DutyNote
from peelian.engines.duties.owners import InUnit, NamedOfficer, NamedPost, Owner
from peelian.engines.duties.owning import Answerable, held_now, who_answers
from peelian.engines.duties.passing import as_known
from peelian.engines.duties.rule import Rule
from peelian.engines.duties.steps import Named, named_steps, next_look
from peelian.engines.duties.turning import occasion_of
from peelian.engines.duties.unfolded import Unfolded
from peelian.engines.duties.words import OPEN
from peelian.engines.duties.writing import Key, Pen, Staff, hold_if_free, writing
from peelian.engines.registers.notices import Kind
from peelian.records.happenings import Fact

PASSED_OVER = "Passed over: a later step was reached before this one was sent."
UNANSWERED = "Nobody answers for this."


def tick(rules: Sequence[Rule], *, by: User, at: datetime, most: int = 200) -> int:
    """Look at up to so many duties whose moment has come, the longest waiting first; how many."""
    known = {rule.key: rule for rule in rules}
    waiting = Duty.objects.filter(next_at__lte=at, state__in=sorted(OPEN), rule__in=sorted(known))
    found = waiting.order_by("next_at", "pk").values_list("pk", "force_id", "rule", "matter")
    bench, staff = Bench(), Staff(at)
    looked = 0
    for pk, *key in found[:most]:
        # Asked without a lock first: another worker may have been here in the meantime.
        if waiting.filter(pk=pk).exists():
            matter = (key[0], key[1], key[2])
            looked += _look(pk, matter, known[key[1]], by=by, at=at, bench=bench, staff=staff)
    return looked


def _look(
    pk: int, key: Key, rule: Rule, *, by: User, at: datetime, bench: Bench, staff: Staff
) -> int:
    with writing(by, at, staff) as pen:
        if not hold_if_free(key):
            return 0
        if not Duty.objects.filter(pk=pk, next_at__lte=at, state__in=sorted(OPEN)).exists():
            return 0
        stands = next(one for one in bring(pen, rule, key, bench) if one.duty.pk == pk)
        if stands.duty.state in OPEN:
            _send(pen, stands.duty, rule, stands.unfolded)
        return 1


def _send(pen: Pen, duty: Duty, rule: Rule, unfolded: Unfolded | None) -> None:
    """Send what is reached and was not sent for this end, and say when to look next."""
    sent = _sent(duty)
    due = duty.due_at
    if due is not None:
        reached = [
            one
            for one in named_steps(rule)
            if one.name not in sent and due + one.step.after <= pen.at
        ]
        reminders = [one for one in reached if one.reminds]
        late = pen.at >= due
        for one in reminders:
            if one is reminders[-1] and not late:
                _step(pen, duty, rule, one, Kind.DUE)
            else:
                pen.note(duty, one.name, occasion=occasion_of(due), words=PASSED_OVER)
        for one in reached:
            if not one.reminds:
                duty.level += 1
                _step(pen, duty, rule, one, Kind.ESCALATED)
    duty.next_at = next_look(duty, rule, unfolded, _sent(duty), at=pen.at)
    pen.save(duty, "level", "next_at")


def _sent(duty: Duty) -> frozenset[str]:
    noted = DutyNote.objects.filter(duty=duty, occasion=occasion_of(duty.due_at))
    return frozenset(noted.values_list("what", flat=True))


def _step(pen: Pen, duty: Duty, rule: Rule, one: Named, kind: Kind) -> None:
    told = pen.tell(duty, kind, _whom(pen, duty, rule, one.step.to, upwards=not one.reminds))
    words = one.step.says if told.officer_ref else f"{UNANSWERED} {one.step.says}"
    # Whoever stands in for an empty post is told at their own.
    stands_in = pen.staff.of(duty.force_id).post_of(told.officer_ref) if told.vacant else None
    pen.note(
        duty,
        one.name,
        occasion=occasion_of(duty.due_at),
        to_post=(stands_in.post_ref if stands_in else told.post_ref) or "",
        words=words,
    )


def _whom(pen: Pen, duty: Duty, rule: Rule, to: Owner, *, upwards: bool) -> Answerable:
    """Who is meant by a step: whoever answers now, or somebody found as an owner is.

    What is escalated goes upwards: never to whoever answers for it already.
    """
    organisation = pen.staff.of(duty.force_id)
    if to == rule.owner:
        if duty.post_ref is None or duty.vacant:
            return Answerable(duty.post_ref, duty.officer_ref, duty.unit_ref, duty.vacant)
        return held_now(duty.post_ref, duty.unit_ref, organisation)
    besides = frozenset({duty.officer_ref or ""}) if upwards else frozenset[str]()
    return who_answers(to, _facts(duty, rule.owner), organisation, besides=besides)


def _facts(duty: Duty, owner: Owner) -> dict[str, Fact]:
    """The facts of the clock; of one that was moved, who answers now is what its owner said."""
    facts = as_known(duty.facts)
    if duty.moved:
        match owner:
            case NamedOfficer():
                facts[owner.fact] = duty.officer_ref
            case InUnit():
                facts[owner.fact] = duty.unit_ref
            case NamedPost():
                facts[owner.fact] = duty.post_ref
    facts.setdefault("unit_ref", duty.unit_ref)
    facts.setdefault("officer_ref", duty.officer_ref)
    return facts
