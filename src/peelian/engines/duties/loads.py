"""How much work lies with whom, in counts: for the page of a team and for moving work (CON-27).

Counts are of duties that the reader may see; they say how many, and nothing of any of them.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Q

from peelian.access.standing import local_day
from peelian.access.units import units_under
from peelian.access.user import User
from peelian.access.verbs import Verb
from peelian.engines.duties.models import Duty
from peelian.engines.duties.words import OPEN, State
from peelian.engines.registers.sight import sight

SOON = timedelta(days=7)


@dataclass(frozen=True)
class Load:
    """The open duties of one post: how many there are, are late, are of high risk, are due soon.

    `this_week` are those that fall due within seven days and are not late. `vacant` says that
    nobody holds the post and that `officer_ref` stands in.
    """

    post_ref: str | None
    officer_ref: str | None
    open: int
    late: int
    high: int
    this_week: int
    vacant: bool


def load_of_unit(actor: User, unit_ref: str, *, at: datetime) -> tuple[Load, ...]:
    """One row for each post that answers for duties of this unit or below it, the most late first.

    Empty where the reader may see no duty of it.
    """
    seen = sight(actor, Duty, at=at, verbs=(Verb.CONSULT,))
    if seen.nothing:
        return ()
    units = units_under(actor.force_id, unit_ref, on=local_day(at))
    late = Q(state=State.LATE) | Q(state=State.RUNNING, due_at__lte=at)
    rows = (
        Duty.objects.filter(
            seen.rows.as_q(),
            force_id=actor.force_id,
            unit_ref__in=sorted(units),
            state__in=sorted(OPEN),
        )
        .order_by()
        .values("post_ref", "officer_ref", "vacant")
        .annotate(
            open=Count("pk"),
            late=Count("pk", filter=late),
            high=Count("pk", filter=Q(risk="high")),
            this_week=Count(
                "pk",
                filter=Q(state=State.RUNNING, due_at__gt=at, due_at__lte=at + SOON),
            ),
        )
    )
    loads = (Load(**row) for row in rows)
    return tuple(
        sorted(loads, key=lambda one: (-one.late, -one.open, one.officer_ref or "", one.vacant))
    )
