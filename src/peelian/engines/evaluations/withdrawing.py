"""Taking back a registered change: it stays on the list, with the reason."""

from datetime import datetime
from typing import Final

from django.db import transaction

from peelian.access.user import User
from peelian.engines.evaluations.errors import EvaluationRefused
from peelian.engines.evaluations.judging import end
from peelian.engines.evaluations.models import Evaluation, State
from peelian.engines.evaluations.rights import locked, write
from peelian.engines.evaluations.states import check_move
from peelian.spine.happenings import What
from peelian.trail.verbs import Verb as Deed

LONGEST: Final = 300


def withdraw(ref: str, *, because: str, actor: User, at: datetime) -> Evaluation:
    """The evaluation, withdrawn: the change never began, or cannot be judged as registered.

    Raises `NoSuchEvaluation`, or `EvaluationRefused` without a reason or where it ended already.
    """
    said = because.strip()
    if not said or len(said) > LONGEST:
        raise EvaluationRefused(f"Say why, in at most {LONGEST} characters.")
    with transaction.atomic():
        one = locked(ref, actor=actor, at=at)
        check_move(one, State.WITHDRAWN)
        one.ended_because = said
        end(one, State.WITHDRAWN, What.CHANGE_WITHDRAWN, actor=actor, at=at)
        write(one, Deed.ALTERED, "change withdrawn", actor=actor, at=at)
    return one
