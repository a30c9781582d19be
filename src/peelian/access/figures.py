"""Whose figures somebody may see: a figure counts every row of a force, in sight or not.

So it takes a role that reaches the whole force for the purpose for which the rows are held: one
that reaches a unit, or rows one by one, opens rows and no figure.
"""

from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone

from peelian.access.actors import Actor
from peelian.access.standing import HeldRole, standing_of
from peelian.access.user import User
from peelian.access.verbs import Verb
from peelian.records.base import Record
from peelian.records.protection import Purpose, protection_of


def may_count(
    actor: Actor,
    models: Iterable[type[Record]],
    forces: Iterable[str],
    *,
    at: datetime | None = None,
) -> bool:
    """Whether the actor may see what is counted over all rows of these types in these forces.

    `forces` are slugs. Asked anew at each look, as everything that access decides.
    """
    if not isinstance(actor, User):
        return False
    roles = standing_of(actor, at or timezone.now()).roles
    wanted = {protection_of(model).held_for for model in models}
    return all(
        any(_counts(held, purpose) and held.force_id in ("", force) for held in roles)
        for purpose in wanted
        for force in set(forces)
    )


def _counts(held: HeldRole, purpose: Purpose) -> bool:
    """Whether this role, where it is held, reaches every row of a force held for the purpose."""
    return any(
        Verb.CONSULT in allowed.verbs
        and purpose in allowed.purposes
        and (allowed.reach == "force" or (allowed.reach == "scope" and not held.unit_ref))
        for allowed in held.role.allows
    )
