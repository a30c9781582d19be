"""What duties follow from what happened: a pure function, so that any order of news gives the same.

A feed can be late, come twice or correct itself. So nothing is moved step by step: whenever
something is noted about a matter, its duties are unfolded anew from all that happened.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from peelian.records.happenings import Fact


@dataclass(frozen=True)
class Event:
    """One happening of a matter, as far as clocks need it. `at` is in UTC."""

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
    goes by now. `each` is the one towards whom it is, empty where the rule has none.
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
