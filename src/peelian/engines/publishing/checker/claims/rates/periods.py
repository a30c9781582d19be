"""How many days a sentence speaks of: a year, the months between two dates, a number of weeks."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import Final

from peelian.engines.publishing.checker.language.item import DATE, Item
from peelian.engines.publishing.checker.language.lexicons import CALENDAR, words
from peelian.engines.publishing.checker.language.phrases import finder, lexicon
from peelian.engines.publishing.checker.language.quantities import What
from peelian.numbers.rounding import Range, exactly

YEAR: Final = Range(Fraction(365), Fraction(366))
_MONTH: Final = 30
_JOINS: Final = words("to and - until through")
_YEARLY: Final = finder(
    r"(?: A Y | L Y | D | I T? (?:F)? Y )",
    lexicon(
        A="a per each every",
        Y="year",
        L="last",
        D="annually annual yearly",
        I="in over during",
        T="the",
        F="full financial calendar whole past",
    ),
)
_SPAN: Final = words("in over during for across within past last previous first these those the")


def days(row: Sequence[Item]) -> Range | None:
    """The days that a sentence is about; nothing where it names no span of time, or several."""
    found = [*_between_dates(row), *_durations(row)]
    if not found:
        found = _one_month(row)
    if not found and (any(_YEARLY(row)) or _one_year(row)):
        found = [YEAR]
    return found[0] if len(found) == 1 else None


def _between_dates(row: Sequence[Item]) -> list[Range]:
    """From October 2020 to September 2021: whole months, the last one included; or two days."""
    found = []
    for first, join, last in zip(row, row[1:], row[2:], strict=False):
        if first.tag != DATE or last.tag != DATE or join.text not in _JOINS:
            continue
        start, end = _day(first.text, last.text, ends=False), _day(last.text, "", ends=True)
        if start is not None and end is not None and start < end:
            found.append(exactly((end - start).days + 1))
    return found


def _day(text: str, other: str, *, ends: bool) -> date | None:
    """The first day of a date such as "1 april 2023" or "april", or its last day."""
    parts = text.split(" ")
    month = next((at for at, one in enumerate(CALENDAR, 1) for part in parts if part[:3] == one), 0)
    years = [one for one in (*parts, *other.split(" ")) if len(one) == 4 and one.isdigit()]
    if not month or not years:
        return None
    year = int(years[0])
    numbers = [int(one) for one in parts if one.isdigit() and len(one) <= 2]
    last = monthrange(year, month)[1]
    day = numbers[0] if numbers else (last if ends else 1)
    if not 1 <= day <= last:
        return None
    found = date(year, month, day)
    if not ends and years[0] not in parts and (until := _day(other, "", ends=True)):
        # "From October to March 2024" began in the year before.
        found = found if found <= until else date(year - 1, month, min(day, 28))
    return found


def _durations(row: Sequence[Item]) -> list[Range]:
    """In the six months, over two weeks; months are taken three days either way."""
    found = []
    for before, item in pairwise(row):
        one = item.quantity
        if one is None or one.what is not What.DURATION or before.text not in _SPAN:
            continue
        length = one.value / 24
        if one.soft or length < 1:
            continue
        if one.unit in ("day", "week"):
            found.append(exactly(length))
        elif one.unit in ("month", "year") and length >= _MONTH:
            found.append(Range(length - 3, length + 3))
    return found


def _one_month(row: Sequence[Item]) -> list[Range]:
    """The days of the only date, where that is one month: "in January 2023"."""
    dates = [(at, one.text) for at, one in enumerate(row) if one.tag == DATE]
    if len(dates) != 1 or not dates[0][0] or row[dates[0][0] - 1].text not in ("in", "during"):
        return []
    parts = dates[0][1].split(" ")
    if parts[0][:3] not in CALENDAR or len(parts) > 2:
        return []
    month = CALENDAR.index(parts[0][:3]) + 1
    years = [int(one) for one in parts[1:] if len(one) == 4 and one.isdigit()]
    if len(parts) == 2 and not years:
        return []
    lengths = [monthrange(year, month)[1] for year in (years or (2023, 2024))]
    return [Range(Fraction(min(lengths)), Fraction(max(lengths)))]


def _one_year(row: Sequence[Item]) -> bool:
    """Whether the only date is one year: "in 2022", "the year to 31 March 2024"."""
    dates = [at for at, one in enumerate(row) if one.tag == DATE]
    if len(dates) != 1:
        return False
    said = [one.text for one in row[max(0, dates[0] - 3) : dates[0]]]
    alone = not any(month in row[dates[0]].text for month in CALENDAR)
    return ("year" in said and ("to" in said or "ending" in said)) or (
        alone and said[-1:] == ["in"]
    )
