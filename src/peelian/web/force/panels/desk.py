"""Whoever has to do with panels, at the moment of one request, and the pages that they see."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from peelian import catalogue
from peelian.access.user import User
from peelian.engines.audits.errors import AuditError
from peelian.engines.duties.errors import DutyError
from peelian.engines.panels.declared import Panel
from peelian.engines.panels.errors import PanelRefused
from peelian.engines.panels.models import Case, Meeting
from peelian.engines.panels.rights import memberships, prepares, runs
from peelian.web.components.parts import Link
from peelian.web.force.panels.parts import Section
from peelian.web.force.reader import Caller, caller

PANELS = "panels"
REFUSALS = (PanelRefused, AuditError, DutyError)


def runner(request: HttpRequest) -> Caller:
    """Whoever runs panels. For anybody else there is no such page."""
    who = caller(request)
    if not runs(who.actor, who.at):
        raise Http404
    return who


def preparer(request: HttpRequest) -> Caller:
    """Whoever prepares cases. For anybody else there is no such page."""
    who = caller(request)
    if not prepares(who.actor, who.at):
        raise Http404
    return who


def anybody(request: HttpRequest) -> Caller:
    """Whoever runs panels, prepares cases or sits on a panel; nobody else has such a page."""
    who = caller(request)
    if not has_part(who.actor, who.at):
        raise Http404
    return who


def has_part(actor: User, at: datetime) -> bool:
    """Whether panels are any part of their work."""
    return runs(actor, at) or prepares(actor, at) or bool(memberships(actor, at))


def panel_named(key: str) -> Panel:
    """The panel with this key, else a 404."""
    found = catalogue.panel(key)
    if found is None:
        raise Http404
    return found


def panel_of(thing: Meeting | Case) -> Panel:
    """The panel of a meeting or of a case, else a 404 where it is no longer declared."""
    return panel_named(thing.meeting.panel if isinstance(thing, Case) else thing.panel)


def page(
    request: HttpRequest,
    who: Caller,
    title: str,
    *,
    answer: str,
    sections: Sequence[Section],
    way: Sequence[Link] = (),
    template: str = "page",
    **more: Any,
) -> HttpResponse:
    """A page of panels: its answer, then its sections; what is wrong with a form comes first."""
    forms = (send.form for section in sections for send in section.sends)
    wrong = next((form for form in forms if form is not None and form.errors), None)
    # Briefings are for everybody of the force, most of whom have no part in panels.
    begins = title != _("Panels") and has_part(who.actor, who.at)
    front = (Link(_("Panels"), who.url(PANELS)),) if begins else ()
    return render(
        request,
        f"force/panels/{template}.html",
        {
            "page_title": title,
            "navigation": who.menu(PANELS),
            "breadcrumbs": who.way_here(*front, *way, Link(title, "", current=True)),
            "answer": answer,
            "sections": sections,
            "form": wrong,
            **more,
        },
        status=400 if wrong else 200,
    )


def act(
    request: HttpRequest,
    deed: Callable[[], Any],
    said: str,
    to: str,
) -> HttpResponse:
    """Do something and say so, or say why it was not done; then go on."""
    try:
        deed()
    except REFUSALS as error:
        messages.error(request, str(error))
    else:
        messages.success(request, said)
    return redirect(to)


def attempt(form: Any, deed: Callable[[], Any]) -> bool:
    """Whether something was done that a form asks for; why not is said in the form."""
    if not (form.is_bound and form.is_valid()):
        return False
    try:
        deed()
    except REFUSALS as error:
        form.add_error(None, str(error))
        return False
    return True
