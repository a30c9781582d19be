"""One's own assessments: what is not finished, what waits for a second look, what can be begun."""

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from peelian import catalogue
from peelian.engines.procedures.answering import subject
from peelian.engines.procedures.declared import Procedure
from peelian.engines.procedures.drafts import drafts_of, goes_on
from peelian.engines.procedures.models import Assessment, Draft
from peelian.engines.procedures.second_looks import waiting_for
from peelian.engines.registers.errors import NoSuchRecord
from peelian.records.schema import type_key
from peelian.trail.looks import append_look
from peelian.web.components.parts import Link, Table, TableCell
from peelian.web.force.pages import Page
from peelian.web.force.procedures.beginning import can_begin
from peelian.web.force.procedures.open_draft import called, procedure_of
from peelian.web.force.reader import Caller, caller
from peelian.web.force.tables import plain_table
from peelian.web.force.words import moment


def mine(request: HttpRequest) -> HttpResponse:
    """Drafts are their writer's alone; nothing else tells that there are any.

    A draft is opened at its check page, which leads on to the first part that is not answered.
    """
    who = caller(request)
    drafts = [(one, _procedure(one.procedure)) for one in drafts_of(who.actor)]
    again = waiting_for(who.actor, catalogue.procedures(), who.tables, at=who.at)
    with transaction.atomic():
        append_look(
            actor=who.actor.trail_name,
            record_type=type_key(Assessment),
            query="",
            filters={"list": "waiting"},
            shown=[one.record_id for one in again],
            at=who.at,
        )
    return render(
        request,
        "force/procedures/mine.html",
        {
            "page_title": _("Assessments"),
            "navigation": who.menu("procedures"),
            "breadcrumbs": who.way_here(Link(_("Assessments"), "", current=True)),
            "drafts": _drafts(who, [(one, known) for one, known in drafts if known]),
            "again": _again(who, again),
            "begin": can_begin(who),
        },
    )


def _procedure(key: str) -> Procedure | None:
    try:
        return procedure_of(key)
    except NoSuchRecord:
        return None


def _drafts(who: Caller, drafts: list[tuple[Draft, Procedure]]) -> Table | None:
    rows = [
        (
            TableCell(procedure.title, url=who.url("procedure-check", str(draft.pk))),
            TableCell(_about(who, draft, procedure)),
            TableCell(moment(draft.saved_at)),
            TableCell(moment(goes_on(draft))),
        )
        for draft, procedure in drafts
    ]
    heads = (_("Assessment"), _("About"), _("Last saved"), _("Goes, if it is not saved again"))
    return plain_table(_("What you have begun"), heads, rows) if rows else None


def _about(who: Caller, draft: Draft, procedure: Procedure) -> str:
    """The record by its reference, as long as its writer may still see it (T05)."""
    try:
        seen = subject(procedure, who.actor, draft.of_id, who.tables, at=who.at)
    except NoSuchRecord:
        return _("A record that is not open to you")
    return called(seen) if seen else _("A new record")


def _again(who: Caller, waiting: tuple[Assessment, ...]) -> Table | None:
    """Neither author nor verdict stands here: the second look is blind."""
    rows = [
        (
            TableCell(
                procedure_of(row.procedure).title, url=who.url("procedure-again", row.record_id)
            ),
            TableCell(row.of_ref or row.of_id),
            TableCell(moment(row.made_at)),
        )
        for row in waiting
    ]
    heads = (_("Assessment"), _("About"), _("First made"))
    return plain_table(_("What waits for a second look"), heads, rows) if rows else None


pages = (Page("procedures/", mine, "procedures"),)
