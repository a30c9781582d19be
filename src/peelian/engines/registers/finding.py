"""One record by its address, from whichever storage holds it, as this reader may see it."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import NoReturn

from django.db import transaction

from peelian.access.user import User
from peelian.access.verbs import Verb
from peelian.engines.registers.errors import NoSuchRecord
from peelian.engines.registers.listing import Origin, origin_of
from peelian.engines.registers.sight import Sight, sight
from peelian.records.adopt import stored
from peelian.records.base import Record
from peelian.records.schema import schema_of, type_key
from peelian.records.store.reader import Reader
from peelian.trail.append import append
from peelian.trail.particulars import Particulars, Result
from peelian.trail.verbs import Verb as Deed

ADDRESS = re.compile(r"[A-Za-z0-9-]{1,36}")


@dataclass(frozen=True)
class InSight:
    """A record that the reader may see, with every cell, and what of it is open to them."""

    record: Record
    sight: Sight
    origin: Origin

    @property
    def open_fields(self) -> frozenset[str]:
        """The fields that may leave the server."""
        return self.sight.open_fields(self.record)

    @property
    def whole(self) -> bool:
        """Whether every field is open, and not only because the row is published somewhere.

        Files and people of a record are shown to nobody else: they may say anything.
        """
        opened = frozenset[str]().union(
            *(
                layer.fields
                for part in self.sight.parts
                for layer in part.layers
                if layer.because != "open" and layer.rows.holds(self.record)
            )
        )
        return frozenset(schema_of(type(self.record)).names) <= opened


def find(
    actor: User, model: type[Record], record_id: str, tables: Reader, *, at: datetime
) -> InSight:
    """The record, if the actor may consult it; else `NoSuchRecord`, whatever the cause.

    A record that is hidden is looked for in the store as well, as one that is missing is, so that
    both take the same time (T01).
    """
    if not ADDRESS.fullmatch(record_id):
        raise NoSuchRecord
    seen = sight(actor, model, at=at, verbs=(Verb.CONSULT,))
    held = _operational(model, record_id, seen)
    if held is not None:
        return held
    found = stored(model, record_id, tables, within=seen.rows.as_ibis)
    if found is not None and seen.rows.holds(found):
        return InSight(found, seen, "loaded")
    # Somebody may have adopted the row between the two questions.
    held = _operational(model, record_id, seen)
    if held is None:
        raise NoSuchRecord
    return held


def _operational(model: type[Record], record_id: str, seen: Sight) -> InSight | None:
    row = model._default_manager.filter(record_id=record_id).first()
    if row is None or not seen.rows.holds(row):
        return None
    return InSight(row, seen, origin_of(row.source))


def refuse(actor: User, model: type[Record], record_id: str, *, at: datetime) -> NoReturn:
    """Write that a record was asked for in vain, and raise `NoSuchRecord`.

    The entry too is the same for a hidden and for a missing record.
    """
    if ADDRESS.fullmatch(record_id):
        with transaction.atomic():
            append(
                actor=actor.trail_name,
                verb=Deed.DENIED,
                ref=(type_key(model), record_id),
                detail=Particulars(result=Result.REFUSED).detail(),
                at=at,
            )
    raise NoSuchRecord from None
