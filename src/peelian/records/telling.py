"""One row read for what it says has happened: a pure function of the row and its record type."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from hashlib import sha256
from typing import Any

from peelian.records.base import Record
from peelian.records.derive import CALENDAR_ZONE
from peelian.records.happenings import Fact, Happening, HappeningKey
from peelian.records.happens import moments_of
from peelian.records.schema import type_key

PRINT_LENGTH = int(Happening._meta.get_field("told").max_length or 0)
KEY_LENGTH = int(HappeningKey._meta.get_field("value").max_length or 0)


@dataclass(frozen=True)
class Told:
    """What a row tells. `once` is the same whenever it tells the same thing, however corrected."""

    once: str
    name: str
    record_type: str
    record_id: str
    force_id: str
    at: datetime
    person_key: str | None
    keys: Mapping[str, str]
    facts: Mapping[str, Fact]
    place: str

    @property
    def print(self) -> str:
        """The same as long as everything that is told is the same, wherever the row stands."""
        said = (self.at.isoformat(), self.person_key, sorted(self.keys.items()), self.facts)
        return sha256(json.dumps(said).encode()).hexdigest()[:PRINT_LENGTH]


def fields_told(model: type[Record]) -> tuple[str, ...]:
    """The fields that must be read to tell what rows of this type say."""
    named = [name for moment in moments_of(model) for name in moment.fields]
    return tuple(dict.fromkeys(("record_id", "source", "force_id", *named)))


def repeating(model: type[Record]) -> frozenset[str]:
    """The names of what can happen to a row of this type more than once."""
    return frozenset(str(one.name) for one in moments_of(model) if one.repeats)


def told_by(model: type[Record], row: Mapping[str, Any], place: str) -> Iterator[Told]:
    """Everything that a row says has happened. Any moment is taken as it stands, 1900 included."""
    moments = moments_of(model)
    names = [moment.name for moment in moments]
    for moment in moments:
        when = row[moment.at]
        keys = {name: _text(row[name]) for name in moment.keys if _text(row[name])}
        if when is None or not keys or not moment.holds(row):
            continue
        at = moment_of(when)
        once = [str(moment.name), type_key(model), row["record_id"]]
        if names.count(moment.name) > 1:
            once.append(moment.at)
        if moment.repeats:
            once.append(at.isoformat())
        yield Told(
            once=":".join(once),
            name=str(moment.name),
            record_type=type_key(model),
            record_id=row["record_id"],
            force_id=row["force_id"],
            at=at,
            person_key=(row[moment.person] or None) if moment.person else None,
            keys=keys,
            facts={name: fact_of(row[name]) for name in (*moment.facts, *moment.keys)},
            place=place,
        )


def moment_of(value: date) -> datetime:
    """A moment in UTC; a day begins at its local midnight."""
    if isinstance(value, datetime):
        return value.astimezone(UTC)
    return datetime.combine(value, time.min, CALENDAR_ZONE).astimezone(UTC)


def fact_of(value: Any) -> Fact:
    """A value as clocks are given it: moments and days in ISO 8601, moments in UTC."""
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def _text(value: Any) -> str:
    return "" if value is None else str(fact_of(value))[:KEY_LENGTH]
