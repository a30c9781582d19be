"""Records with a word of their own in every field that can hold one."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db import models

from matrix.canaries import canary
from matrix.expected import Handled, Relation
from peelian.records.base import MonthField, Record
from peelian.records.schema import handling_of, type_key
from people import FORCE, NOW, SINCE

ELSEWHERE = "kent"
MONTH = "2026-03"
# No word fits where a row says whose it is, by which rule it is read or from when it counts.
KEPT = frozenset({"id", "source", "force_id", "version", "unit_ref"})
FIRST_DAY = date(1700, 1, 1)
DAYS = 60_000


@dataclass(frozen=True)
class Planted:
    """One record: where it lies, how readers stand to it, and the word in each of its fields."""

    model: type[Record]
    name: str
    record_id: str
    force: str
    source: str
    stored: bool
    unit: str
    words: dict[str, str]
    tied: frozenset[str] = frozenset()
    closed_to: frozenset[str] = frozenset()
    sealed: bool = False
    members: frozenset[str] = frozenset()
    glass: frozenset[str] = frozenset()
    values: dict[str, Any] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """The type, as addresses name it."""
        return type_key(self.model)

    def relation(self, reader: str, units: frozenset[str]) -> Relation:
        """How this reader, who has these units under them, stands to the record."""
        if self.force != FORCE:
            return "elsewhere"
        if reader in self.closed_to:
            return "closed"
        if self.sealed:
            return "member" if reader in self.members else "closed"
        if reader in self.glass:
            return "glass"
        if reader in self.tied:
            return "own"
        return "team" if self.unit in units else "other"

    def handled(self, name: str) -> Handled:
        """How a field is sorted."""
        return handling_of(self.model, name)


def day_word(*about: str) -> str:
    """A day, far back, that stands nowhere else, as YYYY-MM-DD."""
    number = sum(ord(letter) * 7919**place for place, letter in enumerate(canary(*about)))
    return (FIRST_DAY + timedelta(days=number % DAYS)).isoformat()


def plant(
    model: type[Record],
    name: str,
    *,
    force: str = FORCE,
    source: str = "extracts",
    stored: bool = False,
    unit: str = "",
    given: dict[str, Any] | None = None,
    **standing: Any,
) -> Planted:
    """A record with words in its fields; `given` are fields that say something meant."""
    about = (type_key(model), name, "stored" if stored else "table")
    values: dict[str, Any] = {"record_id": f"{canary(*about)}-{name}"[:36]}
    words = {"record_id": canary(*about)}
    fixed = given or {}
    for one in model._meta.concrete_fields:
        if one.name in KEPT or one.name in fixed or one.name in values:
            continue
        match one:
            case MonthField():
                values[one.name] = MONTH
            case models.CharField() | models.TextField():
                words[one.name] = values[one.name] = canary(*about, one.name)
            case models.DateTimeField():
                values[one.name] = NOW + timedelta(hours=one.name.startswith("ends"))
            case models.DateField() if one.name == "starts_on":
                values[one.name] = SINCE
            case models.DateField() if one.name in ("ends_on", "left_on"):
                values[one.name] = None
            case models.DateField():
                words[one.name] = day_word(*about, one.name)
                values[one.name] = date.fromisoformat(words[one.name])
            case models.BooleanField():
                values[one.name] = True
            case _:
                values[one.name] = 1
    if any(one.name == "unit_ref" for one in model._meta.concrete_fields):
        unit = unit or "S1"
        values.setdefault("unit_ref", unit)
    values |= fixed
    words |= {key: value for key, value in fixed.items() if str(value).startswith("Zq")}
    return Planted(
        model,
        name,
        values["record_id"],
        force,
        source,
        stored,
        unit,
        words,
        values=values,
        **standing,
    )
