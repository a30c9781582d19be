"""A record before a panel, whole: for the panel's own verbs, which show only what is declared.

Nobody is given what stands here. Whoever runs a panel learns a reference, a member the sheet, and
whoever prepares it asks access as for any record.
"""

from peelian.access.giving.refusal import NothingThere
from peelian.engines.panels.declared import Panel
from peelian.records.adopt import stored
from peelian.records.base import Record
from peelian.records.store.reader import Reader


def record_of(panel: Panel, record_id: str, force_id: str, tables: Reader) -> Record:
    """The record as it is held now; raises `NothingThere` where it was erased since."""
    held = panel.of._default_manager.filter(record_id=record_id).first()
    found = held if held is not None else stored(panel.of, record_id, tables)
    if found is None or found.force_id != force_id:
        raise NothingThere
    return found


def reference_of(panel: Panel, record_id: str, force_id: str, tables: Reader) -> str:
    """What the force calls the record: for whoever prepares the case, after access was asked."""
    return str(getattr(record_of(panel, record_id, force_id, tables), panel.reference) or "")
