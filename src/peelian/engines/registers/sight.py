"""What somebody may do with the rows of a type, where more than one verb must allow it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from peelian.access.conditions import AllOf, Condition
from peelian.access.user import User
from peelian.access.verbs import Verb
from peelian.access.visible import Visible, visible
from peelian.records.base import Record
from peelian.records.schema import FieldCard, fields_of


@dataclass(frozen=True)
class Sight:
    """The rows and cells that are open for every one of the verbs asked for."""

    model: type[Record]
    parts: tuple[Visible, ...]

    @property
    def nothing(self) -> bool:
        """Whether no row is open."""
        return any(part.nothing for part in self.parts)

    @property
    def rows(self) -> Condition:
        """The rows in sight."""
        return _all(tuple(part.rows for part in self.parts))

    @property
    def columns(self) -> tuple[FieldCard, ...]:
        """The fields that are open in some row, in the order of declaration."""
        names = frozenset[str].intersection(*(frozenset(part.columns) for part in self.parts))
        return tuple(card for card in fields_of(self.model) if card.name in names)

    def open_in(self, column: str) -> Condition:
        """The rows in which this column is open: all that a filter or a search may look at."""
        return _all(tuple(part.rows_open_in(column) for part in self.parts))

    def open_fields(self, row: object) -> frozenset[str]:
        """The columns that are open in this row."""
        return frozenset[str].intersection(*(part.open_fields(row) for part in self.parts))

    def cells(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """The open cells of a row; the others are absent, not empty."""
        open_here = self.open_fields(row)
        return {name: value for name, value in row.items() if name in open_here}


def sight(actor: User, model: type[Record], *, at: datetime, verbs: tuple[Verb, ...]) -> Sight:
    """What this actor may do by all of these verbs, at this moment."""
    return Sight(model, tuple(visible(actor, model, verb=verb, at=at) for verb in verbs))


def _all(parts: tuple[Condition, ...]) -> Condition:
    return parts[0] if len(parts) == 1 else AllOf(parts)
