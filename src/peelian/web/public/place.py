"""The page of one neighbourhood: what is reported, how it changed, how it stands, and where."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from peelian.engines.maps.gazetteer import Area
from peelian.engines.maps.outlines import NoBoundaries
from peelian.engines.maps.standing import Standing
from peelian.engines.measures.kinds import Rate, Share
from peelian.engines.publishing.sentences import force_name
from peelian.engines.publishing.shown import Shown
from peelian.records.schema import type_key
from peelian.records.store.reader import Reader
from peelian.spine.crime import Crime
from peelian.spine.outcome import Outcome
from peelian.web.answers import reader
from peelian.web.components.figures import figure_url
from peelian.web.components.parts import Link, SummaryRow
from peelian.web.doors import audience
from peelian.web.public.ground import ground, streets
from peelian.web.public.locator import locator, next_to
from peelian.web.public.navigation import navigation
from peelian.web.public.place_figures import Beside, beside, changed, of_places, reported
from peelian.web.public.place_tables import beside_table, month_chart, month_table, reported_table

TENTHS = 10


@audience("public")
def place(page: HttpRequest, lsoa: str) -> HttpResponse:
    """One neighbourhood. An unknown code is answered with the search."""
    tables = reader().public
    found = ground(tables).by_code.get(lsoa.upper())
    if found is None:
        unknown = {
            "page_title": _("There is no such neighbourhood"),
            "navigation": navigation("places"),
            "code": lsoa,
        }
        return render(page, "public/no_place.html", unknown, status=404)
    if found.code != lsoa:
        return redirect("place", found.code)
    loaded = found.force in tables.snapshot.forces(type_key(Crime))
    context: dict[str, object] = {
        "page_title": found.name,
        "navigation": navigation("places"),
        "breadcrumbs": (
            Link(_("Home"), reverse("home")),
            Link(_("Places"), reverse("places")),
            Link(found.district, f"{reverse('places')}?{urlencode({'q': found.district})}"),
            Link(found.name, "", current=True),
        ),
        "area": found,
        "force": force_name(found.force),
        "streets": streets(tables, found.force).get(found.code, ()) if loaded else (),
        "facts": _facts(found),
        "loaded": loaded,
        "go_on": _go_on(found) if loaded else (),
    }
    context |= _where(tables, found)
    if loaded:
        context |= _figures(tables, found)
    return render(page, "public/place.html", context)


def _figures(tables: Reader, area: Area) -> dict[str, object]:
    """Everything that is counted here, in the order of the page."""
    counts, outcomes = reported(tables, area, Crime), reported(tables, area, Outcome)
    rates, shares = beside(tables, area, Rate), beside(tables, area, Share)
    context: dict[str, object] = {
        "rates": [(one, beside_table(one, area)) for one in rates],
        "shares": [(one, beside_table(one, area)) for one in shares],
    }
    if rates and rates[0].here.ok:
        context |= {
            "lead": rates[0].here,
            "lead_url": figure_url(rates[0].here),
            "stands": _stands(rates[0], area),
        }
    if outcomes:
        context["outcomes"] = reported_table(outcomes, area)
    if counts:
        context |= {
            "month": counts[0].month.cell.period.in_words,
            "reported": reported_table(counts, area, _("What is reported here")),
            "chart": month_chart(counts, area),
            "by_month": month_table(counts),
            "changes": [changed(tables, area, count) for count in counts],
        }
    return context


def _stands(found: Beside, area: Area) -> tuple[str, ...]:
    """The verdicts on a rate in words, one for the district and one for the force."""
    return tuple(
        words
        for words in (
            _verdict(found.to_district, area.district, found.district),
            _verdict(
                found.to_force,
                _("the area of {force}").format(force=force_name(area.force)),
                found.force,
            ),
        )
        if words
    )


def _verdict(verdict: Standing | None, name: str, wider: Shown) -> str:
    words = {
        Standing.HIGHER: _("higher than in {place} ({value})"),
        Standing.LOWER: _("lower than in {place} ({value})"),
        Standing.UNCLEAR: _("not clearly different from {place} ({value})"),
    }
    return words[verdict].format(place=name, value=wider.value) if verdict else ""


def _facts(area: Area) -> tuple[SummaryRow, ...]:
    return (
        SummaryRow(
            _("Residents"),
            _("about {number} at mid-2020").format(number=area.about),
        ),
        SummaryRow(
            _("Deprivation"),
            _deprivation(area.deprivation_tenth),
        ),
        SummaryRow(
            _("District"),
            area.district,
            Link(_("See all"), f"{reverse('places')}?{urlencode({'q': area.district})}"),
        ),
        SummaryRow(
            _("Policed by"),
            force_name(area.force),
            Link(_("Its figures"), reverse("force", args=[area.force])) if area.force else None,
        ),
        SummaryRow(
            _("Code"), _("{code}, a lower layer super output area of 2011").format(code=area.code)
        ),
    )


def _deprivation(tenth: int | None) -> str:
    """Where the neighbourhood stands among England's, from the nearer end."""
    if tenth is None:
        return _("not ranked with England's: Wales has an index of its own")
    words = (
        _("among the most deprived {percent}% of neighbourhoods in England in 2019")
        if tenth <= TENTHS // 2
        else _("among the least deprived {percent}% of neighbourhoods in England in 2019")
    )
    return words.format(percent=10 * min(tenth, TENTHS + 1 - tenth))


def _where(tables: Reader, area: Area) -> dict[str, object]:
    """The locator and the neighbourhoods next door, or the sentence why there are none."""
    try:
        known = ground(tables)
        named = streets(tables, area.force)
        return {
            "locator": locator(known, area),
            "next_to": [
                Link(
                    each.name,
                    reverse("place", args=[each.code]),
                    detail=", ".join(named.get(each.code, ())[:2]),
                )
                for each in next_to(known, area)
            ],
        }
    except NoBoundaries as error:
        return {"no_picture": str(error)}


def _go_on(area: Area) -> tuple[Link, ...]:
    """Maps and measures, asked of this place."""
    here = urlencode({"force": area.force, "lsoa": area.code})
    near = urlencode({"force": area.force, "district": area.district})
    maps = tuple(
        Link(
            _("Map of {district}: {measure}").format(district=area.district, measure=each.short),
            f"{reverse('map', args=[each.key])}?{near}",
        )
        for each in of_places()
        if isinstance(each, Rate)
    )
    measures = tuple(
        Link(
            _("{measure} here, with filters and downloads").format(measure=each.title),
            f"{reverse('measure', args=[each.key])}?{here}",
        )
        for each in of_places()
    )
    return (*maps, *measures)


urls: list[URLPattern] = [path("places/<slug:lsoa>/", place, name="place")]
