"""The rules of columns that hold moments and days.

A moment is stored in UTC. Text with an offset tells it outright; text without one is read in the
zone that is stated. Where clocks go back an hour happens twice and such text could mean either:
the first is taken. Where they go forward an hour never happens, and text inside it is refused.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pyarrow as pa

from peelian.records.load.rules import Place, quoted

# As ISO 8601 writes a moment, with an offset from UTC or without one.
ISO = "ISO 8601"
ISO_EXAMPLE = "2021-03-31T23:05:00+00:00"
ISO_NAIVE = r"\d{4}-\d{2}-\d{2}[T ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?"
ISO_OFFSET = ISO_NAIVE + r"(Z|[+-]([01]\d|2[0-3])(:[0-5]\d)?)"
ISO_DAY = "%Y-%m-%d"

# Outside these years a date is a slip, or the "no date" of an old system: mostly 1 January 1900,
# as which strptime also reads the word "infinity".
EARLIEST, LATEST = 1901, 2100
EXAMPLE = datetime(2021, 3, 31, 23, 5)  # noqa: DTZ001  # an example of text that has no zone


class WrongTime(ValueError):
    """A rule for moments or days names a zone or a form that cannot be read."""


@dataclass(frozen=True)
class Moment:
    """A moment in one of `forms`, those of strptime or `ISO`; blank is allowed unless `required`.

    `zone` is that of text without an offset, by its IANA name. Raises `WrongTime` for an unknown
    zone and for a form that leaves out the day, the hour or the minute.
    """

    required: bool = False
    zone: str = "UTC"
    forms: tuple[str, ...] = (ISO,)

    def __post_init__(self) -> None:
        _zone(self.zone)
        for form in self.forms:
            _check_form(form, what="a day, an hour and a minute", precision="%Y-%m-%d %H:%M")

    def proven(self, values: pa.Array, place: Place) -> bool:
        return False

    def wrong(self, value: str, place: Place) -> str:
        return _wrong(value, self.converted(value), "TIMESTAMPTZ", required=self.required)

    def converted(self, value: str) -> str:
        return _first_of([self._read_sql(value, form) for form in self.forms])

    def reason(self, value: str) -> str:
        if not value:
            return "blank"
        if _leapt(_read(value, self.forms), self.zone):
            return f"a time that never was in {self.zone}: clocks went forward past it"
        return "not a moment of the form asked for"

    def expected(self, value: str, place: Place) -> str:
        meant = _leapt(_read(value, self.forms), self.zone)
        if meant is not None:
            return f"{meant:%H:%M} by the clock that was put forward, if that is meant"
        examples = [ISO_EXAMPLE if form == ISO else EXAMPLE.strftime(form) for form in self.forms]
        return f"a moment such as {' or '.join(examples)}, from {EARLIEST} to {LATEST}"

    def _read_sql(self, value: str, form: str) -> str:
        if form != ISO:
            return _in_utc(f"try_strptime({value}, {quoted(form)})", self.zone)
        naive = _in_utc(f"TRY_CAST({value} AS TIMESTAMP)", self.zone)
        return (
            f"CASE WHEN regexp_full_match({value}, {quoted(ISO_OFFSET)}) "
            f"THEN TRY_CAST({_with_seconds(value)} AS TIMESTAMPTZ) "
            f"WHEN regexp_full_match({value}, {quoted(ISO_NAIVE)}) THEN {naive} END"
        )


@dataclass(frozen=True)
class Day:
    """A day in one of `forms`, those of strptime; blank is allowed unless `required`.

    Raises `WrongTime` for a form that leaves out the day, the month or the year.
    """

    required: bool = False
    forms: tuple[str, ...] = (ISO_DAY,)

    def __post_init__(self) -> None:
        for form in self.forms:
            _check_form(form, what="a day, a month and a year", precision=ISO_DAY)

    def proven(self, values: pa.Array, place: Place) -> bool:
        return False

    def wrong(self, value: str, place: Place) -> str:
        return _wrong(value, self.converted(value), "DATE", required=self.required)

    def converted(self, value: str) -> str:
        read = _first_of([f"try_strptime({value}, {quoted(form)})" for form in self.forms])
        return f"CAST({read} AS DATE)"

    def reason(self, value: str) -> str:
        return "not a day of the form asked for" if value else "blank"

    def expected(self, value: str, place: Place) -> str:
        examples = [EXAMPLE.strftime(form) for form in self.forms]
        return f"a day such as {' or '.join(examples)}, from {EARLIEST} to {LATEST}"


def _with_seconds(value: str) -> str:
    """SQL for a moment with an offset in which seconds stand, as a cast needs them."""
    return rf"regexp_replace({value}, '([T ]\d\d:\d\d)(Z|[+-])', '\1:00\2')"


def _wrong(value: str, read: str, kind: str, *, required: bool) -> str:
    bounds = f"{kind} '{EARLIEST}-01-01' AND {kind} '{LATEST}-12-31'"
    outside = f"NOT coalesce(({read}) BETWEEN {bounds}, false)"
    return outside if required else f"({value} IS NOT NULL AND {outside})"


def _first_of(readings: list[str]) -> str:
    return readings[0] if len(readings) == 1 else f"coalesce({', '.join(readings)})"


def _in_utc(naive: str, zone: str) -> str:
    """SQL for the moment at which clocks of a zone show a naive time; nothing if they never do.

    The offset of the day before, tried first, is the one that a repeated hour has first.
    """
    if zone == "UTC":
        return f"timezone('UTC', {naive})"
    name = quoted(zone)
    guess = f"timezone({name}, {naive})"
    before = f"({guess} - INTERVAL 1 DAY)"
    offset = f"(timezone({name}, {before}) - timezone('UTC', {before}))"
    first = f"timezone('UTC', {naive} - {offset})"
    return (
        f"CASE WHEN timezone({name}, {first}) = {naive} THEN {first} "
        f"WHEN timezone({name}, {guess}) = {naive} THEN {guess} END"
    )


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        raise WrongTime(
            f"'{name}' is no time zone. Write its IANA name, for example Europe/London or UTC."
        ) from None


def _check_form(form: str, *, what: str, precision: str) -> None:
    if form == ISO:
        return
    if "%z" in form or "%Z" in form:
        raise WrongTime(f"The form '{form}' reads an offset. Use '{ISO}' for text that has one.")
    try:
        read = datetime.strptime(EXAMPLE.strftime(form), form)  # noqa: DTZ007  # as EXAMPLE
    except ValueError:
        read = None
    if read is None or read.strftime(precision) != EXAMPLE.strftime(precision):
        raise WrongTime(
            f"The form '{form}' does not tell {what}. Write it as strptime has it, for example "
            "%d/%m/%Y %H:%M."
        )


def _read(text: str, forms: tuple[str, ...]) -> datetime | None:
    """The time that a text without an offset tells, to say what is wrong with it."""
    for form in forms:
        try:
            read = (
                datetime.fromisoformat(text) if form == ISO else datetime.strptime(text, form)  # noqa: DTZ007  # the zone is what is asked
            )
        except ValueError:
            continue
        return read if read.tzinfo is None else None
    return None


def _leapt(naive: datetime | None, zone: str) -> datetime | None:
    """What clocks of a zone showed instead of a time over which they leapt; else nothing."""
    if naive is None:
        return None
    moment = naive.replace(tzinfo=_zone(zone)).astimezone(UTC)
    shown = moment.astimezone(_zone(zone)).replace(tzinfo=None)
    return None if shown == naive else shown
