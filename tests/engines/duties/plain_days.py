"""A reckoner as plain as can be: it walks one day at a time and looks each day up.

The bank holidays of England and Wales were written down by hand from the list on gov.uk.
"""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
UTC = ZoneInfo("UTC")
A_DAY = timedelta(days=1)
BANK_HOLIDAYS = {
    *("2024-01-01", "2024-03-29", "2024-04-01", "2024-05-06", "2024-05-27", "2024-08-26"),
    *("2024-12-25", "2024-12-26"),
    *("2025-01-01", "2025-04-18", "2025-04-21", "2025-05-05", "2025-05-26", "2025-08-25"),
    *("2025-12-25", "2025-12-26"),
    *("2026-01-01", "2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25", "2026-08-31"),
    *("2026-12-25", "2026-12-28"),
    *("2027-01-01", "2027-03-26", "2027-03-29", "2027-05-03", "2027-05-31", "2027-08-30"),
    *("2027-12-27", "2027-12-28"),
    *("2028-01-03", "2028-04-14", "2028-04-17", "2028-05-01", "2028-05-29", "2028-08-28"),
    *("2028-12-25", "2028-12-26"),
}


def is_working(day: date) -> bool:
    return f"{day:%a}" not in ("Sat", "Sun") and f"{day}" not in BANK_HOLIDAYS


def first_late(last: date) -> datetime:
    """Minute by minute from noon of the last day until the wall shows the next one."""
    moment = datetime(last.year, last.month, last.day, 12, tzinfo=UTC)
    while moment.astimezone(LONDON).date() == last:
        moment += timedelta(minutes=30)
    return moment


def last_day(kind: str, number: int, start: datetime, *, first_counts: bool) -> date:
    """The last day that is in time, by walking."""
    day = start.astimezone(LONDON).date()
    if kind == "months":
        return _months(day, number, first_counts=first_counts)
    counted = 0
    if not first_counts:
        day += A_DAY
    while True:
        if kind == "days" or is_working(day):
            counted += 1
        if counted == number:
            return day
        day += A_DAY


def _months(day: date, number: int, *, first_counts: bool) -> date:
    """Walks until the wanted month shows the number of the day, or ends without it."""
    months = day.year * 12 + day.month - 1 + number
    walk = day
    while walk.year * 12 + walk.month - 1 < months:
        walk += A_DAY
    while walk.day != day.day:
        if (walk + A_DAY).month != walk.month:
            return walk
        walk += A_DAY
    return walk - A_DAY if first_counts else walk
