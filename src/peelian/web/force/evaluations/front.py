"""Changes on trial: what waits for a verdict first, then the rest, and the way to register one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from peelian import catalogue
from peelian.engines.evaluations.models import Evaluation, State
from peelian.engines.evaluations.reading import due, evaluations_of
from peelian.engines.evaluations.reckoning import why_never
from peelian.engines.measures.kinds import Measure
from peelian.web.components.parts import Link, TableCell
from peelian.web.force.evaluations.opening import PLACE, counts, evaluator, measure_of, way
from peelian.web.force.evaluations.words import day, state_of
from peelian.web.force.pages import Page
from peelian.web.force.reader import Caller
from peelian.web.force.tables import plain_table


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """Every change of the force, with where it stands."""
    who = evaluator(request)
    found = [one for one in evaluations_of(who.actor, at=who.at) if _open_to(who, one)]
    heads = (_("Change"), _("How it stands"), _("Figure"), _("Starts"))
    rows = [_row(who, one) for one in found]
    return render(
        request,
        "force/evaluations/front.html",
        {
            "page_title": _("Changes on trial"),
            "navigation": who.menu(PLACE),
            "breadcrumbs": who.way_here(Link(_("Changes on trial"), "", current=True)),
            "answer": _answer(who, found),
            "table": plain_table(_("Changes on trial"), heads, rows) if rows else None,
            "new": who.url("evaluation-choose"),
        },
    )


@require_safe
def choose(request: HttpRequest) -> HttpResponse:
    """Which figure will tell: the first question, by area."""
    who = evaluator(request)
    areas = [
        (listed.area.title, links)
        for listed in catalogue.LISTED
        if (links := [_link(who, one) for one in listed.measures if _usable(who, one)])
    ]
    title = _("Register a change")
    return render(
        request,
        "force/evaluations/choose.html",
        {
            "page_title": title,
            "navigation": who.menu(PLACE),
            "breadcrumbs": way(who, Link(title, "", current=True)),
            "areas": areas,
            "back": who.url(PLACE),
        },
    )


def _open_to(who: Caller, one: Evaluation) -> bool:
    measure = measure_of(one.measure)
    return measure is None or counts(who, measure, one.force_id)


def _usable(who: Caller, measure: Measure) -> bool:
    return not why_never(measure) and counts(who, measure, who.actor.force_id)


def _link(who: Caller, measure: Measure) -> Link:
    return Link(measure.title, who.url("evaluation-register", measure.key))


def _answer(who: Caller, found: list[Evaluation]) -> str:
    waiting = sum(due(one, who.at) for one in found)
    if waiting:
        return ngettext(
            "{n} change waits for its verdict.", "{n} changes wait for their verdict.", waiting
        ).format(n=waiting)
    if any(one.state == State.REGISTERED for one in found):
        return _("No verdict is due yet.")
    return _("No change is on trial.")


def _row(who: Caller, one: Evaluation) -> tuple[TableCell, ...]:
    measure = measure_of(one.measure)
    return (
        TableCell(one.title, under=one.ref, url=who.url("evaluation", one.ref)),
        TableCell(state_of(one, who)),
        TableCell(measure.title if measure else one.measure),
        TableCell(day(one.starts_on)),
    )


pages = (
    Page("evaluations/", front, PLACE),
    Page("evaluations/new/", choose, "evaluation-choose"),
)
