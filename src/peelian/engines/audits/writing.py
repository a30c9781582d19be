"""Entries of the trail about a review: by number, never with an answer in them."""

import uuid
from datetime import datetime
from typing import Final

from peelian.access.user import User
from peelian.engines.audits.models import Marking, Turn
from peelian.trail.append import append
from peelian.trail.particulars import Particulars
from peelian.trail.verbs import Verb as Deed

# The type of a review in the trail.
MARKING: Final = "marking"


def write_of_marking(
    marking: Marking,
    verb: Deed,
    what: str,
    *,
    actor: User,
    at: datetime,
    pk: uuid.UUID | None = None,
    **more: object,
) -> None:
    """One entry about a review, in the caller's transaction; `pk` where its row is gone already."""
    item = marking.item
    append(
        actor=actor.trail_name,
        verb=verb,
        ref=(MARKING, str(pk or marking.pk)),
        detail=Particulars(relationship="tied").detail(
            what=what,
            run=item.run.ref,
            position=item.position,
            turn=Turn(marking.turn).label,
            **more,
        ),
        at=at,
    )
