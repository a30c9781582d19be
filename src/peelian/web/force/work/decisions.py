"""Decisions of meetings, of the units that a reader supervises: taken when, done or not."""

from datetime import datetime

from django.db.models import Q

from peelian import catalogue
from peelian.access.visible import visible
from peelian.engines.duties.due_list import Due, duty
from peelian.engines.duties.models import Duty
from peelian.engines.duties.words import OPEN
from peelian.engines.registers.errors import NoSuchRecord
from peelian.web.force.reader import Caller
from peelian.web.force.work.items import DECISION

# A meeting that takes more decisions a day has no time to carry them out.
MOST = 100


def taken_between(who: Caller, since: datetime, until: datetime) -> tuple[Due, ...]:
    """Those taken from one moment to before another, in their order."""
    return _seen(who, Q(started_at__gte=since, started_at__lt=until))


def open_from_before(who: Caller, until: datetime) -> tuple[Due, ...]:
    """Those taken before a moment that are still open, oldest first: none is lost at a weekend."""
    return _seen(who, Q(started_at__lt=until, state__in=[str(state) for state in OPEN]))


def _seen(who: Caller, wanted: Q) -> tuple[Due, ...]:
    """Each as the list of duties shows it: with its record, or not at all."""
    seen = visible(who.actor, Duty, at=who.at)
    rows = Duty.objects.filter(
        wanted, seen.as_q(), rule=DECISION, force_id=who.actor.force_id
    ).order_by("started_at", "pk")[:MOST]
    found = []
    for row in rows:
        try:
            found.append(duty(who.actor, row.record_id, catalogue.rules(), who.tables, at=who.at))
        except NoSuchRecord:
            continue
    return tuple(found)
