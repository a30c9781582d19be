"""The permanent address of a figure: everything that its question fixes, readable in the link.

    crime.rate@1;2021-03..2021-12;force=staffordshire;type=Violence+and+sexual+offences

Measure and version, period, then conditions in order of name, several values with commas between
them. A running period names its kind (`rolling_twelve:2021-12`). "Not recorded" is an empty value.
Nothing in an address needs to be escaped in a link, so that it is the same wherever it is copied:
a space is written "+", any other sign that would end a value as "~" and its code.
"""

from dataclasses import dataclass
from urllib.parse import quote, unquote

from peelian.engines.measures.cells import Cell
from peelian.engines.measures.periods import (
    ONLY_WHOLE,
    SAME_PERIOD_LAST_YEAR,
    SPAN,
    Period,
    periods,
)
from peelian.engines.measures.request import NOT_RECORDED
from peelian.records import months

# Longer than any record of crime; an address that asks for more is a slip or an attack.
LONGEST_SPAN = 1200  # months
LONGEST_VERSION = 6  # digits


class BadAddress(ValueError):
    """A text that should be the address of a figure is not one."""


@dataclass(frozen=True)
class Address:
    """What a figure's address says, before it is held against the catalogue."""

    measure: str
    version: int
    period: Period
    where: tuple[tuple[str, tuple[str, ...]], ...]


def address(cell: Cell) -> str:
    """The address of a cell's figure."""
    fixed = dict(cell.where) | {
        key: (NOT_RECORDED if value is None else value,) for key, value in cell.breakdown
    }
    return written(Address(cell.measure, cell.version, cell.period, tuple(fixed.items())))


def written(found: Address) -> str:
    """An address as text, in the one way in which it is written."""
    conditions = [
        f"{key}={','.join(_escaped(value) for value in values)}"
        for key, values in sorted(found.where)
    ]
    return ";".join([f"{found.measure}@{found.version}", _span(found.period), *conditions])


def parse(text: str) -> Address:
    """The parts of an address; raises `BadAddress` saying which part is wrong."""
    head, *rest = text.split(";")
    key, _at, version = head.partition("@")
    numbered = version.isascii() and version.isdigit() and len(version) <= LONGEST_VERSION
    if not key or not numbered or not rest:
        raise BadAddress(
            f"'{text}' is not the address of a figure. It begins with a measure, its version and "
            "a period, for example crime.recorded@1;2021-03."
        )
    where: dict[str, tuple[str, ...]] = {}
    for condition in rest[1:]:
        name, equals, values = condition.partition("=")
        if not equals or not name or name in where:
            raise BadAddress(
                f"'{condition}' is not a condition. Write each once, as force=staffordshire."
            )
        where[name] = tuple(_plain(value) for value in values.split(","))
    return Address(key, int(version), _period(rest[0]), tuple(sorted(where.items())))


def _span(period: Period) -> str:
    running = period.grain in ONLY_WHOLE and period.grain != SAME_PERIOD_LAST_YEAR
    # A running period is fixed by its last month; all others by their first and last.
    span = (
        period.last if running or period.first == period.last else f"{period.first}..{period.last}"
    )
    return f"{period.grain}:{span}" if period.grain in ONLY_WHOLE else span


def _period(text: str) -> Period:
    grain, colon, span = text.rpartition(":")
    if colon and grain not in ONLY_WHOLE:
        raise BadAddress(
            f"'{grain}' is not a running period. Choose from: {', '.join(sorted(ONLY_WHOLE))}."
        )
    begins, dots, ends = span.partition("..")
    try:
        first = months.parse(begins)
        last = months.parse(ends) if dots else first
    except months.NotAMonth as error:
        raise BadAddress(str(error)) from error
    if last < first:
        raise BadAddress(f"The period ends ({last}) before it begins ({first}); swap the two.")
    if months.ordinal(last) - months.ordinal(first) >= LONGEST_SPAN:
        raise BadAddress(f"A figure spans {LONGEST_SPAN} months at most; this one spans more.")
    if grain in ONLY_WHOLE and grain != SAME_PERIOD_LAST_YEAR:
        if dots:
            raise BadAddress(f"A period '{grain}' is named by its last month alone.")
        return periods(grain, last, last)[-1]
    return Period(first, last, grain or SPAN)


def _escaped(value: str) -> str:
    return quote(value, safe=" ").replace("~", "%7E").replace("%", "~").replace(" ", "+")


def _plain(value: str) -> str:
    return unquote(value.replace("%", "%25").replace("+", " ").replace("~", "%"))
