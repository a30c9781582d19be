"""From one state to another: each turn is noted once, and whoever answers hears of a late one."""

from datetime import datetime

from peelian.engines.duties.models import Duty
from peelian.engines.duties.owning import Answerable
from peelian.engines.duties.words import OPEN, State
from peelian.engines.duties.writing import Pen
from peelian.engines.registers.notices import Kind

SAYS = {
    State.MET: "met",
    State.MET_LATE: "met late",
    State.ENDED: "ended",
    State.WAIVED: "waived",
    State.PAUSED: "paused",
}


def turn(pen: Pen, duty: Duty, to: State, *, words: str = "", reason: str = "") -> None:
    """Note the turn and set the state, without saving it.

    A duty that was closed and is open again is "reopened": a source has corrected itself, and what
    was noted before stands. Being late is noted once for each end of the time, and told to whoever
    answers for it.
    """
    was = State(duty.state)
    duty.state = to
    if to == was:
        return
    if to in OPEN and was not in OPEN:
        pen.note_again(duty, "reopened", words=words)
    if to in SAYS:
        pen.note_again(duty, SAYS[to], words=words, reason=reason)
    elif to == State.RUNNING and was == State.PAUSED:
        pen.note_again(duty, "resumed", words=words)
    elif to == State.LATE:
        note_late(pen, duty)


def note_late(pen: Pen, duty: Duty) -> None:
    """Note that a duty is late, once for this end, and tell whoever answers for it."""
    to_post = duty.post_ref or ""
    if pen.note(duty, "late", occasion=occasion_of(duty.due_at), to_post=to_post):
        pen.tell(duty, Kind.LATE, answerable_now(duty))


def answerable_now(duty: Duty) -> Answerable:
    """Who answers for the duty as it stands."""
    return Answerable(duty.post_ref, duty.officer_ref, duty.unit_ref, duty.vacant)


def occasion_of(due_at: datetime | None) -> str:
    """An end of the time, as notes name it."""
    return "" if due_at is None else due_at.isoformat(timespec="seconds")
