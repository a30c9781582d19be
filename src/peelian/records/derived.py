"""Fields that follow from other fields of the same row, declared once on the record type.

They are filled in while a row is loaded, whatever source it comes from, so that every engine reads
the same local month and no query ever converts a time zone. A record type names them in its nested
`Derived` class: `month = LocalMonth("searched_at")`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

# All forces of England, Wales and Northern Ireland keep this time.
ZONE = "Europe/London"


@dataclass(frozen=True)
class LocalMonth:
    """The calendar month, YYYY-MM, in local time of a moment in UTC.

    In a file that is about one month, that month: publishers count the last hour of a summer's
    month in one of two.
    """

    moment: str


@dataclass(frozen=True)
class LocalDate:
    """The calendar date in local time of a moment in UTC."""

    moment: str


@dataclass(frozen=True)
class LocalHour:
    """The hour of the day in local time, 0 to 23."""

    moment: str


@dataclass(frozen=True)
class QuarterHour:
    """The quarter of an hour of the day in local time, 0 (midnight) to 95."""

    moment: str


@dataclass(frozen=True)
class Weekday:
    """The day of the week in local time, 1 (Monday) to 7 (Sunday)."""

    moment: str


@dataclass(frozen=True)
class MinutesBetween:
    """Whole minutes from one moment to another; nothing where either is missing or they run back.

    A negative duration is a slip of a clock, not a fast response.
    """

    first: str
    last: str


@dataclass(frozen=True)
class Grouped:
    """A value's group in a wider list, such as one of five ethnic groups.

    A value that stands in `groups` under None, or does not stand there, has no group.
    """

    value: str
    groups: Mapping[str, str | None] = field(hash=False)


Derivation = LocalMonth | LocalDate | LocalHour | QuarterHour | Weekday | MinutesBetween | Grouped
