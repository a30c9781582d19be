"""Which rows: one small language, read by plain Python, by the operational tables and by the store.

A condition is written once and asked in three ways, so that a single record, a list and a figure
cannot get different answers. A field that is empty is in no set of values: `Not(FieldIn(...))`
holds for it in all three.
"""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_

import ibis
from django.db.models import Q


class Condition(ABC):
    """A set of rows of one record type."""

    @abstractmethod
    def holds(self, row: object) -> bool:
        """Whether this row is in the set."""

    @abstractmethod
    def as_q(self) -> Q:
        """The set as a condition on the operational table."""

    @abstractmethod
    def as_ibis(self, table: ibis.Table) -> ibis.expr.types.BooleanValue:
        """The set as a condition on the same record type in the store."""

    @property
    @abstractmethod
    def fields(self) -> frozenset[str]:
        """The fields that the condition reads."""


@dataclass(frozen=True)
class Everything(Condition):
    """Every row."""

    def holds(self, row: object) -> bool:
        return True

    def as_q(self) -> Q:
        return Q()

    def as_ibis(self, table: ibis.Table) -> ibis.expr.types.BooleanValue:
        return ibis.literal(True)

    @property
    def fields(self) -> frozenset[str]:
        return frozenset()


@dataclass(frozen=True)
class FieldIn(Condition):
    """Rows of which a field has one of these values; no value at all is no row."""

    field: str
    values: frozenset[str]

    def holds(self, row: object) -> bool:
        return getattr(row, self.field) in self.values

    def as_q(self) -> Q:
        return Q(**{f"{self.field}__in": sorted(self.values)})

    def as_ibis(self, table: ibis.Table) -> ibis.expr.types.BooleanValue:
        if not self.values:
            return ibis.literal(False)
        return table[self.field].isin(sorted(self.values)).fill_null(False)

    @property
    def fields(self) -> frozenset[str]:
        return frozenset({self.field})


@dataclass(frozen=True)
class Not(Condition):
    """Every row that is not in the set."""

    of: Condition

    def holds(self, row: object) -> bool:
        return not self.of.holds(row)

    def as_q(self) -> Q:
        # An empty condition lets every row pass in Django, and so does its negation.
        found = self.of.as_q()
        return ~found if found else NO_ROW

    def as_ibis(self, table: ibis.Table) -> ibis.expr.types.BooleanValue:
        return ~self.of.as_ibis(table)

    @property
    def fields(self) -> frozenset[str]:
        return self.of.fields


@dataclass(frozen=True)
class AllOf(Condition):
    """Rows that are in every one of the sets."""

    parts: tuple[Condition, ...]

    def holds(self, row: object) -> bool:
        return all(part.holds(row) for part in self.parts)

    def as_q(self) -> Q:
        return reduce(and_, (part.as_q() for part in self.parts), Q())

    def as_ibis(self, table: ibis.Table) -> ibis.expr.types.BooleanValue:
        return reduce(and_, (part.as_ibis(table) for part in self.parts), ibis.literal(True))

    @property
    def fields(self) -> frozenset[str]:
        return frozenset().union(*(part.fields for part in self.parts))


@dataclass(frozen=True)
class AnyOf(Condition):
    """Rows that are in at least one of the sets; of no set, no row."""

    parts: tuple[Condition, ...]

    def holds(self, row: object) -> bool:
        return any(part.holds(row) for part in self.parts)

    def as_q(self) -> Q:
        # An empty condition joined by "or" vanishes in Django instead of letting every row pass.
        found = [part.as_q() for part in self.parts]
        return reduce(or_, found, NO_ROW) if all(found) else Q()

    def as_ibis(self, table: ibis.Table) -> ibis.expr.types.BooleanValue:
        return reduce(or_, (part.as_ibis(table) for part in self.parts), ibis.literal(False))

    @property
    def fields(self) -> frozenset[str]:
        return frozenset().union(*(part.fields for part in self.parts))


NO_ROW = Q(pk__in=())
EVERYTHING = Everything()
NOTHING = AnyOf(())


def addresses(found: frozenset[str]) -> Condition:
    """The rows with these addresses."""
    return FieldIn("record_id", found) if found else NOTHING


def without(rows: Condition, denied: Condition) -> Condition:
    """The rows of one set that are not in the other."""
    return rows if denied == NOTHING else AllOf((rows, Not(denied)))
