"""The measures that every survey has without further declaration: one for each result and grouping.

They count people, not rows: a row stands for as many as gave its answer. A round that was not drawn
by lot has a value and no range, and is compared with nothing.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from ibis import _

from peelian.engines.measures.declared import Comparable, Dimension, Version
from peelian.engines.measures.kinds import Measure, Profile
from peelian.engines.measures.sampled import Sampled
from peelian.engines.procedures.asking import options_of
from peelian.engines.surveys import measuring_examples as worked
from peelian.engines.surveys.declared import NOT_SAID, Grouping, Result, Survey
from peelian.engines.surveys.measuring_ideas import measures_of_ideas
from peelian.engines.surveys.models import ANSWERED, SurveyAnswer
from peelian.records.codes import CodeList

FORCE: Final = Dimension("force", "Police force", field="force_id")
ROUND: Final = Dimension("round", "Round", field="sample_ref")
PART: Final = Dimension("part", "Part of the list", field="stratum", unknown="not divided")
FIRST: Final = (Version(1, date(2026, 11, 22), "First definition."),)
# Small groups are put together before anything is kept; a published figure still says so of itself.
PROFILE: Final[Profile] = "person"
NOT_RANKED: Final = Comparable(
    allowed=False,
    reason="Who answers a survey chose to, or was drawn in one force alone: forces are not ranked "
    "by it.",
)
CAUTIONS: Final = (
    "A voluntary survey describes those who answered, and has no range.",
    "Those who preferred not to say stand in neither number.",
)


def measures_of(survey: Survey) -> tuple[Measure, ...]:
    """Each result of everybody, then by each grouping; and ideas with what became of them."""
    return (*_results(survey), *(measures_of_ideas(survey) if survey.ideas else ()))


def key_of(survey: Survey, result: Result, grouping: Grouping | None = None) -> str:
    """The key of the measure of a result: "….balance", by role "….balance_by_role"."""
    key = f"{survey.key}.{result.key}"
    return f"{key}_by_{grouping.question}" if grouping is not None else key


def _results(survey: Survey) -> Iterator[Measure]:
    for result in survey.results:
        yield _measure(survey, result, None)
        for grouping in survey.groups:
            if grouping.question != result.question:
                yield _measure(survey, result, grouping)


def _measure(survey: Survey, result: Result, grouping: Grouping | None) -> Sampled:
    among: Any = (
        (_.survey == survey.key)
        & (_.question == result.question)
        & (_.grouped_by == ("" if grouping is None else grouping.question))
    )
    by: tuple[Dimension, ...]
    by, named = (PART, ROUND, FORCE), ""
    if grouping is not None:
        by, named = (_dimension(survey, grouping), ROUND, FORCE), f", by {grouping.title.lower()}"
    return Sampled(
        key=key_of(survey, result, grouping),
        title=f"{survey.title}: {result.title}{named}",
        short=result.title,
        asks=result.asks,
        among_words=result.among,
        words=result.words,
        definition=f"Of those who answered “{survey.question(result.question).text}”, those who "
        f"said {_said(survey, result)}.{_unsure(survey, result)} "
        f"Authority: {survey.authority.source}.",
        why=survey.question(result.question).why,
        of=SurveyAnswer,
        dated_by="month",
        among=among,
        counting=_.answer.isin(list(result.counts)),
        known=_.status == ANSWERED,
        of_known=True,
        by=by,
        better=result.better,
        counts="person",
        profile=PROFILE,
        comparable=NOT_RANKED,
        owner=survey.owned_by,
        review_by=survey.review_by,
        ledger=result.ledger or survey.ledger,
        versions=FIRST,
        cautions=CAUTIONS,
        examples=worked.of_result(survey, result, grouping),
    )


def _said(survey: Survey, result: Result) -> str:
    options = options_of(survey.question(result.question))
    return " or ".join(f"“{one.says}”" for one in options if one.key in result.counts)


def _unsure(survey: Survey, result: Result) -> str:
    """Not to know is an answer: it stays in the whole."""
    unknown = survey.question(result.question).unknown
    return " “I do not know” is an answer and stays in the whole." if unknown else ""


def _dimension(survey: Survey, grouping: Grouping) -> Dimension:
    codes = CodeList(
        f"{grouping.title} in: {survey.title}",
        survey.authority.source,
        (*(one.key for one in options_of(survey.question(grouping.question))), NOT_SAID),
    )
    return Dimension(
        grouping.question,
        grouping.title,
        field="group",
        codes=codes,
        unknown="groups that are too small to be told",
    )
