"""The figure card: one number with all that is needed to check it, at a permanent address."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from peelian.engines.measures.request import BadRequest
from peelian.engines.publishing.card import Card, card
from peelian.engines.publishing.days import day_in_words, loaded_at, moment_in_words
from peelian.engines.publishing.latest import newest, usable
from peelian.engines.publishing.loaded import place_of
from peelian.engines.publishing.sources import file_name, restatement
from peelian.records.store.reader import Reader
from peelian.records.store.snapshot import Part
from peelian.web.answers import answered, ask, feed_warnings
from peelian.web.components.figures import figure_url
from peelian.web.components.parts import Link
from peelian.web.doors import audience
from peelian.web.errors import refuse
from peelian.web.public.beside import beside_lines
from peelian.web.public.figure_facts import cautions, definition, numbers
from peelian.web.public.opening import CannotOpen, cannot_open, open_figure
from peelian.web.public.side import PUBLIC_SIDE
from peelian.web.public.snapshots import earlier_snapshot, kept
from peelian.web.sides import Side

# More than this many lines and a list of files is no longer read, nor fits on one sheet.
LISTED_FILES = 12
LISTED_RESTATEMENTS = 3


@audience("public")
def figure(request: HttpRequest, address: str) -> HttpResponse:
    """The card of one figure, on the newest snapshot or on the one that the address names."""
    return figure_page(request, address, PUBLIC_SIDE)


def figure_page(request: HttpRequest, address: str, side: Side) -> HttpResponse:
    """The card as the reader on this side of the door may see it."""
    try:
        opened, tables = open_figure(request, address, side)
        answer, shown = answered(tables, opened.asked)
        found = card(
            opened,
            answer,
            tables,
            tables.snapshot,
            actor=side.actor,
            inside=None if side.public else shown[-1],
            at=side.at,
        )
    except CannotOpen as refusal:
        return cannot_open(request, refusal, side)
    except BadRequest as error:
        return refuse(request, str(error))
    if found.address != address:
        return redirect(f"{side.url('figure', found.address)}{kept(request)}")
    side.about_to_show(found.measure, found.address)
    here = request.build_absolute_uri(side.url("figure", found.address))
    measure_url = _measure_url(found, side)
    files = found.sources.files
    listed, loaded = _files((*files[:LISTED_FILES], *found.sources.tables))
    restated = found.sources.restated
    return render(
        request,
        "public/figure.html",
        {
            "page_title": found.measure.asks,
            "navigation": side.menu("measures"),
            "notices": earlier_snapshot(request, tables),
            "breadcrumbs": side.way_here(
                Link(_("Measures"), side.url("measures")),
                Link(found.measure.short, measure_url),
                Link(_("Figure card"), "", current=True),
            ),
            "card": found,
            "numbers": numbers(found, kept(request), side),
            "beside": beside_lines(tables, found.shown),
            "definition": definition(found.measure),
            "cautions": cautions(found),
            "feeds": feed_warnings(tables, found.measure, opened.asked.forces),
            "files": listed,
            "loaded": loaded,
            "more_files": max(0, len(files) - LISTED_FILES),
            "restatements": [restatement(part) for part in restated[:LISTED_RESTATEMENTS]],
            "more_restatements": max(0, len(restated) - LISTED_RESTATEMENTS),
            "snapshot": tables.snapshot,
            "snapshot_made": _moment(tables.snapshot.made_at),
            "newest": None if found.shown.ok else _newest(found, tables),
            "measure_url": measure_url,
            "address": here,
            "cite": found.cite(here),
        },
    )


def _files(parts: Sequence[Part]) -> tuple[list[Link], str]:
    """Files with what they hold, leading to their pages; a day that all share is said once."""
    days = {day_in_words(loaded_at(part.loaded_at)) for part in parts}
    links = []
    for part in parts:
        facts = [_("{rows} rows").format(rows=f"{part.rows:,}")]
        if part.rejected:
            facts.append(_("{number} refused").format(number=f"{part.rejected:,}"))
        if len(days) > 1:
            day = day_in_words(loaded_at(part.loaded_at))
            facts.append(_("loaded {day}").format(day=day))
        url = reverse("data-file", args=place_of(part))
        links.append(Link(file_name(part), url, detail=", ".join(facts)))
    shared = _("All loaded on {day}.").format(day=days.pop()) if len(days) == 1 else ""
    return links, shared


def _moment(stamp: str) -> str:
    return moment_in_words(loaded_at(stamp)) if stamp else ""


def _measure_url(found: Card, side: Side) -> str:
    """The page of the measure with the conditions of this figure, as far as it can hold them."""
    asked = found.opened.asked
    pairs = [(name, values[0]) for name, values in asked.where if len(values) == 1 and values[0]]
    here = side.url("measure", found.measure.key)
    return f"{here}?{urlencode(pairs)}" if pairs else here


def _newest(found: Card, tables: Reader) -> Link | None:
    """The newest figure of the same question that there is, for a reader who met none."""
    where = dict(found.opened.asked.where)
    key = found.measure.key
    months = usable(ask(tables, key, by=("month",), where=where)[0].cells)
    period = newest(months)
    if period is None:
        return None
    shown = ask(tables, key, where=where, first=period.first, last=period.last)[1][0]
    return Link(period.in_words, figure_url(shown), detail=shown.sentence)


urls: list[URLPattern] = [path("figures/<str:address>", figure, name="figure")]
