"""Frame and draw as files, and the check that the frame is still what was frozen."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from peelian.engines.audits.checking import FrameCheck, check_frame
from peelian.engines.audits.downloads import draw_csv, frame_csv
from peelian.engines.audits.errors import AuditRefused
from peelian.web.components.parts import SummaryRow
from peelian.web.force.audits.opening import OpenRun, open_run, or_missing
from peelian.web.force.pages import Page
from peelian.web.force.words import moment


@or_missing
@require_safe
def frame_file(request: HttpRequest, ref: str) -> HttpResponse:
    """The frame, byte for byte as it was hashed."""
    opened = open_run(request, ref)
    try:
        content = frame_csv(opened.run, actor=opened.who.actor, at=opened.who.at)
    except AuditRefused as refused:
        return _back(request, opened, refused)
    return _file(content, f"{opened.run.ref}-frame.csv")


@or_missing
@require_safe
def drawn_file(request: HttpRequest, ref: str) -> HttpResponse:
    """The drawn files in their order."""
    opened = open_run(request, ref)
    try:
        content = draw_csv(opened.run, actor=opened.who.actor, at=opened.who.at)
    except AuditRefused as refused:
        return _back(request, opened, refused)
    return _file(content, f"{opened.run.ref}-draw.csv")


@or_missing
@require_safe
def check_page(request: HttpRequest, ref: str) -> HttpResponse:
    """Whether anything speaks against frame and draw, and what has changed in the files since."""
    opened = open_run(request, ref)
    who = opened.who
    try:
        found = check_frame(opened.run, opened.audit, actor=who.actor, at=who.at, tables=who.tables)
    except AuditRefused as refused:
        return _back(request, opened, refused)
    return render(
        request,
        "force/audits/check.html",
        {
            "page_title": _("Is the frame still what was frozen?"),
            "navigation": who.menu("audits"),
            "breadcrumbs": opened.way_from(_("Check")),
            "answer": _answer(found),
            "facts": _facts(opened, found),
            "back": opened.url,
        },
    )


def _answer(found: FrameCheck) -> str:
    if not found.holds:
        return _(
            "No. Something was changed after the hash was published: see below, abandon the audit, "
            "and find out how that came about."
        )
    moved = found.changed + found.gone + found.new
    if not moved:
        return _("Yes. Frame, hash and draw fit together, and the files are as they were.")
    return _(
        "Yes: frame, hash and draw fit together. In the records themselves {n} differ by now from "
        "what was frozen. Reviewers read the files as they were frozen."
    ).format(n=f"{moved:,}")


def _facts(opened: OpenRun, found: FrameCheck) -> tuple[SummaryRow, ...]:
    fits = {
        True: _("Yes"),
        False: _("No: this is not what was published"),
        None: _("Cannot be told"),
    }
    gone = _("Cannot be told: rows were erased since, as the law asks, or it is gone")
    not_yet = _("Not drawn yet")
    return (
        SummaryRow(_("SHA-256 of the frame"), opened.run.frame_hash),
        SummaryRow(_("The list that is kept has this hash"), fits[found.stored_rows]),
        SummaryRow(
            _("The records as they were then give this list again"),
            gone if found.snapshot is None else fits[found.snapshot],
        ),
        SummaryRow(
            _("Frame and seed give this draw again"),
            not_yet if found.draw is None else fits[found.draw],
        ),
        SummaryRow(_("Changed since, in what a reviewer reads"), _files(found.changed)),
        SummaryRow(_("In the list, and not there any more"), _files(found.gone)),
        SummaryRow(_("There by now, and not in the list"), _files(found.new)),
        SummaryRow(_("Checked"), moment(opened.who.at)),
    )


def _files(number: int) -> str:
    return ngettext("{n} file", "{n} files", number).format(n=f"{number:,}")


def _file(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _back(request: HttpRequest, opened: OpenRun, refused: AuditRefused) -> HttpResponse:
    messages.error(request, str(refused))
    return redirect(opened.url)


pages = (
    Page("audits/runs/<str:ref>/frame.csv", frame_file, "audit-frame"),
    Page("audits/runs/<str:ref>/draw.csv", drawn_file, "audit-drawn"),
    Page("audits/runs/<str:ref>/check/", check_page, "audit-check"),
)
