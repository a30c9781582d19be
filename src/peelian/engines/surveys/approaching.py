"""Complaints and wishes to be called, beside a survey: taken in, read by few, answered, forgotten.

They go to the commissioner's staff, who are independent of the force (P49): nobody of the force
reads them here. Nothing that a writer gives is a condition but what the wish itself needs.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.utils.timezone import localdate

from peelian.access.decide import check_power, has_power
from peelian.access.powers import Power
from peelian.access.user import User
from peelian.engines.surveys.answering import asked_by
from peelian.engines.surveys.approach import (
    COMPLAINT,
    CONTACT,
    LINE_MOST,
    WORDS_MOST,
    Approach,
)
from peelian.engines.surveys.declared import Survey
from peelian.engines.surveys.errors import NoSuchRound, NotRight, SurveyRefused
from peelian.trail.append import append
from peelian.trail.verbs import Verb

RECORD_TYPE: Final = "survey-approach"
# Whoever writes from a public page has no account, and the trail names none.
WRITER: Final = "the public"
# Letters and figures that nobody mistakes for one another when they are read out.
PLAIN: Final = "ACDEFGHJKLMNPQRTUVWXY3479"
# Peelian's default, as for confidential reports (C-RET-1).
KEPT_AFTER_ANSWER: Final = timedelta(days=90)


@dataclass(frozen=True)
class Told:
    """What somebody wrote, as far as they wanted."""

    words: str = ""
    called: str = ""
    reach_by: str = ""
    reach_when: str = ""
    about: str = ""


def approach(
    token: str, *, surveys: Sequence[Survey], kind: str, told: Told, at: datetime
) -> Approach:
    """Take in a complaint or a wish to be called; its `ref` is for whoever wrote it.

    Uses up no invitation. Raises `SurveyError`: `NoSuchRound` also where the survey offers no such
    way, `NotRight` by field.
    """
    asked = asked_by(token, surveys=surveys, at=at)
    if kind not in {way.key for way in asked.survey.ways}:
        raise NoSuchRound("This survey offers no such way.")
    check_told(kind, told)
    ref = "W-" + "".join(secrets.choice(PLAIN) for _n in range(8))
    with transaction.atomic():
        made = Approach.objects.create(
            ref=ref,
            round=asked.round,
            kind=kind,
            words=told.words,
            called=told.called,
            reach_by=told.reach_by,
            reach_when=told.reach_when,
            about=told.about,
            day=localdate(at),
        )
        _write(made, Verb.COLLECTED, WRITER, at)
    return made


def check_told(kind: str, told: Told) -> None:
    """Raise `NotRight` where nothing could be done with what was written, or it is too long."""
    wrong: dict[str, str] = {}
    if kind == COMPLAINT and not told.words:
        wrong["words"] = "Write what happened, in as few or as many words as you like."
    if kind == CONTACT and not told.reach_by:
        wrong["reach_by"] = "Write how you can be reached: a number, an address, or through whom."
    if len(told.words) > WORDS_MOST:
        wrong["words"] = f"Use at most {WORDS_MOST:,} characters; these are {len(told.words):,}."
    for name in ("called", "reach_by", "reach_when", "about"):
        length = len(getattr(told, name))
        if length > LINE_MOST:
            wrong[name] = f"Use at most {LINE_MOST} characters; these are {length}."
    if wrong:
        raise NotRight(wrong)


def may_read(actor: User, *, force_id: str, at: datetime) -> bool:
    """Whether somebody reads them: the commissioner's staff alone, never the force's."""
    return has_power(actor, Power.RUN_PANELS, force_id=force_id, at=at)


def approaches_to(actor: User, *, force_id: str, at: datetime) -> tuple[Approach, ...]:
    """Every one about this force, unanswered ones first, oldest first; what is written is not read.

    Raises `NotAllowed`.
    """
    check_power(actor, Power.RUN_PANELS, force_id=force_id, at=at)
    found = Approach.objects.filter(round__force_id=force_id).select_related("round")
    plain = found.defer("words", "called", "reach_by", "reach_when", "about", "answer")
    return tuple(sorted(plain, key=lambda one: (one.answered_on is not None, one.day, one.ref)))


def read_approach(ref: str, *, actor: User, at: datetime) -> Approach:
    """One of them whole; that it was read is written first. Raises `NoSuchRound`, `NotAllowed`."""
    found = Approach.objects.filter(ref=ref).select_related("round").first()
    if found is None:
        raise NoSuchRound("No such complaint or wish is kept.")
    check_power(actor, Power.RUN_PANELS, force_id=found.round.force_id, at=at)
    with transaction.atomic():
        _write(found, Verb.CONSULTED, actor.trail_name, at)
    return found


def answer_approach(ref: str, *, answer: str, actor: User, at: datetime) -> Approach:
    """Say what was done about one: who and when stays with it.

    Raises `SurveyRefused`, `NoSuchRound`, `NotAllowed`.
    """
    if not answer.strip():
        raise SurveyRefused("Say what was done, for example when and how the writer was answered.")
    with transaction.atomic():
        found = (
            Approach.objects.select_for_update(no_key=True, of=("self",))
            .select_related("round")
            .filter(ref=ref)
            .first()
        )
        if found is None:
            raise NoSuchRound("No such complaint or wish is kept.")
        check_power(actor, Power.RUN_PANELS, force_id=found.round.force_id, at=at)
        if found.answered_on is not None:
            raise SurveyRefused(f"{ref} was answered already, on {found.answered_on:%d.%m.%Y}.")
        found.answer, found.answered_on = answer.strip()[:WORDS_MOST], localdate(at)
        found.answered_by = actor
        found.save(update_fields=["answer", "answered_on", "answered_by"])
        _write(found, Verb.ALTERED, actor.trail_name, at)
    return found


def forget_answered(*, by: User, at: datetime) -> int:
    """Erase those that were answered long enough ago; how many that were."""
    last = localdate(at - KEPT_AFTER_ANSWER)
    with transaction.atomic():
        gone = list(Approach.objects.select_for_update(no_key=True).filter(answered_on__lt=last))
        for one in gone:
            one.delete()
            _write(one, Verb.ERASED, by.trail_name, at)
    return len(gone)


def _write(found: Approach, verb: Verb, actor: str, at: datetime) -> None:
    append(
        actor=actor,
        verb=verb,
        ref=(RECORD_TYPE, found.ref),
        detail={"kind": found.kind, "force_id": found.round.force_id},
        at=at,
    )
