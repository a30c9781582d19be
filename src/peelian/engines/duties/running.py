"""One clock from its first moment: which facts it goes by, when it ends and for how long it stood.

Each time that something re-times it, an entry of its own is kept, so that the earlier end counts.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from peelian.engines.duties.calendars import Calendar, after_day, local_day
from peelian.engines.duties.clocks import AtMoment, Clock, Hours, Minutes, OnDay
from peelian.engines.duties.reckoning import NoFact, Number, Plain, plain_clocks, plain_end
from peelian.engines.duties.standing_still import Still, moved
from peelian.records.happenings import Fact

Facts = Mapping[str, Fact]
Pauses = Sequence[tuple[datetime, datetime]]
MINUTE = timedelta(minutes=1)


def laid_over(facts: Facts, newer: Facts) -> dict[str, Fact]:
    """Facts with newer ones over them; what is not stated newly stays."""
    return {**facts, **{name: fact for name, fact in newer.items() if fact is not None}}


@dataclass(frozen=True)
class Entry:
    """A moment from which the clock runs, the facts it goes by and since when each is stated.

    `changed_at` is when facts last changed while it ran: no end moves to before that, since nobody
    was late by a rule that did not hold yet.
    """

    since: datetime
    facts: Facts
    stated: Mapping[str, datetime]
    changed_at: datetime | None = None

    def retimed(self, newer: Facts, at: datetime) -> "Entry":
        """The same with newer facts: a fact that stays the same is not stated anew."""
        facts = laid_over(self.facts, newer)
        changed = [name for name in facts if facts[name] != self.facts.get(name)]
        stated = {**self.stated, **dict.fromkeys(changed, at)}
        return Entry(self.since, facts, stated, changed_at=at)


@dataclass(frozen=True)
class Standing:
    """How a clock stands at a moment: its end (none while it stands still) and its pauses."""

    due_at: datetime | None
    paused: Pauses
    since: datetime | None

    @property
    def paused_minutes(self) -> int:
        """Whole minutes for which it stood still, as far as those times are over."""
        return sum((until - since for since, until in self.paused), timedelta()) // MINUTE


@dataclass(frozen=True)
class Running:
    """A clock with its entries, oldest first."""

    clock: Clock
    entries: tuple[Entry, ...]
    calendar: Calendar
    number: Number

    def retimed(self, newer: Facts, at: datetime, *, from_then: bool) -> "Running":
        """With newer facts; `from_then` runs it anew beside, and the earlier end counts."""
        if from_then:
            last = self.entries[-1].retimed(newer, at)
            return replace(self, entries=(*self.entries, replace(last, since=at, changed_at=None)))
        return replace(self, entries=tuple(one.retimed(newer, at) for one in self.entries))

    def end(self, paused: Pauses = ()) -> datetime:
        """The first moment that is late after these pauses (UTC).

        A clock whose fact is missing counts for nothing beside one that can be reckoned. Where
        there is none, nothing says that there is time: the end is its first moment.
        """
        found = []
        for entry in self.entries:
            for plain in plain_clocks(self.clock, entry.facts):
                try:
                    end = plain_end(plain, entry.since, entry.facts, self.calendar, self.number)
                except NoFact:
                    continue
                stated = _stated(plain, entry)
                since = [(max(one, stated), other) for one, other in paused if other > stated]
                end = moved(plain, end, since, self.calendar)
                found.append(max(end, _soonest(plain, entry, end)))
        return min(found, default=self.entries[0].since)

    @property
    def cannot(self) -> str:
        """Why no end can be reckoned, in a sentence; empty where one can."""
        why = ""
        for entry in self.entries:
            for plain in plain_clocks(self.clock, entry.facts):
                try:
                    plain_end(plain, entry.since, entry.facts, self.calendar, self.number)
                except NoFact as missing:
                    why = str(missing)
                else:
                    return ""
        return why

    def standing(self, stills: Sequence[Still], until: datetime | None) -> Standing:
        """How it stands at `until`, or after all that is known. A time that ran out stays so."""
        counted: list[tuple[datetime, datetime]] = []
        due = self.end()
        for one in stills:
            since = max(one.since, self.entries[0].since)
            over = min((end for end in (one.until, until) if end), default=None)
            if over is not None and over <= since:
                continue
            if since >= due:
                break
            if over is None:
                return Standing(None, tuple(counted), since)
            counted.append((since, over))
            due = self.end(counted)
        return Standing(due, tuple(counted), None)


def _soonest(clock: Plain, entry: Entry, end: datetime) -> datetime:
    """The soonest that a change can let it end: at once, or with the local day of the change."""
    if entry.changed_at is None:
        return end
    if isinstance(clock, Minutes | Hours | AtMoment):
        return entry.changed_at
    return after_day(local_day(entry.changed_at))


def _stated(clock: Plain, entry: Entry) -> datetime:
    """From when on pauses move an end: a day that was stated since allows for those before."""
    if isinstance(clock, OnDay | AtMoment):
        return max(entry.since, entry.stated.get(clock.fact, entry.since))
    return entry.since
