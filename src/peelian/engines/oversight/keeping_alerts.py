"""Alerts that have been kept as long as declared: listed for a person to decide, never erased here.

No clock alone erases what was said of somebody, and what was said may be evidence by then.
"""

from datetime import datetime, timedelta

from django.db.models import Max, Q, QuerySet

from peelian.engines.oversight.feedback import Finding
from peelian.engines.oversight.models import Alert
from peelian.engines.oversight.rules import DEFAULTS, Rules


def kept_long_enough(force_id: str, *, at: datetime, rules: Rules = DEFAULTS) -> QuerySet[Alert]:
    """Alerts of a force whose newest verdict is older than the rules keep them, oldest first.

    An alert that anybody has ever suspected misuse in is kept for the longer time. One without a
    verdict is not over and never listed here.
    """
    suspected = Q(verdicts__finding=Finding.MISUSE_SUSPECTED)
    judged = Alert.objects.filter(force_id=force_id).annotate(
        judged_at=Max("verdicts__at"), suspected_at=Max("verdicts__at", filter=suspected)
    )
    return judged.filter(
        Q(suspected_at=None, judged_at__lt=at - timedelta(days=rules.kept_days))
        | Q(
            suspected_at__isnull=False,
            judged_at__lt=at - timedelta(days=rules.kept_suspected_days),
        )
    ).order_by("judged_at", "pk")
