"""What a periodic job is."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

# A holder that has said nothing for so long is taken for dead. Peelian's default.
LEASE = timedelta(minutes=10)


@dataclass(frozen=True)
class Job:
    """Something to do again and again, by one worker at a time.

    `run` is given the time and returns a line for the operator, without a word about persons. It
    must be harmless to run twice for the same time: a worker can die after the deed and before it
    is noted. `lease` must be longer than any run.
    """

    name: str
    every: timedelta
    run: Callable[[datetime], str]
    says: str
    lease: timedelta = LEASE
