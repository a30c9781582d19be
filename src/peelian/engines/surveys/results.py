"""What a closed round says: each result with its base, its caveats and the groups that may be told.

It is read from the counts that were kept, the same rows that the measures count. There is nothing
else to read.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from peelian.engines.procedures.asking import options_of
from peelian.engines.surveys.caveats import caveats_of
from peelian.engines.surveys.declared import NOT_SAID, Grouping, Result, Survey
from peelian.engines.surveys.estimating import Line, line_of
from peelian.engines.surveys.measuring import key_of
from peelian.engines.surveys.models import ANSWERED, Round, State, SurveyAnswer
from peelian.engines.surveys.progress import Progress, progress_of
from peelian.engines.surveys.weighting import Weighted, weighted_of

TOGETHER = "Groups that are too small to be told, together"
NOT_TOLD = (
    "Some groups are not told by themselves: they are too small, or few and of one answer, or "
    "would let such a group be worked out."
)
NONE_TOLD = "No group can be told by itself here without telling of a few people."
NOT_PRINTED = "Not printed for everybody."
NOBODY_TOLD = "Too few answered this, or few and all alike, so nothing of it is told."


@dataclass(frozen=True)
class Breakdown:
    """A result by one grouping. `lines` are empty where no group can be told; `says` tells why."""

    grouping: Grouping
    measure: str
    lines: tuple[Line, ...]
    together: Line | None
    says: str


@dataclass(frozen=True)
class ResultTable:
    """One result. `everyone` is nothing where too few answered, or few and all alike; see `none`.

    `parts` are the parts of the list of a random sample, such as local areas, where it has several.
    `silent` is how many were asked and did not answer or preferred not to say; `answers` how many
    gave each answer, in the order of the form.
    """

    result: Result
    measure: str
    everyone: Line | None
    silent: int
    answers: tuple[tuple[str, int], ...]
    parts: tuple[Line, ...]
    breakdowns: tuple[Breakdown, ...]
    weighted: Weighted | None
    none: str = ""


@dataclass(frozen=True)
class Results:
    """All results of a round, or in `none` the sentence why there are none."""

    progress: Progress
    caveats: tuple[str, ...]
    tables: tuple[ResultTable, ...]
    none: str = ""


def results_of(held: Round, survey: Survey) -> Results:
    """The results of a round. Whether somebody may read them is the caller's to ask first."""
    progress = progress_of(held)
    none = _why_none(held, progress)
    if none:
        return Results(progress, (), (), none)
    rows = list(SurveyAnswer.objects.filter(sample_ref=held.ref))
    tables = tuple(_table(held, survey, result, rows) for result in survey.results)
    return Results(progress, caveats_of(held, progress), tables)


def _why_none(held: Round, progress: Progress) -> str:
    if held.state == State.OPEN:
        return "Results are told once, when the round is closed: until then nobody can read them."
    if held.state == State.ABANDONED:
        return "This round was abandoned: its replies were thrown away unread."
    if progress.replies < held.smallest:
        return (
            f"Fewer than {held.smallest} people replied, so nothing of what they said was kept. "
            "Keep the next round open for longer."
        )
    return ""


def _table(
    held: Round, survey: Survey, result: Result, rows: Sequence[SurveyAnswer]
) -> ResultTable:
    mine = [row for row in rows if row.question == result.question]
    everybody = [row for row in mine if row.grouped_by == ""]
    answered = [row for row in everybody if row.status == ANSWERED]
    counts = Counter[str]()
    for row in answered:
        counts[row.answer or ""] += row.stands_for
    options = options_of(survey.question(result.question))
    recorded = held.state == State.RECORDED
    return ResultTable(
        result=result,
        measure=key_of(survey, result),
        everyone=line_of("Everybody who answered", answered, result) if answered else None,
        silent=sum(row.stands_for for row in everybody if row.status != ANSWERED),
        # Of printed counts only those counted and the others are known, not who said what.
        answers=() if recorded else tuple((one.says, counts[one.key]) for one in options),
        parts=_parts(answered, result),
        breakdowns=tuple(
            _breakdown(survey, result, grouping, mine, recorded=recorded)
            for grouping in survey.groups
            if grouping.question != result.question
        ),
        weighted=weighted_of(held, survey, result, mine),
        none="" if answered else NOT_PRINTED if recorded else NOBODY_TOLD,
    )


def _parts(answered: Sequence[SurveyAnswer], result: Result) -> tuple[Line, ...]:
    names = sorted({row.stratum for row in answered} - {""})
    return tuple(
        line_of(name, [row for row in answered if row.stratum == name], result) for name in names
    )


def _breakdown(
    survey: Survey,
    result: Result,
    grouping: Grouping,
    mine: Sequence[SurveyAnswer],
    *,
    recorded: bool,
) -> Breakdown:
    rows = [row for row in mine if row.grouped_by == grouping.question]
    named = [(one.key, one.says) for one in options_of(survey.question(grouping.question))]
    lines = tuple(
        line_of(says, found, result)
        for key, says in (*named, (NOT_SAID, "Did not say"))
        if (found := [row for row in rows if row.group == key])
    )
    rest = [row for row in rows if row.group is None]
    says = NONE_TOLD if not rows else NOT_TOLD if rest else ""
    if recorded and not rows:
        says = "Nothing was published by this grouping."
    together = line_of(TOGETHER, rest, result) if rest else None
    return Breakdown(grouping, key_of(survey, result, grouping), lines, together, says)
