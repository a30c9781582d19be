"""Who is told when a reviewer suspects misuse: professional standards, by a notice and no more.

A notice is a line on their own page that leads to the alert. Whether a conduct matter is recorded,
and as what, is for a person of theirs to decide (R17).
"""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from peelian.access.dated import counts_at
from peelian.access.held import RoleHeld
from peelian.access.roles import StandardsInvestigator
from peelian.access.standing import local_day, role_keys, standing_of
from peelian.access.units import standing_on
from peelian.access.user import Kind, User
from peelian.engines.oversight.models import Alert
from peelian.engines.oversight.review_night import ALERT
from peelian.engines.registers import notices
from peelian.spine.post import Holding, Post


@dataclass(frozen=True)
class Told:
    """How many were told; nobody where no one but those whom it concerns holds the role."""

    people: int


def tell_standards(*, alert: Alert, by: User, at: datetime) -> Told:
    """Put a notice on the page of all who hold that role in the force, in the caller's transaction.

    Whoever the alert is about is not told, and the reviewer knows already.
    """
    told = 0
    for holder in holders_of(StandardsInvestigator.key, force_id=alert.force_id, at=at):
        if holder.pk != by.pk and not alert.about(holder):
            notices.notify(holder, notices.Kind.LOOK_UPS, (ALERT, str(alert.pk)), at)
            told += 1
    return Told(told)


def holders_of(role: str, *, force_id: str, at: datetime) -> tuple[User, ...]:
    """The people who hold a role over a force now, by post or by name, in order of account."""
    day = local_day(at)
    posts = Post.objects.filter(standing_on(day), force_id=force_id, roles__contains=role)
    refs = [one.post_ref for one in posts if role in role_keys(one.roles)]
    held = Holding.objects.filter(standing_on(day), force_id=force_id, post_ref__in=refs)
    numbers = held.values_list("officer_ref", flat=True)
    given = RoleHeld.objects.filter(counts_at(at), role=role, force_id__in=(force_id, ""))
    people = User.objects.filter(
        Q(force_id=force_id, officer_ref__in=list(numbers))
        | Q(pk__in=list(given.values_list("user_id", flat=True))),
        kind=Kind.PERSON,
        is_active=True,
    )
    return tuple(one for one in people.order_by("pk") if _holds(one, role, force_id, at))


def _holds(user: User, role: str, force_id: str, at: datetime) -> bool:
    """Whether it counts for them: a post of somebody who has left gives nothing."""
    return any(
        held.role.key == role and held.force_id in ("", force_id)
        for held in standing_of(user, at).roles
    )
