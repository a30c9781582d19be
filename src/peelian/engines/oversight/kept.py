"""What is kept of earlier nights, in the form in which the review reads it."""

from peelian.engines.oversight.evidence import Signal
from peelian.engines.oversight.feedback import Said
from peelian.engines.oversight.models import Alert, Verdict


def said_in(force_id: str) -> tuple[Said, ...]:
    """Every alert of a force with the newest verdict on it, the oldest alert first."""
    newest: dict[int, Verdict] = {}
    for verdict in Verdict.objects.filter(alert__force_id=force_id).order_by("at", "pk"):
        newest[verdict.alert_id] = verdict
    return tuple(
        _said(alert, newest.get(alert.pk))
        for alert in Alert.objects.filter(force_id=force_id).order_by("pk")
    )


def _said(alert: Alert, verdict: Verdict | None) -> Said:
    who = (alert.actor, alert.person)
    if verdict is None:
        return Said(who, alert.listed_at, alert.signals)
    return Said(
        who,
        alert.listed_at,
        alert.signals,
        verdict.found,
        verdict.at,
        frozenset(Signal(one) for one in verdict.wrong),
    )
