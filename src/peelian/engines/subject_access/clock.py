"""The clock of a request: one calendar month from the day on which it is clear who asks (R18)."""

import calendar
from datetime import date


def month_after(day: date) -> date:
    """The same day of the next month, or its last day where there is none.

    From 31 January to 28 February, as the Information Commissioner counts a calendar month.
    """
    year, month = (day.year + 1, 1) if day.month == 12 else (day.year, day.month + 1)
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def due_on(received_on: date, known_on: date) -> date:
    """The last day for the answer: a month from the later of the two days."""
    return month_after(max(received_on, known_on))
