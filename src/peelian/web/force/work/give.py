"""From number to work: rows behind a figure become tasks with an owner and an end.

Only rows that the giver may see are given: an address that they may not see, or that does not
exist, is dropped in silence by the page and refused by the verb (T01, T03).
"""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from peelian import catalogue
from peelian.access.decide import NotAllowed
from peelian.engines.duties.errors import DutyError
from peelian.engines.duties.giving import give_tasks
from peelian.engines.measures.kinds import Measure
from peelian.engines.publishing.address import BadAddress, parse
from peelian.engines.registers.errors import NoSuchRecord
from peelian.engines.registers.finding import find
from peelian.records.schema import type_key
from peelian.trail.looks import append_look
from peelian.web.components.parts import Link, Table, TableCell
from peelian.web.force.giving_rights import may_give
from peelian.web.force.pages import Page
from peelian.web.force.reader import Caller, caller
from peelian.web.force.registers import Register, register_of
from peelian.web.force.tables import plain_table
from peelian.web.force.work.forms import GiveForm
from peelian.web.force.work.posts import as_choices, posts_of_force, receivers
from peelian.web.public.row_table import CHOSEN

# All rows of the page were asked for, and which these were.
ALL, SHOWN = "all", "shown"
MOST = 200  # as many as four pages of rows; a longer list is no list of work


@require_POST
def give(request: HttpRequest, address: str) -> HttpResponse:
    """The rows that were chosen, the form, and the list that it made.

    The first post comes from the page of rows, with rows alone; the second one carries the form.
    """
    who = caller(request)
    measure = _measure(address)
    if not may_give(who.actor, measure, who.at):
        raise Http404
    one = register_of(type_key(measure.record_type))
    sent_rows = request.POST.getlist(SHOWN if ALL in request.POST else CHOSEN)
    refs = [(one.key, ref) for ref in dict.fromkeys(sent_rows)][:MOST]
    rows = _in_sight(who, one, refs)
    back = reverse("inside-rows", args=[address, "counted"])
    if not rows:
        messages.error(request, _("Choose the rows that are to become work."))
        return redirect(back)
    posts = posts_of_force(who.actor, who.at)
    sent: Any = request.POST if "title" in request.POST else None
    form = GiveForm(sent, as_choices(receivers(who.actor, posts, who.at)))
    if form.is_bound and form.is_valid():
        try:
            list_ref = give_tasks(
                tuple(ref for ref, _record in rows),
                title=form.cleaned_data["title"],
                words=form.cleaned_data["words"],
                post_ref=form.cleaned_data["post_ref"],
                due_on=form.cleaned_data["due_on"],
                risk=form.cleaned_data["risk"],
                figure=address,
                actor=who.actor,
                at=who.at,
                tables=who.tables,
            )
        except (DutyError, NotAllowed) as error:
            form.add_error(None, str(error))
        else:
            told = ngettext("{n} task is given.", "{n} tasks are given.", len(rows))
            messages.success(request, told.format(n=len(rows)))
            return redirect(who.url("task-list", list_ref))
    with transaction.atomic():
        append_look(
            actor=who.actor.trail_name,
            record_type=one.key,
            query="",
            filters={"rows of": address},
            shown=[ref for (_key, ref), _cells in rows],
            at=who.at,
        )
    title = _("Make work of these rows")
    return render(
        request,
        "force/work/give.html",
        {
            "page_title": title,
            "navigation": who.menu("measures"),
            "breadcrumbs": who.way_here(
                Link(measure.short, reverse("inside-figure", args=[address])),
                Link(_("Rows"), back),
                Link(title, "", current=True),
            ),
            "number": len(rows),
            "table": _table(rows, one, who),
            "rows": [record_id for (_key, record_id), _record in rows],
            "form": form,
            "back": back,
        },
        status=400 if form.errors else 200,
    )


def _measure(address: str) -> Measure:
    try:
        return catalogue.measure(parse(address).measure)
    except (BadAddress, catalogue.UnknownMeasure) as error:
        raise Http404 from error


def _in_sight(
    who: Caller, one: Register, refs: Sequence[tuple[str, str]]
) -> list[tuple[tuple[str, str], dict[str, Any]]]:
    """The rows of these that the giver may see, with their open cells."""
    found = []
    for ref in refs:
        try:
            seen = find(who.actor, one.model, ref[1], who.tables, at=who.at)
        except NoSuchRecord:
            continue
        opened = seen.open_fields
        found.append((ref, {name: getattr(seen.record, name) for name in opened}))
    return found


def _table(
    rows: Sequence[tuple[tuple[str, str], dict[str, Any]]], one: Register, who: Caller
) -> Table:
    return plain_table(
        _("Rows that become work"),
        (one.one,),
        [
            (
                TableCell(
                    str(cells.get(one.reference) or ref[1]), url=who.url("record", one.key, ref[1])
                ),
            )
            for ref, cells in rows
        ],
    )


pages = (Page("work/give/<str:address>/", give, "give-work"),)
