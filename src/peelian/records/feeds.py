"""How often a delivery is expected, and whether the newest one is late or short.

A rhythm is a line of words that a loaded file carries: `month, late after 60 days, short below
0.5`. Late is judged by the last day that the rows reach, where the file tells it, else by the end
of its month; short by the rows of the newest month against the median of those before. A file
without a rhythm is an archive: it is neither.
"""

import calendar
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median
from typing import Literal, get_args
from zoneinfo import ZoneInfo

from peelian.records import months
from peelian.records.derived import ZONE
from peelian.records.store.snapshot import Part, Snapshot

Every = Literal["day", "week", "month", "quarter", "year"]
EVERY: tuple[Every, ...] = get_args(Every)
DAYS: dict[Every, int] = {"day": 1, "week": 7}
MONTHS: dict[Every, int] = {"month": 1, "quarter": 3, "year": 12}
WRITTEN = re.compile(
    r"(?P<every>[a-z]+)(?:, late after (?P<late>\d{1,4}) days?)?"
    r"(?:, short below (?P<short>0?\.\d+|1(?:\.0+)?))?"
)
# Fewer months than these have no usual number of rows.
USUAL_NEEDS = 3

State = Literal["fresh", "late", "short"]


class WrongRhythm(ValueError):
    """A text that should be a rhythm is not one."""


@dataclass(frozen=True)
class Rhythm:
    """One delivery `every` so often, `late_after` days after its period has ended.

    `short_below` is the share of the usual number of rows, from 0 to 1, below which a delivery is
    short; None where it is never judged by its size.
    """

    every: Every
    late_after: int = 0
    short_below: float | None = None

    def __str__(self) -> str:
        words: list[str] = [self.every]
        if self.late_after:
            words.append(f"late after {self.late_after} days")
        if self.short_below is not None:
            words.append(f"short below {self.short_below:g}")
        return ", ".join(words)

    def due(self, reached: date) -> date:
        """The last day on which what follows rows up to `reached` is not yet late."""
        if self.every in DAYS:
            end = reached + timedelta(days=DAYS[self.every])
        else:
            following = months.shift(f"{reached:%Y-%m}", MONTHS[self.every])
            # Rows that stop within a month are waited for no longer than those of all of it.
            end = last_day(following)
        return end + timedelta(days=self.late_after)


def parse(text: str) -> Rhythm:
    """The rhythm that a text describes; raises `WrongRhythm` saying how one is written."""
    match = WRITTEN.fullmatch(text)
    every = next((known for known in EVERY if match and match["every"] == known), None)
    if match is None or every is None:
        raise WrongRhythm(
            f"'{text}' is no rhythm. Write it as 'month, late after 60 days, short below 0.5', "
            f"beginning with one of {', '.join(EVERY)}."
        )
    short = None if match["short"] is None else float(match["short"])
    return Rhythm(every, int(match["late"] or 0), short)


@dataclass(frozen=True)
class FeedState:
    """One delivery of one record type for one force, as it stands.

    `feed` is its name, empty where the source itself is the feed. `newest` is the last month that
    holds rows, `reached` the last day of them, `loaded_at` when they were loaded, as the store
    writes it. `says` is the state in a sentence, empty where all is fresh.
    """

    type_key: str
    source: str
    feed: str
    force_id: str
    newest: str
    reached: date
    loaded_at: str
    states: tuple[State, ...]
    says: str

    @property
    def state(self) -> State:
        """The state that weighs most: a late feed is late, however much it once held."""
        return self.states[0]


def feed_states(
    snapshot: Snapshot,
    at: datetime,
    *,
    types: Collection[str] | None = None,
    forces: Collection[str] | None = None,
) -> tuple[FeedState, ...]:
    """The state of every feed with a rhythm at a moment, by type, feed and force.

    None means all types or all forces.
    """
    grouped: dict[tuple[str, str, str, str], list[Part]] = {}
    for part in snapshot.parts:
        wanted = (types is None or part.type_key in types) and (
            forces is None or part.force_id in forces
        )
        if wanted and part.month:
            of = (part.type_key, part.source, part.feed, part.force_id)
            grouped.setdefault(of, []).append(part)
    today = at.astimezone(ZoneInfo(ZONE)).date()
    return tuple(
        _state(sorted(parts, key=lambda part: part.month), today)
        for _of, parts in sorted(grouped.items())
        if max(parts, key=lambda part: part.month).rhythm
    )


def newest_month(parts: Iterable[Part]) -> str:
    """The last month of which there is a file; empty where there is none."""
    return max((part.month for part in parts), default="")


def last_day(month: str) -> date:
    """The last day of a month written YYYY-MM."""
    year, number = int(month[:4]), int(month[5:])
    return date(year, number, calendar.monthrange(year, number)[1])


def _state(parts: list[Part], today: date) -> FeedState:
    newest = parts[-1]
    rhythm = parse(newest.rhythm)
    reached = date.fromisoformat(newest.until) if newest.until else last_day(newest.month)
    states: list[State] = []
    says = []
    due = rhythm.due(reached)
    if today > due:
        states.append("late")
        says.append(
            f"Its newest rows reach {in_words(reached)}; with one delivery every {rhythm.every} "
            f"more was expected by {in_words(due)}."
        )
    short = _short(parts, rhythm, reached)
    if short:
        states.append("short")
        says.append(short)
    return FeedState(
        type_key=newest.type_key,
        source=newest.source,
        feed=newest.feed,
        force_id=newest.force_id,
        newest=newest.month,
        reached=reached,
        loaded_at=newest.loaded_at,
        states=tuple(states) or ("fresh",),
        says=" ".join(says),
    )


def _short(parts: list[Part], rhythm: Rhythm, reached: date) -> str:
    """The sentence of a newest month with too few rows; empty where it is as usual."""
    *before, newest = parts
    if rhythm.short_below is None or len(before) < USUAL_NEEDS:
        return ""
    usual = median(part.rows for part in before)
    # A month that is still being delivered is held against as many days of the usual month.
    share = reached.day / last_day(newest.month).day if rhythm.every in DAYS else 1
    if newest.rows >= rhythm.short_below * usual * share:
        return ""
    upto = f" up to {in_words(reached)}" if share < 1 else ""
    return (
        f"{months.in_words(newest.month)} holds {newest.rows:,} rows{upto}, fewer than "
        f"{rhythm.short_below:.0%} of what is usual ({usual * share:,.0f})."
    )


def in_words(day: date) -> str:
    """A day as readers say it: 3 March 2021."""
    return f"{day.day} {months.NAMES[day.month - 1]} {day.year}"
