"""The questions to one file: which are asked, which the file answers itself, and what passes."""

from collections.abc import Mapping
from dataclasses import dataclass

from peelian.engines.audits.declared import (
    NOT_APPLICABLE,
    UNCLEAR,
    Audit,
    AuditQuestion,
    AuditVersion,
)
from peelian.engines.audits.errors import AuditRefused, NotComplete
from peelian.engines.audits.files import Row, file_of
from peelian.engines.audits.models import Marking
from peelian.engines.procedures.asking import Answers, in_force, open_questions, wrong_with
from peelian.engines.procedures.questions import NO, YES
from peelian.records.store.reader import Reader

GONE = "The record was erased, so nobody can review it: set the file aside."


@dataclass(frozen=True)
class Form:
    """What is asked of one file, with the answers so far.

    `by_itself` are the answers that the file gives without being asked: "no" where texts are
    blank, "not-applicable" where a question is of other files. `open` are the questions that are
    put to the reviewer, in order.
    """

    version: AuditVersion
    answers: Mapping[str, str]
    words: Mapping[str, str]
    open: tuple[AuditQuestion, ...]
    by_itself: Mapping[str, str]


def form_of(marking: Marking, audit: Audit, *, tables: Reader) -> Form:
    """The form of a review. Raises `AuditRefused` where the record was erased."""
    return form_with(
        audit, marking, file_for(marking, audit, tables), Answers(marking.answers, marking.words)
    )


def file_for(marking: Marking, audit: Audit, tables: Reader) -> Row:
    """The frozen file of a review. Raises `AuditRefused` where it was erased."""
    found = file_of(marking.item.run, audit, marking.item.of_id, tables=tables)
    if found is None:
        raise AuditRefused(GONE)
    return found


def form_with(audit: Audit, marking: Marking, file: Row, given: Answers) -> Form:
    """The form of a review over these answers."""
    version = audit.version(marking.item.run.asked_version)
    record = audit.record_type(**file)
    itself = {one.key: one.without_asking(record) for one in version.questions}
    itself = {key: said for key, said in itself.items() if said}
    whole = Answers({**given.answers, **itself}, given.words)
    asked = {one.key for one in open_questions(version.as_asked, whole)} - set(itself)
    return Form(
        version=version,
        answers=whole.answers,
        words=given.words,
        open=tuple(one for one in version.questions if one.key in asked),
        by_itself=itself,
    )


def complete(form: Form) -> Answers:
    """The answers that count, of open branches only. Raises `NotComplete` by question."""
    given = Answers(form.answers, form.words)
    asked = form.version.as_asked
    wrong = wrong_with(asked, given)
    if wrong:
        raise NotComplete(wrong)
    return in_force(asked, given)


def passed(version: AuditVersion, answers: Mapping[str, str]) -> str:
    """What the pass rule makes of the answers of a file.

    One "no" fails it; without one, one "cannot tell" leaves it open; where none of the questions
    applies, neither does the rule.
    """
    found = [answers[key] for key in version.passes.questions if key in answers]
    for decisive in (NO, UNCLEAR, YES):
        if decisive in found:
            return decisive
    return NOT_APPLICABLE


def fit(version: AuditVersion, given: Answers) -> Answers:
    """The answers to questions of this version. Raises `NotComplete` for one that cannot be."""
    known = {one.key: one for one in version.as_asked.questions}
    answers = {key: said for key, said in given.answers.items() if said}
    # No database of ours holds the sign of number zero in a text.
    plain = {key: text.replace("\0", "").strip() for key, text in given.words.items()}
    words = {key: text for key, text in plain.items() if text}
    wrong: dict[str, str] = {}
    for key in {*answers, *words}:
        question = known.get(key)
        if question is None:
            wrong[key] = f"There is no question “{key}” in this audit."
        elif key in answers and answers[key] not in {one.key for one in question.options}:
            wrong[key] = f"Choose one of the answers to “{question.text}”."
        elif len(words.get(key, "")) > question.most:
            wrong[key] = f"Use at most {question.most:,} characters for the remark."
    if wrong:
        raise NotComplete(wrong)
    return Answers(answers, words)
