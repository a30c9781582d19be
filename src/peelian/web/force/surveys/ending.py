"""How a round ends: later than was said, with a count, or without one."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peelian.engines.surveys.closing import close_round
from peelian.engines.surveys.declared import Survey
from peelian.engines.surveys.errors import SurveyRefused
from peelian.engines.surveys.models import Round
from peelian.engines.surveys.opening import abandon, extend
from peelian.engines.surveys.progress import progress_of
from peelian.web.components.parts import Link
from peelian.web.force.pages import Page
from peelian.web.force.surveys.forms import LongerForm, WhyForm, ends
from peelian.web.force.surveys.runner import MENU, Runner, round_called, runner


@dataclass(frozen=True)
class Act:
    """One way to end or to lengthen: what its page says, and what is done."""

    title: str
    says: str
    button: str
    form: forms.Form
    do: Callable[[Runner, Round, Survey, dict[str, Any]], str]
    warns: bool = False


def close_page(request: HttpRequest, ref: str) -> HttpResponse:
    """Close the round: open every envelope at once, count, and throw them away."""
    return _page(
        request,
        ref,
        Act(
            _("Close it and count"),
            _(
                "All replies are opened at once and counted. Then the single replies and the "
                "links are thrown away: nobody can open the round again, or count it otherwise."
            ),
            _("Close the round"),
            forms.Form(request.POST if request.method == "POST" else None),
            _close,
            warns=True,
        ),
    )


def longer_page(request: HttpRequest, ref: str) -> HttpResponse:
    """Give an open round a later last day."""
    return _page(
        request,
        ref,
        Act(
            _("Give it more time"),
            _("Whoever was told an end can still answer until the new one."),
            _("Set the new last day"),
            LongerForm(request.POST if request.method == "POST" else None, auto_id="longer-%s"),
            _longer,
        ),
    )


def abandon_page(request: HttpRequest, ref: str) -> HttpResponse:
    """End a round without a result."""
    return _page(
        request,
        ref,
        Act(
            _("Abandon it"),
            _(
                "Every reply is thrown away unread. That the round was held, and why it ended, "
                "stays."
            ),
            _("Abandon the round"),
            WhyForm(request.POST if request.method == "POST" else None, auto_id="abandon-%s"),
            _abandon,
            warns=True,
        ),
    )


def _page(request: HttpRequest, ref: str, act: Act) -> HttpResponse:
    run = runner(request)
    held, survey = round_called(run, ref)
    back = run.url("survey-round", ref)
    form = act.form
    if request.method == "POST" and form.is_valid():
        try:
            told = act.do(run, held, survey, form.cleaned_data)
        except SurveyRefused as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, told)
            return redirect(back)
    return render(
        request,
        "force/surveys/act.html",
        {
            "page_title": act.title,
            "navigation": run.who.menu(MENU),
            "breadcrumbs": run.way(Link(held.title, back), Link(act.title, "", current=True)),
            "answer": progress_of(held).says,
            "says": act.says,
            "button": act.button,
            "warns": act.warns,
            "form": form,
            "back": back,
        },
        status=400 if form.errors else 200,
    )


def _close(run: Runner, held: Round, survey: Survey, given: dict[str, Any]) -> str:
    closed = close_round(held, survey, actor=run.who.actor, at=run.who.at)
    told = ngettext("{n} reply is counted.", "{n} replies are counted.", closed.replies)
    return told.format(n=closed.replies)


def _longer(run: Runner, held: Round, survey: Survey, given: dict[str, Any]) -> str:
    extend(held, closes_at=ends(given["last_day"]), actor=run.who.actor, at=run.who.at)
    return _("The round ends later now.")


def _abandon(run: Runner, held: Round, survey: Survey, given: dict[str, Any]) -> str:
    abandon(held, why=given["why"], actor=run.who.actor, at=run.who.at)
    return _("The round is abandoned. Its replies are gone.")


pages = (
    Page("surveys/rounds/<str:ref>/close/", close_page, "survey-close"),
    Page("surveys/rounds/<str:ref>/longer/", longer_page, "survey-longer"),
    Page("surveys/rounds/<str:ref>/abandon/", abandon_page, "survey-abandon"),
)
