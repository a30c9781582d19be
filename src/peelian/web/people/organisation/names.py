"""What units and places are called on a day."""

from datetime import datetime

from django.utils.translation import gettext as _

from peelian.access.roles import ROLES
from peelian.access.standing import local_day, role_keys
from peelian.access.units import standing_on
from peelian.spine.force import forces
from peelian.spine.unit import Unit


def unit_name(force_id: str, unit_ref: str, at: datetime) -> str:
    """The name of a unit; its reference where there is no such unit on this day."""
    found = Unit.objects.filter(
        standing_on(local_day(at)), force_id=force_id, unit_ref=unit_ref
    ).first()
    return found.name if found else unit_ref


def units_on(force_id: str, at: datetime) -> list[tuple[str, str]]:
    """References and names of all units of a force, by name: what a form offers."""
    rows = Unit.objects.filter(standing_on(local_day(at)), force_id=force_id)
    return list(rows.order_by("name").values_list("unit_ref", "name"))


def place_in_words(force_id: str, unit_ref: str, at: datetime) -> str:
    """Where a role counts."""
    if not force_id:
        return _("Every force")
    if unit_ref:
        return unit_name(force_id, unit_ref, at)
    known = forces().get(force_id)
    return _("All of {force}").format(force=known.name if known else force_id)


def roles_in_words(written: str | None) -> str:
    """Titles of the roles that a post brings; empty where it brings none."""
    return ", ".join(_(ROLES[key].title) for key in role_keys(written) if key in ROLES)
