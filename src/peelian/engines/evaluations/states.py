"""Where an evaluation can go: one table for code and page."""

from collections.abc import Mapping
from typing import Final

from peelian.engines.evaluations.errors import EvaluationRefused
from peelian.engines.evaluations.models import Evaluation, State

MOVES: Final[Mapping[State, tuple[State, ...]]] = {
    State.REGISTERED: (State.JUDGED, State.WITHDRAWN),
    State.JUDGED: (),
    State.WITHDRAWN: (),
}


def check_move(one: Evaluation, to: State) -> None:
    """Raise `EvaluationRefused` unless the evaluation can go there."""
    if to not in MOVES[State(one.state)]:
        raise EvaluationRefused(f"{one.ref} is {one.state} already, so it cannot be {to}.")
