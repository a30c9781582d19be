"""Measures of ideas: how many were given, answered, and taken up (WRK-50)."""

from datetime import date
from typing import Any, Final

from ibis import _

from peelian.engines.measures.declared import Comparable, Dimension, Version
from peelian.engines.measures.kinds import Count, Measure, Share
from peelian.engines.surveys import measuring_examples as worked
from peelian.engines.surveys.declared import Survey
from peelian.engines.surveys.idea import DECISIONS, NOT_TAKEN_UP, Idea

FORCE: Final = Dimension("force", "Police force", field="force_id")
DECISION: Final = Dimension(
    "decision", "What was decided", field="decision", codes=DECISIONS, unknown="not answered yet"
)
FIRST: Final = (Version(1, date(2026, 11, 22), "First definition."),)
OWN: Final = Comparable(allowed=False, reason="Forces ask in ways and at times of their own.")


def measures_of_ideas(survey: Survey) -> tuple[Measure, ...]:
    """Given, answered, and of those answered taken up."""
    return (_given(survey), _answered(survey), _taken_up(survey))


def _mine(survey: Survey) -> Any:
    return _.survey == survey.key


def _given(survey: Survey) -> Measure:
    return Count(
        key=f"{survey.key}.ideas",
        title=f"{survey.title}: ideas given",
        short="Ideas",
        asks="How many ideas were given?",
        words="ideas were given",
        definition="Ideas by the month of the round in which they were given.",
        why="Ideas stop coming where nobody answers them.",
        of=Idea,
        dated_by="month",
        counting=_mine(survey),
        by=(DECISION, FORCE),
        better="neither",
        counts="event",
        profile="person",
        comparable=OWN,
        owner=survey.owned_by,
        review_by=survey.review_by,
        ledger=survey.ledger,
        versions=FIRST,
        examples=worked.given(survey.key),
    )


def _answered(survey: Survey) -> Measure:
    return Share(
        key=f"{survey.key}.ideas_answered",
        title=f"{survey.title}: ideas answered",
        short="Answered",
        asks="How many ideas have a reply and a decision?",
        among_words="ideas given",
        words="have a reply and a decision",
        definition="Of the ideas given, those with a decision and a reply, by the round's month.",
        why="Feedback that is never answered is felt to be for show.",
        of=Idea,
        dated_by="month",
        among=_mine(survey),
        counting=_.decision.notnull(),
        by=(FORCE,),
        better="higher",
        counts="event",
        profile="person",
        comparable=OWN,
        owner=survey.owned_by,
        review_by=survey.review_by,
        ledger=survey.ledger,
        versions=FIRST,
        examples=worked.answered(survey.key),
    )


def _taken_up(survey: Survey) -> Measure:
    return Share(
        key=f"{survey.key}.ideas_taken_up",
        title=f"{survey.title}: ideas taken up",
        short="Taken up",
        asks="How many of the ideas that were answered are taken up, wholly or in part?",
        among_words="ideas answered",
        words="were taken up, wholly or in part",
        definition="Of the ideas with a decision, those that are taken up, wholly or in part.",
        why="Where nothing is ever taken up, things were decided before anybody was asked.",
        of=Idea,
        dated_by="month",
        among=_mine(survey) & _.decision.notnull(),
        counting=_.decision != NOT_TAKEN_UP,
        by=(FORCE,),
        better="neither",
        counts="event",
        profile="person",
        comparable=OWN,
        owner=survey.owned_by,
        review_by=survey.review_by,
        ledger=survey.ledger,
        versions=FIRST,
        examples=worked.taken_up(survey.key),
    )
