"""Who registers and judges changes, the row of one, locked, and its entries in the trail."""

from datetime import datetime
from typing import Final

from peelian.access.decide import check_power, has_power
from peelian.access.powers import Power
from peelian.access.user import User
from peelian.engines.evaluations.errors import NoSuchEvaluation
from peelian.engines.evaluations.models import Evaluation
from peelian.trail.append import append
from peelian.trail.particulars import Particulars
from peelian.trail.verbs import Verb as Deed

# The type of an evaluation in the trail and in happenings; its reference is the address.
EVALUATION: Final = "evaluation"


def can_evaluate(actor: User, force_id: str, *, at: datetime) -> bool:
    """Whether the actor registers and judges changes of this force."""
    return has_power(actor, Power.EVALUATE, force_id=force_id, at=at)


def check_evaluates(actor: User, force_id: str, *, at: datetime) -> None:
    """Raise `NotAllowed` unless `can_evaluate`."""
    check_power(actor, Power.EVALUATE, force_id=force_id, at=at)


def locked(ref: str, *, actor: User, at: datetime) -> Evaluation:
    """The evaluation as it stands, held until the transaction ends.

    Raises `NoSuchEvaluation` where there is none or the actor has no part in it.
    """
    rows = Evaluation.objects.select_for_update(no_key=True, of=("self",))
    one = rows.select_related("registered_by").filter(ref=ref).first()
    if one is None or not can_evaluate(actor, one.force_id, at=at):
        raise NoSuchEvaluation
    return one


def write(
    one: Evaluation, verb: Deed, what: str, *, actor: User, at: datetime, **more: object
) -> None:
    """One entry of the trail about an evaluation, in the caller's transaction."""
    append(
        actor=actor.trail_name,
        verb=verb,
        ref=(EVALUATION, one.ref),
        detail=Particulars().detail(what=what, measure=one.measure, **more),
        at=at,
    )
