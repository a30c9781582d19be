"""The rows behind a figure: from any number back to the records that it counts."""

from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from peelian.engines.measures.request import BadRequest
from peelian.engines.publishing.behind import (
    Behind,
    NoSuchRows,
    as_csv,
    behind,
    row_sets,
    what_stands_behind,
    why_they_differ,
)
from peelian.records.store.snapshot import Snapshot
from peelian.sources import adapters
from peelian.web.answers import answered, feed_warnings
from peelian.web.components.figures import figure_url
from peelian.web.components.parts import Link
from peelian.web.doors import audience
from peelian.web.errors import refuse
from peelian.web.public.opening import CannotOpen, cannot_open, open_figure
from peelian.web.public.row_table import columns_in_words, common, row_table, sheet_behind
from peelian.web.public.side import PUBLIC_SIDE
from peelian.web.public.snapshots import earlier_snapshot, kept, snapshot_of
from peelian.web.sides import Side

CSV = "csv"


@audience("public")
def rows(request: HttpRequest, address: str, part: str) -> HttpResponse:
    """One page of the rows behind a figure, in order of key; as a table or as a CSV file."""
    return rows_page(request, address, part, PUBLIC_SIDE)


def rows_page(request: HttpRequest, address: str, part: str, side: Side) -> HttpResponse:
    """The rows that are open to the reader on this side of the door.

    Behind it, no file of them is given: rows leave by the export of their register, with a reason.
    """
    as_file = request.GET.get("as") == CSV
    if as_file and not side.public:
        raise Http404
    after = request.GET.get("after", "")
    try:
        opened, tables = open_figure(request, address, side)
        _answer, released = answered(tables, opened.asked)
        found = behind(opened, tables, part=part, actor=side.actor, after=after, at=side.at)
    except CannotOpen as refusal:
        return cannot_open(request, refusal, side)
    except NoSuchRows as error:
        return refuse(request, str(error.args[0]), status=404)
    except BadRequest as error:
        return refuse(request, str(error))
    shown, measure = released[-1], opened.asked.measure
    side.about_to_show(measure, shown.address, found)
    if as_file:
        return _csv(found, measure.key, tables.snapshot)
    here = {one: side.url("rows", shown.address, one) for one in row_sets(measure)}
    snapshot = snapshot_of(request)
    give_url = side.give_url(measure, shown.address)
    sheet = sheet_behind(found, partial(side.record_url, measure), chosen=bool(give_url))
    return render(
        request,
        "public/rows.html",
        {
            "feeds": feed_warnings(tables, opened.asked.measure, opened.asked.forces),
            "page_title": _("Rows behind this figure"),
            "navigation": side.menu("measures"),
            "notices": earlier_snapshot(request, tables),
            "breadcrumbs": side.way_here(
                Link(measure.short, side.url("measure", measure.key)),
                Link(_("Figure card"), figure_url(shown) + kept(request)),
                Link(_("Rows"), "", current=True),
            ),
            "shown": shown,
            "card_url": figure_url(shown) + kept(request),
            "what": what_stands_behind(measure, found.part),
            "n": f"{found.totals.shown:,}",
            "m": f"{found.totals.counted:,}",
            "why": why_they_differ(measure),
            "tabs": [
                Link(_title(one), url + kept(request), current=one == found.part)
                for one, url in here.items()
            ],
            "common": common(sheet),
            "table": row_table(sheet),
            "give_url": give_url,
            "addresses": found.addresses if give_url else (),
            "columns": columns_in_words(found),
            "download": Link(
                _("CSV, this page"), f"{here[found.part]}?{_query(snapshot, after, CSV)}"
            )
            if side.public
            else None,
            "start": Link(_("First page"), here[found.part] + kept(request)) if after else None,
            "next": Link(_("Next page"), f"{here[found.part]}?{_query(snapshot, found.after, '')}")
            if found.after
            else None,
        },
    )


def _title(part: str) -> str:
    return _("Out of") if part == "among" else _("Counted")


def _query(snapshot: str, after: str, kind: str) -> str:
    pairs = {"snapshot": snapshot, "after": after, "as": kind}
    return urlencode({name: value for name, value in pairs.items() if value})


def _csv(found: Behind, key: str, snapshot: Snapshot) -> HttpResponse:
    lines = adapters.attributions_by_source(snapshot)
    response = HttpResponse(as_csv(found, lines), content_type="text/csv; charset=utf-8")
    name = f"{key.replace('.', '-')}-{found.part}-rows.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


urls: list[URLPattern] = [
    path("figures/<str:address>/rows/<str:part>/", rows, name="rows"),
]
