"""Lock a visit: its pages stay shut until its person proves again who they are."""

from datetime import datetime

from django.db import transaction

from peelian.access.identity.visit import Visit
from peelian.access.identity.written import write
from peelian.trail.verbs import Verb


def lock(*, visit: Visit, why: str, at: datetime) -> None:
    """Lock it, once: two pages of one visit may find at the same time that it is idle."""
    with transaction.atomic():
        open_ones = Visit.objects.filter(pk=visit.pk, locked_at=None, ended_at=None)
        if open_ones.update(locked_at=at):
            write(user=visit.user, verb=Verb.ALTERED, what="visit locked", at=at, more={"why": why})
    visit.refresh_from_db()
