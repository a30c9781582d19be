"""Where a meeting and a case stand, and which way they can go: code, pages and manual read this."""

from enum import StrEnum
from types import MappingProxyType
from typing import Final


class State(StrEnum):
    """Where a meeting stands."""

    PLANNED = "planned"
    FROZEN = "frozen"
    DRAWN = "drawn"
    OPEN = "open"
    CLOSED = "closed"
    ABANDONED = "abandoned"


MOVES: Final = MappingProxyType(
    {
        State.PLANNED: frozenset({State.FROZEN, State.ABANDONED}),
        State.FROZEN: frozenset({State.DRAWN, State.ABANDONED}),
        State.DRAWN: frozenset({State.OPEN, State.ABANDONED}),
        State.OPEN: frozenset({State.CLOSED}),
        State.CLOSED: frozenset[State](),
        State.ABANDONED: frozenset[State](),
    }
)


class CaseState(StrEnum):
    """Where a case stands: drawn, with its recording found, or left out with the reason."""

    DRAWN = "drawn"
    READY = "ready"
    SET_ASIDE = "set-aside"


class CameBy(StrEnum):
    """How a case came before the panel."""

    LOT = "lot"
    TRIGGER = "trigger"
    NAMED = "named"


class Came(StrEnum):
    """Whether a member came to a meeting."""

    ATTENDED = "attended"
    APOLOGIES = "apologies"
    ABSENT = "absent"


def can_move(before: str, after: State) -> bool:
    """Whether a meeting can go from one state to another."""
    return after in MOVES[State(before)]
