"""Fields that follow from others of their row, for one record in Python.

The loader says the same in SQL (`records.load.derive`); a test compares the two.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from peelian.records.derived import (
    ZONE,
    Derivation,
    Grouped,
    LocalDate,
    LocalHour,
    LocalMonth,
    MinutesBetween,
    QuarterHour,
)

CALENDAR_ZONE = ZoneInfo(ZONE)
QUARTERS = 4


def sources_of(rule: Derivation) -> tuple[str, ...]:
    """The fields that a rule reads."""
    if isinstance(rule, MinutesBetween):
        return (rule.first, rule.last)
    return (rule.value,) if isinstance(rule, Grouped) else (rule.moment,)


def is_calendar(rule: Derivation) -> bool:
    """Whether what follows can only be one thing, so that a value given must agree with it."""
    return not isinstance(rule, MinutesBetween | Grouped)


def derive(rule: Derivation, row: Mapping[str, Any]) -> Any:
    """What follows in this row by a rule; None from nothing."""
    if isinstance(rule, Grouped):
        return rule.groups.get(row[rule.value])
    if isinstance(rule, MinutesBetween):
        return _minutes(row[rule.first], row[rule.last])
    moment = row[rule.moment]
    if moment is None:
        return None
    local: datetime = moment.astimezone(CALENDAR_ZONE)
    if isinstance(rule, LocalMonth):
        return f"{local:%Y-%m}"
    if isinstance(rule, LocalDate):
        return local.date()
    if isinstance(rule, LocalHour):
        return local.hour
    if isinstance(rule, QuarterHour):
        return local.hour * QUARTERS + local.minute * QUARTERS // 60
    return local.isoweekday()


def _minutes(first: datetime | None, last: datetime | None) -> int | None:
    if first is None or last is None or last < first:
        return None
    return (last - first) // timedelta(minutes=1)
