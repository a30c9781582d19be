"""What stands in a draft, as facts with a way to change each."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from peelian.engines.procedures.asking import asked_on
from peelian.engines.procedures.questions import Page, Question
from peelian.engines.procedures.suggesting import suggest
from peelian.engines.procedures.summary import answer_in_words, in_words
from peelian.records.derived import ZONE
from peelian.web.components.parts import Link, SummaryRow
from peelian.web.force.procedures.asking import weak
from peelian.web.force.procedures.open_draft import OpenDraft
from peelian.web.force.procedures.question_fields import SAYS
from peelian.web.force.procedures.steps import BACK_TO_CHECK
from peelian.web.force.words import in_text


def page_rows(draft: OpenDraft, page: Page) -> tuple[SummaryRow, ...]:
    """The questions of a page that were asked, with their answers in words."""
    link = _change(draft.url("page", page.key))
    return tuple(
        SummaryRow(question.text, _answer(draft, question), link)
        for question in asked_on(draft.version, page, draft.body.given)
    )


def offer_rows(draft: OpenDraft) -> tuple[SummaryRow, ...]:
    """Whether they answer; nothing for what cannot be declined."""
    if not draft.procedure.can_be_refused:
        return ()
    said = _("Yes")
    if draft.body.refusal:
        reason = in_words(draft.procedure.refusals, draft.body.refusal)
        said = "\n".join((_("No, they decline"), reason, draft.body.refusal_words))
    return (SummaryRow(_("Will they answer?"), said, _change(draft.url("offer"))),)


def decision_rows(draft: OpenDraft) -> tuple[SummaryRow, ...]:
    """The suggestion and, apart from it, what was decided."""
    grades = draft.procedure.grades
    if grades is None:
        return ()
    suggestion = suggest(draft.procedure, draft.asked)
    grade = suggestion.grade if suggestion else ""
    return (
        SummaryRow(_("Suggested"), in_words(grades.options, grade) or _("Nothing is suggested")),
        SummaryRow(
            grades.asks,
            "\n".join(
                filter(None, (in_words(grades.options, draft.body.grade), draft.body.reasons))
            ),
            _change(draft.url("decide")),
        ),
    )


def typed_in_words(question: Question, answer: str) -> str:
    """An answer in words, days and moments as pages write them."""
    try:
        if question.kind == "day":
            return in_text("", date.fromisoformat(answer))
        if question.kind == "moment":
            moment = datetime.fromisoformat(answer).replace(tzinfo=ZoneInfo(ZONE))
            return in_text("", moment)
    except ValueError:
        return answer
    return answer_in_words(question, answer)


def _change(url: str) -> Link:
    return Link(_("Change"), f"{url}?{BACK_TO_CHECK}")


def _answer(draft: OpenDraft, question: Question) -> str:
    answer = draft.body.answers.get(question.key, "")
    words = draft.body.words.get(question.key, "").strip()
    if answer in SAYS:
        said = str(SAYS[answer])
    elif not draft.body.given.is_answered(question):
        said = _("Left open")
    else:
        said = typed_in_words(question, answer) if answer else ""
    kept = weak(draft, draft.body, question)
    advice = _("Advice that you were shown: {said}").format(said=" ".join(kept)) if kept else ""
    return "\n".join(part for part in (said, words, advice) if part)
