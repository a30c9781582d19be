"""What must not be shown to somebody whatever their power: sealed records, and conflicts."""

from datetime import datetime

from peelian.access.dated import counts_at
from peelian.access.denied import conflicting, sealed
from peelian.access.seal import Seal
from peelian.access.standing import standing_of
from peelian.access.user import User
from peelian.records.base import Record
from peelian.records.protection import protection_of
from peelian.records.schema import type_key


def denied(actor: User, record: Record, at: datetime) -> bool:
    """Whether the record is sealed from the actor, or in conflict with them."""
    standing, model = standing_of(actor, at), type(record)
    _mine, hidden = sealed(standing, model)
    return hidden.holds(record) or conflicting(standing, model, protection_of(model)).holds(record)


def is_sealed(model: type[Record], record_id: str, at: datetime) -> bool:
    """Whether a seal is on the record now."""
    rows = Seal.objects.filter(counts_at(at), record_type=type_key(model), record_id=record_id)
    return rows.exists()
