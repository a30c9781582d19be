"""Days and moments in words, the same on every page and in every file."""

from datetime import date, datetime

from django.utils.timezone import localtime


def loaded_at(stamp: str) -> datetime:
    """A moment that the store wrote (ISO 8601, UTC), in local time."""
    return localtime(datetime.fromisoformat(stamp))


def day_in_words(day: date) -> str:
    """A day as readers say it: 1 November 2027. Of a moment, its day."""
    return f"{day.day} {day:%B %Y}"


def moment_in_words(moment: datetime) -> str:
    """A moment to the minute: 1 November 2027 at 09:30."""
    return f"{day_in_words(moment)} at {moment:%H:%M}"
