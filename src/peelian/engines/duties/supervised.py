"""Whose work somebody answers for: their own posts, and the units that they supervise."""

from datetime import datetime
from typing import Final

from peelian.access.standing import standing_of
from peelian.access.units import standing_on, units_under
from peelian.access.user import User
from peelian.spine.unit import Unit

# Roles whose holders hand out the work of the unit for which they hold them, and of those below.
SUPERVISING: Final = frozenset({"supervisor", "chief-officer"})


def supervised_units(actor: User, at: datetime) -> frozenset[str]:
    """References of the units of the actor's own force whose work they supervise at this moment.

    A role that is held for no unit is held for the whole force; of other forces nobody supervises
    anything.
    """
    standing = standing_of(actor, at)
    found: set[str] = set()
    for held in standing.roles:
        if held.role.key not in SUPERVISING or held.force_id != actor.force_id:
            continue
        if held.unit_ref:
            found |= units_under(held.force_id, held.unit_ref, on=standing.day)
        else:
            rows = Unit.objects.filter(standing_on(standing.day), force_id=held.force_id)
            found |= set(rows.values_list("unit_ref", flat=True))
    return frozenset(found)


def own_posts(actor: User, at: datetime) -> frozenset[str]:
    """References of the posts that the actor holds at this moment."""
    return frozenset(post.post_ref for post in standing_of(actor, at).posts)


def supervises(actor: User, at: datetime) -> bool:
    """Whether somebody hands out the work of any unit: what a menu asks on every page."""
    return any(
        held.role.key in SUPERVISING and held.force_id == actor.force_id
        for held in standing_of(actor, at).roles
    )
