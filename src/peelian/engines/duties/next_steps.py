"""The next lawful thing to do about a duty, in words; of a ladder, the rung that comes now."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from peelian.engines.duties.calendars import Calendar, local_day
from peelian.engines.duties.clocks import Counting, Months
from peelian.engines.duties.reckoning import Number, ends, plain_clocks
from peelian.engines.duties.rule import Rule
from peelian.engines.duties.words import OPEN, State
from peelian.records.happenings import Fact

AN_INSTANT = timedelta(microseconds=1)


def next_step(
    rule: Rule,
    facts: Mapping[str, Fact],
    *,
    state: str,
    started_at: datetime,
    due_at: datetime | None,
    calendar: Calendar,
    number: Number,
) -> str:
    """What comes next: nothing for a duty that is closed."""
    if State(state) not in OPEN:
        return ""
    if not rule.ladder or due_at is None:
        return rule.next_step
    counting = _counting(rule, facts, started_at)
    rungs = [
        (ends(Months(rung.months, counting), started_at, facts, calendar, number), rung)
        for rung in rule.ladder
    ]
    further = [(end, rung) for end, rung in rungs if end > due_at]
    if not further:
        _end, last = rungs[-1]
        return f"{rule.next_step} No extension is left after {last.months} months ({last.by})."
    end, rung = further[0]
    return (
        f"{rule.next_step} It may be extended to {last_day(end)} by {rung.by} "
        f"({rung.authority.source})."
    )


def last_day(end: datetime) -> str:
    """The last local day before a first moment that is late, in words."""
    day = local_day(end - AN_INSTANT)
    return f"{day.day} {day:%B %Y}"


def _counting(rule: Rule, facts: Mapping[str, Fact], started_at: datetime) -> Counting:
    """How the rule itself counts months; from the day after where its clock counts none."""
    terms = rule.terms_on(local_day(started_at))
    clocks = plain_clocks(terms.due, facts) if terms else ()
    return next((one.counting for one in clocks if isinstance(one, Months)), "after")
