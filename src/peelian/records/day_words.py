"""Days, moments and lengths of time in words, by local time."""

from datetime import date, datetime, timedelta

from peelian.records import months
from peelian.records.derive import CALENDAR_ZONE

# A length of this many hours or more is told in days.
HOURS_TOLD = 48


def day_in_words(day: date) -> str:
    """A day as readers say it: 3 March 2021."""
    return f"{day.day} {months.NAMES[day.month - 1]} {day.year}"


def when_in_words(moment: datetime, now: datetime) -> str:
    """A moment as seen from now: "at 06:10 today", "yesterday at 23:05", "on 3 March 2026"."""
    local, today = moment.astimezone(CALENDAR_ZONE), now.astimezone(CALENDAR_ZONE).date()
    if local.date() == today:
        return f"at {local:%H:%M} today"
    if local.date() == today - timedelta(days=1):
        return f"yesterday at {local:%H:%M}"
    if local.date() == today + timedelta(days=1):
        return f"tomorrow at {local:%H:%M}"
    return f"on {day_in_words(local.date())}"


def length_in_words(length: timedelta) -> str:
    """A length of time to the whole unit below it: 20 minutes, 6 hours, 3 days."""
    minutes = length // timedelta(minutes=1)
    if minutes < 60:
        return _counted(minutes, "minute")
    hours = minutes // 60
    return _counted(hours, "hour") if hours < HOURS_TOLD else _counted(hours // 24, "day")


def _counted(number: int, unit: str) -> str:
    return f"{number} {unit}{'' if number == 1 else 's'}"
