"""A measure's page: one sentence, its trend, its table, and the breakdowns that lead on."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _

from peelian import catalogue
from peelian.engines.maps.outlines import mapped_forces
from peelian.engines.measures.kinds import Measure
from peelian.engines.measures.request import BadRequest
from peelian.engines.publishing.sentences import force_name
from peelian.records.schema import type_key
from peelian.web.answers import feed_warnings, reader
from peelian.web.components.parts import Link
from peelian.web.doors import audience
from peelian.web.errors import refuse
from peelian.web.public.beside import beside_lines
from peelian.web.public.download import by_program, download_links
from peelian.web.public.filter_form import filter_form, folded
from peelian.web.public.filters import FORCE, Filters, dimension, filters, kinds
from peelian.web.public.map_filters import mappable
from peelian.web.public.panels import panel
from peelian.web.public.side import PUBLIC_SIDE
from peelian.web.sides import Side


@audience("public")
def measures(request: HttpRequest) -> HttpResponse:
    """Every measure by area, each with its question."""
    return measures_page(request, PUBLIC_SIDE)


def measures_page(request: HttpRequest, side: Side) -> HttpResponse:
    """The list on one side of the door: the same questions, answered for different readers."""
    tables = reader()
    return render(
        request,
        "public/measures.html",
        {
            "page_title": _("Everything that can be asked"),
            "navigation": side.menu("measures"),
            "breadcrumbs": side.way_here(Link(_("Measures"), "", current=True)),
            "areas": [
                (
                    listed,
                    [(one, side.list_url(one, tables)) for one in listed.measures],
                    [(one, side.list_url(one, tables)) for one in listed.made],
                )
                for listed in catalogue.LISTED
            ],
        },
    )


@audience("public")
def measure(request: HttpRequest, key: str) -> HttpResponse:
    """One measure, for the force and filters in the address, under one of its tabs."""
    return measure_page(request, key, PUBLIC_SIDE)


def measure_page(request: HttpRequest, key: str, side: Side) -> HttpResponse:
    """The measure as the reader on this side of the door may see it."""
    try:
        found = catalogue.measure(key)
    except catalogue.UnknownMeasure as error:
        return refuse(request, str(error).strip("'\""), status=404)
    tables = side.through(reader())
    try:
        chosen = filters(request.GET, found)
        if chosen.view == "forces":  # an address from before the comparison had its own page
            return redirect(compare_url(found, chosen), permanent=True)
        if not chosen.force:
            best = side.usual_force(tables)
            where = ((FORCE, best), *chosen.where) if best else chosen.where
            chosen = Filters(where, chosen.first, chosen.last, chosen.period, chosen.view)
        shown = panel(tables, found, chosen)
    except BadRequest as error:
        return refuse(request, str(error), status=400)
    side.about_to_show(found, request.get_full_path())
    base = type_key(found.record_type)
    held = tuple(tables.snapshot.months(base))
    form = filter_form(found, chosen, slugs=side.forces(found, tables), held=held)
    return render(
        request,
        "public/measure.html",
        {
            "page_title": found.asks,
            "navigation": side.menu("measures"),
            "breadcrumbs": side.way_here(
                Link(_("Measures"), side.url("measures")),
                Link(found.short, "", current=True),
            ),
            "measure": found,
            "panel": shown,
            "feeds": feed_warnings(tables, found, shown.asked.forces),
            "beside": beside_lines(tables, shown.lead) if shown.lead else (),
            "tabs": measure_tabs(found, chosen, current=chosen.view, side=side),
            "form_of_filters": form,
            "filters_folded": folded(form),
            "conditions": [
                force_name(value) if name == FORCE else value for name, value in chosen.where
            ],
            "downloads": download_links(found, shown.asked, side),
            "by_program": by_program(found, shown.asked) if side.public else "",
            "map_url": _map_url(found, chosen) if side.public else "",
            "here": side.url("measure", found.key),
        },
    )


def _map_url(found: Measure, chosen: Filters) -> str:
    """Where the map of the same question is; empty for what has none."""
    if chosen.view != "place" or not mappable(found) or chosen.force not in mapped_forces():
        return ""
    return f"{reverse('map', args=[found.key])}?{chosen.query(view='', period='')}"


def measure_tabs(
    found: Measure, chosen: Filters, *, current: str, side: Side = PUBLIC_SIDE
) -> tuple[Link, ...]:
    """The views of one measure, each with the filters kept; forces have a page of their own."""
    here = side.url("measure", found.key)
    tabs = [("time", _("Over time"))]
    if dimension(found, "district"):
        tabs.append(("place", _("By place")))
    if kinds(found):
        tabs.append(("kind", _("By kind")))
    links = [
        Link(
            text,
            f"{here}?{chosen.query(view='' if view == 'time' else view, period='')}",
            view == current,
        )
        for view, text in tabs
    ]
    # Forces are compared on what they publish, so that is done before the door.
    if side.public:
        links.append(Link(_("Compare forces"), compare_url(found, chosen), current == "forces"))
    return (*links, Link(_("Definition"), reverse("manual-entry", args=[found.key])))


def compare_url(found: Measure, chosen: Filters) -> str:
    """Where forces are compared on the same question."""
    return f"{reverse('compare', args=[found.key])}?{chosen.query(view='', period='')}"


urls: list[URLPattern] = [
    path("measures/", measures, name="measures"),
    path("measures/<str:key>/", measure, name="measure"),
]
