"""Counts that somebody else published: recorded, recomputed, and flagged where they do not follow.

The inspectorate's workforce survey is held by the inspectorate: a force gets a page of shares. With
their counts they become cells like any other, and the percentages are checked: those printed are
kept as printed and never used.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from peelian.access.decide import check_power
from peelian.access.giving.refusal import fit_words
from peelian.access.powers import Power
from peelian.access.standing import local_day
from peelian.access.user import User
from peelian.engines.procedures.asking import options_of
from peelian.engines.surveys.counting import address_of
from peelian.engines.surveys.declared import NOT_SAID, VOLUNTARY, Result, Survey
from peelian.engines.surveys.errors import SurveyRefused
from peelian.engines.surveys.models import ANSWERED, Published, Round, State, SurveyAnswer
from peelian.engines.surveys.opening import new_ref, smallest_on, write
from peelian.engines.surveys.rounding import Check, check_of
from peelian.records.months import NotAMonth, parse
from peelian.records.openness import TYPED
from peelian.trail.verbs import Verb as Deed


@dataclass(frozen=True)
class PublishedRow:
    """`counted` of `among` gave the answers that a result counts; `printed` as "78.4".

    `grouped_by` and `group` are empty for everybody.
    """

    result: str
    counted: int
    among: int
    printed: str
    grouped_by: str = ""
    group: str = ""


def record_published(
    survey: Survey,
    *,
    force_id: str,
    title: str,
    month: str,
    source: str,
    rows: Sequence[PublishedRow],
    actor: User,
    at: datetime,
) -> Round:
    """A round of printed counts, voluntary and without a reply rate.

    `month` is the one under which the figures stand, `source` where they are printed. A share that
    does not follow from its counts is kept and flagged, not refused. Raises `NotAllowed`, or
    `SurveyRefused` for counts that cannot be.
    """
    check_power(actor, Power.RUN_SURVEYS, force_id=force_id, at=at)
    named = fit_words(title, what="what this round is called", refused=SurveyRefused)
    printed_in = fit_words(source, what="where the counts are printed", refused=SurveyRefused)
    try:
        parse(month)
    except NotAMonth as error:
        raise SurveyRefused(str(error)) from error
    if not rows:
        raise SurveyRefused("Give the counts of at least one result.")
    for row in rows:
        _check(survey, row)
    with transaction.atomic():
        held = Round.objects.create(
            ref=new_ref(),
            survey=survey.key,
            asked_version=survey.versions[-1].number,
            force_id=force_id,
            title=named,
            design=VOLUNTARY,
            state=State.RECORDED,
            month=month,
            smallest=smallest_on(survey, force_id, local_day(at)),
            replied_open=max(row.among for row in rows),
            source=printed_in,
            made_by=actor,
            made_at=at,
        )
        Published.objects.bulk_create(_printed(held, row) for row in rows)
        SurveyAnswer.objects.bulk_create(
            answer for row in rows for answer in _answers(survey, held, row)
        )
        write(held, Deed.COLLECTED, "published counts recorded", actor=actor, at=at, rows=len(rows))
    return held


def checked(row: Published) -> Check:
    """What the counts of a printed share give, and whether the print follows from them."""
    return check_of(row.counted, row.among, row.printed)


def published_of(held: Round) -> tuple[tuple[Published, Check], ...]:
    """Every printed share of a round, in the order in which they were recorded."""
    return tuple((row, checked(row)) for row in held.published.order_by("pk"))


def _check(survey: Survey, row: PublishedRow) -> None:
    try:
        result = survey.result(row.result)
    except KeyError as error:
        raise SurveyRefused(str(error.args[0])) from error
    if not 0 <= row.counted <= row.among or row.among < 1:
        raise SurveyRefused(
            f"{result.title}: {row.counted} of {row.among} cannot be. Give how many answered, and "
            "how many of them are counted."
        )
    if row.among < survey.smallest.default:
        raise SurveyRefused(
            f"{result.title}: {row.among} replies are fewer than {survey.smallest.default}: not "
            "kept here, whoever printed them."
        )
    check_of(row.counted, row.among, row.printed)
    if not row.grouped_by:
        return
    known = {one.question for one in survey.groups}
    if row.grouped_by not in known:
        raise SurveyRefused(f"{result.title}: choose a group of {', '.join(sorted(known))}.")
    groups = {one.key for one in options_of(survey.question(row.grouped_by))} | {NOT_SAID}
    if row.group not in groups:
        raise SurveyRefused(f"{result.title}: choose a group of {', '.join(sorted(groups))}.")


def _printed(held: Round, row: PublishedRow) -> Published:
    return Published(
        round=held,
        result=row.result,
        grouped_by=row.grouped_by,
        group=row.group,
        counted=row.counted,
        among=row.among,
        printed=row.printed,
    )


def _answers(survey: Survey, held: Round, row: PublishedRow) -> Iterator[SurveyAnswer]:
    """Two rows: those who are counted, under the first of their answers, and the others."""
    result = survey.result(row.result)
    for answer, number in (
        (result.counts[0], row.counted),
        (_other(survey, result), row.among - row.counted),
    ):
        if not number:
            continue
        made = SurveyAnswer(
            source=TYPED,
            force_id=held.force_id,
            sample_ref=held.ref,
            design=held.design,
            stands_for=number,
            survey=survey.key,
            asked_version=held.asked_version,
            month=held.month,
            question=result.question,
            status=ANSWERED,
            answer=answer,
            grouped_by=row.grouped_by,
            group=row.group or None,
        )
        made.record_id = address_of(made)
        yield made


def _other(survey: Survey, result: Result) -> str:
    """An answer that the result does not count: which of them was given is not printed."""
    keys = [one.key for one in options_of(survey.question(result.question))]
    return next(key for key in reversed(keys) if key not in result.counts)
