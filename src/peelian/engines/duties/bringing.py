"""Bringing the duties of one matter up to date with all that happened to it.

Called with the matter held. What people decided stays: a waiver, the post that a duty was moved to,
words and proof. What a source no longer says makes a duty void; should it say so again, the same
duty is open again.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from django.db.models import QuerySet

from peelian.engines.duties.calendars import calendar_of, wall
from peelian.engines.duties.kinds import reference_field
from peelian.engines.duties.models import Duty, DutyNote
from peelian.engines.duties.numbers import Numbers
from peelian.engines.duties.passing import note_passed_on, owner_found, take_over
from peelian.engines.duties.rule import Rule
from peelian.engines.duties.steps import next_look
from peelian.engines.duties.turning import note_late, occasion_of, turn
from peelian.engines.duties.unfold import unfold
from peelian.engines.duties.unfolded import Event, Unfolded, state_at
from peelian.engines.duties.words import OPEN, State
from peelian.engines.duties.writing import Key, Pen
from peelian.engines.registers.addresses import new_address
from peelian.records.happenings import Happening
from peelian.records.openness import TYPED

MINUTE = timedelta(minutes=1)
WITHDRAWN = "By what its source says now, it never began."
CANNOT = "cannot be reckoned"
# What is saved of a duty that is brought up to date.
FOLLOWS = (
    "started_at",
    "of_ref",
    "person_key",
    "month",
    "due_at",
    "done_at",
    "state",
    "late_minutes",
    "paused_minutes",
    "risk",
    "unit_ref",
    "post_ref",
    "officer_ref",
    "vacant",
    "authority",
    "facts",
    "next_at",
)


@dataclass
class Bench:
    """What is read once for many matters: settings by force."""

    numbers: Numbers = field(default_factory=Numbers)


@dataclass(frozen=True)
class Stands:
    """A duty as it stands now with what it was unfolded from; None where its start is gone."""

    duty: Duty
    unfolded: Unfolded | None


def bring(pen: Pen, rule: Rule, key: Key, bench: Bench) -> tuple[Stands, ...]:
    """The duties of a matter, saved as all that happened to it says."""
    force_id, _rule, matter = key
    told = list(happenings_of(rule, force_id, matter))
    unfolded = unfold(
        rule,
        [_event(one) for one in told],
        calendar=calendar_of(force_id),
        number=bench.numbers.of(force_id),
    )
    people = {(one.record_type, one.record_id): one.person_key for one in told}
    rows = list(Duty.objects.filter(force_id=force_id, rule=rule.key, matter=matter).order_by("pk"))
    held = dict(_matched(unfolded, rows))
    stand = []
    for place, one in enumerate(unfolded):
        row = held.get(place)
        if row is None:
            row = _begin(pen, rule, key, one, people, rows)
            rows.append(row)
        else:
            _follow(pen, rule, row, one, people)
        stand.append(Stands(row, one))
    kept = {row.pk for row in held.values()}
    for row in rows:
        if row.pk not in kept and not any(row is one.duty for one in stand):
            _void(pen, row)
            stand.append(Stands(row, None))
    return tuple(stand)


def happenings_of(rule: Rule, force_id: str, matter: str) -> QuerySet[Happening]:
    """All that happened to a matter and still stands, as far as the rule listens to it."""
    return Happening.objects.filter(
        keys__force_id=force_id,
        keys__name=rule.about,
        keys__value=matter,
        name__in=sorted(rule.listens_to),
        withdrawn_at=None,
    ).order_by("at", "pk")


def _event(one: Happening) -> Event:
    return Event(one.name, one.at, (one.record_type, one.record_id), one.facts, one.pk)


def _matched(unfolded: Sequence[Unfolded], rows: Sequence[Duty]) -> Iterator[tuple[int, Duty]]:
    """Which row is which: by its start, else the next one of the same record.

    A source that corrects the time of what began a duty begins no second one.
    """
    free = list(rows)
    waiting = []
    for place, one in enumerate(unfolded):
        same = [row for row in free if _whose(row) == _of(one) and row.started_at == one.started.at]
        if same:
            free.remove(same[0])
            yield place, same[0]
        else:
            waiting.append(place)
    for place in waiting:
        alike = [row for row in free if _whose(row) == _of(unfolded[place])]
        if alike:
            free.remove(alike[0])
            yield place, alike[0]


def _whose(row: Duty) -> tuple[str, str]:
    return row.towards, row.of_id


def _of(one: Unfolded) -> tuple[str, str]:
    return one.each, one.started.ref[1]


def _begin(
    pen: Pen,
    rule: Rule,
    key: Key,
    one: Unfolded,
    people: Mapping[tuple[str, str], str | None],
    before: Sequence[Duty],
) -> Duty:
    force_id, _rule, matter = key
    row = Duty(
        record_id=new_address(pen.at),
        source=TYPED,
        force_id=force_id,
        duty_ref=f"D{pen.matter(key)}-{_next(before)}",
        rule=rule.key,
        title=rule.title[:200],
        matter=matter,
        towards=one.each,
        of_type=one.started.ref[0],
        of_id=one.started.ref[1],
        list_ref=str(one.facts.get("list_ref") or "")[:40] or None,
        state=State.RUNNING,
    )
    _take(row, rule, one, people)
    state = state_at(one, pen.at)
    take_over(row, owner_found(pen, row, rule, one.facts))
    _close(row, one, state)
    row.next_at = next_look(row, rule, one, (), at=pen.at)
    pen.begin(row)
    if state != State.RUNNING or one.cannot:
        row.next_at = None
        _reach(pen, row, rule, one, state)
        pen.save(row, "state", "next_at")
    pen.tie_new(row)
    return row


def _next(rows: Sequence[Duty]) -> int:
    """The number of the next duty of a matter: never one that was given before."""
    given = (str(row.duty_ref or "").rpartition("-")[2] for row in rows)
    return 1 + max((int(one) for one in given if one.isdigit()), default=0)


def _follow(
    pen: Pen,
    rule: Rule,
    row: Duty,
    one: Unfolded,
    people: Mapping[tuple[str, str], str | None],
) -> None:
    before = {name: getattr(row, name) for name in FOLLOWS}
    found = owner_found(pen, row, rule, one.facts)
    _take(row, rule, one, people)
    was = State(before["state"])
    state = state_at(one, pen.at)
    if was == State.WAIVED:
        state = was
    elif was == State.LATE and state == State.RUNNING and before["due_at"] == row.due_at:
        # A clock that went back makes nothing that was late in time again.
        state = was
    passed = state in OPEN and take_over(row, found)
    _close(row, one, state)
    _reach(pen, row, rule, one, state)
    if any(getattr(row, name) != value for name, value in before.items()):
        pen.save(row, *FOLLOWS)
    if passed:
        note_passed_on(pen, row)
    if passed or (row.state in OPEN) != (was in OPEN):
        pen.tie_up(row)


def _take(
    row: Duty, rule: Rule, one: Unfolded, people: Mapping[tuple[str, str], str | None]
) -> None:
    """What follows from all that happened, whoever answers for it."""
    reference = one.facts.get(reference_field(row.of_type)) if row.of_type else None
    row.started_at = one.started.at
    row.of_ref = str(reference)[:80] if reference else None
    row.person_key = people.get(one.started.ref)
    row.due_at = one.due_at
    row.month = f"{wall(one.due_at or one.due_without):%Y-%m}"
    row.paused_minutes = one.paused_minutes
    row.authority = one.authority[:300]
    row.facts = json.dumps(dict(one.facts), sort_keys=True, ensure_ascii=False)
    row.risk = _risk(one.facts.get(rule.risk)) if rule.risk else None


def _risk(said: object) -> str | None:
    """A band in lower case; a yes is high."""
    if said is True:
        return "high"
    return str(said).strip().lower()[:20] or None if isinstance(said, str) else None


def _close(row: Duty, one: Unfolded, state: State) -> None:
    """When it was met or ended, and how many minutes after its time; below none where before."""
    if state == State.WAIVED:
        return
    row.done_at, row.late_minutes = None, None
    if state in (State.MET, State.MET_LATE) and one.done is not None:
        row.done_at = one.done.at
        if one.due_at is not None:
            row.late_minutes = (one.done.at - one.due_at) // MINUTE
    elif state == State.ENDED and one.ended is not None:
        row.done_at = one.ended.at


def _reach(pen: Pen, row: Duty, rule: Rule, one: Unfolded, state: State) -> None:
    """Turn to the state, and say when to look next."""
    was_late = row.state == State.LATE
    turn(pen, row, state)
    if was_late and row.state == State.LATE:
        # Late for another end than before is late anew.
        note_late(pen, row)
    if one.cannot:
        pen.note(row, CANNOT, words=one.cannot)
    sent = DutyNote.objects.filter(duty=row, occasion=occasion_of(row.due_at))
    names = frozenset(sent.values_list("what", flat=True))
    row.next_at = next_look(row, rule, one, names, at=pen.at)


def _void(pen: Pen, row: Duty) -> None:
    if row.state in (State.ENDED, State.WAIVED):
        return
    turn(pen, row, State.ENDED, words=WITHDRAWN)
    row.done_at, row.late_minutes, row.next_at = pen.at, None, None
    pen.save(row, "state", "done_at", "late_minutes", "next_at")
    pen.tie_up(row)
