"""The verb of every night: review one day's look-ups and keep the short list."""

from datetime import date, datetime, time, timedelta

from django.db import transaction

from peelian.access.decide import check_power
from peelian.access.powers import Power
from peelian.access.user import Kind, User
from peelian.engines.oversight.history import history_of
from peelian.engines.oversight.kept import said_in
from peelian.engines.oversight.models import Alert, NightReview
from peelian.engines.oversight.review import Reviewed, review
from peelian.engines.oversight.rules import DEFAULTS, Rules
from peelian.engines.oversight.sources import Sources
from peelian.engines.oversight.weights import Weights, read_weights
from peelian.trail.append import append
from peelian.trail.particulars import Particulars
from peelian.trail.verbs import Verb

ALERT, NIGHT = "oversight.alert", "oversight.night"


class CannotReview(Exception):
    """A night cannot be reviewed now; the message says why and what would be right."""


def review_night(
    *,
    force_id: str,
    night: date,
    by: User,
    at: datetime,
    sources: Sources,
    rules: Rules = DEFAULTS,
    weights: Weights | None = None,
) -> NightReview:
    """Review the look-ups of one local day and keep what is worth a second look (C-DET-1).

    `by` is the service account of the nightly job, or a person who may judge look-ups and runs it
    by hand. Reading the trail is itself an entry of the trail, and so is each alert, in one
    transaction with the rows (C-AUD-5). It changes nothing for the people it lists. Raises
    `NotAllowed`, or `CannotReview` where the day is not over or was reviewed before.
    """
    if by.kind != Kind.SERVICE or not by.is_active:
        check_power(by, Power.REVIEW_LOOKUPS, force_id=force_id, at=at)
    since, until = _span(night, rules)
    if at < until:
        raise CannotReview(
            f"{night:%d %B %Y} is not over where the force is. Review it after midnight."
        )
    _check_first(force_id, night)
    weighed = weights or read_weights()
    reviewed = _reviewed(force_id, since, until, at, sources, rules, weighed)
    with transaction.atomic():
        _check_first(force_id, night)
        kept = NightReview(
            force_id=force_id,
            night=night,
            at=at,
            by=by.trail_name,
            look_ups=reviewed.look_ups,
            pairs=reviewed.pairs,
            over=reviewed.over,
            unknown_staff=reviewed.unknown_staff,
            weights=weighed.origin[:300],
        )
        kept.save()
        alerts = [_alert(kept, reviewed, position, at) for position in range(len(reviewed.listed))]
        because = Particulars(reason="nightly review of look-ups")
        append(
            actor=by.trail_name,
            verb=Verb.CONSULTED,
            ref=(NIGHT, f"{force_id}/{night.isoformat()}"),
            detail=because.detail(look_ups=reviewed.look_ups, listed=len(alerts)),
            at=at,
        )
        for alert in alerts:
            append(
                actor=by.trail_name,
                verb=Verb.COLLECTED,
                ref=(ALERT, str(alert.pk)),
                detail=because.detail(
                    actor=alert.actor,
                    person=alert.person,
                    signals=[signal for signal, _ in alert.evidence],
                    look_ups=alert.look_ups,
                ),
                at=at,
            )
    return kept


def _span(night: date, rules: Rules) -> tuple[datetime, datetime]:
    """The first moment of the local day, and that of the next."""
    begin = datetime.combine(night, time(), tzinfo=rules.zone)
    return begin, datetime.combine(night + timedelta(days=1), time(), tzinfo=rules.zone)


def _check_first(force_id: str, night: date) -> None:
    if NightReview.objects.filter(force_id=force_id, night=night).exists():
        raise CannotReview(
            f"{night:%d %B %Y} has been reviewed. Its list stays as it is; review another day."
        )


def _reviewed(
    force_id: str,
    since: datetime,
    until: datetime,
    at: datetime,
    sources: Sources,
    rules: Rules,
    weights: Weights,
) -> Reviewed:
    before = since - timedelta(days=rules.days_remembered)
    look_ups = tuple(sources.look_ups(since, until))
    return review(
        look_ups,
        at=at,
        history=history_of(sources.look_ups(before, since), rules.zone),
        staff=sources.staff(since, until),
        people=sources.people({one.person for one in look_ups}, at),
        surnames=sources.surnames(),
        weights=weights,
        said=said_in(force_id),
        rules=rules,
    )


def _alert(kept: NightReview, reviewed: Reviewed, position: int, at: datetime) -> Alert:
    one = reviewed.listed[position]
    alert = Alert(
        review=kept,
        force_id=kept.force_id,
        listed_at=at,
        actor=one.actor,
        person=one.person,
        score=one.score,
        evidence=[[str(said.signal), said.sentence] for said in one.evidence],
        look_ups=list(one.look_ups),
    )
    alert.save()
    return alert
