"""Encounters that must not come before a panel, or not before this reader (T01, C-ACC-3).

A sealed record exists for nobody outside its seal, so it is in no frame; one that was sealed since
is shown no more. Nobody reads of their own encounter, of their family or of a declared interest.
"""

from datetime import datetime

from peelian.access.dated import by_type
from peelian.access.denied import conflicting
from peelian.access.seal import Seal
from peelian.access.standing import standing_of
from peelian.access.user import User
from peelian.engines.panels.declared import Panel
from peelian.records.base import Record
from peelian.records.protection import protection_of
from peelian.records.schema import type_key


def sealed_records(panel: Panel, at: datetime) -> frozenset[str]:
    """The addresses of the panel's record type that are sealed now."""
    return by_type(Seal.objects.all(), at).get(type_key(panel.of), frozenset())


def is_shut(panel: Panel, record: Record, *, actor: User, at: datetime) -> bool:
    """Whether this reader must not read of the record, whatever panel they sit on."""
    if record.record_id in sealed_records(panel, at):
        return True
    standing = standing_of(actor, at)
    return conflicting(standing, panel.of, protection_of(panel.of)).holds(record)
