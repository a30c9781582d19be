"""The verb of the reviewer: say what an alert was. Only a person judges (R17)."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from peelian.access.decide import check_power
from peelian.access.powers import Power
from peelian.access.user import User
from peelian.engines.oversight.evidence import TITLES, Signal
from peelian.engines.oversight.feedback import Finding
from peelian.engines.oversight.models import LONGEST_WORDS, Alert, Verdict
from peelian.trail.append import append
from peelian.trail.verbs import Verb

VERDICT = "oversight.verdict"


class CannotJudge(Exception):
    """A verdict that cannot stand; the message says what would be right."""


def give_verdict(
    *,
    alert: Alert,
    finding: Finding,
    words: str,
    by: User,
    at: datetime,
    wrong: Collection[Signal] = (),
) -> Verdict:
    """Keep what a reviewer says of an alert; a later verdict counts in place of an earlier one.

    `words` say why. `wrong` names the signals that are not so, with a finding of wrong signal and
    with no other. Raises `NotAllowed`, or `CannotJudge` for one's own look-ups (C-ACC-3) and for a
    verdict that is not whole.
    """
    check_power(by, Power.REVIEW_LOOKUPS, force_id=alert.force_id, at=at)
    if alert.about(by):
        raise CannotJudge("These are your own look-ups. Another reviewer has to judge them.")
    said = words.strip()
    _check_words(said)
    _check_wrong(alert, finding, frozenset(wrong))
    with transaction.atomic():
        verdict = Verdict(
            alert=alert,
            finding=finding.value,
            wrong=sorted(str(signal) for signal in wrong),
            words=said,
            by=by.trail_name,
            at=at,
        )
        verdict.save()
        append(
            actor=by.trail_name,
            verb=Verb.COLLECTED,
            ref=(VERDICT, str(verdict.pk)),
            detail={"alert": alert.pk, "finding": verdict.finding, "wrong": verdict.wrong},
            at=at,
        )
    return verdict


def _check_words(words: str) -> None:
    if len(words.split()) < 2:
        raise CannotJudge("Say in a few words why: who was asked, or what was looked at.")
    if len(words) > LONGEST_WORDS:
        raise CannotJudge(f"That is {len(words)} characters; {LONGEST_WORDS} are kept.")


def _check_wrong(alert: Alert, finding: Finding, wrong: frozenset[Signal]) -> None:
    if finding is not Finding.WRONG_SIGNAL:
        if wrong:
            raise CannotJudge("Signals are named as wrong only with the finding 'Wrong signal'.")
        return
    strays = sorted(wrong - alert.signals)
    if strays or not wrong:
        spoke = ", ".join(TITLES[signal] for signal in sorted(alert.signals))
        raise CannotJudge(f"Name which of the alert's signals are not so: {spoke}.")
