"""The verb that hands a reviewer the list: reading it is in the trail before it is shown."""

from datetime import datetime

from django.db import transaction

from peelian.access.decide import check_power
from peelian.access.powers import Power
from peelian.access.user import User
from peelian.engines.oversight.models import Alert
from peelian.engines.oversight.review_night import ALERT
from peelian.trail.looks import append_look


def read_alerts(
    *, force_id: str, by: User, at: datetime, judged: bool = False, most: int = 50
) -> tuple[Alert, ...]:
    """The newest alerts of a force, open ones or those judged, without any about the reader.

    Each night's highest score comes first. Raises `NotAllowed` (C-AUD-5).
    """
    check_power(by, Power.REVIEW_LOOKUPS, force_id=force_id, at=at)
    with transaction.atomic():
        found = tuple(
            Alert.objects.filter(force_id=force_id, verdicts__isnull=not judged)
            .exclude(actor=by.trail_name)
            .select_related("review")
            .prefetch_related("verdicts")
            .order_by("-review__night", "-score", "pk")
            .distinct()[:most]
        )
        append_look(
            actor=by.trail_name,
            record_type=ALERT,
            query="",
            filters={"force": force_id, "judged": judged},
            shown=[str(alert.pk) for alert in found],
            at=at,
        )
    return found
