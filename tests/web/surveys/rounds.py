"""Rounds of the shipped surveys, opened as their staff open them, for tests of pages."""

from datetime import timedelta
from uuid import uuid4

from django.utils import timezone

from peelian.areas.neighbourhood.surveys import SURVEYS as OF_RESIDENTS
from peelian.areas.workforce.surveys import SURVEYS as OF_THE_WORKFORCE
from peelian.engines.surveys.answering import answer
from peelian.engines.surveys.inviting import invite
from peelian.engines.surveys.opening import open_round
from people import FORCE

SURVEYS = (*OF_THE_WORKFORCE, *OF_RESIDENTS)
BY_KEY = {one.key: one for one in SURVEYS}
TREATMENT = BY_KEY["neighbourhood.treatment"]
PERCEPTION = BY_KEY["neighbourhood.perception"]
WORKFORCE = BY_KEY["workforce.inspection_survey"]


def a_round(survey, actor, *, open_link=True, days=30, design="Voluntary", **more):
    """A round that is open now."""
    at = timezone.now()
    return open_round(
        survey,
        force_id=FORCE,
        title=f"{survey.title}, autumn",
        design=design,
        opens_at=at - timedelta(hours=1),
        closes_at=at + timedelta(days=days),
        open_link=open_link,
        actor=actor,
        at=at - timedelta(hours=1),
        **more,
    )


def links(held, actor, number):
    """The addresses of so many invitations."""
    tokens = invite(held, wanted=number, actor=actor, at=timezone.now())
    return [f"/surveys/{token}/" for token in tokens]


def open_link(held):
    """The address for anybody."""
    return f"/surveys/{held.open_token}/"


def replied(held, number, *, answers, words=None):
    """So many replies by the link for anybody, all alike."""
    for _one in range(number):
        answer(
            held.open_token,
            surveys=SURVEYS,
            answers=answers,
            words=words or {},
            once=uuid4(),
            at=timezone.now(),
        )
