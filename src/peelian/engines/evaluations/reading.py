"""Which evaluations a person reads: those of the forces for which they evaluate changes."""

from datetime import datetime

from peelian.access.powers import Power
from peelian.access.standing import local_day, standing_of
from peelian.access.user import User
from peelian.engines.evaluations.errors import NoSuchEvaluation
from peelian.engines.evaluations.models import Evaluation, State
from peelian.engines.evaluations.rights import can_evaluate

MOST = 200


def evaluations_of(actor: User, *, at: datetime) -> tuple[Evaluation, ...]:
    """Those that wait for a verdict first, then the newest."""
    held = [one for one in standing_of(actor, at).roles if Power.EVALUATE in one.role.powers]
    rows = Evaluation.objects.select_related("registered_by", "verdict")
    if not any(one.force_id == "" for one in held):
        rows = rows.filter(force_id__in=[one.force_id for one in held])
    found = list(rows.order_by("-registered_at", "-pk")[:MOST])
    return tuple(sorted(found, key=lambda one: not due(one, at)))


def evaluation(ref: str, *, actor: User, at: datetime) -> Evaluation:
    """One evaluation by its reference. Raises `NoSuchEvaluation`."""
    rows = Evaluation.objects.select_related("registered_by", "verdict", "verdict__by")
    one = rows.filter(ref=ref).first()
    if one is None or not can_evaluate(actor, one.force_id, at=at):
        raise NoSuchEvaluation
    return one


def due(one: Evaluation, at: datetime) -> bool:
    """Whether its check date has come and no verdict was given."""
    return one.state == State.REGISTERED and one.check_on <= local_day(at)
