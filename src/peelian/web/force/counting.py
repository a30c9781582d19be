"""From a record to the figures in which it stands: counted, only in the base, or in neither."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from peelian import catalogue
from peelian.engines.publishing.counted_in import CountedIn, counted_in, in_figures
from peelian.engines.registers.errors import ReasonNeeded
from peelian.engines.registers.opening import open_record
from peelian.web.components.parts import Link, TableCell
from peelian.web.force.pages import Page
from peelian.web.force.reader import caller
from peelian.web.force.registers import register_of
from peelian.web.force.summary import name_of
from peelian.web.force.tables import plain_table

STANDS = {
    "counted": gettext_lazy("Counted"),
    "among": gettext_lazy("One of those that it is out of, and not counted"),
    "neither": gettext_lazy("Not counted"),
}
ORDER = tuple(STANDS)


@require_safe
def figures(request: HttpRequest, key: str, record_id: str) -> HttpResponse:
    """How the record stands in each measure over its register; what would tell too much is out."""
    who, one = caller(request), register_of(key)
    try:
        opened = open_record(who.actor, one.model, record_id, who.tables, at=who.at)
    except ReasonNeeded:
        return redirect(who.url("record", one.key, record_id))
    found = counted_in(opened, catalogue.measures(), who.tables, actor=who.actor, at=who.at)
    rows = [
        (
            TableCell(each.measure.title, url=_measure_url(each)),
            TableCell(str(STANDS[each.stands])),
            _figure_cell(each),
        )
        for each in sorted(found, key=lambda each: ORDER.index(each.stands))
    ]
    name = name_of(one, opened, record_id)
    return render(
        request,
        "force/figures_of_record.html",
        {
            "page_title": _("Figures that count {name}").format(name=name),
            "navigation": who.menu("registers"),
            "breadcrumbs": who.way_here(
                Link(_("Registers"), who.url("registers")),
                Link(one.many, who.url("register", one.key)),
                Link(name, who.url("record", one.key, record_id)),
                Link(_("Figures"), "", current=True),
            ),
            "reached": in_figures(opened, who.tables),
            "counted": sum(each.stands == "counted" for each in found),
            "number": len(found),
            "table": plain_table(
                _("Measures over these records"),
                (_("Measure"), _("This record"), _("Figure")),
                rows,
            )
            if rows
            else None,
            "record": who.url("record", one.key, record_id),
        },
    )


def _measure_url(found: CountedIn) -> str:
    """The measure where its figures are open to the reader, else how it is defined."""
    page = "inside-measure" if found.open else "manual-entry"
    return reverse(page, args=[found.measure.key])


def _figure_cell(found: CountedIn) -> TableCell:
    if not found.open:
        return TableCell(_("not open to you"))
    return TableCell(_("Open the figure"), url=reverse("inside-figure", args=[found.address]))


pages = (Page("records/<str:key>/<str:record_id>/figures/", figures, "figures"),)
