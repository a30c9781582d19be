"""Rows of the organisation that people type, beside those that an extract brings."""

import uuid

from peelian.access.giving.refusal import Refused
from peelian.records.base import Record
from peelian.records.openness import TYPED


def new_address() -> str:
    """The address of a typed row: never of another row, whatever is loaded later."""
    return str(uuid.uuid4())


def check_typed(row: Record, what: str) -> None:
    """Raise `Refused` for a row of an extract: the next load would bring back what it said."""
    if row.source != TYPED:
        raise Refused(f"{what} comes from an extract: change it in the system that it comes from.")


__all__ = ["TYPED", "check_typed", "new_address"]
