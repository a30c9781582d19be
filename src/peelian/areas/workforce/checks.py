"""What is wrong with the record of an assault on staff, in sentences (W37, INV-35)."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

from peelian.areas.workforce.assault import StaffAssault
from peelian.records.base import Record

OWN_CASE: Final = (
    "The assaulted person never investigates the assault on themselves: name somebody else."
)


class VictimInvestigates(Exception):
    """The one who was assaulted is named as the one who investigates it."""


def check_investigator(*, assaulted_ref: str | None, investigator_ref: str | None) -> None:
    """Raise `VictimInvestigates` where the investigator is the assaulted person."""
    if is_own_case(assaulted_ref, investigator_ref):
        raise VictimInvestigates(OWN_CASE)


def is_own_case(assaulted_ref: str | None, investigator_ref: str | None) -> bool:
    """Whether both numbers are known and the same, blanks and letter case apart."""
    mine, theirs = (assaulted_ref or "").strip(), (investigator_ref or "").strip()
    return bool(mine) and mine.casefold() == theirs.casefold()


def assault_faults(assault: StaffAssault) -> tuple[str, ...]:
    """Where the plan cannot be carried out as the record stands; empty where it can."""
    found = []
    if is_own_case(assault.assaulted_ref, assault.investigator_ref):
        found.append(OWN_CASE)
    if is_own_case(assault.assaulted_ref, assault.supervisor_ref):
        found.append("The assaulted person is named as their own supervisor: name another.")
    if assault.accident_reported_at is not None and not assault.accident_reported_by:
        found.append("The accident is reported, and nothing says by whom.")
    return tuple(found)


CHECKS: Mapping[type[Record], Callable[[Any], tuple[str, ...]]] = MappingProxyType(
    {StaffAssault: assault_faults}
)
