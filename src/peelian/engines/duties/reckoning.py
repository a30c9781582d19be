"""When a clock ends: pure arithmetic of days, working days, months and true time.

Every end is the first moment that is late. A period of months that begins with a day ends on the
day before the day of the same number, or on the last day of a month that has no such day
(Migotti v Colvill (1879) 4 CPD 233); one after a day ends on the day of the same number, or the
last one (Dodds v Walker [1981] 1 WLR 1027).
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta

from dateutil.relativedelta import relativedelta

from peelian.engines.duties.calendars import A_DAY, Calendar, after_day, local_day
from peelian.engines.duties.clocks import (
    AtMoment,
    Clock,
    Counting,
    Days,
    DependsOn,
    Earliest,
    FromRecord,
    Hours,
    Length,
    Minutes,
    Months,
    OnDay,
    WorkingDays,
)
from peelian.engines.duties.settings import Setting
from peelian.records.happenings import Fact

Number = Callable[[Setting, date], int]
Plain = Minutes | Hours | Days | WorkingDays | Months | OnDay | AtMoment
# What lies beyond is a slip of the source, or its way to write "no end" (9999-12-31).
LONGEST = 50_000
LAST_YEAR = 2200


class NoFact(ValueError):
    """The record does not state what its clock needs, or not so that it can be read."""


def ends(
    clock: Clock, start: datetime, facts: Mapping[str, Fact], calendar: Calendar, number: Number
) -> datetime:
    """The first moment that is late (UTC) for a clock that begins at `start`.

    `number` says what a setting is on a local day. Raises `NoFact` naming the fact.
    """
    return min(
        plain_end(plain, start, facts, calendar, number) for plain in plain_clocks(clock, facts)
    )


def plain_clocks(clock: Clock, facts: Mapping[str, Fact]) -> Iterator[Plain]:
    """The clocks that run when these are the facts: the earliest of them counts."""
    match clock:
        case DependsOn():
            is_so = facts.get(clock.fact) in clock.values
            yield from plain_clocks(clock.then if is_so else clock.otherwise, facts)
        case Earliest():
            for one in clock.of:
                yield from plain_clocks(one, facts)
        case _:
            yield clock


def plain_end(
    clock: Plain, start: datetime, facts: Mapping[str, Fact], calendar: Calendar, number: Number
) -> datetime:
    """As `ends`, for a clock that depends on no other."""
    day = local_day(start)

    def of(length: Length) -> int:
        return _length(length, facts, day, number)

    match clock:
        case Minutes():
            return start + timedelta(minutes=of(clock.number))
        case Hours():
            return start + timedelta(hours=of(clock.number))
        case Days():
            return after_day(day + timedelta(days=of(clock.number) - _counted(clock.counting)))
        case WorkingDays():
            return after_day(_working_day(day, of(clock.number), clock.counting, calendar))
        case Months():
            return after_day(_month_end(day, of(clock.number), clock.counting))
        case OnDay():
            return after_day(_day(clock.fact, facts))
        case AtMoment():
            return _moment(clock.fact, facts)


def _counted(counting: Counting) -> int:
    """How many days of the period the first day itself is."""
    return 1 if counting == "beginning with" else 0


def _working_day(day: date, number: int, counting: Counting, calendar: Calendar) -> date:
    if counting == "beginning with":
        return calendar.working_days_after(calendar.working_day_from(day), number - 1)
    return calendar.working_days_after(day, number)


def _month_end(day: date, number: int, counting: Counting) -> date:
    """The last day: dateutil falls back to the last day of a month that is too short."""
    last: date = day + relativedelta(months=number)
    return last - A_DAY if counting == "beginning with" and last.day == day.day else last


def _length(length: Length, facts: Mapping[str, Fact], day: date, number: Number) -> int:
    match length:
        case Setting():
            return number(length, day)
        case FromRecord():
            said = facts.get(length.fact)
            if isinstance(said, bool) or not isinstance(said, int) or not 0 < said <= LONGEST:
                raise _no(length.fact, said, f"a whole number from 1 to {LONGEST}")
            return said
        case _:
            return length


def _day(fact: str, facts: Mapping[str, Fact]) -> date:
    said = facts.get(fact)
    try:
        day = date.fromisoformat(said if isinstance(said, str) else "")
    except ValueError:
        day = date.max
    if day.year > LAST_YEAR:
        raise _no(fact, said, f"a day as 2026-03-27, not after {LAST_YEAR}")
    return day


def _moment(fact: str, facts: Mapping[str, Fact]) -> datetime:
    said = facts.get(fact)
    try:
        moment: datetime | None = datetime.fromisoformat(str(said))
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None or moment.year > LAST_YEAR:
        raise _no(
            fact,
            said,
            f"a moment with its zone, as 2026-03-27T14:00:00+00:00, not after {LAST_YEAR}",
        )
    return moment.astimezone(UTC)


def _no(fact: str, said: Fact, right: str) -> NoFact:
    stated = "does not state it" if said is None else f"states '{said}'"
    return NoFact(f"The clock goes by '{fact}' and the record {stated}; right would be {right}.")
