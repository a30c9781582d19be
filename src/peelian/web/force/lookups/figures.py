"""Figures of the review: how often each signal was right, and whom the list falls on."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from peelian.engines.oversight.fairness import read_fairness
from peelian.engines.oversight.precision import read_precision
from peelian.engines.oversight.rules import DEFAULTS
from peelian.web.force.lookups.pages import LOOK_UPS, force_of, way
from peelian.web.force.lookups.tables import groups_table, not_recorded, precision_table
from peelian.web.force.pages import Page
from peelian.web.force.reader import caller


@require_safe
def signals(request: HttpRequest) -> HttpResponse:
    """Precision by signal, from verdicts."""
    who = caller(request)
    rows = read_precision(force_id=force_of(who), by=who.actor, at=who.at)
    title = _("How often each signal was right")
    return render(
        request,
        "force/lookups/signals.html",
        {
            "page_title": title,
            "navigation": who.menu(LOOK_UPS),
            "breadcrumbs": way(who, title),
            "table": precision_table(rows),
        },
    )


@require_safe
def fairness(request: HttpRequest) -> HttpResponse:
    """Alert rates by ethnic group: of staff, and of the people looked at."""
    who = caller(request)
    found = read_fairness(force_id=force_of(who), by=who.actor, at=who.at)
    title = _("Whom the list falls on, by ethnic group")
    context: dict[str, object] = {
        "page_title": title,
        "navigation": who.menu(LOOK_UPS),
        "breadcrumbs": way(who, title),
        "counted": found is not None,
        "smallest": DEFAULTS.smallest_group,
    }
    if found is not None:
        context |= {
            "period": _("Nights from {since} to {until}.").format(
                since=date_format(found.since, "j F Y"), until=date_format(found.until, "j F Y")
            ),
            "sides": tuple(
                {
                    "title": heading,
                    "says": check.says,
                    "unknown": not_recorded(check),
                    "table": groups_table(check, heading),
                }
                for heading, check in (
                    (_("Staff who were listed"), found.staff),
                    (_("People looked at who were listed"), found.people),
                )
            ),
        }
    return render(request, "force/lookups/fairness.html", context)


pages = (
    Page("look-ups/signals/", signals, "look-up-signals"),
    Page("look-ups/fairness/", fairness, "look-up-fairness"),
)
