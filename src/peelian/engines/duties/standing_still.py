"""Pauses: what was left of the time when a clock stopped is left when it goes on.

A clock of minutes or hours, or until a moment, moves on by true time. One of days moves on by the
time on the wall, so that summer time takes or gives no hour, and then to the end of the local day.
One of working days loses only what was paused of working days, and then moves on to the end of the
working day. So a pause of part of a day moves the end of a day by one whole day.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from itertools import groupby

from peelian.engines.duties.calendars import A_DAY, Calendar, wall
from peelian.engines.duties.clocks import AtMoment, Hours, Minutes, WorkingDays
from peelian.engines.duties.reckoning import Plain
from peelian.records.derive import CALENDAR_ZONE

NOTHING = timedelta()


@dataclass(frozen=True)
class Still:
    """The clock stands still from one moment until another one, or until now."""

    since: datetime
    until: datetime | None


def stills(turns: Iterable[tuple[datetime, str, bool]]) -> tuple[Still, ...]:
    """When a clock stands still, given (moment, cause, whether it stops) in any order.

    Times of several causes that overlap count once. Of one cause that stops and goes on at the
    same moment nothing changes, because a source that knows days alone cannot say which was first.
    """
    open_causes: set[str] = set()
    found: list[Still] = []
    since: datetime | None = None
    for at, together in groupby(sorted(set(turns)), key=lambda turn: turn[0]):
        said: dict[str, set[bool]] = {}
        for _, cause, stops in together:
            said.setdefault(cause, set()).add(stops)
        for cause, ways in said.items():
            if ways == {True}:
                open_causes.add(cause)
            elif ways == {False}:
                open_causes.discard(cause)
        if open_causes and since is None:
            since = at
        elif not open_causes and since is not None:
            found.append(Still(since, at))
            since = None
    return (*found, Still(since, None)) if since is not None else tuple(found)


def moved(
    clock: Plain, end: datetime, paused: Sequence[tuple[datetime, datetime]], calendar: Calendar
) -> datetime:
    """The end of a clock that stood still from moment to moment, in order (all UTC)."""
    if isinstance(clock, Minutes | Hours | AtMoment):
        for since, until in paused:
            if since < end:
                end += until - since
        return end
    days = calendar if isinstance(clock, WorkingDays) else None
    exact = wall(end)
    for since, until in paused:
        begun, closing = wall(since), _end_of_day(exact, days)
        if begun < closing:
            # Within the rest of the last day, what is left is that rest.
            left = _left(begun, exact if begun < exact else closing, days)
            exact = _on(wall(until), left, days)
    return _end_of_day(exact, days).replace(tzinfo=CALENDAR_ZONE).astimezone(UTC)


def _left(since: datetime, end: datetime, days: Calendar | None) -> timedelta:
    """How much is left from one wall time to another; of working days alone where given."""
    if end <= since:
        return NOTHING
    if days is None:
        return end - since
    left, at = NOTHING, since
    while at < end:
        following = min(_next_midnight(at), end)
        left += following - at if days.is_working(at.date()) else NOTHING
        at = following
    return left


def _on(at: datetime, left: timedelta, days: Calendar | None) -> datetime:
    """The wall time at which nothing is left."""
    if days is None:
        return at + left
    while left > NOTHING:
        following = _next_midnight(at)
        passing = following - at if days.is_working(at.date()) else NOTHING
        if passing >= left:
            return at + left
        left -= passing
        at = following
    return at


def _end_of_day(at: datetime, days: Calendar | None) -> datetime:
    """The midnight that ends the day in which it falls; itself where it is a midnight."""
    if at.time() == time():
        return at
    day = at.date() if days is None else days.working_day_from(at.date())
    return datetime.combine(day + A_DAY, time())


def _next_midnight(at: datetime) -> datetime:
    return datetime.combine(at.date() + A_DAY, time())
