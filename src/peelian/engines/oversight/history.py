"""What earlier nights leave behind: who opened how many records, and whom without a tie.

Single look-ups are not carried along: the trail holds them. A night is a calendar day in the zone
of the force.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from peelian.engines.oversight.looked_up import LookUp

Who = tuple[str, str]
"""An actor and the person looked at."""


@dataclass(frozen=True)
class Night:
    """One day in counts: look-ups of each actor, and those without a tie of each pair."""

    day: date
    volumes: Mapping[str, int]
    untied: Mapping[Who, int]


@dataclass(frozen=True)
class History:
    """The nights before this one, the oldest first."""

    nights: tuple[Night, ...] = ()

    def then(self, night: Night, *, days: int) -> "History":
        """The history with one night more, and without those more than `days` before it."""
        oldest = night.day - timedelta(days=days)
        kept = tuple(one for one in self.nights if oldest < one.day < night.day)
        return History((*kept, night))


def night_of(day: date, look_ups: Iterable[LookUp]) -> Night:
    """One day's look-ups in counts."""
    volumes: Counter[str] = Counter()
    untied: Counter[Who] = Counter()
    for look_up in look_ups:
        volumes[look_up.actor] += 1
        if not look_up.tied:
            untied[look_up.actor, look_up.person] += 1
    return Night(day, volumes, untied)


def history_of(look_ups: Iterable[LookUp], zone: ZoneInfo) -> History:
    """The nights of these look-ups, in any order, by local date. Reads them once, keeps none."""
    volumes: defaultdict[date, Counter[str]] = defaultdict(Counter)
    untied: defaultdict[date, Counter[Who]] = defaultdict(Counter)
    for look_up in look_ups:
        day = local_day(look_up.at, zone)
        volumes[day][look_up.actor] += 1
        if not look_up.tied:
            untied[day][look_up.actor, look_up.person] += 1
    return History(tuple(Night(day, volumes[day], untied[day]) for day in sorted(volumes)))


def local_day(at: datetime, zone: ZoneInfo) -> date:
    """The calendar day of a moment where the force is."""
    return at.astimezone(zone).date()
