"""The numbers of the daily meeting: duties that are late and dangerous, by unit."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from peelian.access.standing import local_day
from peelian.access.units import units_under
from peelian.engines.duties.due_list import Due
from peelian.engines.duties.words import OPEN
from peelian.web.force.reader import Caller

HIGH = "high"


@dataclass(frozen=True)
class LateOfUnit:
    """How many high-risk duties of a unit are late, with their references, oldest end first."""

    unit_ref: str
    number: int
    references: tuple[str, ...]


def late_high_risk(found: Iterable[Due], at: datetime) -> tuple[LateOfUnit, ...]:
    """By unit, the most first; a duty without a unit stands under an empty reference."""
    by_unit: dict[str, list[Due]] = {}
    for due in found:
        end = due.duty.due_at
        if due.duty.state in OPEN and due.duty.risk == HIGH and end is not None and end <= at:
            by_unit.setdefault(due.duty.unit_ref or "", []).append(due)
    rows = []
    for unit, dues in by_unit.items():
        ordered = sorted(dues, key=lambda due: due.duty.due_at or at)
        references = dict.fromkeys(reference(due) for due in ordered)
        rows.append(LateOfUnit(unit, len(dues), tuple(references)))
    return tuple(sorted(rows, key=lambda row: (-row.number, row.unit_ref)))


def reference(due: Due) -> str:
    """What people call the record of a duty, else the duty itself."""
    return due.duty.of_ref or due.duty.matter or due.duty.duty_ref or due.duty.record_id


def top_units(who: Caller, units: frozenset[str]) -> tuple[str, ...]:
    """Those of the units that lie under no other of them."""
    day = local_day(who.at)
    below: set[str] = set()
    for ref in units:
        below |= units_under(who.actor.force_id, ref, on=day) - {ref}
    return tuple(sorted(units - below))
