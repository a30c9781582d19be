"""The next lawful thing to do about a duty, in words; of a ladder, the rung that comes now."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from peelian.engines.duties.calendars import A_DAY, Calendar, local_day, midnight
from peelian.engines.duties.clocks import Months
from peelian.engines.duties.reckoning import Number, ends
from peelian.engines.duties.rule import Ladder, Rule, Rung
from peelian.engines.duties.words import OPEN, State
from peelian.records.happenings import Fact

OVER = "The time is over, so nobody can extend it now."


@dataclass(frozen=True)
class Reach:
    """One rung of a ladder with the last day to which it reaches; none where no day is stated."""

    rung: Rung
    last: date | None


def next_step(
    rule: Rule,
    facts: Mapping[str, Fact],
    *,
    state: str,
    due_at: datetime | None,
    calendar: Calendar,
    number: Number,
) -> str:
    """What comes next: nothing for a duty that is closed.

    What was not extended before its end is over; an extension never revives it.
    """
    if State(state) not in OPEN:
        return ""
    if rule.ladder is None or due_at is None:
        return rule.next_step
    if State(state) == State.LATE:
        return f"{rule.next_step} {OVER}"
    stands = local_day(due_at) - A_DAY
    reaches = reaches_of(rule.ladder, facts, calendar=calendar, number=number)
    further = [one for one in reaches if one.last is not None and one.last > stands]
    if further:
        first = further[0]
        return (
            f"{rule.next_step} It may be extended to {in_words(first.last)} by {first.rung.by} "
            f"({first.rung.authority.source})."
        )
    if any(one.last is None for one in reaches):
        return rule.next_step
    last = reaches[-1].rung
    return f"{rule.next_step} No extension is left after {last.months} months ({last.by})."


def reaches_of(
    ladder: Ladder, facts: Mapping[str, Fact], *, calendar: Calendar, number: Number
) -> tuple[Reach, ...]:
    """Every rung for a case with these facts, lowest first, and the last day that it reaches."""
    first = _day(facts.get(ladder.first_day))
    if first is None:
        return tuple(Reach(rung, None) for rung in ladder.rungs(facts))
    return tuple(
        Reach(rung, local_day(_end(first, rung.months, calendar, number)) - A_DAY)
        for rung in ladder.rungs(facts)
    )


def in_words(day: date | None) -> str:
    """A day as pages say it: 3 March 2026; empty where none is known."""
    return "" if day is None else f"{day.day} {day:%B %Y}"


def _end(first: date, months: int, calendar: Calendar, number: Number) -> datetime:
    return ends(Months(months, "beginning with"), midnight(first), {}, calendar, number)


def _day(said: Fact) -> date | None:
    try:
        return date.fromisoformat(str(said))
    except ValueError:
        return None
