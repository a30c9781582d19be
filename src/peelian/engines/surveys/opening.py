"""Begin a round, give it more time, or end it without a result."""

import secrets
from collections.abc import Mapping
from datetime import date, datetime
from typing import Final

from django.db import transaction

from peelian.access.decide import check_power
from peelian.access.giving.refusal import fit_words
from peelian.access.powers import Power
from peelian.access.standing import local_day
from peelian.access.user import User
from peelian.engines.duties.settings import setting_on
from peelian.engines.procedures.asking import options_of
from peelian.engines.surveys.declared import RANDOM, VOLUNTARY, WHOLE, Survey
from peelian.engines.surveys.envelopes import new_salt
from peelian.engines.surveys.errors import SurveyRefused
from peelian.engines.surveys.models import Round, State
from peelian.engines.surveys.states import check_move
from peelian.trail.append import append
from peelian.trail.particulars import Particulars
from peelian.trail.verbs import Verb as Deed

TYPE: Final = "surveys.round"
DESIGNS: Final = (VOLUNTARY, RANDOM, WHOLE)
LETTERS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
IN_REF: Final = 6
MOST_PEOPLE: Final = 100_000_000
LONGEST_PART: Final = 120


def open_round(
    survey: Survey,
    *,
    force_id: str,
    title: str,
    design: str,
    opens_at: datetime,
    closes_at: datetime,
    open_link: bool = False,
    strata: Mapping[str, int] | None = None,
    weighting: str = "",
    totals: Mapping[str, int] | None = None,
    actor: User,
    at: datetime,
) -> Round:
    """A round that takes answers from `opens_at` until `closes_at`, under the questions of now.

    `strata` says how many people each part of the list has from which a random sample was drawn
    ("" where it is not divided); `totals` how many people there are by option of the weighting's
    question. Raises `NotAllowed` or `SurveyRefused`.
    """
    check_power(actor, Power.RUN_SURVEYS, force_id=force_id, at=at)
    named = fit_words(title, what="what this round is called", refused=SurveyRefused)
    sizes, people = dict(strata or {}), dict(totals or {})
    _check_times(opens_at, closes_at, at)
    _check_design(design, sizes, open_link=open_link)
    _check_weighting(survey, weighting, people)
    day = local_day(at)
    with transaction.atomic():
        made = Round.objects.create(
            ref=new_ref(),
            survey=survey.key,
            asked_version=survey.version_on(local_day(opens_at)).number,
            force_id=force_id,
            title=named,
            design=design,
            month=f"{local_day(closes_at):%Y-%m}",
            opens_at=opens_at,
            closes_at=closes_at,
            open_token=secrets.token_urlsafe(9) if open_link else None,
            strata=sizes,
            weighting=weighting,
            totals=people,
            smallest=smallest_on(survey, force_id, day),
            salt=new_salt(),
            made_by=actor,
            made_at=at,
        )
        write(made, Deed.COLLECTED, "round opened", actor=actor, at=at, design=design)
    return made


def smallest_on(survey: Survey, force_id: str, day: date) -> int:
    """The smallest group that is told: a force can ask for more people, never for fewer."""
    return max(survey.smallest.default, setting_on(survey.smallest, force_id, day).value)


def extend(held: Round, *, closes_at: datetime, actor: User, at: datetime) -> Round:
    """Give an open round more time: a round with few replies tells nothing."""
    check_power(actor, Power.RUN_SURVEYS, force_id=held.force_id, at=at)
    with transaction.atomic():
        row = Round.objects.select_for_update(no_key=True).get(pk=held.pk)
        if row.state != State.OPEN:
            raise SurveyRefused(f"{row.ref} has ended: open a new round.")
        if row.closes_at is None or closes_at <= max(row.closes_at, at):
            raise SurveyRefused("Choose a later end than the one that was announced.")
        row.closes_at, row.month = closes_at, f"{local_day(closes_at):%Y-%m}"
        row.save(update_fields=["closes_at", "month"])
        write(row, Deed.ALTERED, "round extended", actor=actor, at=at)
    return row


def abandon(held: Round, *, why: str, actor: User, at: datetime) -> Round:
    """End a round without a result: its replies are thrown away unread."""
    check_power(actor, Power.RUN_SURVEYS, force_id=held.force_id, at=at)
    said = fit_words(why, what="why it is abandoned", refused=SurveyRefused)
    with transaction.atomic():
        row = Round.objects.select_for_update(no_key=True).get(pk=held.pk)
        check_move(row, State.ABANDONED)
        thrown = row.replies.count()
        forget(row)
        row.state, row.closed_at, row.ended_because = State.ABANDONED, at, said
        row.save()
        write(row, Deed.ERASED, "round abandoned", actor=actor, at=at, why=said, replies=thrown)
    return row


def forget(held: Round) -> None:
    """Throw away envelopes, invitations and the salt without which no copy can be opened."""
    held.replies.all().delete()
    held.invitations.all().delete()
    held.salt = ""


def write(
    held: Round, deed: Deed, what: str, *, actor: User, at: datetime, why: str = "", **more: object
) -> None:
    """The trail of a round: who ran it. It never tells of a single reply."""
    append(
        actor=actor.trail_name,
        verb=deed,
        ref=(TYPE, held.ref),
        detail=Particulars(reason=why).detail(what=what, survey=held.survey, **more),
        at=at,
    )


def new_ref() -> str:
    """A reference that people can read out."""
    return "S-" + "".join(secrets.choice(LETTERS) for _place in range(IN_REF))


def _check_times(opens_at: datetime, closes_at: datetime, at: datetime) -> None:
    if closes_at <= opens_at or closes_at <= at:
        raise SurveyRefused("Choose an end that is later than the beginning and than now.")


def _check_design(design: str, strata: Mapping[str, int], *, open_link: bool) -> None:
    if design not in DESIGNS:
        raise SurveyRefused(f"Choose how replies are come by: {', '.join(DESIGNS)}.")
    if design == RANDOM and open_link:
        raise SurveyRefused(
            "Whoever finds a link for anybody was not drawn by lot: invite people one by one, or "
            "make the round voluntary."
        )
    if (design == RANDOM) != bool(strata):
        raise SurveyRefused(
            "Say how long the list is from which people are drawn by lot; for any other round "
            "leave it out."
        )
    if any(size < 1 for size in strata.values()) or ("" in strata and len(strata) > 1):
        raise SurveyRefused("Name every part of the list and how many people are in it.")
    # Found at the close it would be too late: no row could be written, and no reply counted.
    if any(size > MOST_PEOPLE or len(name) > LONGEST_PART for name, size in strata.items()):
        raise SurveyRefused(
            f"A part of a list has at most {MOST_PEOPLE:,} people, and a name of at most "
            f"{LONGEST_PART} characters."
        )


def _check_weighting(survey: Survey, key: str, totals: Mapping[str, int]) -> None:
    if not key:
        if totals:
            raise SurveyRefused("Choose the weighting to which these totals belong.")
        return
    known = {one.key: one for one in survey.weightings}
    if key not in known:
        raise SurveyRefused(f"Choose a weighting of this survey: {', '.join(known) or 'none'}.")
    options = {one.key for one in options_of(survey.question(known[key].by))}
    if set(totals) != options or not all(1 <= one <= MOST_PEOPLE for one in totals.values()):
        raise SurveyRefused(
            f"Give how many people there are for each of {', '.join(sorted(options))}: whole "
            "numbers from 1."
        )
