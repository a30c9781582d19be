"""What the calls of past weeks say of a day: how many come when, and how long they take.

One query brings the calls of a force down to days, quarters and lines; the rest is arithmetic over
some thousand rows.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from peelian.areas.contact.codes import EMERGENCY, NON_EMERGENCY
from peelian.areas.contact.models import Call
from peelian.areas.contact.staffing.quarters import QUARTERS, WEEKDAYS
from peelian.areas.contact.words import WITHIN_SECONDS
from peelian.engines.measures.cover import force_name
from peelian.engines.measures.tables import TableSource
from peelian.records.months import shift
from peelian.records.schema import type_key

# A month holds at least four of each day of the week.
DAYS_PER_MONTH = 4


class NotEnoughCalls(ValueError):
    """The calls that are loaded cannot answer; the message says what is missing."""


@dataclass(frozen=True)
class Slot:
    """The calls of one line in one quarter of an hour of one day.

    `within` of `clocked` calls were answered in ten seconds by the carrier's clock; of `waits`
    calls the wait is recorded, `waited` seconds in all, and `gave_up` of them were given up.
    """

    day: date
    quarter: int
    line: str
    calls: int
    within: int
    clocked: int
    waits: int
    waited: int
    gave_up: int
    handlings: int
    handled: int
    handovers: int
    handed: int


@dataclass(frozen=True)
class Line:
    """One line of a day: calls expected in each quarter, mean handling and patience in seconds.

    `patience` is None where nobody was seen to hang up.
    """

    calls: tuple[float, ...]
    handling: float
    patience: float | None


@dataclass(frozen=True)
class Demand:
    """A day to staff. `handover` is the mean of seconds that the carrier's clock runs before."""

    days: tuple[date, ...]
    emergency: Line
    other: Line
    handover: float

    @property
    def calls(self) -> float:
        """Calls expected over the day on both lines."""
        return sum(self.emergency.calls) + sum(self.other.calls)


def slots(tables: TableSource, force: str, weekday: int, weeks: int) -> tuple[Slot, ...]:
    """The calls of a force on the last so many days of one weekday, by quarter and line.

    Raises `NotEnoughCalls` where none are loaded.
    """
    held = sorted(month for slug, month in tables.snapshot.covered(type_key(Call)) if slug == force)
    if not held:
        raise NotEnoughCalls(f"No call file of {force_name(force)} is loaded.")
    # One more month than the weeks fill, as the newest may have only begun.
    first = shift(held[-1], -(weeks // DAYS_PER_MONTH + 1))
    months = frozenset(month for month in held if month >= first)
    calls = tables.table(Call, forces={force}, months=months)
    found = tables.to_arrow(_query(calls, force, months, weekday))
    rows = [Slot(**row) for row in found.to_pylist()]
    wanted = set(sorted({row.day for row in rows})[-weeks:])
    if not any(row.day in wanted and row.line == EMERGENCY for row in rows):
        raise NotEnoughCalls(
            f"No 999 call of {force_name(force)} on a {WEEKDAYS[weekday - 1]} is loaded, so there "
            "is nothing to plan for."
        )
    return tuple(row for row in rows if row.day in wanted)


def demand(rows: Sequence[Slot]) -> Demand:
    """The mean day of these rows. Raises `NotEnoughCalls` where no handling time is recorded."""
    days = tuple(sorted({row.day for row in rows}))
    handed, handovers = (
        sum(row.handed for row in rows if row.line == EMERGENCY),
        sum(row.handovers for row in rows if row.line == EMERGENCY),
    )
    return Demand(
        days=days,
        emergency=_line(rows, EMERGENCY, len(days)),
        other=_line(rows, NON_EMERGENCY, len(days)),
        handover=min(max(handed / handovers, 0.0), WITHIN_SECONDS) if handovers else 0.0,
    )


def _line(rows: Iterable[Slot], line: str, days: int) -> Line:
    mine = [row for row in rows if row.line == line]
    handled, handlings = sum(row.handled for row in mine), sum(row.handlings for row in mine)
    if mine and not handled:
        raise NotEnoughCalls(
            f"No handling time of a {line} call is loaded; without it nobody can say how long "
            "staff are busy."
        )
    calls = [0] * QUARTERS
    for row in mine:
        calls[row.quarter] += row.calls
    gave_up, waited = sum(row.gave_up for row in mine), sum(row.waited for row in mine)
    return Line(
        calls=tuple(number / days for number in calls),
        handling=handled / handlings if handlings else 0.0,
        # Those who were answered had patience for at least as long: their waits count too.
        patience=waited / gave_up if gave_up and waited else None,
    )


def _query(rows: Any, force: str, months: Iterable[str], weekday: int) -> Any:
    answered = ~rows.abandoned.fill_null(False)
    timed = rows.waited_seconds.notnull()
    handled = answered & rows.handling_seconds.notnull()
    clocked = rows.carrier_seconds.notnull()
    both = answered & clocked & rows.force_seconds.notnull()
    rows = rows.mutate(
        _within=answered & (rows.carrier_seconds <= WITHIN_SECONDS),
        _clocked=clocked | ~answered,
        _timed=timed,
        _gave_up=timed & ~answered,
        _handled=handled,
        _both=both,
        _handed=rows.carrier_seconds - rows.force_seconds,
    )
    rows = rows.filter(
        # Tables may hold more than was asked of them.
        rows.force_id == force,
        rows.month.isin(sorted(months)),
        rows.weekday == weekday,
        rows.line.isin([EMERGENCY, NON_EMERGENCY]),
        rows.local_date.notnull(),
        rows.quarter_hour.notnull(),
    )
    made = rows.group_by(day=rows.local_date, quarter=rows.quarter_hour, line=rows.line).aggregate(
        calls=rows.count(),
        within=rows.count(where=rows._within),
        clocked=rows.count(where=rows._clocked),
        waits=rows.count(where=rows._timed),
        waited=rows.waited_seconds.sum(where=rows._timed).fill_null(0).cast("int64"),
        gave_up=rows.count(where=rows._gave_up),
        handlings=rows.count(where=rows._handled),
        handled=rows.handling_seconds.sum(where=rows._handled).fill_null(0).cast("int64"),
        handovers=rows.count(where=rows._both),
        handed=rows._handed.sum(where=rows._both).fill_null(0).cast("int64"),
    )
    return made.order_by("day", "quarter", "line")
