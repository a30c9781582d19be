"""The registers that have pages: found by the key in an address, named in words."""

from dataclasses import dataclass
from datetime import datetime

from peelian import catalogue
from peelian.access.user import User
from peelian.access.visible import visible
from peelian.engines.registers.errors import NoSuchRecord
from peelian.records.base import Record
from peelian.records.openness import OPENLY_PUBLISHED
from peelian.records.protection import Protected, protection_of
from peelian.records.schema import type_key
from peelian.records.store.reader import Reader


@dataclass(frozen=True)
class Register:
    """One record type as its pages know it."""

    model: type[Record]

    @property
    def key(self) -> str:
        return type_key(self.model)

    @property
    def protected(self) -> Protected:
        return protection_of(self.model)

    @property
    def one(self) -> str:
        """What one of its records is called, as the first words of a heading."""
        return _capital(str(self.model._meta.verbose_name))

    @property
    def many(self) -> str:
        """What its records are called together."""
        return _capital(str(self.model._meta.verbose_name_plural))

    @property
    def reference(self) -> str:
        """The field that people call a record by; its address where it has none."""
        return self.protected.reference or "record_id"


def register_of(key: str) -> Register:
    """The register with this key. Raises `NoSuchRecord`, as for a record that is not there."""
    for model in catalogue.REGISTERS:
        if type_key(model) == key:
            return Register(model)
    raise NoSuchRecord


def registers_of(actor: User, tables: Reader, at: datetime) -> tuple[Register, ...]:
    """The registers of which this person may see anything at all now, in the catalogue's order."""
    found = (Register(model) for model in catalogue.REGISTERS)
    return tuple(one for one in found if _in_sight(actor, one, tables, at))


def check_seen(actor: User, register: Register, tables: Reader, at: datetime) -> None:
    """Raise `NoSuchRecord` where this person may see nothing of the register."""
    if not _in_sight(actor, register, tables, at):
        raise NoSuchRecord


def _in_sight(actor: User, register: Register, tables: Reader, at: datetime) -> bool:
    """Whether rows are open for a reason of theirs, or there are rows that anyone may see."""
    reasons = {layer.because for layer in visible(actor, register.model, at=at).layers}
    if reasons - {"open"}:
        return True
    parts = tables.snapshot.parts_of(register.key)
    return "open" in reasons and any(part.source in OPENLY_PUBLISHED for part in parts)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
