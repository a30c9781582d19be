"""The next file: handed out, and the way to it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from peelian.engines.audits.errors import AuditRefused
from peelian.engines.audits.models import Turn
from peelian.engines.audits.taking import decide_next, take_next
from peelian.web.force.audits.opening import OpenRun, open_run, or_missing
from peelian.web.force.pages import Page


@or_missing
@require_POST
def next_file(request: HttpRequest, ref: str) -> HttpResponse:
    """The next file that the caller may mark."""
    return _to_next(request, open_run(request, ref), Turn.FIRST)


@or_missing
@require_POST
def next_decision(request: HttpRequest, ref: str) -> HttpResponse:
    """The next file on which two reviewers did not agree."""
    return _to_next(request, open_run(request, ref), Turn.DECIDING)


def _to_next(request: HttpRequest, opened: OpenRun, turn: Turn) -> HttpResponse:
    try:
        return redirect(url_of_next(request, opened, turn))
    except AuditRefused as refused:
        messages.error(request, str(refused))
        return redirect(opened.url)


def url_of_next(request: HttpRequest, opened: OpenRun, turn: Turn) -> str:
    """The page of the next file; that of the run, with a word of thanks, where none is left."""
    who = opened.who
    take = decide_next if turn == Turn.DECIDING else take_next
    taken = take(opened.run, opened.audit, actor=who.actor, at=who.at, tables=who.tables)
    if taken is None:
        messages.success(request, _("No further file waits for you here."))
        return opened.url
    return who.url("audit-mark", str(taken.pk))


pages = (
    Page("audits/runs/<str:ref>/next/", next_file, "audit-next"),
    Page("audits/runs/<str:ref>/decide/", next_decision, "audit-decide"),
)
