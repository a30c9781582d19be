"""Looking up a place: by street, district, neighbourhood, code or force."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peelian import catalogue
from peelian.engines.maps.gazetteer import Area, District
from peelian.engines.maps.names import tidy
from peelian.engines.maps.outlines import mapped_forces
from peelian.engines.maps.search import Found, FoundStreet, search
from peelian.engines.measures.kinds import Rate
from peelian.engines.publishing.sentences import force_name
from peelian.records.schema import type_key
from peelian.records.store.reader import Reader
from peelian.spine.crime import Crime
from peelian.web.answers import reader
from peelian.web.components.parts import Column, Link, Table, TableCell, TableRow
from peelian.web.doors import audience
from peelian.web.public.ground import ground, street_names, streets
from peelian.web.public.map_filters import mappable
from peelian.web.public.navigation import navigation

STREETS = 12
# A street in more places than this is shown by district first.
PLACES_OF_A_STREET = 24
PAGE = 100


@dataclass(frozen=True)
class FoundDistrict:
    """A district as the page lists it; `refusal` says why there is nothing to open."""

    name: str
    detail: str
    places: Link | None
    map: Link | None
    refusal: str


@dataclass(frozen=True)
class StreetLine:
    """A street with links to its neighbourhoods, or to a narrower search by district."""

    name: str
    links: tuple[Link, ...]
    narrower: bool


@audience("public")
def places(page: HttpRequest) -> HttpResponse:
    """The search, what it found, and what would work where it found nothing."""
    tables = reader()
    loaded = frozenset(tables.snapshot.forces(type_key(Crime)))
    text = tidy(page.GET.get("q", ""))
    found = search(ground(tables), street_names(tables), text, loaded=loaded) if text else None
    if found and len(found.neighbourhoods) == 1 and _named(found.neighbourhoods[0], text):
        return redirect("place", found.neighbourhoods[0].code)
    context: dict[str, object] = {
        "page_title": _("Look up a place"),
        "navigation": navigation("places"),
        "breadcrumbs": (Link(_("Home"), reverse("home")), Link(_("Places"), "", current=True)),
        "text": text,
        "found": found,
    }
    if found is None or found.nothing:
        context["browse"] = _browse(tables, loaded)
    else:
        context |= _results(tables, found, loaded, after=page.GET.get("after", ""))
    return render(page, "public/places.html", context)


def _results(
    tables: Reader, found: Found, loaded: Collection[str], *, after: str
) -> dict[str, object]:
    codes = [area.code for area in found.neighbourhoods]
    start = codes.index(after) + 1 if after in codes else 0
    listed = found.neighbourhoods[start : start + PAGE]
    following = None
    if start + PAGE < len(codes):
        following = Link("", f"?{urlencode({'q': found.text, 'after': listed[-1].code})}#places")
    return {
        "forces": [Link(one.name, reverse("force", args=[one.slug])) for one in found.forces],
        "districts": [_district(each, loaded) for each in found.districts],
        "streets": [_street(each) for each in found.streets[:STREETS]],
        "more_streets": len(found.streets) > STREETS,
        "neighbourhoods": _table(tables, listed) if listed else None,
        "following": following,
    }


def _browse(tables: Reader, loaded: Collection[str]) -> tuple[tuple[str, tuple[Link, ...]], ...]:
    """Each loaded force by name, with its districts."""
    grouped: dict[str, list[Link]] = {}
    for district in ground(tables).districts:
        if district.force in loaded:
            link = Link(district.name, f"{reverse('places')}?{urlencode({'q': district.name})}")
            grouped.setdefault(force_name(district.force), []).append(link)
    return tuple((name, tuple(links)) for name, links in sorted(grouped.items()))


def _named(area: Area, text: str) -> bool:
    """Whether the text is the code or the whole name of a neighbourhood."""
    return text.lower() in (area.code.lower(), area.name.lower())


def _district(district: District, loaded: Collection[str]) -> FoundDistrict:
    policed = force_name(district.force)
    number = len(district.areas)
    detail = ngettext(
        "{number} neighbourhood, policed by {force}",
        "{number} neighbourhoods, policed by {force}",
        number,
    ).format(number=number, force=policed)
    if district.force not in loaded:
        refusal = _("No records of {force} are loaded.").format(force=policed)
        return FoundDistrict(district.name, detail, None, None, refusal)
    query = urlencode({"force": district.force, "district": district.name})
    first = next(each for each in catalogue.measures() if isinstance(each, Rate) and mappable(each))
    return FoundDistrict(
        district.name,
        detail,
        Link(_("List"), f"{reverse('places')}?{urlencode({'q': district.name})}"),
        Link(
            _("map") if district.force in mapped_forces() else _("figures"),
            f"{reverse('map', args=[first.key])}?{query}",
        ),
        "",
    )


def _street(street: FoundStreet) -> StreetLine:
    if len(street.areas) <= PLACES_OF_A_STREET:
        return StreetLine(
            street.name,
            tuple(Link(area.name, reverse("place", args=[area.code])) for area in street.areas),
            narrower=False,
        )
    names = sorted({area.district for area in street.areas})
    return StreetLine(
        street.name,
        tuple(
            Link(name, f"{reverse('places')}?{urlencode({'q': f'{street.name}, {name}'})}")
            for name in names
        ),
        narrower=True,
    )


def _table(tables: Reader, listed: Iterable[Area]) -> Table:
    rows = [
        TableRow(
            (
                TableCell(area.name, url=reverse("place", args=[area.code])),
                TableCell(", ".join(streets(tables, area.force).get(area.code, ()))),
                TableCell(area.code),
            )
        )
        for area in listed
    ]
    columns = (Column(_("Neighbourhood")), Column(_("Streets there")), Column(_("Code")))
    return Table(_("Neighbourhoods"), columns, tuple(rows))


urls: list[URLPattern] = [path("places/", places, name="places")]
