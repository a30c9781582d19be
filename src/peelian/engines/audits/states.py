"""Where a run can go: one table for code, page and manual."""

from collections.abc import Mapping
from typing import Final

from peelian.engines.audits.errors import WrongState
from peelian.engines.audits.models import Run, State

MOVES: Final[Mapping[State, tuple[State, ...]]] = {
    State.PLANNED: (State.FROZEN, State.CLOSED, State.ABANDONED),
    State.FROZEN: (State.DRAWN, State.ABANDONED),
    State.DRAWN: (State.CLOSED, State.ABANDONED),
    State.CLOSED: (),
    State.ABANDONED: (),
}
IN_WORDS: Final[Mapping[State, str]] = {
    State.PLANNED: "planned",
    State.FROZEN: "frozen: the frame stands and waits for its seed",
    State.DRAWN: "drawn: files are being reviewed",
    State.CLOSED: "closed",
    State.ABANDONED: "abandoned",
}


def can_move(run: Run, to: State) -> bool:
    """Whether the run can go there from where it stands.

    Only a standing run, which draws nothing itself, is closed straight from its plan, and it is
    never frozen.
    """
    if run.state == State.PLANNED and to in (State.FROZEN, State.CLOSED):
        return (to == State.CLOSED) == bool(run.rhythm)
    return to in MOVES[State(run.state)]


def check_move(run: Run, to: State) -> None:
    """Raise `WrongState` unless the run can go there."""
    if not can_move(run, to):
        standing = " It draws a run of its own each month." if run.rhythm else ""
        raise WrongState(f"{run.ref} is {IN_WORDS[State(run.state)]}: it cannot be {to}.{standing}")


def check_drawn(run: Run) -> None:
    """Raise `WrongState` unless files of the run can be reviewed now."""
    if run.state != State.DRAWN:
        raise WrongState(f"{run.ref} is {IN_WORDS[State(run.state)]}: no file of it is reviewed.")
