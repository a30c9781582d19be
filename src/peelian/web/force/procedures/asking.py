"""One page of questions: what is wrong, what is weak, and then the next."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from peelian.engines.procedures.asking import asked_on, open_questions
from peelian.engines.procedures.drafts import Body, answered, change
from peelian.engines.procedures.preparing import wrong_together
from peelian.engines.procedures.questions import Page as Asked
from peelian.engines.procedures.questions import Question
from peelian.engines.registers.errors import NoSuchRecord
from peelian.web.components.parts import Link
from peelian.web.force.pages import Page
from peelian.web.force.procedures.open_draft import OpenDraft, open_draft, or_stop
from peelian.web.force.procedures.page_form import PageForm
from peelian.web.force.procedures.question_fields import answer_box
from peelian.web.force.procedures.steps import (
    BACK_TO_CHECK,
    gap_before,
    progress,
    url_after,
    url_before,
)
from peelian.web.people.kept import kept_form


@or_stop
def ask(request: HttpRequest, draft_id: int, page_key: str) -> HttpResponse:
    """A page of the version that the draft was begun under."""
    draft = open_draft(request, draft_id)
    page = next((one for one in draft.version.pages if one.key == page_key), None)
    if page is None:
        raise NoSuchRecord
    step = f"page-{page.key}"
    # A page that the answers no longer lead to, or not yet, is not asked.
    gap = gap_before(draft, step)
    if gap and request.method != "POST":
        return redirect(gap)
    form = PageForm(
        request.POST if request.method == "POST" else kept_form(request),
        version=draft.version,
        questions=asked_on(draft.version, page, draft.body.given),
        given=draft.body.given,
        found=draft.body.found,
    )
    if request.method == "POST" and form.is_valid() and _fits(draft, form):
        saved = _save(draft, form)
        if _asks_more(draft, saved, page) or _says_more(draft, saved):
            return redirect(_here(request, draft, page))
        checking = BACK_TO_CHECK in request.META.get("QUERY_STRING", "")
        return redirect(url_after(saved, step, checking=checking))
    return render(
        request,
        "force/procedures/page.html",
        {
            "page_title": page.title,
            "navigation": draft.who.menu("procedures"),
            "breadcrumbs": draft.way_here(Link(draft.procedure.title, "", current=True)),
            "procedure": draft.procedure,
            "progress": progress(draft, step),
            "says": page.says,
            "form": form,
            "advice": _advice(draft, page),
            "back": url_before(draft, step),
            "leave": draft.who.url("procedures"),
        },
        status=400 if request.method == "POST" else 200,
    )


def _fits(draft: OpenDraft, form: PageForm) -> bool:
    """Whether the answers agree with each other and with the record; told beside them where not."""
    answers, words = form.read()
    asked = draft.asked_with(answered(draft.body, answers, words))
    for key, said in wrong_together(draft.procedure, asked).items():
        for question in form.questions:
            if question.key == key:
                form.add_error(answer_box(question), said)
    return not form.errors


def _save(draft: OpenDraft, form: PageForm) -> OpenDraft:
    """Keep what was answered, and that advice is about to be shown."""
    answers, words = form.read()

    def with_answers(held: Body) -> Body:
        body = answered(held, answers, words)
        shown = dict(body.shown)
        for question in form.questions:
            new = [
                one for one in weak(draft, body, question) if one not in shown.get(question.key, ())
            ]
            if new:
                shown[question.key] = (*shown.get(question.key, ()), *new)
        return replace(body, shown=shown)

    return replace(draft, body=change(draft.draft, with_answers, at=draft.who.at))


def weak(draft: OpenDraft, body: Body, question: Question) -> tuple[str, ...]:
    """What advice says of the answer to a question as it stands."""
    if not question.advice or not body.given.of_own(question):
        return ()
    asked = draft.asked_with(body)
    return tuple(said for one in question.advice for said in one.found(asked))


def _asks_more(before: OpenDraft, after: OpenDraft, page: Asked) -> bool:
    """Whether the answers have opened a question of this page that nobody has seen yet."""
    seen = {one.key for one in asked_on(before.version, page, before.body.given)}
    now = open_questions(after.version, after.body.given)
    return any(one in page.questions and one.key not in seen for one in now)


def _says_more(before: OpenDraft, after: OpenDraft) -> bool:
    """Whether there is advice that its writer has not been shown."""
    return after.body.shown != before.body.shown


def _here(request: HttpRequest, draft: OpenDraft, page: Asked) -> str:
    asked = request.META.get("QUERY_STRING", "")
    return draft.url("page", page.key) + (f"?{BACK_TO_CHECK}" if BACK_TO_CHECK in asked else "")


def _advice(draft: OpenDraft, page: Asked) -> tuple[Link, ...]:
    """What was shown and still holds, each with the box that it is about."""
    return tuple(
        Link(said, f"#{answer_box(question)}", detail=_("About: {q}").format(q=question.text))
        for question in asked_on(draft.version, page, draft.body.given)
        for said in weak(draft, draft.body, question)
        if said in draft.body.shown.get(question.key, ())
    )


pages = (Page("procedures/drafts/<int:draft_id>/page/<str:page_key>/", ask, "procedure-page"),)
