"""What a reader asks of a list: filters on fields and words to search for.

Each looks only at rows in which its column is open to the reader, so that a hidden cell changes no
result, no order and no count (T03).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import reduce
from operator import and_, or_
from typing import Any
from zoneinfo import ZoneInfo

import ibis
from django.db import models
from django.db.models import Q

from peelian.access.conditions import NO_ROW, Condition
from peelian.engines.registers.sight import Sight
from peelian.records.base import Record
from peelian.records.derived import ZONE

# Keys of machines: words typed by people never mean a part of one.
NOT_SEARCHED = frozenset({"record_id", "source", "force_id"})
MOST_WORDS = 8
# What a whole number can be in either storage.
WHOLE_NUMBERS = range(-(2**31), 2**31)
LONGEST_SEARCH = 200


class UnknownFilter(ValueError):
    """A filter names a field that the list does not have for this reader, or a wrong value."""


@dataclass(frozen=True)
class Between:
    """A field from one value to below another; equal to the first where they are the same."""

    column: str
    low: Any
    below: Any

    def as_q(self, sight: Sight) -> Q:
        """On the operational table."""
        if self.below is None:
            found = Q(**{self.column: self.low})
        else:
            found = Q(**{f"{self.column}__gte": self.low, f"{self.column}__lt": self.below})
        return found & sight.open_in(self.column).as_q()

    def as_ibis(self, sight: Sight, table: ibis.Table) -> Any:
        """On the same record type in the store."""
        column = table[self.column]
        if self.below is None:
            found = column == self.low
        else:
            found = (column >= self.low) & (column < self.below)
        return found.fill_null(False) & sight.open_in(self.column).as_ibis(table)


@dataclass(frozen=True)
class Asked:
    """Filters and words of one look, read and held against what the reader may see."""

    filters: tuple[Between, ...]
    words: tuple[str, ...]
    columns: tuple[str, ...]

    def as_q(self, sight: Sight) -> Q:
        """The rows asked for that are in sight, on the operational table."""
        parts = [sight.rows.as_q(), *(one.as_q(sight) for one in self.filters)]
        opened = [(names, rows.as_q()) for rows, names in self._alike(sight).items()]
        for word in self.words:
            forms = _forms(word)
            found = NO_ROW
            for names, rows in opened:
                in_one = (Q(**{f"{name}__icontains": one}) for name in names for one in forms)
                found |= reduce(or_, in_one) & rows
            parts.append(found)
        return reduce(and_, parts)

    def as_ibis(self, sight: Sight, table: ibis.Table) -> Any:
        """The same in the store."""
        parts = [sight.rows.as_ibis(table), *(one.as_ibis(sight, table) for one in self.filters)]
        opened = [(names, rows.as_ibis(table)) for rows, names in self._alike(sight).items()]
        for word in self.words:
            lowered = word.lower()
            found: Any = ibis.literal(False)
            for names, rows in opened:
                in_one = (table[name].lower().contains(lowered).fill_null(False) for name in names)
                found |= reduce(or_, in_one) & rows
            parts.append(found)
        return reduce(and_, parts)

    def _alike(self, sight: Sight) -> dict[Condition, list[str]]:
        """The columns to search by the rows in which they are open: most are open in the same."""
        alike: dict[Condition, list[str]] = {}
        for name in self.columns:
            alike.setdefault(sight.open_in(name), []).append(name)
        return alike


def read(sight: Sight, filters: Mapping[str, str], search: str) -> Asked:
    """What was asked, understood. Raises `UnknownFilter` saying what would be right.

    A filter is a field and its value: a word, yes or no, a number, a day YYYY-MM-DD, of moments the
    local day. Blank filters say nothing.
    """
    names = {card.name for card in sight.columns}
    kinds = {field.name: field for field in sight.model._meta.concrete_fields}
    if any("\x00" in text for text in (search, *filters.values())):
        raise UnknownFilter("This holds a character that no record can hold.")
    made = []
    for name, value in filters.items():
        if not value.strip():
            continue
        if name not in names:
            known = ", ".join(sorted(names)) or "none"
            raise UnknownFilter(f"This list has no field '{name}'. Its fields: {known}.")
        made.append(_between(name, kinds[name], value.strip()))
    if len(search) > LONGEST_SEARCH:
        raise UnknownFilter(f"Search for at most {LONGEST_SEARCH} characters.")
    words = tuple(dict.fromkeys(search.split()))[:MOST_WORDS]
    return Asked(tuple(made), words, tuple(_searched(sight.model, names)))


def _searched(model: type[Record], names: set[str]) -> Iterator[str]:
    for field in model._meta.concrete_fields:
        text = isinstance(field, models.CharField | models.TextField)
        if text and field.name in names and field.name not in NOT_SEARCHED:
            yield field.name


def _between(name: str, field: "models.Field[Any, Any]", value: str) -> Between:
    try:
        match field:
            case models.BooleanField():
                return Between(name, {"yes": True, "no": False}[value.lower()], None)
            case models.DateTimeField():
                day = date.fromisoformat(value)
                return Between(name, _midnight(day), _midnight(day + timedelta(days=1)))
            case models.DateField():
                return Between(name, date.fromisoformat(value), None)
            case models.IntegerField():
                return Between(name, WHOLE_NUMBERS[WHOLE_NUMBERS.index(int(value))], None)
            case models.FloatField():
                return Between(name, float(value), None)
            case _:
                return Between(name, value, None)
    except (KeyError, ValueError, OverflowError):
        raise UnknownFilter(
            f"'{value}' is no value of {name}. Write yes or no, a number, or a day as YYYY-MM-DD, "
            "as the field has them."
        ) from None


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), ZoneInfo(ZONE))


def _forms(word: str) -> frozenset[str]:
    """The word as SQLite must be asked for it, which knows upper and lower case of ASCII only."""
    if word.isascii():
        return frozenset({word})
    return frozenset({word, word.lower(), word.upper(), word.title(), word.capitalize()})
