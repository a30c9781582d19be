"""Look-ups as they are drawn, block by block, and the words that they are kept in."""

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

NEVER = 10_000.0  # hours: later than any night of the run
TIES = ("holds the task", "own team's work", "shift link", None)
TASK, TEAM_WORK, SHIFT_LINK, NONE = range(4)
REASONS = (None, "covering for a colleague", "enquiry", "welfare contact", "briefing", "checking")


class Columns:
    """Look-ups as they are drawn, block by block."""

    def __init__(self) -> None:
        self.blocks: list[tuple[Floats, Ints, Ints, Ints, Ints, NDArray[np.bool_], Ints]] = []
        self.joined: dict[tuple[int, int], float] = {}
        self.open_always: set[int] = set()

    def add(
        self,
        hours: Floats,
        actor: Ints,
        person: Ints,
        tie: int,
        reason: Ints | int = 0,
        glass: NDArray[np.bool_] | None = None,
        case: int = -1,
    ) -> None:
        size = len(hours)
        self.blocks.append(
            (
                np.asarray(hours, dtype=float),
                np.asarray(actor),
                np.asarray(person),
                np.full(size, tie),
                np.broadcast_to(np.asarray(reason), (size,)),
                np.zeros(size, dtype=bool) if glass is None else glass,
                np.full(size, case),
            )
        )

    def join(self, actor: int, person: int, hour: float) -> None:
        self.joined[actor, person] = min(hour, self.joined.get((actor, person), NEVER))
