"""How often a delivery is expected, and whether the newest one is late or short.

A rhythm is a line of words that a loaded file carries: `month, late after 60 days, short below
0.5`. Late is judged by the last day that the rows reach, where the file tells it, else by the end
of its month; short by the rows of the newest month against the median of those before. A rhythm in
hours (`hour, late after 2 hours`; `day, late after 6 hours`) is judged by when the feed was last
delivered instead, whatever was in it: an hour can be quiet. A file without a rhythm is an archive:
it is neither.
"""

import calendar
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median
from typing import Literal, get_args

from peelian.records import months
from peelian.records.day_words import day_in_words, length_in_words, when_in_words
from peelian.records.deliveries import FeedKey, last_delivered
from peelian.records.derive import CALENDAR_ZONE
from peelian.records.store.snapshot import Part, Snapshot

Every = Literal["hour", "day", "week", "month", "quarter", "year"]
EVERY: tuple[Every, ...] = get_args(Every)
HOURS: dict[Every, int] = {"hour": 1, "day": 24}
DAYS: dict[Every, int] = {"day": 1, "week": 7}
# Of these the newest month is still being delivered.
WITHIN_A_MONTH = {*HOURS, *DAYS}
MONTHS: dict[Every, int] = {"month": 1, "quarter": 3, "year": 12}
WRITTEN = re.compile(
    r"(?P<every>[a-z]+)(?:, late after (?P<late>\d{1,4}) (?P<unit>day|hour)s?)?"
    r"(?:, short below (?P<short>0?\.\d+|1(?:\.0+)?))?"
)
# Fewer months than these have no usual number of rows.
USUAL_NEEDS = 3

State = Literal["fresh", "late", "short"]
LATE_OR_SHORT: tuple[State, ...] = ("late", "short")


class WrongRhythm(ValueError):
    """A text that should be a rhythm is not one."""


@dataclass(frozen=True)
class Rhythm:
    """One delivery `every` so often, `late_after` days or `late_hours` hours after its period ends.

    `short_below` is the share of the usual number of rows, from 0 to 1, below which a delivery is
    short; None where it is never judged by its size.
    """

    every: Every
    late_after: int = 0
    short_below: float | None = None
    late_hours: int = 0

    @property
    def by_delivery(self) -> bool:
        """Whether it is judged by when it was delivered, not by the days that its rows reach."""
        return self.every == "hour" or bool(self.late_hours)

    def __str__(self) -> str:
        words: list[str] = [self.every]
        if self.late_hours:
            words.append(f"late after {self.late_hours} hours")
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

    def due_at(self, delivered: datetime) -> datetime:
        """The last moment at which what follows a delivery is not yet late, of one in hours."""
        return delivered + timedelta(hours=HOURS[self.every] + self.late_hours)


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
    late = int(match["late"] or 0)
    in_hours = match["unit"] == "hour"
    if every not in HOURS if in_hours else every == "hour" and late:
        raise WrongRhythm(
            f"'{text}' is no rhythm: lateness in hours is for what comes every hour or every day, "
            "as in 'hour, late after 2 hours'; what comes every hour has no other."
        )
    return Rhythm(every, 0, short, late) if in_hours else Rhythm(every, late, short)


