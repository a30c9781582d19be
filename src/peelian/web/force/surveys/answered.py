"""What became of ideas: for everybody who works for the force, who gave it or not (WRK-50)."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from peelian.engines.surveys.models import Idea
from peelian.records.months import in_words, parse
from peelian.web.components.parts import Link, Table, TableCell
from peelian.web.entrances import ENTRANCES
from peelian.web.force.pages import Page
from peelian.web.force.reader import Caller, caller
from peelian.web.force.tables import plain_table


@require_safe
def answered(request: HttpRequest) -> HttpResponse:
    """Every idea that has an answer, in the words of whoever answered it."""
    who = caller(request)
    if who.entrance != ENTRANCES[0]:
        raise Http404
    found = ideas_answered(who)
    title = _("What became of ideas")
    return render(
        request,
        "force/surveys/answered.html",
        {
            "page_title": title,
            "navigation": who.menu("answered"),
            "breadcrumbs": who.way_here(Link(title, "", current=True)),
            "answer": ngettext(
                "{n} idea has an answer.", "{n} ideas have an answer.", len(found)
            ).format(n=len(found)),
            "table": _table(found) if found else None,
            "back": who.url("first"),
        },
    )


def ideas_answered(who: Caller) -> tuple[Idea, ...]:
    """Those of the reader's force, newest rounds first; beyond that in an order of chance."""
    found = Idea.objects.filter(force_id=who.actor.force_id, decision__isnull=False)
    return tuple(found.order_by("-month", "record_id"))


def _table(found: tuple[Idea, ...]) -> Table:
    heads = (_("Idea"), _("Asked in"), _("What was decided"), _("What becomes of it, and why"))
    rows = [
        (
            TableCell(one.told or "–"),
            TableCell(in_words(parse(one.month))),
            TableCell(one.decision or ""),
            TableCell(one.reply or "–"),
        )
        for one in found
    ]
    return plain_table(_("Ideas and what became of them"), heads, rows)


pages = (Page("surveys/answered/", answered, "survey-answered"),)
