"""How a duty stands, in the words that pages, tables and measures share."""

from enum import StrEnum
from typing import Final


class State(StrEnum):
    """Where a duty stands. A source that corrects itself can move it back."""

    RUNNING = "Running"
    PAUSED = "Paused"
    LATE = "Late"
    MET = "Met"
    MET_LATE = "Met late"
    WAIVED = "Waived"
    ENDED = "Ended"


OPEN: Final = frozenset({State.RUNNING, State.PAUSED, State.LATE})
# Those of which the end has come, and which were to be met.
JUDGED: Final = frozenset({State.MET, State.MET_LATE, State.LATE})
