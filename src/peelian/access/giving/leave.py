"""Who may make these changes: people with the power over that force, and the command line."""

from datetime import datetime
from typing import Final

from peelian.access.decide import NotAllowed, check_power
from peelian.access.powers import Power
from peelian.access.user import Kind, User

# The account of whoever works on the machine itself: it can write to the database anyway, and so
# it may do this by verbs that leave an entry. No other service account may.
COMMAND_LINE: Final = "command-line"


def by_command_line(actor: User) -> bool:
    """Whether somebody works on the machine itself."""
    return actor.kind == Kind.SERVICE and actor.key == COMMAND_LINE


def check_leave(actor: User, power: Power, *, force_id: str, at: datetime) -> None:
    """Raise `NotAllowed` unless the actor has this power over this very force.

    No force at all means every force; that is left to the command line, whatever somebody holds.
    """
    if by_command_line(actor):
        return
    if not force_id:
        raise NotAllowed(
            f"{actor.name} may not do this for every force at once: only the command line may."
        )
    check_power(actor, power, force_id=force_id, at=at)
