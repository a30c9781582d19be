"""The rules of numbers, durations and months as people and systems write them in tables."""

from dataclasses import dataclass

import pyarrow as pa

from peelian.records.load.rules import Number, Place, quoted

GROUPED = r"[+-]?([0-9]{1,3}(,[0-9]{3})+|[0-9]+)"
DECIMAL = GROUPED + r"(\.[0-9]+)?([eE][+-]?[0-9]{1,3})?"
WHOLE = GROUPED + r"(\.0*)?"
CLOCK = r"(?:([0-9]{1,4}):)?([0-9]{1,2}):([0-5][0-9])(?:\.[0-9]+)?"
# Minutes that stand alone, as in 75:30, may pass an hour; those after hours may not.
LONG_MINUTES = r"([0-9]{1,5}):([0-5][0-9])(?:\.[0-9]+)?"
MEANS_NOTHING = (
    "a number from 0 up; if the system writes this for nothing, name it in 'file.missing' of the "
    "mapping"
)
FINANCIAL_YEAR = "financial year"
YEARS = r"([0-9]{4})[/-]([0-9]{4}|[0-9]{2})"
ISO_MONTH = r"[0-9]{4}-(0[1-9]|1[0-2])(-[0-3][0-9]([T ].*)?)?"


@dataclass(frozen=True)
class Amount(Number):
    """A number that may have commas between thousands: 1,234.5."""

    pattern = DECIMAL

    def wrong(self, value: str, place: Place) -> str:
        strange = f"coalesce(NOT regexp_full_match({value}, {quoted(self.pattern)}), false)"
        return f"({strange} OR {super().wrong(_bare(value), place)})"

    def converted(self, value: str) -> str:
        return super().converted(_bare(value))

    def reason(self, value: str) -> str:
        return "not a number" if value else "blank"

    def expected(self, value: str, place: Place) -> str:
        return "a number such as 1234.5 or 1,234.5"


@dataclass(frozen=True)
class WholeAmount(Amount):
    """A whole number that may have commas between thousands, or a point and noughts: 1,234.0."""

    pattern = WHOLE

    def converted(self, value: str) -> str:
        return f"CAST({super().converted(value)} AS BIGINT)"

    def reason(self, value: str) -> str:
        if self.low >= 0 and value.startswith("-"):
            return "below 0"
        return "not a whole number" if value else "blank"

    def expected(self, value: str, place: Place) -> str:
        if self.low >= 0 and value.startswith("-"):
            return MEANS_NOTHING
        return "a whole number such as 1234 or 1,234"


@dataclass(frozen=True)
class Percent:
    """A share written as per cent, 78.4% or 78.4; what is stored is the fraction 0.784."""

    low: float
    high: float
    required: bool = False

    def proven(self, values: pa.Array, place: Place) -> bool:
        return False

    def wrong(self, value: str, place: Place) -> str:
        outside = f"NOT coalesce({self.converted(value)} BETWEEN {self.low} AND {self.high}, false)"
        return outside if self.required else f"({value} IS NOT NULL AND {outside})"

    def converted(self, value: str) -> str:
        return f"TRY_CAST(rtrim({value}, ' %') AS DOUBLE) / 100"

    def reason(self, value: str) -> str:
        return "not a share in per cent" if value else "blank"

    def expected(self, value: str, place: Place) -> str:
        return f"from {self.low:.0%} to {self.high:.0%}"


