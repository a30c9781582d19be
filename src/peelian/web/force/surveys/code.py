"""Code one text after the other: themes are ticked by keyboard, and the next text comes by itself.

A text stands alone: no other answer, no group and no time is near it. Who codes sees nothing of
what somebody else found; who decides between two sees both.
"""

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from peelian.engines.surveys.coded import Comment
from peelian.engines.surveys.coding import (
    code_comment,
    next_to_code,
    next_to_decide,
    pair_of,
    themes_of,
    withhold,
)
from peelian.engines.surveys.declared import Survey
from peelian.engines.surveys.errors import SurveyRefused
from peelian.engines.surveys.models import Round
from peelian.web.components.parts import Link
from peelian.web.force.pages import Page
from peelian.web.force.surveys.forms import WhyForm
from peelian.web.force.surveys.runner import MENU, Runner, round_called, runner
from peelian.web.force.surveys.themes import question_of

Next = Callable[..., Comment | None]


class ThemesForm(forms.Form):
    """The themes of one question, none of them included."""

    themes = forms.MultipleChoiceField(
        widget=forms.CheckboxSelectMultiple, required=False, error_messages={"invalid_choice": ""}
    )

    def __init__(self, sent: object, survey: Survey, question: str) -> None:
        super().__init__(sent, auto_id="code-%s")  # type: ignore[arg-type]  # a QueryDict or nothing
        field = self.fields["themes"]
        field.label = _("What is it about?")
        field.help_text = _("Tick all that fit, or none. Space ticks, Enter saves.")
        field.choices = [  # type: ignore[attr-defined]  # a choice field, which the class says
            (one.key, one.title) for one in survey.themes_of(question)
        ]
        field.widget.attrs["autofocus"] = True


def code(request: HttpRequest, ref: str, key: str) -> HttpResponse:
    """The next text that waits for this coder."""
    return _page(request, ref, key, next_to_code, deciding=False)


def decide(request: HttpRequest, ref: str, key: str) -> HttpResponse:
    """The next text on which two coders differ."""
    return _page(request, ref, key, next_to_decide, deciding=True)


def take_away(request: HttpRequest, ref: str, key: str, number: UUID) -> HttpResponse:
    """Take a text away that names somebody or tells who wrote it."""
    run = runner(request)
    held, survey = round_called(run, ref)
    question = question_of(survey, key)
    comment = _comment(held, key, number)
    form = WhyForm(request.POST if request.method == "POST" else None, auto_id="away-%s")
    back = run.url("survey-code", ref, key)
    if request.method == "POST" and form.is_valid():
        try:
            withhold(comment, why=form.cleaned_data["why"], actor=run.who.actor, at=run.who.at)
        except SurveyRefused as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The text is taken away. Nobody can read it any more."))
            return redirect(back)
    title = _("Take a text away")
    return render(
        request,
        "force/surveys/take_away.html",
        {
            "page_title": title,
            "navigation": run.who.menu(MENU),
            "breadcrumbs": _way(run, held, key, title),
            "question": question,
            "text": comment.text,
            "form": form,
            "back": back,
        },
        status=400 if form.errors else 200,
    )


def _page(
    request: HttpRequest, ref: str, key: str, following: Next, *, deciding: bool
) -> HttpResponse:
    run = runner(request)
    held, survey = round_called(run, ref)
    question = question_of(survey, key)
    here = run.url("survey-decide" if deciding else "survey-code", ref, key)
    if request.method == "POST":
        return _coded(request, run, held, survey, key, here)
    comment = following(held, key, actor=run.who.actor, at=run.who.at)
    if comment is None:
        messages.success(request, _("No more text waits for you here."))
        return redirect(run.url("survey-themes", ref, key))
    return _shown(request, run, held, survey, question, comment, deciding=deciding)


def _coded(
    request: HttpRequest, run: Runner, held: Round, survey: Survey, key: str, here: str
) -> HttpResponse:
    try:
        number = UUID(request.POST.get("text", ""))
    except ValueError as error:
        raise Http404 from error
    comment = _comment(held, key, number)
    try:
        code_comment(
            comment,
            survey,
            themes=request.POST.getlist("themes"),
            actor=run.who.actor,
            at=run.who.at,
        )
    except SurveyRefused as error:
        messages.error(request, str(error))
    return redirect(here)


def _shown(
    request: HttpRequest,
    run: Runner,
    held: Round,
    survey: Survey,
    question: str,
    comment: Comment,
    *,
    deciding: bool,
) -> HttpResponse:
    coded = themes_of(held, survey, comment.question)
    title = _("Decide between two coders") if deciding else _("Code a text")
    return render(
        request,
        "force/surveys/code.html",
        {
            "page_title": title,
            "navigation": run.who.menu(MENU),
            "breadcrumbs": _way(run, held, comment.question, title),
            "question": question,
            "progress": _("{done} of {n} settled").format(done=coded.done, n=coded.texts),
            "text": comment.text,
            "number": comment.pk,
            "pair": _pair(survey, comment) if deciding else (),
            "form": ThemesForm(None, survey, comment.question),
            "away": run.url("survey-take-away", held.ref, comment.question, str(comment.pk)),
            "back": run.url("survey-themes", held.ref, comment.question),
        },
    )


def _pair(survey: Survey, comment: Comment) -> tuple[str, ...]:
    """What each of the two found, without their names."""
    titles = {one.key: one.title for one in survey.themes_of(comment.question)}
    return tuple(
        ", ".join(titles.get(key, key) for key in found) or _("none of the themes")
        for found in pair_of(comment)
    )


def _comment(held: Round, key: str, number: UUID) -> Comment:
    found = held.comments.filter(pk=number, question=key, withheld=False).first()
    if found is None:
        raise Http404
    return found


def _way(run: Runner, held: Round, key: str, title: str) -> tuple[Link, ...]:
    return run.way(
        Link(held.title, run.url("survey-round", held.ref)),
        Link(_("What they wrote about"), run.url("survey-themes", held.ref, key)),
        Link(title, "", current=True),
    )


pages = (
    Page("surveys/rounds/<str:ref>/themes/<slug:key>/code/", code, "survey-code"),
    Page("surveys/rounds/<str:ref>/themes/<slug:key>/decide/", decide, "survey-decide"),
    Page(
        "surveys/rounds/<str:ref>/themes/<slug:key>/<uuid:number>/away/",
        take_away,
        "survey-take-away",
    ),
)
