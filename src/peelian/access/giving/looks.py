"""That somebody has looked at who holds what: written before it is shown."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from peelian.access.giving.deeds import write
from peelian.access.user import User
from peelian.trail.verbs import Verb

# An entry that names more of what was shown would be longer than anyone reads.
MOST_NAMED = 200


def note_look(
    *, actor: User, ref: tuple[str, str], what: str, at: datetime, shown: Collection[str] = ()
) -> None:
    """One entry. If it cannot be written this raises `TrailError`, and nothing is shown (T32)."""
    with transaction.atomic():
        write(
            actor=actor,
            ref=ref,
            what=what,
            at=at,
            verb=Verb.CONSULTED,
            shown=sorted(shown)[:MOST_NAMED] or None,
            rows=len(shown) or None,
        )
