"""The happenings of one matter in order, as far as they are about one of several."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from peelian.engines.duties.rule import Rule
from peelian.engines.duties.standing_still import Still, stills
from peelian.engines.duties.unfolded import Event
from peelian.records.happenings import Fact


def in_order(events: Iterable[Event]) -> list[Event]:
    """Each event once, by moment and sequence; what two have alike is told apart by its text."""

    def place(event: Event) -> tuple[datetime, int, str, tuple[str, str], str]:
        return (event.at, event.sequence, event.name, event.ref, repr(sorted(event.facts.items())))

    return [one for _, one in sorted({place(one): one for one in events}.items())]


@dataclass(frozen=True)
class Course:
    """What happened towards one of several, in order, and when clocks stood still.

    `telling` are the events whose facts hold for every clock that begins later.
    """

    events: Sequence[Event]
    telling: Sequence[Event]
    stills: Sequence[Still]

    def since(self, moment: datetime) -> Iterator[Event]:
        """The events at this moment and after it."""
        return islice(self.events, bisect_left(self.events, moment, key=_moment), None)


def _moment(event: Event) -> datetime:
    return event.at


def course_of(rule: Rule, value: str, known: Sequence[Event]) -> Course:
    """Of events in order those about this one of several, for a rule with `each`; else all."""
    mine = [one for one in known if _is_about(rule, value, one)]
    turns = (
        (event.at, pause.cause, event.name == pause.when)
        for pause in rule.pauses
        for event in mine
        if event.name in (pause.when, pause.until)
    )
    named = {*(rule.each.of if rule.each else ()), *(one.when for one in rule.retimed_by)}
    return Course(mine, [one for one in mine if one.name in named], stills(turns))


def _is_about(rule: Rule, value: str, event: Event) -> bool:
    """Whether an event is about this one of several: so is one that names none of them."""
    if rule.each is None:
        return True
    named = event.facts.get(rule.each.key)
    return named in (None, "") or str(named) == value


def has(event: Event, facts: Mapping[str, tuple[Fact, ...]]) -> bool:
    """Whether every one of these facts of an event has one of the values named."""
    return all(event.facts.get(name) in values for name, values in facts.items())
