"""What is kept and for how long: the ways to reviews, holds, erasures and answers to people."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from peelian import catalogue
from peelian.access.powers import Power
from peelian.access.standing import local_day
from peelian.engines.registers.order import WrongPlace
from peelian.engines.retention.due import Due, due_for_review
from peelian.engines.retention.reach import erasable
from peelian.web.components.parts import Link, TableCell
from peelian.web.errors import refuse
from peelian.web.force.keeping.desk import ANSWERING, keeper, may, page
from peelian.web.force.pages import Page
from peelian.web.force.reader import Caller, caller
from peelian.web.force.registers import Register, register_of
from peelian.web.force.tables import plain_table
from peelian.web.force.words import in_text

AFTER = "after"


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """What this person can do here, and nothing that they cannot."""
    who = caller(request)
    links: list[Link] = []
    registers: tuple[Link, ...] = ()
    if may(who, Power.RETAIN):
        links += [
            Link(_("Erasures proposed"), who.url("proposals")),
            Link(_("Holds"), who.url("holds")),
            Link(_("What was erased"), who.url("erased")),
            Link(_("How long things are kept"), who.url("rules")),
        ]
        registers = tuple(Link(one.many, who.url("due", one.key)) for one in _registers(who))
    if may(who, *ANSWERING):
        links.insert(0, Link(_("Requests of people for their data"), who.url("requests")))
    if not links:
        raise Http404
    return page(request, who, "front", _("Keeping"), links=links, registers=registers)


@require_safe
def due(request: HttpRequest, key: str) -> HttpResponse:
    """The records of a register that are due for review, oldest first."""
    who, one = keeper(request), register_of(key)
    after = request.GET.get(AFTER, "")
    try:
        found = due_for_review(
            who.actor, one.model, who.tables, force_id=who.actor.force_id, at=who.at, after=after
        )
    except WrongPlace as error:
        return refuse(request, str(error))
    here = who.url("due", key)
    rows = [_row(who, one, row) for row in found.rows]
    heads = (_("Record"), _("Last event"), _("Due since"), _("Hold"))
    return page(
        request,
        who,
        "due",
        _("Due for review: {register}").format(register=one.many.lower()),
        rule=found.rule,
        today=in_text("", local_day(who.at)),
        table=plain_table(_("Due for review"), heads, rows) if rows else None,
        first=Link(_("First page"), here) if after else None,
        next=Link(_("Next page"), f"{here}?{AFTER}={found.after}") if found.after else None,
    )


def _row(who: Caller, one: Register, row: Due) -> tuple[TableCell, ...]:
    return (
        TableCell(row.reference or row.record_id, url=who.url("review", one.key, row.record_id)),
        TableCell(in_text(one.protected.dated, row.last_event)),
        TableCell(in_text("", row.since)),
        TableCell(_("Held") if row.held else _("None")),
    )


def _registers(who: Caller) -> tuple[Register, ...]:
    found = (Register(model) for model in catalogue.REGISTERS)
    return tuple(
        one
        for one in found
        if one.protected.dated and not erasable(who.actor, one.model, at=who.at).nothing
    )


pages = (
    Page("keeping/", front, "keeping"),
    Page("keeping/due/<str:key>/", due, "due"),
)
