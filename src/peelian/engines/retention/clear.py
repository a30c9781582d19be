"""When the clear period of a row ends: so many years after the last event that it tells of."""

import calendar
from datetime import date, datetime
from typing import Any

from django.db import models

from peelian.access.standing import local_day
from peelian.records.base import MonthField, Record
from peelian.records.protection import protection_of


def ends_on(model: type[Record], value: Any, years: int) -> date | None:
    """The first day on which a row with this value in its `dated` field is due for review.

    A month counts to its last day, a moment by its local day. None where the value is empty: what
    it tells of is not over.
    """
    if value in (None, ""):
        return None
    return years_after(_day(model, value), years)


def latest(model: type[Record], on: date, years: int) -> Any:
    """The latest value of the `dated` field of rows that are due on this day, months excepted:
    they are due from the month before the one that is given."""
    last = years_after(on, -years)
    return last.strftime("%Y-%m") if is_month(model) else last


def years_after(day: date, years: int) -> date:
    """The same day so many years later; the last of February where there is no 29th."""
    year = day.year + years
    return date(year, day.month, min(day.day, calendar.monthrange(year, day.month)[1]))


def is_month(model: type[Record]) -> bool:
    """Whether rows of the type are dated by a month."""
    return isinstance(dated_field(model), MonthField)


def dated_field(model: type[Record]) -> "models.Field[Any, Any] | None":
    """The field from which the clear period of a type counts; None where it has none."""
    name = protection_of(model).dated
    found = model._meta.get_field(name) if name else None
    return found if isinstance(found, models.Field) else None


def _day(model: type[Record], value: Any) -> date:
    if is_month(model):
        year, month = (int(part) for part in value.split("-"))
        return date(year, month, calendar.monthrange(year, month)[1])
    return local_day(value) if isinstance(value, datetime) else value
