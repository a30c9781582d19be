"""Erasures proposed: what would go, confirmed by a second person; and what is gone."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from peelian.engines.registers.errors import NoSuchRecord
from peelian.engines.retention.erasing import (
    confirm_erasure,
    preview,
    proposals,
    tombstones,
    withdraw,
)
from peelian.engines.retention.errors import RetentionError
from peelian.engines.retention.models import Proposal
from peelian.engines.retention.reach import model_called
from peelian.web.answers import forget
from peelian.web.components.parts import Link, SummaryRow, TableCell
from peelian.web.force.keeping.desk import called, done, keeper, names_of, not_done, page
from peelian.web.force.pages import Page
from peelian.web.force.reader import Caller
from peelian.web.force.registers import Register
from peelian.web.force.tables import plain_table
from peelian.web.force.words import moment
from peelian.web.people.afresh import afresh

PAGE = 50
BEFORE = "before"


@require_safe
def proposed(request: HttpRequest) -> HttpResponse:
    """The proposals that wait for a second person."""
    who = keeper(request)
    found = proposals(who.actor, force_id=who.actor.force_id, at=who.at, tables=who.tables)
    names = names_of({one.proposed_by for one in found})
    rows = [
        (
            TableCell(
                called(who, one.record_type, one.record_id), url=who.url("proposal", str(one.pk))
            ),
            TableCell(moment(one.proposed_at)),
            TableCell(names.get(one.proposed_by, one.proposed_by)),
            TableCell(one.authority),
        )
        for one in found
    ]
    heads = (_("Record"), _("Proposed"), _("By"), _("Rule"))
    title = _("Erasures proposed")
    table = plain_table(title, heads, rows) if rows else None
    return page(request, who, "proposals", title, table=table)


@afresh
def proposal(request: HttpRequest, number: int) -> HttpResponse:
    """What would go with a record; the second person confirms it here."""
    who = keeper(request)
    one = _own(who, number)
    if request.method == "POST":
        try:
            confirm_erasure(
                one,
                fingerprint=request.POST.get("seen", ""),
                actor=who.actor,
                at=who.at,
                tables=who.tables,
            )
        except RetentionError as error:
            return not_done(request, error, who.url("proposal", str(number)))
        # What pages remember of the old snapshot goes with it.
        forget()
        return done(request, _("Erased. Its tombstone stands in this list."), who.url("erased"))
    seen = preview(one, actor=who.actor, at=who.at, tables=who.tables)
    names = names_of({one.proposed_by})
    return page(
        request,
        who,
        "proposal",
        _("Erase: {record}").format(record=called(who, one.record_type, one.record_id)),
        facts=(
            SummaryRow(_("Proposed by"), names.get(one.proposed_by, one.proposed_by)),
            SummaryRow(_("Rule"), one.authority),
        ),
        goes=tuple(SummaryRow(noun.capitalize(), str(count)) for noun, count in seen.counted),
        fingerprint=seen.fingerprint,
        own=one.proposed_by == who.actor.trail_name,
        review=who.url("review", one.record_type, one.record_id),
        withdraw=who.url("withdraw", str(number)),
    )


@require_POST
def take_back(request: HttpRequest, number: int) -> HttpResponse:
    """Take a proposal back."""
    who = keeper(request)
    try:
        withdraw(_own(who, number), actor=who.actor, at=who.at)
    except RetentionError as error:
        return not_done(request, error, who.url("proposals"))
    return done(request, _("Taken back. The record stays."), who.url("proposals"))


@require_safe
def erased(request: HttpRequest) -> HttpResponse:
    """The tombstones of a force, newest first."""
    who = keeper(request)
    begin = request.GET.get(BEFORE, "")
    rows = tombstones(who.actor, force_id=who.actor.force_id, at=who.at).order_by("-pk")
    if begin.isdecimal():
        rows = rows.filter(pk__lt=int(begin))
    found = list(rows[: PAGE + 1])
    shown = found[:PAGE]
    names = names_of({name for one in shown for name in (one.proposed_by, one.confirmed_by)})
    cells = [
        (
            TableCell(one.record_id, under=_kind(one.record_type)),
            TableCell(moment(one.erased_at)),
            TableCell(names.get(one.proposed_by, one.proposed_by)),
            TableCell(names.get(one.confirmed_by, one.confirmed_by)),
            TableCell(one.authority),
            TableCell(_("Gone") if one.finished_at else _("Files follow")),
        )
        for one in shown
    ]
    heads = (_("Address"), _("Erased"), _("Proposed by"), _("By"), _("Rule"), _("Files"))
    here = who.url("erased")
    return page(
        request,
        who,
        "erased",
        _("What was erased"),
        table=plain_table(_("What was erased"), heads, cells) if cells else None,
        first=Link(_("First page"), here) if begin else None,
        next=Link(_("Next page"), f"{here}?{BEFORE}={shown[-1].pk}") if len(found) > PAGE else None,
    )


def _own(who: Caller, number: int) -> Proposal:
    found = proposals(who.actor, force_id=who.actor.force_id, at=who.at, tables=who.tables)
    one = next((one for one in found if one.pk == number), None)
    if one is None:
        raise Http404
    return one


def _kind(record_type: str) -> str:
    try:
        return Register(model_called(record_type)).one
    except NoSuchRecord:
        return record_type


pages = (
    Page("keeping/proposals/", proposed, "proposals"),
    Page("keeping/proposals/<int:number>/", proposal, "proposal"),
    Page("keeping/proposals/<int:number>/withdraw/", take_back, "withdraw"),
    Page("keeping/erased/", erased, "erased"),
)
