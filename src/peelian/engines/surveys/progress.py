"""How many replied so far, and of how many: all that can be known while a round is open."""

from dataclasses import dataclass

from peelian.engines.surveys.models import Round, State, Via
from peelian.engines.surveys.rounding import percent


@dataclass(frozen=True)
class Progress:
    """Replies by the way they came. `rate` is that of invitations in per cent, "41.7"; or nothing.

    `says` is the sentence that stands wherever a result does.
    """

    invited: int
    by_invitation: int
    by_open_link: int
    rate: str | None
    says: str

    @property
    def replies(self) -> int:
        """All replies."""
        return self.by_invitation + self.by_open_link


def progress_of(held: Round) -> Progress:
    """Counts alone, before the close and after it."""
    if held.state == State.OPEN:
        invited = held.replies.filter(via=Via.INVITATION).count()
        opened = held.replies.filter(via=Via.OPEN).count()
    else:
        invited, opened = held.replied_invited, held.replied_open
    rate = percent(invited, held.invited) if held.invited else None
    return Progress(held.invited, invited, opened, rate, _says(held, invited, opened, rate))


def _says(held: Round, invited: int, opened: int, rate: str | None) -> str:
    if held.state == State.RECORDED:
        return f"{opened:,} replies, as published. How many were asked is not printed."
    told = []
    if held.invited:
        told.append(f"{invited:,} of {held.invited:,} invitations were answered ({rate}%).")
    if held.open_token:
        told.append(
            f"{opened:,} replies came by the link for anybody: of how many people, and whether "
            "each came once, nobody knows."
        )
    return " ".join(told) or "Nobody has been invited yet."
