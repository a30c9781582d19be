"""Arithmetic of calendar months written YYYY-MM, without a clock and without time zones."""

import re
from collections.abc import Iterator

# Written out, since the calendar's own names follow the machine's language.
NAMES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


class NotAMonth(ValueError):
    """A text that should be a calendar month is not one."""


def parse(text: str) -> str:
    """The month itself if it is one; raises `NotAMonth` saying what would be right."""
    if not MONTH.fullmatch(text):
        raise NotAMonth(f"'{text}' is not a month. Write it as YYYY-MM, for example 2021-03.")
    return text


def ordinal(month: str) -> int:
    """Months since the year 0, so that differences are whole numbers of months."""
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def from_ordinal(number: int) -> str:
    """The inverse of `ordinal`."""
    return f"{number // 12:04d}-{number % 12 + 1:02d}"


def shift(month: str, by: int) -> str:
    """The month `by` months later (earlier if negative)."""
    return from_ordinal(ordinal(month) + by)


def between(first: str, last: str) -> Iterator[str]:
    """Every month from `first` to `last`, both included; nothing if `last` is earlier."""
    for number in range(ordinal(first), ordinal(last) + 1):
        yield from_ordinal(number)


def in_words(month: str) -> str:
    """`2021-03` as readers say it: March 2021."""
    return f"{NAMES[int(month[5:7]) - 1]} {month[:4]}"
