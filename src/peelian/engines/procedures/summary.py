"""A finished assessment in words and as a table, for whoever may see what it is about.

It is read through access twice: the record that it is about, which may ask for a reason, and the
assessment's own cells. What is closed to its reader is said to be so, and that it was read is
written before it is shown (C-AUD-1).
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from peelian.access.user import User
from peelian.access.visible import visible
from peelian.engines.procedures.answering import model_of
from peelian.engines.procedures.asking import options_of
from peelian.engines.procedures.declared import Procedure
from peelian.engines.procedures.errors import MayNotAnswer
from peelian.engines.procedures.models import Answer, Assessment
from peelian.engines.procedures.questions import Question
from peelian.engines.procedures.rows import KEPT, SHOWN
from peelian.engines.procedures.second_looks import is_looking_again
from peelian.engines.registers.errors import NoSuchRecord
from peelian.engines.registers.finding import find, refuse
from peelian.engines.registers.opening import Opened, open_record
from peelian.records.schema import type_key
from peelian.records.store.reader import Reader
from peelian.trail.append import append
from peelian.trail.particulars import Particulars
from peelian.trail.verbs import Verb as Deed

CLOSED = "Not open to you"
# What stands for an answer that is none of the question's own.
STATUS_SAYS: Mapping[str, str] = {
    "Refused": "They would rather not say",
    "Not asked": "Not asked",
    "Not known": "Not known",
}


@dataclass(frozen=True)
class Line:
    """One question with its answer in words. `advice` is what was shown, `heeded` whether the
    text was changed after it."""

    question: str
    answer: str
    words: str = ""
    advice: str = ""
    heeded: bool = False


@dataclass(frozen=True)
class Summary:
    """A finished assessment: the open cells of it, and its questions in order.

    `of` is the record that it is about, as its reader sees it.
    """

    procedure: Procedure
    assessment: Assessment
    of: Opened
    lines: tuple[Line, ...]

    def grade(self, key: str | None) -> str:
        """A grade in words; empty for none."""
        return in_words(self.procedure.grades.options if self.procedure.grades else (), key)

    @property
    def refusal(self) -> str:
        """Why it was declined, in words."""
        return in_words(self.procedure.refusals, self.assessment.refusal)

    @property
    def criteria(self) -> tuple[str, ...]:
        """The criteria that were met, with the reason as it was then where that is open."""
        if self.assessment.criteria_reasons:
            return tuple(self.assessment.criteria_reasons.splitlines())
        met = (self.assessment.criteria or "").split(",")
        return tuple(one.says for one in self.procedure.criteria if one.key in met)


def read_summary(
    actor: User,
    assessment_id: str,
    procedures: Collection[Procedure],
    tables: Reader,
    *,
    at: datetime,
) -> Summary:
    """The assessment for this reader.

    Raises `NoSuchRecord` for one that is hidden or missing, `ReasonNeeded` where the record is
    opened only for a reason, `MayNotAnswer` for whoever is at work on a second look of it.
    """
    try:
        seen = find(actor, Assessment, assessment_id, tables, at=at)
    except NoSuchRecord:
        refuse(actor, Assessment, assessment_id, at=at)
    row, opened = seen.record, seen.open_fields
    assert isinstance(row, Assessment)
    procedure = next((one for one in procedures if one.key == row.procedure), None)
    if procedure is None:
        raise NoSuchRecord
    if is_looking_again(actor, row):
        raise MayNotAnswer(
            "You are looking at this again. The first assessment opens when yours is finished."
        )
    of = open_record(actor, model_of(row.of_type), row.of_id, tables, at=at)
    with transaction.atomic():
        append(
            actor=actor.trail_name,
            verb=Deed.CONSULTED,
            ref=(type_key(Assessment), assessment_id),
            detail=Particulars(fields=tuple(sorted(opened)), relationship=of.because).detail(),
            at=at,
        )
    shown = Assessment(**{name: getattr(row, name) for name in opened})
    return Summary(procedure, shown, of, _lines(procedure, row, actor, at))


def in_words(options: Collection[object], key: str | None) -> str:
    """The words of an option by its key; the key itself where it is not declared any more."""
    found = {one.key: one.says for one in options}  # type: ignore[attr-defined]
    return str(found.get(key or "", key or ""))


def _lines(
    procedure: Procedure, assessment: Assessment, actor: User, at: datetime
) -> tuple[Line, ...]:
    seen = visible(actor, Answer, at=at)
    rows = {
        row.question: row
        for row in Answer.objects.filter(seen.as_q(), assessment_id=assessment.record_id)
    }
    version = procedure.version(assessment.asked_version)
    return tuple(
        _line(question, rows[question.key], rows.get(f"{question.key}{SHOWN}"), actor, at)
        for question in version.questions
        if question.key in rows
    )


def _line(question: Question, row: Answer, shown: Answer | None, actor: User, at: datetime) -> Line:
    opened = visible(actor, Answer, at=at).open_fields(row)
    if row.status in STATUS_SAYS:
        answer = STATUS_SAYS[row.status]
    else:
        answer = answer_in_words(question, row.answer or "") if "answer" in opened else CLOSED
    words = (row.words or "") if "words" in opened else ""
    return Line(
        question.text,
        answer,
        words,
        (shown.words or "") if shown and "words" in opened else "",
        heeded=shown is not None and shown.answer != KEPT,
    )


def answer_in_words(question: Question, answer: str) -> str:
    """An answer of its own as its options say it; typed ones as they were typed."""
    options = options_of(question)
    if not options:
        return answer
    return ", ".join(in_words(options, key) for key in answer.split(",") if key)
