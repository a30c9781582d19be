"""The figures that a reader's post owns, and how each of them has moved."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from peelian import catalogue
from peelian.access.standing import standing_of
from peelian.engines.measures.kinds import Measure
from peelian.web.components.figures import figure_cell
from peelian.web.components.parts import Link, TableCell
from peelian.web.force.pages import Page
from peelian.web.force.reader import Caller, caller
from peelian.web.force.side import inside
from peelian.web.force.tables import plain_table
from peelian.web.force.work.moved import moved


def owned_measures(who: Caller) -> tuple[Measure, ...]:
    """The measures whose owner is called as a post that the reader holds now."""
    titles = {post.title.casefold() for post in standing_of(who.actor, who.at).posts}
    return tuple(one for one in catalogue.measures() if one.owner.casefold() in titles)


@require_safe
def owned(request: HttpRequest) -> HttpResponse:
    """Each of them: the newest quarter, and what became of it since, tested."""
    who = caller(request)
    measures = owned_measures(who)
    if not measures:
        raise Http404
    side = inside(request)
    found = [moved(one, side, who.tables) for one in measures]
    rows = [
        (
            TableCell(measure.short, url=side.list_url(measure, who.tables)),
            figure_cell(one.shown) if one else TableCell(_("No figure")),
            TableCell(one.sentence or _("Nothing earlier to hold it against."), under=one.period)
            if one
            else TableCell(_("Nothing is loaded, or it is not open to you.")),
        )
        for measure, one in zip(measures, found, strict=True)
    ]
    changed = sum(one is not None and one.clear for one in found)
    title = _("Figures that you own")
    for measure in measures:
        side.about_to_show(measure, request.path)
    return render(
        request,
        "force/work/owned.html",
        {
            "page_title": title,
            "navigation": who.menu(who.entrance),
            "breadcrumbs": who.way_here(Link(title, "", current=True)),
            "answer": _("{changed} of {all} have moved by more than chance explains.").format(
                changed=changed, all=len(measures)
            ),
            "table": plain_table(title, (_("Figure"), _("Newest"), _("How it moved")), rows),
        },
    )


pages = (Page("work/figures/", owned, "owned"),)
