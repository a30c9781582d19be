"""What nobody comes back to: visits that are over, forms whose time is over, dead sessions."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.sessions.models import Session
from django.db import transaction

from peelian.access.identity import rules
from peelian.access.identity.end import end
from peelian.access.identity.kept import KeptForm
from peelian.access.identity.visit import Visit


@dataclass(frozen=True)
class Swept:
    """How many of each went."""

    visits: int
    forms: int
    sessions: int


def sweep(*, at: datetime) -> Swept:
    """End and drop what is over at this time. Harmless to repeat; for a worker, hourly or daily."""
    over = Visit.objects.filter(ended_at=None, began_at__lte=at - rules.LONGEST)
    visits = 0
    for visit in over.select_related("user"):
        end(visit=visit, how="twelve hours over", at=at)
        visits += 1
    with transaction.atomic():
        forms, _each = KeptForm.objects.filter(kept_at__lte=at - rules.KEPT).delete()
        sessions, _each = Session.objects.filter(expire_date__lt=at).delete()
    return Swept(visits, forms, sessions)