@dataclass(frozen=True)
class FeedState:
    """One delivery of one record type for one force, as it stands.

    `feed` is its name, empty where the source itself is the feed. `newest` is the last month that
    holds rows, `reached` the last day of them, `loaded_at` when they were loaded, as the store
    writes it, `delivered_at` when the feed was last delivered as far as its state goes by it (UTC).
    `says` is the state in a sentence, empty where all is fresh.
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
    delivered_at: datetime

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
        if wanted and (part.month or (part.rhythm and parse(part.rhythm).by_delivery)):
            of = (part.type_key, part.source, part.feed, part.force_id)
            grouped.setdefault(of, []).append(part)
    expected = {
        FeedKey(*of): sorted(parts, key=lambda part: part.month)
        for of, parts in grouped.items()
        if max(parts, key=lambda part: part.month).rhythm
    }
    # Only these ask the database: pages of open data are served where there is none.
    by_delivery = [of for of, parts in expected.items() if parse(parts[-1].rhythm).by_delivery]
    noted = last_delivered(by_delivery) if by_delivery else {}
    return tuple(
        _state(parts, at, max(filter(None, (_loaded(parts), noted.get(of)))))
        for of, parts in sorted(expected.items())
    )


def newest_month(parts: Iterable[Part]) -> str:
    """The last month of which there is a file; empty where there is none."""
    return max((part.month for part in parts), default="")


def last_day(month: str) -> date:
    """The last day of a month written YYYY-MM."""
    year, number = int(month[:4]), int(month[5:])
    return date(year, number, calendar.monthrange(year, number)[1])


def _loaded(parts: Iterable[Part]) -> datetime:
    """When something new in these files was last loaded."""
    return max(datetime.fromisoformat(part.loaded_at) for part in parts)


def _state(parts: list[Part], at: datetime, delivered: datetime) -> FeedState:
    newest = parts[-1]
    rhythm = parse(newest.rhythm)
    reached = _reached(newest, delivered)
    late = _late_by_delivery if rhythm.by_delivery else _late_by_rows
    says = {
        "late": late(rhythm, reached, delivered, at),
        "short": _short(parts, rhythm, reached),
    }
    states: tuple[State, ...] = tuple(one for one in LATE_OR_SHORT if says[one])
    return FeedState(
        type_key=newest.type_key,
        source=newest.source,
        feed=newest.feed,
        force_id=newest.force_id,
        newest=newest.month,
        reached=reached,
        loaded_at=newest.loaded_at,
        states=states or ("fresh",),
        says=" ".join(filter(None, says.values())),
        delivered_at=delivered,
    )


def _reached(newest: Part, delivered: datetime) -> date:
    """The last day of the rows; of rows that belong to no month, the day on which they came."""
    if newest.until:
        return date.fromisoformat(newest.until)
    return last_day(newest.month) if newest.month else delivered.astimezone(CALENDAR_ZONE).date()


def _late_by_rows(rhythm: Rhythm, reached: date, _delivered: datetime, at: datetime) -> str:
    """The sentence of a feed whose rows should reach further by now; empty where they need not."""
    due = rhythm.due(reached)
    if at.astimezone(CALENDAR_ZONE).date() <= due:
        return ""
    return (
        f"Its newest rows reach {day_in_words(reached)}; with one delivery every {rhythm.every} "
        f"more was expected by {day_in_words(due)}."
    )


def _late_by_delivery(rhythm: Rhythm, _reached: date, delivered: datetime, at: datetime) -> str:
    """The sentence of a feed that should have been delivered again; empty where it need not."""
    due = rhythm.due_at(delivered)
    if at <= due:
        return ""
    return (
        f"It was last delivered {when_in_words(delivered, at)}; with one delivery every "
        f"{rhythm.every} the next was expected {when_in_words(due, at)}, "
        f"{length_in_words(at - due)} ago."
    )


def _short(parts: list[Part], rhythm: Rhythm, reached: date) -> str:
    """The sentence of a newest month with too few rows; empty where it is as usual."""
    *before, newest = parts
    if rhythm.short_below is None or len(before) < USUAL_NEEDS:
        return ""
    usual = median(part.rows for part in before)
    # A month that is still being delivered is held against as many days of the usual month.
    share = reached.day / last_day(newest.month).day if rhythm.every in WITHIN_A_MONTH else 1
    if newest.rows >= rhythm.short_below * usual * share:
        return ""
    upto = f" up to {day_in_words(reached)}" if share < 1 else ""
    return (
        f"{months.in_words(newest.month)} holds {newest.rows:,} rows{upto}, fewer than "
        f"{rhythm.short_below:.0%} of what is usual ({usual * share:,.0f})."
    )
