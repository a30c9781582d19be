"""What has happened and is not yet looked at by duties: how much, and since when it waits."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Min
from django.db.models.functions import Coalesce

from peelian.records.happenings import Happening


@dataclass(frozen=True)
class Unsettled:
    """How many happenings wait, and since when the oldest of them does (UTC); None for none."""

    number: int
    since: datetime | None

    def age(self, now: datetime) -> timedelta:
        """How long the oldest waits; no time where none does."""
        return now - self.since if self.since else timedelta(0)


def unsettled() -> Unsettled:
    """What waits now. A corrected one waits since it was corrected."""
    waiting = Happening.objects.filter(settled_at=None).aggregate(
        number=Count("pk"), since=Min(Coalesce("changed_at", "noted_at"))
    )
    return Unsettled(waiting["number"], waiting["since"])
