"""One loaded file: where it came from, what was held and refused, and what it replaced."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from peelian.engines.publishing.days import loaded_at, moment_in_words
from peelian.engines.publishing.loaded import NotLoaded, file_of, place_of, published, title_of
from peelian.engines.publishing.sources import restatement
from peelian.records import months
from peelian.records.store.rejects import Reject
from peelian.records.store.snapshot import Part
from peelian.sources import adapters
from peelian.spine.force import forces
from peelian.web.answers import reader
from peelian.web.components.parts import Column, Link, SummaryRow, Table, TableCell, TableRow
from peelian.web.doors import audience
from peelian.web.errors import refuse
from peelian.web.public.navigation import navigation

PAGE = 50


@audience("public")
def file(request: HttpRequest, kind: str, force: str, month: str) -> HttpResponse:
    """The page of one file, with its refused rows, a page of them at a time."""
    tables = reader()
    try:
        part = file_of(tables.snapshot, kind, force, month)
    except NotLoaded as error:
        return refuse(request, str(error.args[0]), status=404)
    given = request.GET.get("after", "")
    start = int(given) if given.isascii() and given.isdigit() and len(given) < 10 else 0
    refused = tables.number_of_rejects(part) if published(part) else 0
    here = reverse("data-file", args=place_of(part))
    return render(
        request,
        "public/data_file.html",
        {
            "page_title": _title(part),
            "navigation": navigation("data"),
            "breadcrumbs": (
                Link(_("Home"), reverse("home")),
                Link(_("Data"), f"{reverse('data')}{_year(part)}"),
                Link(_title(part), "", current=True),
            ),
            "said": _said(part),
            "restatement": restatement(part) if published(part) else "",
            "facts": _facts(part),
            "earlier": _earlier(part) if published(part) else None,
            "attribution": adapters.attribution_of(part),
            "rejects": _rejects(tables.rejects(part, skip=start, most=PAGE)) if refused else None,
            "closed": not published(part),
            "n_rejects": f"{refused:,}",
            "previous": Link(_("Earlier lines"), f"{here}?after={max(0, start - PAGE)}")
            if start
            else None,
            "next": Link(_("Further lines"), f"{here}?after={start + PAGE}")
            if start + PAGE < refused
            else None,
            "back": f"{reverse('data')}{_year(part)}",
        },
    )


def _title(part: Part) -> str:
    known = forces()
    of = known[part.force_id].name if part.force_id in known else part.force_id
    when = months.in_words(part.month) if part.month else ""
    kind = _("{kind} file").format(kind=title_of(part.type_key))
    if not part.force_id:
        kind = title_of(part.type_key, plural=True)
    return ", ".join(filter(None, (kind, of, when)))


def _year(part: Part) -> str:
    return f"?year={part.month[:4]}" if part.force_id and part.month else ""


def _said(part: Part) -> str:
    if not published(part):
        return _(
            "The file is held. Its rows are not published, so nothing of what it holds or of what "
            "was refused is shown to the public."
        )
    if not part.read:
        return _("The file holds a header and no rows: its month is loaded, with nothing in it.")
    if not part.rejected:
        return _("All {read} rows of the file are held; none was refused.").format(
            read=f"{part.read:,}"
        )
    return _("{rows} of {read} rows are held; {rejected} were refused.").format(
        rows=f"{part.rows:,}", read=f"{part.read:,}", rejected=f"{part.rejected:,}"
    )


def _facts(part: Part) -> tuple[SummaryRow, ...]:
    if not published(part):
        return (
            SummaryRow(_("Source"), _source(part)),
            SummaryRow(_("Loaded"), moment_in_words(loaded_at(part.loaded_at))),
        )
    return (
        SummaryRow(_("File"), part.origin),
        SummaryRow(_("Source"), _source(part)),
        SummaryRow(_("SHA-256 of the file"), part.origin_sha256),
        SummaryRow(_("Loaded"), moment_in_words(loaded_at(part.loaded_at))),
        SummaryRow(_("Rows read"), f"{part.read:,}"),
        SummaryRow(_("Rows held"), f"{part.rows:,}"),
        SummaryRow(_("Rows refused"), f"{part.rejected:,}"),
    )


def _source(part: Part) -> str:
    return part.feed or adapters.BROUGHT_BY[part.source].title


def _earlier(part: Part) -> Table | None:
    """The files that stood here before, the newest first."""
    if not part.superseded:
        return None
    return Table(
        caption=_("Files that this one took the place of"),
        columns=(
            Column(_("File")),
            Column(_("Loaded")),
            Column(_("Rows held"), numeric=True),
        ),
        rows=tuple(
            TableRow(
                (
                    TableCell(old.origin, under=old.origin_sha256),
                    TableCell(moment_in_words(loaded_at(old.loaded_at))),
                    TableCell(f"{old.rows:,}"),
                )
            )
            for old in reversed(part.superseded)
        ),
    )


def _rejects(found: tuple[Reject, ...]) -> Table | None:
    if not found:
        return None
    return Table(
        caption=_("Refused, in the order of lines"),
        columns=(
            Column(_("Line")),
            Column(_("Column")),
            Column(_("Value")),
            Column(_("Why it was refused")),
            Column(_("What would be right")),
        ),
        rows=tuple(
            TableRow(
                (
                    TableCell(f"{one.line:,}"),
                    TableCell(one.column or _("whole line")),
                    TableCell(one.value or _("blank")),
                    TableCell(one.reason),
                    TableCell(one.expected),
                )
            )
            for one in found
        ),
        caption_hidden=True,
    )
