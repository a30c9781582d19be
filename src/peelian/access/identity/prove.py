"""Prove again who one is: opens a locked visit and makes a visit fresh."""

from datetime import datetime

from django.db import transaction

from peelian.access.identity.visit import State, Visit
from peelian.access.identity.written import write
from peelian.trail.verbs import Verb


def prove(*, visit: Visit, way: str, at: datetime) -> None:
    """The person of this visit has shown a password, a code or a passkey."""
    locked = visit.state(at) is State.LOCKED
    with transaction.atomic():
        visit.locked_at, visit.seen_at, visit.proved_at = None, at, at
        visit.save(update_fields=["locked_at", "seen_at", "proved_at"])
        what = "visit unlocked" if locked else "signed in again"
        write(user=visit.user, verb=Verb.SIGNED_IN, what=what, at=at, more={"with": way})
