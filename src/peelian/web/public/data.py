"""The data page: what is loaded, missing, refused and restated, force by month."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peelian import catalogue
from peelian.engines.publishing.days import day_in_words, loaded_at, moment_in_words
from peelian.engines.publishing.feeds import in_sentences
from peelian.engines.publishing.loaded import (
    Grid,
    grid,
    place_of,
    published,
    record_types,
    title_of,
    whole_tables,
    years,
)
from peelian.records import months
from peelian.records.base import Record
from peelian.records.feeds import feed_states, newest_month
from peelian.records.schema import type_key
from peelian.records.store.snapshot import Part, Snapshot
from peelian.sources import adapters
from peelian.web.answers import reader
from peelian.web.components.parts import Column, Link, Table, TableCell, TableRow
from peelian.web.doors import audience
from peelian.web.errors import refuse
from peelian.web.public.data_file import file
from peelian.web.public.navigation import navigation


@dataclass(frozen=True)
class Cell:
    """One force and month: rows held, and what a reader should know of the file."""

    text: str = ""
    url: str = ""
    refused: str = ""
    restated: bool = False


@dataclass(frozen=True)
class Sheet:
    """A grid in words. `said` is its summary in a sentence, `newest` names its last month of all
    years, `closed` says how much of it is not published, `by_hand` which forces keep these records
    here themselves; the last three may be empty.
    """

    title: str
    key: str
    said: str
    newest: str
    closed: str
    by_hand: str
    months: tuple[str, ...]
    lines: tuple[tuple[str, tuple[Cell, ...]], ...]
    absent: tuple[str, ...]


@audience("public")
def data(request: HttpRequest) -> HttpResponse:
    """One year of files by force and month, for every record type that figures rest on."""
    snapshot = reader().snapshot
    types = record_types(catalogue.declared_measures())
    known = years(snapshot, types)
    year = request.GET.get("year", "") or (known[0] if known else "")
    if known and year not in known:
        said = _("No file of {year} is loaded. Choose from: {known}.")
        return refuse(request, said.format(year=year[:10], known=", ".join(known)), status=404)
    here, tables = reverse("data"), whole_tables(snapshot)
    return render(
        request,
        "public/data.html",
        {
            "page_title": _("What is loaded, missing, refused and restated"),
            "navigation": navigation("data"),
            "breadcrumbs": (Link(_("Home"), reverse("home")), Link(_("Data"), "", current=True)),
            "snapshot": snapshot,
            "made": _moment(snapshot.made_at),
            "year": year,
            "years": [Link(one, f"{here}?year={one}", current=one == year) for one in known],
            "said": _said(snapshot, types),
            "feeds": in_sentences(
                state for state in feed_states(snapshot, timezone.now()) if state.says
            ),
            "sheets": [_sheet(grid(snapshot, model, year), snapshot) for model in types]
            if known
            else [],
            "tables": _tables(tables),
            "table_lines": tuple(
                dict.fromkeys(filter(None, (adapters.attribution_of(part) for part in tables)))
            ),
        },
    )


def _moment(stamp: str) -> str:
    return moment_in_words(loaded_at(stamp)) if stamp else ""


def _said(snapshot: Snapshot, types: Iterable[type[Record]]) -> str:
    """What is held of all years, in a sentence."""
    parts = [part for model in types for part in snapshot.parts_of(type_key(model)) if part.month]
    held = [part for part in parts if published(part)]
    if not held:
        return (
            _("No file that is published is loaded yet.")
            if parts
            else _("No crime or outcomes file is loaded yet.")
        )
    span = sorted(part.month for part in held)
    return _(
        "{rows} rows of {files} files are held, of {forces} forces, {first} to {last}. {refused} "
        "rows were refused and {restated} files restated."
    ).format(
        rows=f"{sum(part.rows for part in held):,}",
        files=f"{len(held):,}",
        forces=len({part.force_id for part in held}),
        first=months.in_words(span[0]),
        last=months.in_words(span[-1]),
        refused=f"{sum(part.rejected for part in held):,}",
        restated=f"{sum(part.restated for part in held):,}",
    )


def _sheet(found: Grid, snapshot: Snapshot) -> Sheet:
    shown = [part for part in found.held if published(part)]
    closed = len(found.held) - len(shown)
    return Sheet(
        title=_("{kind} files, {year}").format(kind=title_of(found.key), year=found.year),
        key=found.key,
        said=_(
            "{files} files of {forces} forces are loaded and hold {rows} rows. {refused} rows were "
            "refused; {restated} files were restated. {missing} files are missing of months that "
            "another force has."
        ).format(
            files=f"{len(found.held):,}",
            forces=len(found.lines),
            rows=f"{sum(part.rows for part in shown):,}",
            refused=f"{sum(part.rejected for part in shown):,}",
            restated=f"{found.restated:,}",
            missing=f"{found.missing:,}",
        ),
        newest=_("The newest month of any force is {month}.").format(
            month=months.in_words(newest_month(snapshot.parts_of(found.key)))
        )
        if found.held
        else "",
        closed=ngettext(
            "{number} file is not published, so what it holds is not counted here.",
            "{number} files are not published, so what they hold is not counted here.",
            closed,
        ).format(number=f"{closed:,}")
        if closed
        else "",
        by_hand=_by_hand(found),
        months=tuple(months.in_words(month)[:3] for month in found.months),
        lines=tuple(
            (line.force.name, tuple(_cell(part) for part in line.files)) for line in found.lines
        ),
        absent=tuple(force.name for force in found.absent),
    )


def _by_hand(found: Grid) -> str:
    """Who keeps these records here, and from when to when."""
    if not found.by_hand:
        return ""
    named = "; ".join(
        _("{force}, {first} to {last}").format(
            force=force.name, first=months.in_words(first), last=months.in_words(last)
        )
        for force, first, last in found.by_hand
    )
    return _("Kept here by hand, where no source brings them: {named}.").format(named=named)


def _cell(part: Part | None) -> Cell:
    if part is None:
        return Cell()
    if not published(part):
        return Cell(text=_("not public"), url=reverse("data-file", args=place_of(part)))
    return Cell(
        text=f"{part.rows:,}",
        url=reverse("data-file", args=place_of(part)),
        refused=f"{part.rejected:,}" if part.rejected else "",
        restated=part.restated,
    )


def _tables(parts: tuple[Part, ...]) -> Table | None:
    """Tables that figures need besides the files: populations, lookups, deprivation."""
    if not parts:
        return None
    return Table(
        caption=_("Tables of places and residents"),
        columns=(
            Column(_("Table")),
            Column(_("Stands at")),
            Column(_("Rows"), numeric=True),
            Column(_("Loaded")),
            Column(_("Source")),
        ),
        rows=tuple(
            TableRow(
                (
                    TableCell(
                        title_of(part.type_key, plural=True),
                        under=part.origin,
                        url=reverse("data-file", args=place_of(part)),
                    ),
                    TableCell(months.in_words(part.month) if part.month else _("several years")),
                    TableCell(f"{part.rows:,}"),
                    TableCell(day_in_words(loaded_at(part.loaded_at))),
                    TableCell(adapters.BROUGHT_BY[part.source].title),
                )
            )
            for part in parts
        ),
        caption_hidden=True,
    )


urls: list[URLPattern] = [
    path("data/", data, name="data"),
    path("data/<str:kind>/<str:force>/<str:month>/", file, name="data-file"),
]
