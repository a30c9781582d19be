"""Complaints and wishes to be called that came beside a survey: for the commissioner's staff."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from peelian.engines.surveys.approach import COMPLAINT, Approach
from peelian.engines.surveys.approaching import (
    answer_approach,
    approaches_to,
    may_read,
    read_approach,
)
from peelian.engines.surveys.errors import NoSuchRound, SurveyRefused
from peelian.web.components.parts import Link, SummaryRow, Table, TableCell
from peelian.web.force.pages import Page
from peelian.web.force.surveys.forms import WhyForm
from peelian.web.force.surveys.runner import MENU, Runner, runner
from peelian.web.force.tables import plain_table
from peelian.web.force.words import in_text

NOT_SAID = "–"


@require_safe
def approaches(request: HttpRequest) -> HttpResponse:
    """All of them, without what was written."""
    run = _reader(request)
    found = approaches_to(run.who.actor, force_id=run.force_id, at=run.who.at)
    waiting = sum(one.answered_on is None for one in found)
    title = _("Complaints and wishes to be called")
    return render(
        request,
        "force/surveys/approaches.html",
        {
            "page_title": title,
            "navigation": run.who.menu(MENU),
            "breadcrumbs": run.way(Link(title, "", current=True)),
            "answer": ngettext(
                "{n} waits for an answer.", "{n} wait for an answer.", waiting
            ).format(n=waiting),
            "table": _table(run, found) if found else None,
            "back": run.url("survey-rounds"),
        },
    )


def approach_page(request: HttpRequest, ref: str) -> HttpResponse:
    """One of them, and the form by which it is answered."""
    run = _reader(request)
    try:
        one = read_approach(ref, actor=run.who.actor, at=run.who.at)
    except NoSuchRound as error:
        raise Http404 from error
    form = WhyForm(request.POST if request.method == "POST" else None, auto_id="answer-%s")
    form.fields["why"].label = _("What was done about it?")
    form.fields["why"].error_messages["required"] = _("Say what was done, in a sentence.")
    if request.method == "POST" and form.is_valid():
        try:
            answer_approach(
                ref, answer=form.cleaned_data["why"], actor=run.who.actor, at=run.who.at
            )
        except SurveyRefused as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Written down. It is erased in 90 days."))
            return redirect(run.url("approaches"))
    title = f"{_kind(one)} {one.ref}"
    return render(
        request,
        "force/surveys/approach.html",
        {
            "page_title": title,
            "navigation": run.who.menu(MENU),
            "breadcrumbs": run.way(
                Link(_("Complaints and wishes to be called"), run.url("approaches")),
                Link(title, "", current=True),
            ),
            "facts": _facts(one),
            "answered": one.answered_on is not None,
            "form": form,
            "back": run.url("approaches"),
        },
        status=400 if form.errors else 200,
    )


def _reader(request: HttpRequest) -> Runner:
    run = runner(request)
    if not may_read(run.who.actor, force_id=run.force_id, at=run.who.at):
        raise Http404
    return run


def _kind(one: Approach) -> str:
    return _("Complaint") if one.kind == COMPLAINT else _("Wish to be called")


def _table(run: Runner, found: Sequence[Approach]) -> Table:
    heads = (_("Reference"), _("What"), _("Came on"), _("Answered on"))
    rows = [
        (
            TableCell(one.ref, url=run.url("approach", one.ref)),
            TableCell(_kind(one)),
            TableCell(in_text("day", one.day)),
            TableCell(in_text("answered_on", one.answered_on) or _("Not yet")),
        )
        for one in found
    ]
    return plain_table(_("Complaints and wishes to be called"), heads, rows)


def _facts(one: Approach) -> tuple[SummaryRow, ...]:
    rows = [
        SummaryRow(_("Came on"), in_text("day", one.day)),
        SummaryRow(_("What was written"), one.words or NOT_SAID),
        SummaryRow(_("Where and when"), one.about or NOT_SAID),
        SummaryRow(_("To be called"), one.called or NOT_SAID),
        SummaryRow(_("How to reach them"), one.reach_by or _("They gave no way")),
        SummaryRow(_("When that is good and safe"), one.reach_when or NOT_SAID),
    ]
    if one.answered_on is not None:
        rows += [
            SummaryRow(_("Answered on"), in_text("answered_on", one.answered_on)),
            SummaryRow(_("What was done"), one.answer),
        ]
    return tuple(rows)


pages = (
    Page("surveys/approaches/", approaches, "approaches"),
    Page("surveys/approaches/<str:ref>/", approach_page, "approach"),
)
