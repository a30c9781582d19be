"""Take an answer: the one verb without an actor.

It leaves a sealed envelope and, of an invitation, that it was used. No name, no day, no entry in
the trail, no order: whoever copies the database, the trail or both learns how many answered.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from peelian.engines.procedures.asking import WAYS_ROUND, Answers, in_force, wrong_with
from peelian.engines.surveys.declared import Survey, Version
from peelian.engines.surveys.envelopes import Said, seal
from peelian.engines.surveys.errors import AlreadyUsed, NoSuchRound, NotOpen, NotRight
from peelian.engines.surveys.inviting import hash_of
from peelian.engines.surveys.models import Invitation, Reply, Round, State, Via


@dataclass(frozen=True)
class AskedBy:
    """What a link leads to: the round, its survey and questions, and what kind of link it is."""

    round: Round
    survey: Survey
    version: Version
    via: Via


def asked_by(token: str, *, surveys: Sequence[Survey], at: datetime) -> AskedBy:
    """What is asked by this link now; raises `NoSuchRound`, `NotOpen` or `AlreadyUsed`."""
    held, invitation = _found(token)
    survey = next((one for one in surveys if one.key == held.survey), None)
    if survey is None:
        raise NoSuchRound(_UNKNOWN)
    _check_open(held, at)
    if invitation is not None and invitation.used:
        raise AlreadyUsed(_USED)
    via = Via.OPEN if invitation is None else Via.INVITATION
    return AskedBy(held, survey, survey.version(held.asked_version), via)


def answer(
    token: str,
    *,
    surveys: Sequence[Survey],
    answers: Mapping[str, str],
    words: Mapping[str, str],
    once: UUID,
    at: datetime,
) -> None:
    """Keep one reply in its envelope until the round closes.

    `answers` and `words` by question; any may be left out, and those whose branch has closed are
    no part of it. `once` is a number of chance (uuid4) that the page carries: sent twice, it is one
    reply. Raises what `asked_by` does, or `NotRight` by question; then nothing is kept and the link
    still works.
    """
    if _is_kept(token, once):
        return
    asked = asked_by(token, surveys=surveys, at=at)
    version = left_open(asked.version)
    given = _fit(version, answers, words)
    errors = wrong_with(version, given)
    if errors:
        raise NotRight(errors)
    said = in_force(version, given)
    try:
        with transaction.atomic():
            # Whoever closes the round holds it until every envelope is opened: later ones find it
            # shut.
            held = Round.objects.select_for_update(no_key=True).get(pk=asked.round.pk)
            _check_open(held, at)
            stratum = _use(token) if asked.via == Via.INVITATION else ""
            body = seal(Said(said.answers, said.words, stratum), held)
            Reply(id=once, round=held, via=asked.via, body=body).save(force_insert=True)
    except (AlreadyUsed, IntegrityError) as error:
        # Sent twice at the same time: the other one was kept.
        if _is_kept(token, once):
            return
        if isinstance(error, AlreadyUsed):
            raise
        raise NotRight({"": _NOT_FRESH}) from error


def _fit(version: Version, answers: Mapping[str, str], words: Mapping[str, str]) -> Answers:
    """What a survey asks for of what was sent: codes where it offers some, texts where it asks.

    A forged page could send more: an envelope would no longer have the length of all others, and
    texts would stand under questions that ask for none.
    """
    texts = {one.key for one in version.questions if one.kind == "words"}
    codes = {one.key for one in version.questions} - texts
    noted = {one.key for one in version.questions if one.notes}
    return Answers(
        {
            key: said
            for key, said in answers.items()
            if key in codes or (key in texts and said in WAYS_ROUND)
        },
        {key: _tidy(text) for key, text in words.items() if key in texts | noted},
    )


def left_open(version: Version) -> Version:
    """The same questions, none of which has to be answered."""
    return replace(
        version,
        pages=tuple(
            replace(page, questions=tuple(replace(one, required=False) for one in page.questions))
            for page in version.pages
        ),
    )


def _is_kept(token: str, once: UUID) -> bool:
    """Whether this very reply is in its envelope already."""
    try:
        held, _invitation = _found(token)
    except NoSuchRound:
        return False
    return held.replies.filter(pk=once).exists()


def _use(token: str) -> str:
    """Mark the invitation as used; of two at once, one gets it."""
    row = Invitation.objects.filter(token_hash=hash_of(token))
    if not row.filter(used=False).update(used=True):
        raise AlreadyUsed(_USED)
    return row.get().stratum


def _found(token: str) -> tuple[Round, Invitation | None]:
    invitation = (
        Invitation.objects.select_related("round").filter(token_hash=hash_of(token)).first()
    )
    if invitation is not None:
        return invitation.round, invitation
    held = Round.objects.filter(open_token=token).first() if token else None
    if held is None:
        raise NoSuchRound(_UNKNOWN)
    return held, None


def _check_open(held: Round, at: datetime) -> None:
    if held.opens_at is None or held.closes_at is None:
        raise NoSuchRound(_UNKNOWN)
    if at < held.opens_at:
        raise NotOpen("This survey has not begun yet. Come back when it has.")
    if held.state != State.OPEN or at >= held.closes_at:
        raise NotOpen("This survey is over. It takes no more answers.")


def _tidy(text: str) -> str:
    """Without what is no letter, mark or line end, and what no text can hold."""
    kept = "".join(one for one in text if one.isprintable() or one == "\n")
    return kept.encode(errors="ignore").decode().strip()


_UNKNOWN = (
    "No survey has this link. Copy the whole of it from the letter; when a survey ends, so do its "
    "links."
)
_NOT_FRESH = "This page was used for another survey: open your link again and answer there."
_USED = "This invitation has been used. Each can be answered once."
