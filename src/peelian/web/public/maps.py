"""The map page: one measure, neighbourhood by neighbourhood, beside the force's own figure."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from peelian import catalogue
from peelian.engines.maps.outlines import NoBoundaries
from peelian.engines.maps.reading import ranked, read
from peelian.engines.measures.kinds import Measure
from peelian.engines.measures.request import BadRequest
from peelian.engines.publishing.sentences import force_name
from peelian.records.schema import type_key
from peelian.records.store.reader import Reader
from peelian.web.answers import reader
from peelian.web.components.figures import figure_url
from peelian.web.components.parts import Link
from peelian.web.doors import audience
from peelian.web.errors import refuse
from peelian.web.public.download import download_links
from peelian.web.public.filters import FORCE
from peelian.web.public.map_answer import (
    Mapped,
    code,
    districts,
    force_to_show,
    mapped,
    with_months,
)
from peelian.web.public.map_drawing import drawing
from peelian.web.public.map_filters import (
    AFTER,
    DISTRICT,
    MapFilters,
    map_filters,
    map_form,
    mappable,
)
from peelian.web.public.map_table import Slice, area_table, page_of
from peelian.web.public.nation import forces_map
from peelian.web.public.navigation import navigation


@audience("public")
def one_map(page: HttpRequest, key: str) -> HttpResponse:
    """A measure by neighbourhood: a sentence, the picture, the table, and where to go on."""
    tables = reader().public
    try:
        measure = catalogue.measure(key)
        if page.GET.get("by") == FORCE:
            return forces_map(page, tables, measure)
        asked = map_filters(page.GET, measure, force=force_to_show(tables, measure))
        shown = with_months(tables, measure, asked)
        found = mapped(tables, measure, shown)
        listed = _listed(found, shown) if found else None
    except catalogue.UnknownMeasure as error:
        return refuse(page, str(error).strip("'\""), status=404)
    except BadRequest as error:
        return refuse(page, str(error))
    base = type_key(measure.record_type)
    name = force_name(shown.force)
    measure_url = reverse("measure", args=[key])
    context: dict[str, object] = {
        "page_title": _title(measure, shown.district or name),
        "navigation": navigation("places"),
        "breadcrumbs": (
            Link(_("Home"), reverse("home")),
            Link(_("Measures"), reverse("measures")),
            Link(measure.short, f"{measure_url}?{shown.chosen.query(view='')}"),
            Link(_("Map"), "", current=True),
        ),
        "measure": measure,
        "force": name,
        "district": shown.district,
        "kinds": [value for key, value in shown.chosen.where if key != FORCE],
        "enlarge": _enlarge(tables, shown),
        "form_of_filters": map_form(
            measure,
            shown,
            slugs=tables.snapshot.forces(base),
            held=tuple(tables.snapshot.months(base)),
            districts=districts(tables, shown.force),
        ),
        "others": _other_maps(measure, shown),
        "measure_url": f"{measure_url}?{shown.chosen.query()}",
    }
    if found and listed:
        context |= _reading(found, shown)
        if any(one.ok for one in found.figures):
            context |= _table(found, listed)
    return render(page, "public/map.html", context)


def _title(measure: Measure, place: str) -> str:
    title = _("{measure} by neighbourhood").format(measure=measure.short)
    return f"{title}: {place}" if place else title


def _enlarge(tables: Reader, shown: MapFilters) -> tuple[Link, ...]:
    """Each district by itself, and the way back to the whole."""
    names = [name for name in districts(tables, shown.force) if name != shown.district]
    back = (Link(_("The whole force"), f"?{shown.query(**{DISTRICT: ''})}"),)
    links = tuple(Link(name, f"?{shown.query(**{DISTRICT: name})}") for name in names)
    return back + links if shown.district else links


def _listed(found: Mapped, shown: MapFilters) -> Slice:
    def address(after: str) -> str:
        return f"?{shown.query(**{AFTER: after})}#table"

    order = ranked(found.figures, lambda one: found.area(one).name)
    return page_of(order, after=shown.after, code=code, address=address)


def _reading(found: Mapped, shown: MapFilters) -> dict[str, object]:
    """What stands above the table: the map in words, its picture, and what is not on it."""
    reading = read(found.figures, found.whole.cell)
    highest = reading.highest
    if highest is None:
        newest = shown.query(**{"from": "", "to": ""})
        return {
            "whole": found.whole,
            "period": found.whole.cell.period.in_words,
            "newest_url": f"?{newest}",
        }
    no_picture, picture = "", None
    try:
        picture = drawing(found, shown)
    except NoBoundaries as error:
        no_picture = str(error)
    return {
        "reading": reading,
        "whole": found.whole,
        "whole_url": figure_url(found.whole),
        "period": found.whole.cell.period.in_words,
        "highest": highest,
        "highest_url": figure_url(highest),
        "highest_area": found.area(highest),
        "highest_near": found.near(highest),
        "picture": picture,
        "no_picture": no_picture,
        # The part of the force that is not on a district's map is most of it.
        "unplaced": None if shown.district else found.unplaced,
    }


def _table(found: Mapped, listed: Slice) -> dict[str, object]:
    measure = found.whole.measure
    caption = _("{title}, {period}, highest first").format(
        title=measure.title, period=found.whole.cell.period.in_words
    )
    return {
        "listed": listed,
        "table": area_table(caption, listed.figures, found),
        "downloads": download_links(measure, found.asked),
    }


def _other_maps(measure: Measure, shown: MapFilters) -> tuple[Link, ...]:
    """The map of forces, and maps of the same place and months for other measures."""
    kept = {
        "force": shown.force,
        DISTRICT: shown.district,
        "from": shown.chosen.first,
        "to": shown.chosen.last,
    }
    query = urlencode({name: value for name, value in kept.items() if value})
    nation = (Link(_("{title}, by police force").format(title=measure.title), f"?by={FORCE}"),)
    return (nation if measure.comparable.allowed else ()) + tuple(
        Link(other.title, f"{reverse('map', args=[other.key])}?{query}")
        for other in catalogue.measures()
        if other.key != measure.key and mappable(other)
    )


urls: list[URLPattern] = [path("maps/<str:key>/", one_map, name="map")]
