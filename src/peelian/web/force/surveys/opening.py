"""Open a round: what will be asked, of whom, and until when."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from peelian.access.standing import local_day
from peelian.engines.surveys.declared import Survey
from peelian.engines.surveys.errors import SurveyRefused
from peelian.engines.surveys.models import Round
from peelian.engines.surveys.opening import open_round
from peelian.web.components.how_long import minutes
from peelian.web.components.parts import Link, SummaryRow
from peelian.web.force.pages import Page
from peelian.web.force.surveys.forms import OpenForm, begins, ends
from peelian.web.force.surveys.runner import MENU, Runner, runner, survey_called
from peelian.web.people.kept import kept_form


def open_page(request: HttpRequest, key: str) -> HttpResponse:
    """The form, and the round that it made."""
    run, survey = runner(request), survey_called(key)
    form = OpenForm(request.POST if request.method == "POST" else kept_form(request), survey)
    if request.method == "POST" and form.is_valid():
        try:
            made = _open(run, survey, form)
        except SurveyRefused as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The round is set up."))
            return redirect(run.url("survey-round", made.ref))
    title = _("Open a round: {survey}").format(survey=survey.title)
    return render(
        request,
        "force/surveys/open.html",
        {
            "page_title": title,
            "navigation": run.who.menu(MENU),
            "breadcrumbs": run.way(Link(survey.title, "", current=True)),
            "survey": survey,
            "facts": _facts(run, survey),
            "form": form,
            "back": run.url("survey-rounds"),
        },
        status=400 if form.errors else 200,
    )


def _open(run: Runner, survey: Survey, form: OpenForm) -> Round:
    given = form.cleaned_data
    return open_round(
        survey,
        force_id=run.force_id,
        title=given["title"],
        design=given["design"],
        opens_at=begins(given["first_day"], run.who.at),
        closes_at=ends(given["last_day"]),
        open_link=given["open_link"],
        strata=given["strata"],
        weighting=given.get("weighting", ""),
        totals=given.get("totals") or {},
        actor=run.who.actor,
        at=run.who.at,
    )


def _facts(run: Runner, survey: Survey) -> tuple[SummaryRow, ...]:
    version = survey.version_on(local_day(run.who.at))
    rows = [
        SummaryRow(_("Why"), survey.why),
        SummaryRow(_("Whom it asks"), survey.asked),
        SummaryRow(_("How long it takes"), survey.takes or minutes(version)),
        SummaryRow(_("How often"), survey.rhythm) if survey.rhythm else None,
        SummaryRow(
            _("Version of the questions"),
            _("{n}, since {day}. {reason}").format(
                n=version.number, day=date_format(version.since, "j F Y"), reason=version.reason
            ),
        ),
        SummaryRow(_("Whose rule"), f"{survey.authority.source} ({survey.authority.weight})"),
        SummaryRow(_("Owner"), survey.owned_by),
    ]
    return tuple(row for row in rows if row is not None)


pages = (Page("surveys/open/<str:key>/", open_page, "survey-open"),)
