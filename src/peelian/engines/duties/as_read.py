"""A duty as one reader meets it: the cells and words that are open to them, and no others."""

from datetime import datetime

from peelian.access.user import User
from peelian.engines.duties.models import Duty, DutyNote
from peelian.engines.duties.words import State
from peelian.engines.duties.work import OF_ITSELF
from peelian.engines.registers.sight import Sight
from peelian.records.schema import schema_of


def given_to(actor: User, row: Duty, units: frozenset[str]) -> bool:
    """Whether the words were written for this reader: they answer for it, or sit in the meeting.

    A decision about no record is read by whoever supervises the unit that carries it out.
    """
    if row.force_id != actor.force_id:
        return False
    if actor.officer_ref and row.officer_ref == actor.officer_ref:
        return True
    return row.of_type == OF_ITSELF and row.unit_ref in units


def open_words(row: Duty, seen: Sight, *, given: bool) -> bool:
    """Whether the reader may see what people wrote about the duty."""
    return given or "words" in seen.open_fields(row)


def without_words(note: DutyNote) -> DutyNote:
    """The note as readers of facts alone meet it: what and when, not by whom and why."""
    note.words = note.by = ""
    return note


def as_read(row: Duty, seen: Sight, at: datetime, *, whole: bool) -> Duty:
    """The open cells: every one for those to whom the words were given."""
    names = schema_of(Duty).names
    opened = frozenset(names) if whole else seen.open_fields(row)
    shown = Duty(**{name: getattr(row, name) for name in names if name in opened})
    if row.state == State.RUNNING and row.due_at is not None and row.due_at <= at:
        shown.state = State.LATE
    return shown
