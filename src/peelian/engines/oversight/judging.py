"""The verbs round one alert: open it with its look-ups, and judge it with what follows."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from peelian.access.decide import check_power
from peelian.access.powers import Power
from peelian.access.user import User
from peelian.engines.oversight.evidence import Signal
from peelian.engines.oversight.feedback import Finding
from peelian.engines.oversight.give_verdict import give_verdict
from peelian.engines.oversight.models import Alert, Verdict
from peelian.engines.oversight.review_night import ALERT
from peelian.engines.oversight.standards import Told, tell_standards
from peelian.trail.append import append
from peelian.trail.models import Entry
from peelian.trail.particulars import Particulars, Result
from peelian.trail.verbs import Verb


class NoSuchAlert(Exception):
    """Missing, another force's or about the reader: one answer for each."""


@dataclass(frozen=True)
class OpenedAlert:
    """An alert, the sights that it is about as the trail has them, and its verdicts, newest last.

    A sight that the trail no longer holds is left out: `lost` counts those.
    """

    alert: Alert
    sights: tuple[Entry, ...]
    lost: int
    verdicts: tuple[Verdict, ...]


@dataclass(frozen=True)
class Judged:
    """A verdict, and who was told; None where nobody was to be."""

    verdict: Verdict
    told: Told | None


def open_alert(*, number: int, force_id: str, by: User, at: datetime) -> OpenedAlert:
    """One alert with all that a reviewer needs; written as consulted before it is handed over.

    Raises `NotAllowed`, or `NoSuchAlert` alike for one that is missing, one of another force and
    one about the reader, which is written as denied.
    """
    check_power(by, Power.REVIEW_LOOKUPS, force_id=force_id, at=at)
    held = Alert.objects.filter(pk=number, force_id=force_id).select_related("review").first()
    alert = held if held is not None and not held.about(by) else None
    opened = _opened(alert) if alert is not None else None
    with transaction.atomic():
        append(
            actor=by.trail_name,
            verb=Verb.DENIED if opened is None else Verb.CONSULTED,
            ref=(ALERT, str(number)),
            detail=Particulars(result=Result.REFUSED if opened is None else Result.DONE).detail(),
            at=at,
        )
    if opened is None:
        raise NoSuchAlert(f"There is no alert {number}, or you may not see it.")
    return opened


def judge_alert(
    *,
    alert: Alert,
    finding: Finding,
    words: str,
    by: User,
    at: datetime,
    wrong: Collection[Signal] = (),
) -> Judged:
    """Give a verdict; where misuse is suspected, tell professional standards with it or not at all.

    It records no conduct matter and changes nothing for whoever looked. Raises as `give_verdict`.
    """
    check_power(by, Power.REVIEW_LOOKUPS, force_id=alert.force_id, at=at)
    with transaction.atomic():
        told = None
        # Before the verdict, whose entry keeps every other writer waiting until the commit.
        if finding is Finding.MISUSE_SUSPECTED:
            told = tell_standards(alert=alert, by=by, at=at)
        verdict = give_verdict(alert=alert, finding=finding, words=words, by=by, at=at, wrong=wrong)
    return Judged(verdict, told)


def _opened(alert: Alert) -> OpenedAlert:
    sights = tuple(Entry.objects.filter(sequence__in=alert.look_ups).order_by("sequence"))
    return OpenedAlert(
        alert=alert,
        sights=sights,
        lost=len(set(alert.look_ups)) - len(sights),
        verdicts=tuple(alert.verdicts.order_by("at", "pk")),
    )