@dataclass(frozen=True)
class Duration:
    """A time that something took: hh:mm:ss, mm:ss, or a number of `unit`s; parts are cut off.

    What is stored is whole seconds or whole minutes, as `unit` says.
    """

    unit: str
    required: bool = False

    def proven(self, values: pa.Array, place: Place) -> bool:
        return False

    def wrong(self, value: str, place: Place) -> str:
        unread = f"{self.converted(value)} IS NULL"
        return unread if self.required else f"({value} IS NOT NULL AND {unread})"

    def converted(self, value: str) -> str:
        def part(pattern: str, number: int) -> str:
            found = f"regexp_extract({value}, {quoted(pattern)}, {number})"
            return f"coalesce(TRY_CAST({found} AS BIGINT), 0)"

        full = f"({part(CLOCK, 1)} * 3600 + {part(CLOCK, 2)} * 60 + {part(CLOCK, 3)})"
        short = f"({part(LONG_MINUTES, 1)} * 60 + {part(LONG_MINUTES, 2)})"
        per = 60 if self.unit == "minutes" else 1
        return (
            f"CASE WHEN regexp_full_match({value}, {quoted(LONG_MINUTES)}) THEN {short} // {per} "
            f"WHEN regexp_full_match({value}, {quoted(CLOCK)}) AND {part(CLOCK, 2)} < 60 "
            f"THEN {full} // {per} "
            f"WHEN regexp_full_match({value}, {quoted(WHOLE)}) AND NOT starts_with({value}, '-') "
            f"THEN CAST(TRY_CAST({_bare(value)} AS DOUBLE) AS BIGINT) END"
        )

    def reason(self, value: str) -> str:
        return "not a duration" if value else "blank"

    def expected(self, value: str, place: Place) -> str:
        if value.startswith("-"):
            return MEANS_NOTHING
        return f"a duration such as 00:01:30, 01:30 or a whole number of {self.unit}"


@dataclass(frozen=True)
class MonthOf:
    """A month, or a day of it, stored as YYYY-MM.

    `forms` are those of strptime, or `FINANCIAL_YEAR` for 2018/19, which stands for its last month.
    Without forms it is as ISO 8601 writes a month, a day or a moment. Raises `ValueError` for a
    form without year and month.
    """

    forms: tuple[str, ...] = ()
    required: bool = False

    def __post_init__(self) -> None:
        for form in self.forms:
            year = any(sign in form for sign in ("%Y", "%y"))
            month = any(sign in form for sign in ("%m", "%b", "%B"))
            if form != FINANCIAL_YEAR and not (year and month):
                raise ValueError(
                    f"the form '{form}' tells no year and month. Write it as strptime has it, for "
                    "example %d/%m/%Y or %B %Y."
                )

    def proven(self, values: pa.Array, place: Place) -> bool:
        return False

    def wrong(self, value: str, place: Place) -> str:
        unread = f"({self.converted(value)}) IS NULL"
        return unread if self.required else f"({value} IS NOT NULL AND {unread})"

    def converted(self, value: str) -> str:
        iso = (
            f"CASE WHEN regexp_full_match({value}, {quoted(ISO_MONTH)}) "
            f"THEN substr({value}, 1, 7) END"
        )
        read = [self._read_sql(value, form) for form in self.forms]
        return f"coalesce({', '.join([*read, iso])})"

    def reason(self, value: str) -> str:
        return "not a month of the form asked for" if value else "blank"

    def expected(self, value: str, place: Place) -> str:
        if FINANCIAL_YEAR in self.forms:
            return "a financial year such as 2018/19"
        return f"a month as {' or '.join(self.forms) or '2021-03'} writes it"

    def _read_sql(self, value: str, form: str) -> str:
        if form != FINANCIAL_YEAR:
            return f"strftime(try_strptime({value}, {quoted(form)}), '%Y-%m')"
        begins = f"TRY_CAST(regexp_extract({value}, {quoted(YEARS)}, 1) AS INTEGER)"
        ends = f"regexp_extract({value}, {quoted(YEARS)}, 2)"
        follows = f"right({ends}, 2) = right(CAST({begins} + 1 AS VARCHAR), 2)"
        return (
            f"CASE WHEN regexp_full_match({value}, {quoted(YEARS)}) AND {follows} "
            f"THEN CAST({begins} + 1 AS VARCHAR) || '-03' END"
        )


def _bare(value: str) -> str:
    """SQL for a number without the commas between its thousands."""
    return f"replace({value}, ',', '')"
