"""What duties follow from what happened: a pure function, so that any order of news gives the same.

A feed can be late, come twice or correct itself. So nothing is moved step by step: whenever
something is noted about a matter, its duties are unfolded anew from all that happened.

Many sources know days and no times. So at one moment a clock begins before anything happens to it,
what re-times it comes before what meets it, and what meets it before what makes it void; and what
both meets one clock and begins the next never meets a clock that began at its own moment.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from peelian.engines.duties.calendars import Calendar, local_day
from peelian.engines.duties.course import Course, course_of, has, in_order
from peelian.engines.duties.reckoning import Number
from peelian.engines.duties.rule import Retime, Rule
from peelian.engines.duties.running import Entry, Running, laid_over
from peelian.engines.duties.unfolded import Event, Unfolded, authority_of, state_at
from peelian.records.happenings import Fact


def unfold(
    rule: Rule, events: Iterable[Event], *, calendar: Calendar, number: Number
) -> tuple[Unfolded, ...]:
    """The duties of one matter, by whom they are towards and then in the order of their start.

    `events` are all happenings of the matter that still stand, in any order; `number` says what a
    setting is on a local day.
    """
    known = in_order(events)
    values = [""]
    if rule.each:
        named = (one.facts.get(rule.each.key) for one in known if one.name in rule.each.of)
        values = sorted({str(value) for value in named if value not in (None, "")})
    return tuple(
        duty
        for value in values
        for duty in _towards(rule, value, known, calendar=calendar, number=number)
    )


def _towards(
    rule: Rule, value: str, known: Sequence[Event], *, calendar: Calendar, number: Number
) -> Iterator[Unfolded]:
    """The duties towards one of several, or of the whole matter."""
    course = course_of(rule, value, known)
    before: Unfolded | None = None
    for start in course.events:
        if start.name not in rule.starts or not has(start, rule.starts_facts):
            continue
        if start.name in rule.goes_on and (before is None or before.done is None):
            continue
        terms = rule.terms_on(local_day(start.at))
        if terms is None:
            continue
        used: Event | None = None
        if rule.one_at_a_time and before is not None:
            used = before.done or before.ended
            if used is None or used.at > start.at:
                continue
        facts = _first_facts(rule, course, start, before if rule.one_at_a_time else None)
        clock = Running(terms.due, (Entry(start.at, facts, {}),), calendar, number)
        done, ended = _closing(rule, start, course, used)
        before = _run(
            rule,
            course,
            clock,
            Unfolded(
                each=value,
                started=start,
                facts=facts,
                due_at=None,
                due_without=start.at,
                authority=authority_of(terms.authority),
                done=done,
                ended=ended,
            ),
        )
        yield before


def _first_facts(
    rule: Rule, course: Course, start: Event, before: Unfolded | None
) -> Mapping[str, Fact]:
    """The facts of a clock as it begins: what is stated newest counts.

    What was stated before of whom it is towards, or what re-timed an earlier clock, holds for this
    one too. What is to be done again and again goes on by the facts of the clock before.
    """
    named = rule.each.of if rule.each else ()
    told = [one for one in course.telling if one.at <= start.at]
    facts: Mapping[str, Fact] = {}
    if before is not None:
        facts = before.facts
        told = [one for one in told if one.at > before.started.at]
    elif not any(one.name in named for one in told):
        told = [*[one for one in course.telling if one.name in named][:1], *told]
    before_it = [one for one in told if one.at != start.at]
    with_it = [one for one in told if one.at == start.at]
    for one in (*before_it, start, *with_it):
        facts = laid_over(facts, one.facts)
    return facts


def _run(rule: Rule, course: Course, clock: Running, begun: Unfolded) -> Unfolded:
    """The duty as it stands after all that changed its clock until it was met or became void."""
    closed = begun.done or begun.ended
    retiming: dict[str, Retime] = {one.when: one for one in rule.retimed_by}
    facts, moved_by = begun.facts, []
    for event in course.since(begun.started.at) if retiming else ():
        if closed is not None and event.at > closed.at:
            break
        if event.name not in retiming or event.at == begun.started.at:
            continue
        facts = laid_over(facts, event.facts)
        due = clock.standing(course.stills, event.at).due_at
        # A time that ran out stays over, but what could not be reckoned can be from now on.
        if clock.cannot or (due is not None and event.at < due):
            from_then = retiming[event.name].from_then
            clock = clock.retimed(event.facts, event.at, from_then=from_then)
            moved_by.append(event)
    stands = clock.standing(course.stills, closed.at if closed else None)
    cannot = clock.cannot
    return replace(
        begun,
        facts=facts,
        due_at=None if cannot else stands.due_at,
        due_without=clock.end(),
        paused_minutes=stands.paused_minutes,
        paused_since=stands.since,
        moved_by=tuple(moved_by),
        cannot=cannot,
    )


def _closing(
    rule: Rule, start: Event, course: Course, used: Event | None
) -> tuple[Event | None, Event | None]:
    """What meets a duty and what makes it void; of the two the one that comes later is left out.

    `used` closed the clock before, and closes no other at the moment at which this one begins.
    """
    done: Event | None = None
    ended: Event | None = None
    for one in course.since(start.at):
        if one is start or one is used:
            continue
        if ended is not None and one.at > ended.at:
            break
        if (
            one.name in rule.done_when
            and has(one, rule.done_when_facts)
            and (one.at > start.at or one.name not in rule.starts)
        ):
            done = one
            break
        if ended is None and one.name in rule.ends_when:
            ended = one
    return (done, None) if done is not None else (None, ended)


__all__ = ["Event", "Unfolded", "authority_of", "state_at", "unfold"]
