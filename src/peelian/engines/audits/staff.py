"""The names and numbers of a force's staff and units, by which texts name who did the work."""

from collections.abc import Mapping
from dataclasses import dataclass

from peelian.spine.officer import Officer
from peelian.spine.unit import Unit


@dataclass(frozen=True)
class Staff:
    """Names by number, and names of units by reference."""

    names: Mapping[str, str]
    units: Mapping[str, str]


def staff_of(force_id: str) -> Staff:
    """Everybody who is or was in the force, and every unit that it has or had."""
    officers = Officer.objects.filter(force_id=force_id).values_list("officer_ref", "name")
    units = Unit.objects.filter(force_id=force_id).values_list("unit_ref", "name")
    return Staff(names=dict(officers), units=dict(units))
