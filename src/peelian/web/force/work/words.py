"""Ends of clocks and how a duty stands, as people say it: by 17:00 today, 2 days late."""

from datetime import datetime, time, timedelta

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from peelian.engines.duties.models import Duty
from peelian.engines.duties.words import OPEN, State

# From two days on lateness is said in days: nobody counts 50 hours.
IN_DAYS = timedelta(hours=48)
IN_HOURS = timedelta(hours=1)
NAMED_DAYS = 6  # so far ahead a day is called by its name alone
STATES = {
    State.RUNNING: gettext_lazy("To be done"),
    State.PAUSED: gettext_lazy("The clock stands still"),
    State.LATE: gettext_lazy("Late"),
    State.MET: gettext_lazy("Done in time"),
    State.MET_LATE: gettext_lazy("Done late"),
    State.WAIVED: gettext_lazy("Waived"),
    State.ENDED: gettext_lazy("Ended: it no longer applies"),
}
RISKS = {
    "high": gettext_lazy("High risk"),
    "medium": gettext_lazy("Medium risk"),
    "standard": gettext_lazy("Standard risk"),
}


def by_when(due_at: datetime | None, at: datetime) -> str:
    """The last moment in time, seen from now: "by 17:00 today"; or how late it is.

    `due_at` is the first moment that is late, so an end at midnight is the end of the day before.
    """
    if due_at is None:
        return _("the clock stands still")
    if due_at <= at:
        return _("{time} late").format(time=span(at - due_at))
    end, today = localtime(due_at), localtime(at).date()
    whole_day = end.time() == time(0)
    day = end.date() - timedelta(days=1) if whole_day else end.date()
    ahead = (day - today).days
    if ahead <= 0:
        named, told = _("today"), False
    elif ahead == 1:
        named, told = _("tomorrow"), False
    elif ahead <= NAMED_DAYS:
        named, told = date_format(day, "l"), True
    else:
        named, told = date_format(day, "j F Y"), True
    if whole_day:
        return _("by the end of {day}").format(day=named)
    said = _("by {time} on {day}") if told else _("by {time} {day}")
    return said.format(time=f"{end:%H:%M}", day=named)


def span(length: timedelta) -> str:
    """A length of time in the largest unit that says enough: 20 minutes, 5 hours, 3 days."""
    if length >= IN_DAYS:
        days = length.days
        return ngettext("{n} day", "{n} days", days).format(n=days)
    if length >= IN_HOURS:
        hours = int(length / IN_HOURS)
        return ngettext("{n} hour", "{n} hours", hours).format(n=hours)
    minutes = max(1, int(length / timedelta(minutes=1)))
    return ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes)


def state_in_words(duty: Duty, at: datetime) -> str:
    """How a duty stands now: its end in words while it is open, else what became of it."""
    state = State(duty.state)
    if state is State.PAUSED or state not in OPEN:
        return str(STATES[state])
    return by_when(duty.due_at, at)


def risk_in_words(risk: str | None) -> str:
    """The risk of a duty; empty where none is known."""
    return str(RISKS.get(risk or "", ""))
