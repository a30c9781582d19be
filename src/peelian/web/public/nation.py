"""The map of forces, for measures on which forces can be compared."""

from collections import Counter

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from peelian.engines.maps.outlines import force_areas
from peelian.engines.maps.reading import by_area, ranked
from peelian.engines.measures.kinds import Measure
from peelian.engines.measures.periods import Period
from peelian.engines.measures.request import BadRequest, request
from peelian.engines.publishing.latest import newest
from peelian.engines.publishing.shown import Shown
from peelian.records.schema import type_key
from peelian.records.store.reader import Reader
from peelian.web.answers import answered
from peelian.web.components.charts import Chart, choropleth
from peelian.web.components.figures import figure_url, point, range_cell
from peelian.web.components.parts import Column, Link, Table, TableCell, TableRow
from peelian.web.public.download import download_links
from peelian.web.public.filters import FORCE, filters, kinds
from peelian.web.public.ground import YEAR
from peelian.web.public.map_table import value_cell
from peelian.web.public.navigation import navigation


def forces_map(page: HttpRequest, tables: Reader, measure: Measure) -> HttpResponse:
    """A measure by force. Raises `BadRequest` where forces cannot be compared on it."""
    if not measure.comparable.allowed or measure.maturing:
        raise BadRequest(
            f"There is no map of forces for {measure.title}: {measure.comparable.reason}"
        )
    read = filters(page.GET, measure)
    where = {key: value for key, value in read.where if key in {d.key for d in kinds(measure)}}
    common = months_in_common(tables, measure)
    asked = request(
        measure,
        by=(FORCE,),
        where=where,
        first=read.first or (common.first if common else None),
        last=read.last or (common.last if common else None),
    )
    _answer, figures = answered(tables, asked)
    areas = {outline.code for outline in force_areas()}
    drawn = by_area(figures, FORCE)
    order = ranked([drawn[code] for code in drawn if code in areas], _name)
    found = [one for one in order if one.ok]
    here = f"{reverse('compare', args=[measure.key])}?{urlencode(where)}"
    context: dict[str, object] = {
        "page_title": _("{measure} by police force").format(measure=measure.short),
        "navigation": navigation("measures"),
        "breadcrumbs": (
            Link(_("Home"), reverse("home")),
            Link(_("Measures"), reverse("measures")),
            Link(measure.short, here),
            Link(_("Map of forces"), "", current=True),
        ),
        "measure": measure,
        "measure_url": here,
        "kinds": list(where.values()),
    }
    if found:
        context |= {
            "highest": found[0],
            "highest_name": _name(found[0]),
            "highest_url": figure_url(found[0]),
            "lowest": found[-1] if len(found) > 1 else None,
            "lowest_name": _name(found[-1]),
            "period": found[0].cell.period.in_words,
            "without": len(areas) - len(found),
            "chart": _chart(measure, found),
            "table": _table(measure, order),
            "downloads": download_links(measure, asked),
        }
    return render(page, "public/nation.html", context)


def months_in_common(tables: Reader, measure: Measure) -> Period | None:
    """The newest run of months, up to twelve, that as many forces have as have any month."""
    held = Counter(
        month for _force, month in tables.snapshot.covered(type_key(measure.record_type))
    )
    if not held:
        return None
    most = max(held.values())
    return newest(tuple(sorted(m for m, number in held.items() if number == most)), length=YEAR)


def _chart(measure: Measure, found: list[Shown]) -> Chart:
    return choropleth(
        features=[
            {"geometry": outline.geometry, "properties": {"id": outline.code}}
            for outline in force_areas()
        ],
        points=[point(one, label=_name(one), key=one.cell.at(FORCE) or "") for one in found],
        id_property="id",
        kind=measure.kind,
        axis_title=f"{measure.short}, {found[0].unit}",
        description=_("Map of police forces by {title}. The table holds the values.").format(
            title=measure.title
        ),
    )


def _table(measure: Measure, order: tuple[Shown, ...]) -> Table:
    columns = (
        Column(_("Police force")),
        Column(order[0].unit_heading, numeric=True),
        Column(_("Likely range"), numeric=True),
        Column(_("Note")),
    )
    rows = tuple(
        TableRow(
            (
                TableCell(_name(one), url=reverse("force", args=[one.cell.at(FORCE)])),
                value_cell(one),
                range_cell(one),
                TableCell(one.cell.note),
            )
        )
        for one in order
    )
    caption = _("{title}, {period}, highest first").format(
        title=measure.title, period=order[0].cell.period.in_words
    )
    return Table(caption, columns, rows)


def _name(one: Shown) -> str:
    return one.force
