"""The comparison page: forces side by side, as an inspector and as a statistician would."""

from collections.abc import Callable, Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _

from peelian import catalogue
from peelian.engines.comparisons.frame import territorial
from peelian.engines.measures.kinds import Measure
from peelian.engines.measures.periods import Period
from peelian.engines.measures.request import BadRequest
from peelian.engines.publishing.sentences import force_name
from peelian.records.schema import type_key
from peelian.records.store.reader import Reader
from peelian.spine.residents import RESIDENTS_SAY_LITTLE
from peelian.web.answers import reader
from peelian.web.components.parts import Link
from peelian.web.doors import audience
from peelian.web.errors import refuse
from peelian.web.public.compare_control import ControlPanel, control_panel
from peelian.web.public.compare_filters import (
    CONTROL,
    FORCES,
    PEERS,
    SHOW,
    CompareFilters,
    compare_filters,
    compare_form,
)
from peelian.web.public.compare_panels import ForcesPanel, forces_panel
from peelian.web.public.compare_peers import peers_panel
from peelian.web.public.compare_words import question
from peelian.web.public.holdings import best_known
from peelian.web.public.measure import measure_tabs
from peelian.web.public.navigation import navigation

PANELS: Mapping[str, Callable[[Reader, Measure, CompareFilters], ForcesPanel | ControlPanel]] = {
    FORCES: forces_panel,
    PEERS: peers_panel,
    CONTROL: control_panel,
}


@audience("public")
def compare(request: HttpRequest, key: str) -> HttpResponse:
    """One measure across forces, with the filters of the address."""
    try:
        measure = catalogue.measure(key)
    except catalogue.UnknownMeasure as error:
        return refuse(request, str(error).strip("'\""), status=404)
    tables = reader().public
    base = type_key(measure.record_type)
    try:
        asked = compare_filters(
            request.GET, measure, usual_force=best_known(tables.snapshot, of=base)
        )
        panel = PANELS[asked.show](tables, measure, asked)
    except BadRequest as error:
        return refuse(request, str(error))
    return render(
        request,
        f"public/compare_{asked.show}.html",
        {
            "page_title": question(measure, show=asked.show, own=asked.own),
            "navigation": navigation("measures"),
            "breadcrumbs": (
                Link(_("Home"), reverse("home")),
                Link(_("Measures"), reverse("measures")),
                Link(
                    measure.short,
                    f"{reverse('measure', args=[key])}?{asked.chosen.query(view='', period='')}",
                ),
                Link(_("Compare forces"), "", current=True),
            ),
            "measure": measure,
            "own": force_name(asked.own) if asked.own else "",
            "panel": panel,
            "tabs": measure_tabs(measure, asked.chosen, current=FORCES),
            "looks": _looks(asked),
            "conditions": _conditions(asked, panel.period),
            "form_of_filters": compare_form(
                measure,
                asked,
                period=panel.period,
                slugs=_slugs(tables, measure),
                held=tuple(tables.snapshot.months(base)),
            ),
        },
    )


def _looks(asked: CompareFilters) -> tuple[Link, ...]:
    """The ways to look at the same question, with the filters kept.

    A series has other months than a comparison, so neither passes its months to the other.
    """
    texts = {FORCES: _("All forces")}
    if asked.own:
        own = force_name(asked.own)
        if asked.own not in RESIDENTS_SAY_LITTLE:
            texts[PEERS] = _("Forces most like {force}").format(force=own)
        texts[CONTROL] = _("{force} month by month, in a control chart").format(force=own)
    links = []
    for show, text in texts.items():
        changes = {SHOW: "" if show == FORCES else show}
        if CONTROL in (show, asked.show) and show != asked.show:
            changes |= {"from": "", "to": ""}
        links.append(Link(text, f"?{asked.query(**changes)}", current=show == asked.show))
    return tuple(links)


def _conditions(asked: CompareFilters, period: Period | None) -> tuple[str, ...]:
    """What is shown, in the words of the filters."""
    own = force_name(asked.own) if asked.own else _("no force picked out")
    return (own, *asked.where.values(), *([period.in_words] if period else []))


def _slugs(tables: Reader, measure: Measure) -> tuple[str, ...]:
    """The forces with a file of what the measure counts that may be picked out."""
    held = tables.snapshot.forces(type_key(measure.record_type))
    return tuple(slug for slug in held if slug in territorial())


urls: list[URLPattern] = [path("measures/<str:key>/compare/", compare, name="compare")]
