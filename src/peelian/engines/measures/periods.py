"""Spans of whole months by which a measure is shown, and the words for them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from peelian.records import months

MONTH = "month"
QUARTER = "quarter"
FINANCIAL_YEAR = "financial_year"
YEAR_TO_DATE = "year_to_date"
ROLLING_TWELVE = "rolling_twelve"
SAME_PERIOD_LAST_YEAR = "same_period_last_year"
SPAN = "span"

GRAINS = {
    MONTH: "Month",
    QUARTER: "Quarter",
    FINANCIAL_YEAR: "Financial year, April to March",
    YEAR_TO_DATE: "Financial year to date",
    ROLLING_TWELVE: "Rolling twelve months",
    SAME_PERIOD_LAST_YEAR: "The period and the same period a year before",
}

# Their spans share months, so that adding cells up counts things twice.
OVERLAPPING = frozenset({YEAR_TO_DATE, ROLLING_TWELVE})
# A running total that lacks a month is not that running total.
ONLY_WHOLE = frozenset({YEAR_TO_DATE, ROLLING_TWELVE, SAME_PERIOD_LAST_YEAR})


@dataclass(frozen=True, order=True)
class Period:
    """Whole months from `first` to `last`, both included."""

    first: str
    last: str
    grain: str = SPAN

    @cached_property
    def months(self) -> tuple[str, ...]:
        return tuple(months.between(self.first, self.last))

    @property
    def label(self) -> str:
        """The period as the command line and files print it."""
        if self.first == self.last:
            return self.first
        if self.grain == FINANCIAL_YEAR and len(self.months) == 12:
            return f"{self.first[:4]}-{self.last[2:4]}"
        return f"{self.first} to {self.last}"

    @property
    def in_words(self) -> str:
        """The period in a sentence: "March 2021", "October to December 2021"."""
        if self.first == self.last:
            return months.in_words(self.first)
        if self.first[:4] == self.last[:4]:
            return f"{months.in_words(self.first)[:-5]} to {months.in_words(self.last)}"
        return f"{months.in_words(self.first)} to {months.in_words(self.last)}"

    def year_before(self) -> "Period":
        """The same months a year earlier."""
        return Period(months.shift(self.first, -12), months.shift(self.last, -12), self.grain)


def periods(grain: str, first: str, last: str) -> tuple[Period, ...]:
    """The periods of this grain that end within `first` to `last`, in order of time.

    Quarters and financial years are cut to the span asked for; running periods reach back before
    it, as far as they must.
    """
    if grain == SPAN:
        return (Period(first, last),)
    if grain == SAME_PERIOD_LAST_YEAR:
        period = Period(first, last, grain)
        return (period.year_before(), period)
    ends = tuple(months.between(first, last))
    if grain == MONTH:
        return tuple(Period(month, month, grain) for month in ends)
    if grain == ROLLING_TWELVE:
        return tuple(Period(months.shift(month, -11), month, grain) for month in ends)
    if grain == YEAR_TO_DATE:
        return tuple(Period(_year_start(month), month, grain) for month in ends)
    start = _quarter_start if grain == QUARTER else _year_start
    return _grouped(ends, grain, start)


def overlap(found: Iterable[Period]) -> bool:
    """Whether two of these periods share a month."""
    ordered = sorted(found)
    return any(later.first <= earlier.last for earlier, later in pairwise(ordered))


def _grouped(ends: tuple[str, ...], grain: str, start: Callable[[str], str]) -> tuple[Period, ...]:
    groups: dict[str, list[str]] = {}
    for month in ends:
        groups.setdefault(start(month), []).append(month)
    return tuple(Period(found[0], found[-1], grain) for found in groups.values())


def _quarter_start(month: str) -> str:
    number = months.ordinal(month)
    return months.from_ordinal(number - number % 3)


def _year_start(month: str) -> str:
    number = months.ordinal(month)
    return months.from_ordinal(number - (number % 12 - 3) % 12)
