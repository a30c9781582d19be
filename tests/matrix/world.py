"""The world of the matrix: what was planted in it, who reads it, what the tables say of both."""

from dataclasses import dataclass, field
from functools import cached_property

from django.test import Client

from matrix.beside import Beside
from matrix.expected import DOOR, UNITS, Handled, Relation, sight
from matrix.planting import Planted
from peelian.access.roles import ROLES
from peelian.areas.investigation.models import Investigation
from peelian.records.base import Record
from people import Force

READERS = (*ROLES, "other-team", "nobody", "switched-off", "service")
# What the one share of the world hands to the partner agency.
SHARED = frozenset({"record_id", "offence", "state"})


@dataclass
class World:
    """Everything that was planted, and the browser of each reader."""

    force: Force
    planted: list[Planted] = field(default_factory=list)
    beside: list[Beside] = field(default_factory=list)
    numbers: dict[str, str | int] = field(default_factory=dict)
    browsers: dict[str, Client] = field(default_factory=dict)
    # Words that a reader meets on the sheet of a file under their review, and nowhere else.
    sheets: dict[str, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def fields(self) -> dict[str, list[tuple[Planted, str]]]:
        """Each word of a field, with every record and field in which it stands."""
        found: dict[str, list[tuple[Planted, str]]] = {}
        for one in self.planted:
            for name, word in one.words.items():
                found.setdefault(word, []).append((one, name))
        return found

    @cached_property
    def others(self) -> dict[str, Beside]:
        """Each word beside records."""
        return {one.word: one for one in self.beside}

    def record(self, model: type[Record], name: str, *, stored: bool = False) -> Planted:
        """The planted record of this name."""
        wanted = (model, name, stored)
        return next(one for one in self.planted if (one.model, one.name, one.stored) == wanted)

    def relation(self, reader: str, one: Planted) -> Relation:
        """How the reader stands to the record."""
        return one.relation(reader, frozenset(UNITS.get(reader, ())))

    def seen(self, reader: str, one: Planted) -> frozenset[Handled]:
        """Which fields of the record the reader may see, by the tables of the matrix."""
        return sight(reader, one.key, self.relation(reader, one), one.source)

    def shared(self, one: Planted) -> bool:
        """Whether this is the record that is shared with the partner agency."""
        return (one.model, one.name, one.stored) == (Investigation, "other", False)

    def allowed(self, reader: str, word: str) -> bool:
        """Whether this word may be shown to this reader, on any page."""
        if word in self.sheets.get(reader, ()):
            return True
        if word in self.fields:
            return any(self._open(reader, one, name) for one, name in self.fields[word])
        other = self.others[word]
        told = other.record is not None and other.handled in self.seen(reader, other.record)
        return told or reader in other.readers

    def _open(self, reader: str, one: Planted, name: str) -> bool:
        if reader == "partner" and self.shared(one):
            return name in SHARED
        if name == "record_id":
            # Whoever reads the trail meets the addresses of records there, and nothing of them.
            return reader == "trail-reviewer" or bool(self.seen(reader, one))
        return one.handled(name) in self.seen(reader, one)

    def behind(self, record_id: str) -> Planted:
        """The record that a planted duty or assessment is about, by the address of that one."""
        return next(one for one in self.planted if record_id[2:] == one.record_id[:34])

    def what(self, word: str) -> str:
        """What a word was planted in, for the message of a failing test."""
        if word in self.fields:
            one, name = self.fields[word][0]
            lies = "store" if one.stored else "table"
            return f"{name} ({one.handled(name)}) of {one.key} '{one.name}' in the {lies}"
        return self.others[word].what

    def door(self, reader: str) -> str:
        """The door by which this reader comes."""
        return DOOR.get(reader, "force")
