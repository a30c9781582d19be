"""The measures that every procedure has without further declaration.

They count assessments as they stand: one that was corrected counts by its correction, a second look
counts in the agreement alone.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from ibis import _

from peelian.engines.measures.declared import Comparable, Dimension, Version
from peelian.engines.measures.kinds import Count, Measure, Profile, Share
from peelian.engines.procedures import measuring_examples as worked
from peelian.engines.procedures.declared import Criterion, Procedure
from peelian.engines.procedures.models import Assessment
from peelian.records.codes import CodeList

FORCE = Dimension("force", "Police force", field="force_id")
UNIT = Dimension("unit", "Unit", field="unit_ref", unknown="no unit recorded")
FIRST = (Version(1, date(2026, 11, 22), "First definition."),)
# Assessments say something of people who did not choose to be counted.
PROFILE: Profile = "sensitive"
OWN_PRACTICE = Comparable(
    allowed=False, reason="Forces ask by forms and in circumstances of their own."
)


def measures_of(procedure: Procedure) -> tuple[Measure, ...]:
    """How many were made, and each of what can be told of them, by unit and month."""
    return tuple(_measures(procedure))


def _measures(procedure: Procedure) -> Iterator[Measure]:
    yield _made(procedure)
    if procedure.can_be_refused:
        yield _refused(procedure)
    if procedure.grades is not None:
        yield _otherwise(procedure)
    for criterion in procedure.criteria:
        yield _met(procedure, criterion)
    if procedure.second_look is not None:
        yield _agreed(procedure)


def _of(procedure: Procedure) -> tuple[Any, Any]:
    """Rows of the procedure that stand: the first looks, and the second ones."""
    mine = (_.procedure == procedure.key) & _.replaced_by.isnull()
    return mine & _.second_of.isnull(), mine & _.second_of.notnull()


def _by(procedure: Procedure, *more: Dimension) -> tuple[Dimension, ...]:
    return (UNIT, *more, FORCE)


def _grade(procedure: Procedure) -> tuple[Dimension, ...]:
    if procedure.grades is None:
        return ()
    codes = CodeList(
        f"Grades of: {procedure.title}",
        procedure.authority.source,
        tuple(one.key for one in procedure.grades.options),
    )
    return (Dimension("grade", "Grade decided", field="decided", codes=codes),)


def _reasons(procedure: Procedure) -> tuple[Dimension, ...]:
    if not procedure.can_be_refused:
        return ()
    codes = CodeList(
        f"Why this is declined: {procedure.title}",
        procedure.authority.source,
        tuple(one.key for one in procedure.refusals),
    )
    return (
        Dimension(
            "refusal", "Why it was declined", field="refusal", codes=codes, unknown="not declined"
        ),
    )


def _made(procedure: Procedure) -> Measure:
    first, _second = _of(procedure)
    return Count(
        key=f"{procedure.key}.made",
        title=f"{procedure.title}: assessments made",
        short="Made",
        asks=f"How many times was “{procedure.title}” made?",
        words=f"assessments “{procedure.title}” were made",
        definition="Assessments by the month in which they were finished, declined ones included. "
        "One that was corrected counts once; second looks are not counted.",
        why=procedure.why,
        of=Assessment,
        dated_by="month",
        counting=first,
        by=_by(procedure, *_grade(procedure), *_reasons(procedure)),
        better="neither",
        counts="event",
        profile=PROFILE,
        comparable=OWN_PRACTICE,
        owner=procedure.owned_by,
        review_by=procedure.review_by,
        ledger=procedure.ledger,
        versions=FIRST,
        examples=worked.made(procedure.key),
    )


def _refused(procedure: Procedure) -> Measure:
    first, _second = _of(procedure)
    return Share(
        key=f"{procedure.key}.refused",
        title=f"{procedure.title}: declined",
        short="Declined",
        asks=f"How often is “{procedure.title}” declined when it is offered?",
        among_words=f"times that “{procedure.title}” was offered",
        words="were declined",
        definition="Of the assessments that were offered, those that the person declined. A high "
        "share is a reason to look at how it is asked, not at who is asked.",
        why="Who is asked well answers: a share that rises tells of the asking.",
        of=Assessment,
        dated_by="month",
        among=first,
        counting=_.outcome == "Refused",
        by=_by(procedure, *_reasons(procedure)),
        better="neither",
        counts="event",
        profile=PROFILE,
        comparable=OWN_PRACTICE,
        owner=procedure.owned_by,
        review_by=procedure.review_by,
        ledger=procedure.ledger,
        versions=FIRST,
        examples=worked.refused(procedure.key),
    )


def _otherwise(procedure: Procedure) -> Measure:
    first, _second = _of(procedure)
    return Share(
        key=f"{procedure.key}.decided_otherwise",
        title=f"{procedure.title}: decided otherwise than suggested",
        short="Decided otherwise",
        asks="How often do people decide otherwise than the suggestion?",
        among_words=f"assessments “{procedure.title}” with a suggestion",
        words="were decided otherwise",
        definition="Of the assessments for which a grade was suggested, those in which a higher or "
        "a lower one was decided, with a reason.",
        why="A suggestion that nobody ever leaves is not judged; one that all leave is of no use.",
        of=Assessment,
        dated_by="month",
        among=first & _.suggested.notnull(),
        counting=_.differs.isin(["Higher", "Lower"]),
        by=_by(
            procedure,
            Dimension("decision", "How the decision stands", field="differs"),
            *_grade(procedure),
        ),
        better="neither",
        counts="event",
        profile=PROFILE,
        comparable=OWN_PRACTICE,
        owner=procedure.owned_by,
        review_by=procedure.review_by,
        ledger=procedure.ledger,
        versions=FIRST,
        examples=worked.otherwise(procedure.key),
    )


def _met(procedure: Procedure, criterion: Criterion) -> Measure:
    first, _second = _of(procedure)
    listed = "," + _.criteria.fill_null("") + ","
    return Share(
        key=f"{procedure.key}.met_{criterion.key.replace('-', '_')}",
        title=f"{procedure.title}: {criterion.says}",
        short=criterion.says[:1].upper() + criterion.says[1:],
        asks=f"How often is this met: {criterion.says}?",
        among_words=f"assessments “{procedure.title}”",
        words="met this criterion",
        definition=f"Of the assessments made, those in which this was met, whatever was decided: "
        f"{criterion.says}. Authority: {criterion.authority.source}.",
        why="Each criterion is enough by itself, so each is counted by itself.",
        of=Assessment,
        dated_by="month",
        among=first,
        counting=listed.contains(f",{criterion.key},"),
        by=_by(procedure, *_grade(procedure)),
        better="neither",
        counts="event",
        profile=PROFILE,
        comparable=OWN_PRACTICE,
        owner=procedure.owned_by,
        review_by=procedure.review_by,
        ledger=procedure.ledger,
        versions=FIRST,
        examples=worked.met(procedure.key, criterion.key),
    )


def _agreed(procedure: Procedure) -> Measure:
    _first, second = _of(procedure)
    return Share(
        key=f"{procedure.key}.agreed",
        title=f"{procedure.title}: two assessors agree",
        short="Two agree",
        asks="How often does a second assessor, who sees no answer of the first, agree?",
        among_words=f"assessments “{procedure.title}” that were looked at again",
        words="came to the same verdict",
        definition="Of the second looks, those with the same verdict as the first. Which "
        "assessments are looked at again is drawn, so that nobody chooses.",
        why="Two who often disagree do not judge by the same rule.",
        of=Assessment,
        dated_by="month",
        among=second,
        counting=_.agrees,
        by=_by(procedure),
        better="higher",
        counts="event",
        profile=PROFILE,
        comparable=OWN_PRACTICE,
        owner=procedure.owned_by,
        review_by=procedure.review_by,
        ledger=procedure.ledger,
        versions=FIRST,
        examples=worked.agreed(procedure.key),
    )
