"""The rows that an assessment becomes: itself, each answer, and the advice that was shown."""

from collections.abc import Iterator
from datetime import datetime

from peelian.access.standing import local_day
from peelian.access.user import User
from peelian.engines.procedures.asking import Answers, open_questions
from peelian.engines.procedures.becoming import reference_of, unit_of
from peelian.engines.procedures.models import Answer, Assessment
from peelian.engines.procedures.preparing import Prepared
from peelian.engines.procedures.questions import DONT_KNOW, NOT_ASKED, REFUSED, Question
from peelian.engines.procedures.second_looks import drawn
from peelian.engines.procedures.suggesting import difference
from peelian.engines.registers.addresses import new_address
from peelian.records.base import Record
from peelian.records.openness import TYPED
from peelian.records.protection import person_of, protection_of
from peelian.records.schema import type_key

STATUSES = {REFUSED: "Refused", NOT_ASKED: "Not asked", DONT_KNOW: "Not known"}
SHOWN, KEPT, CHANGED = ".shown", "kept", "changed"
LONGEST_ANSWER = 400


def assessment_row(
    ready: Prepared, *, address: str, made: Record | None, actor: User, at: datetime
) -> Assessment:
    """The assessment, not saved yet. Who may see it follows from the record that it is about."""
    about = ready.about if ready.about is not None else made
    assert about is not None  # a declaration is about a record or makes one
    protected, filled = protection_of(type(about)), ready.filled
    suggested = ready.suggested.grade if ready.suggested else ""
    unit = getattr(about, protected.unit) if protected.unit else None
    called = getattr(about, protected.reference) if protected.reference else None
    return Assessment(
        record_id=address,
        source=TYPED,
        force_id=ready.force_id,
        of_type=type_key(type(about)),
        of_id=about.record_id,
        of_ref=str(called) if called else None,
        person_key=person_of(about),
        assessment_ref=reference_of(address),
        procedure=ready.procedure.key,
        asked_version=ready.version.number,
        made_at=at,
        month=f"{local_day(at):%Y-%m}",
        unit_ref=unit or unit_of(actor, at),
        officer_ref=actor.officer_ref,
        outcome="Refused" if filled.refusal else "Completed",
        refusal=filled.refusal or None,
        refusal_words=filled.refusal_words.strip() or None,
        suggested=suggested or None,
        decided=filled.grade or None,
        differs=difference(ready.procedure.grades, suggested, filled.grade),
        reasons=filled.reasons.strip() or None,
        criteria=",".join(one.key for one in ready.criteria) or None,
        criteria_reasons="\n".join(f"{one.says}: {one.reason}" for one in ready.criteria) or None,
        second_of=filled.second_of or None,
        replaces=filled.replaces or None,
        correction=filled.correction.strip() or None,
        made_id=made.record_id if made is not None else None,
        drawn=not (ready.first or ready.old)
        and drawn(ready.procedure, address, ready.force_id, at),
    )


def answer_rows(ready: Prepared, row: Assessment, at: datetime) -> tuple[Answer, ...]:
    """A row for everything that was asked, and one for each advice that was shown."""
    said = [
        (question.key, *_said(question, ready.given))
        for question in open_questions(ready.version, ready.given)
        if ready.given.is_answered(question) or ready.given.declined
    ]
    return tuple(
        _answer(row, key, status, answer, words, at)
        for key, status, answer, words in (*said, *_shown(ready))
    )


def _said(question: Question, given: Answers) -> tuple[str, str | None, str | None]:
    """Status, answer and words; what was declined with the whole is never taken for a no."""
    answer = given.answers.get(question.key, "")
    words = given.words.get(question.key) or None
    if answer in STATUSES:
        return STATUSES[answer], None, words
    if not given.is_answered(question):
        return "Refused" if question.refusable else "Not known", None, None
    return "Answered", answer or None, words


def _shown(ready: Prepared) -> Iterator[tuple[str, str, str, str]]:
    """Advice that was shown before saving, and whether the text still calls for it."""
    for question in open_questions(ready.version, ready.given):
        shown = ready.filled.shown.get(question.key, ())
        if not shown:
            continue
        still = {said for advice in question.advice for said in advice.found(ready.asked)}
        kept = [said for said in shown if said in still]
        yield (
            f"{question.key}{SHOWN}",
            "Answered",
            KEPT if kept else CHANGED,
            "\n".join(kept or shown),
        )


def _answer(
    row: Assessment, key: str, status: str, answer: str | None, words: str | None, at: datetime
) -> Answer:
    return Answer(
        record_id=new_address(at),
        source=TYPED,
        force_id=row.force_id,
        of_type=row.of_type,
        of_id=row.of_id,
        of_ref=row.of_ref,
        person_key=row.person_key,
        assessment_id=row.record_id,
        procedure=row.procedure,
        asked_version=row.asked_version,
        question=key,
        month=row.month,
        unit_ref=row.unit_ref,
        officer_ref=row.officer_ref,
        status=status,
        answer=answer[:LONGEST_ANSWER] if answer else None,
        words=words,
    )
