"""What an actor may consult of a record type: the same answer for both kinds of storage."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import SimpleNamespace
from typing import Any

import ibis
from django.db.models import Q
from django.utils import timezone

from peelian.access.actors import Actor
from peelian.access.conditions import NOTHING as NO_ROWS
from peelian.access.conditions import AnyOf, Condition
from peelian.access.layers import Layer, layers
from peelian.access.verbs import Verb
from peelian.records.base import Record
from peelian.records.schema import fields_of


@dataclass(frozen=True)
class Visible:
    """The columns and rows of one record type that an actor may see.

    `columns` stand in the order of declaration: each is open in some row in sight, and `open_in`
    tells in which. A cell of a column that is not open in its row must not leave the server.
    """

    columns: tuple[str, ...]
    layers: tuple[Layer, ...]

    @property
    def nothing(self) -> bool:
        """Whether there is nothing to see, so that the reader is answered as if nothing existed."""
        return not self.columns or self.rows == NO_ROWS

    @property
    def rows(self) -> Condition:
        """The rows in sight."""
        return AnyOf(tuple(layer.rows for layer in self.layers))

    @property
    def alike(self) -> bool:
        """Whether every row in sight is open in every column, so that no cell must be hidden."""
        return len({layer.fields & set(self.columns) for layer in self.layers}) <= 1

    @property
    def needed(self) -> frozenset[str]:
        """The fields that a row must carry for `open_fields` to judge it."""
        return self.rows.fields

    def rows_open_in(self, column: str) -> Condition:
        """The rows in which this column is open: what a filter or a search on it may look at."""
        return AnyOf(tuple(one.rows for one in self.layers if column in one.fields))

    def open_fields(self, row: object) -> frozenset[str]:
        """The columns that are open in this row: a record, or a row of the store by name."""
        told = SimpleNamespace(**row) if isinstance(row, Mapping) else row
        return frozenset[str]().union(
            *(one.fields for one in self.layers if one.rows.holds(told))
        ) & frozenset(self.columns)

    def as_q(self) -> Q:
        """The rows in sight, as a condition on the operational table."""
        return self.rows.as_q()

    def as_ibis(self, table: ibis.Table) -> ibis.expr.types.BooleanValue:
        """The rows in sight, as a condition on the same record type in the store."""
        return self.rows.as_ibis(table)


NOTHING = Visible(columns=(), layers=())


def visible(
    actor: Actor,
    record_type: type[Record],
    *,
    verb: Verb = Verb.CONSULT,
    at: datetime | None = None,
) -> Visible:
    """What this actor may consult (or disclose, or erase) of this record type, now or then."""
    found = tuple(
        one
        for one in layers(actor, verb, record_type, at or timezone.now())
        if one.rows != NO_ROWS and one.fields
    )
    opened = frozenset[str]().union(*(one.fields for one in found))
    columns = tuple(card.name for card in fields_of(record_type) if card.name in opened)
    return Visible(columns=columns, layers=found) if columns else NOTHING


def hidden_cells_removed(seen: Visible, row: Mapping[str, Any]) -> dict[str, Any]:
    """The cells of a row that are open to the reader; the others are absent, not empty."""
    open_here = seen.open_fields(row)
    return {name: value for name, value in row.items() if name in open_here}
