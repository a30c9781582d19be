"""Invitations: made in a number, taken away in one file, and never shown again.

Who gets which link is for whoever sends them. Peelian is told neither names nor addresses, so that
it cannot lay a reply beside a person.
"""

import csv
import io
from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from peelian.engines.surveys.errors import SurveyRefused
from peelian.engines.surveys.inviting import invite
from peelian.engines.surveys.models import State
from peelian.web.components.parts import Link
from peelian.web.force.pages import Page
from peelian.web.force.surveys.forms import InviteForm
from peelian.web.force.surveys.runner import MENU, round_called, runner


def invite_page(request: HttpRequest, ref: str) -> HttpResponse:
    """The form; what answers it is the file with the links."""
    run = runner(request)
    held, _survey = round_called(run, ref)
    form = InviteForm(request.POST if request.method == "POST" else None, held.strata)
    if request.method == "POST" and form.is_valid():
        try:
            tokens = invite(
                held,
                wanted=form.cleaned_data["wanted"],
                stratum=form.cleaned_data.get("stratum", ""),
                actor=run.who.actor,
                at=run.who.at,
            )
        except SurveyRefused as error:
            form.add_error(None, str(error))
        else:
            return _file(
                held.ref,
                (request.build_absolute_uri(reverse("survey", args=[one])) for one in tokens),
            )
    title = _("Make invitations")
    return render(
        request,
        "force/surveys/invite.html",
        {
            "page_title": title,
            "navigation": run.who.menu(MENU),
            "breadcrumbs": run.way(
                Link(held.title, run.url("survey-round", ref)), Link(title, "", current=True)
            ),
            "round": held,
            "invited": f"{held.invited:,}",
            "open": held.state == State.OPEN,
            "form": form,
            "back": run.url("survey-round", ref),
        },
        status=400 if form.errors else 200,
    )


def _file(ref: str, links: Iterable[str]) -> HttpResponse:
    """One link a line. The order is that of chance: it stands for nobody's list."""
    written = io.StringIO()
    rows = csv.writer(written, lineterminator="\n")
    rows.writerow(["link"])
    rows.writerows([one] for one in links)
    return HttpResponse(
        written.getvalue(),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="invitations-{ref}.csv"'},
    )


pages = (Page("surveys/rounds/<str:ref>/invite/", invite_page, "survey-invite"),)
