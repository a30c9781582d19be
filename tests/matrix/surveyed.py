"""Surveys of the matrix: a closed round with words, one that is open, and a complaint beside it."""

from datetime import timedelta
from typing import Final
from uuid import uuid4

from django.utils import timezone

from matrix.beside import Beside
from matrix.canaries import canary
from matrix.planting import ELSEWHERE
from peelian.areas.neighbourhood.survey_treatment import TREATMENT
from peelian.areas.workforce.survey_ideas import CONSULTATION
from peelian.engines.surveys.answering import answer
from peelian.engines.surveys.approaching import Told, approach
from peelian.engines.surveys.closing import close_round
from peelian.engines.surveys.declared import Survey
from peelian.engines.surveys.models import Comment, Idea, Round
from peelian.engines.surveys.opening import open_round
from people import FORCE, Force

# Who runs surveys, and who alone reads a complaint beside one (P49).
RUNNERS: Final = frozenset({"commissioner-staff", "analyst", "people-services"})
INDEPENDENT: Final = frozenset({"commissioner-staff"})
# As many as are needed for texts to be kept.
REPLIES: Final = 10


def put_surveys(force: Force) -> tuple[dict[str, str], list[Beside]]:
    """What addresses name, and the words that were written."""
    found: list[Beside] = []
    opened = _open(TREATMENT, force)
    told = {name: canary("approach", name) for name in ("words", "called", "reach_by", "about")}
    made = approach(
        opened.open_token or "",
        surveys=(TREATMENT,),
        kind="complaint",
        told=Told(**told),
        at=timezone.now(),
    )
    found += [Beside(word, f"{name} of a complaint", INDEPENDENT) for name, word in told.items()]
    closed, words = _closed(TREATMENT, force, "words")
    found += words
    asked, words = _closed(CONSULTATION, force, CONSULTATION.ideas[0])
    found += words
    numbers = {
        "open round": opened.ref,
        "open link": opened.open_token or "",
        "closed round": closed.ref,
        "text": str(Comment.objects.filter(round=closed).order_by("pk").first().pk),
        "round of ideas": asked.ref,
        "idea": Idea.objects.order_by("pk").first().record_id,
        "approach": made.ref,
    }
    return numbers, found + _elsewhere(closed)


def _open(survey: Survey, force: Force) -> Round:
    at = timezone.now()
    return open_round(
        survey,
        force_id=FORCE,
        title=f"{survey.title}, matrix",
        design="Voluntary",
        opens_at=at,
        closes_at=at + timedelta(days=30),
        open_link=True,
        actor=force["people-services"],
        at=at,
    )


def _closed(survey: Survey, force: Force, question: str) -> tuple[Round, list[Beside]]:
    held = _open(survey, force)
    words = [canary("survey", survey.key, str(number)) for number in range(REPLIES)]
    for word in words:
        answer(
            held.open_token or "",
            surveys=(survey,),
            answers={},
            words={question: word},
            once=uuid4(),
            at=timezone.now(),
        )
    close_round(held, survey, actor=force["people-services"], at=timezone.now())
    return held, [Beside(word, "a text of a survey", RUNNERS) for word in words]


def _elsewhere(like: Round) -> list[Beside]:
    """A round of another force, which nobody here may read."""
    title, text = canary("survey", "elsewhere", "title"), canary("survey", "elsewhere", "text")
    kept = {
        one.name: getattr(like, one.name)
        for one in Round._meta.concrete_fields
        if one.name not in ("id", "ref", "open_token")
    }
    held = Round.objects.create(**{**kept, "ref": "S-ELSE", "force_id": ELSEWHERE, "title": title})
    Comment.objects.create(round=held, question="words", text=text)
    return [Beside(word, "a round of another force") for word in (title, text)]
