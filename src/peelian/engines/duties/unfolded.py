"""A happening as clocks read it, and a duty as it follows from many."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from peelian.engines.duties.authority import Authority
from peelian.engines.duties.words import State
from peelian.records.happenings import Fact


@dataclass(frozen=True)
class Event:
    """One happening of a matter, as far as clocks need it. `at` is in UTC.

    `sequence` orders what happened at one moment.
    """

    name: str
    at: datetime
    ref: tuple[str, str]
    facts: Mapping[str, Fact]
    sequence: int = 0


@dataclass(frozen=True)
class Unfolded:
    """One duty of a matter: what began it, when it must be met, and what became of it.

    `due_at` is the first moment at which it is late (UTC), None while the clock stands still.
    `due_without` is the end as it would be without any pause. `facts` are those that the clock
    goes by now. `each` is the one towards whom it is, empty where the rule has none. `cannot` says
    in a sentence which fact the record would have to state, where nothing sets an end: `due_at` is
    None then, and the duty counts as late until it is met, so that it cannot lapse unseen.
    """

    each: str
    started: Event
    facts: Mapping[str, Fact]
    due_at: datetime | None
    due_without: datetime
    authority: str
    paused_minutes: int = 0
    paused_since: datetime | None = None
    done: Event | None = None
    ended: Event | None = None
    moved_by: Sequence[Event] = ()
    cannot: str = ""


def state_at(unfolded: Unfolded, at: datetime) -> State:
    """How a duty stands at a moment, if nothing else happens."""
    done, ended, due = unfolded.done, unfolded.ended, unfolded.due_at
    if done is not None and done.at <= at:
        return State.MET if due is None or done.at < due else State.MET_LATE
    if ended is not None and ended.at <= at:
        return State.ENDED
    if due is not None:
        return State.RUNNING if at < due else State.LATE
    if unfolded.cannot:
        return State.LATE
    since = unfolded.paused_since
    return State.PAUSED if since is not None and since <= at else State.RUNNING


def authority_of(authority: Authority) -> str:
    """Whose rule it is, with its weight: "PACE 1984 s47ZB(4)(a) (statute)"."""
    return f"{authority.source} ({authority.weight})"
