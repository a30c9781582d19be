"""Changing a record: only what its author touched, and never over what a colleague saved."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from peelian.engines.registers.altering import alter, alterable
from peelian.engines.registers.errors import FieldRefused, Invalid, ReasonNeeded, Stale
from peelian.engines.registers.opening import Opened, open_record
from peelian.records.schema import fields_of
from peelian.web.components.parts import Link, Table, TableCell
from peelian.web.force.fields import typed_fields
from peelian.web.force.pages import Page
from peelian.web.force.reader import Caller, caller
from peelian.web.force.record_form import RecordForm
from peelian.web.force.registers import Register, register_of
from peelian.web.force.summary import name_of
from peelian.web.force.tables import BLANK, plain_table
from peelian.web.force.units import unit_names
from peelian.web.force.words import heading, in_text
from peelian.web.people.kept import kept_form


def change(request: HttpRequest, key: str, record_id: str) -> HttpResponse:
    """The form with what the record says now; a save that came too late shows both texts."""
    who, one = caller(request), register_of(key)
    try:
        opened = open_record(who.actor, one.model, record_id, who.tables, at=who.at)
    except ReasonNeeded:
        return redirect(who.url("record", one.key, record_id))
    form = _form(request, who, one, opened)
    stale: Stale | None = None
    if request.method == "POST" and form.is_valid():
        try:
            alter(
                one.model,
                record_id,
                form.touched(),
                version=form.version,
                actor=who.actor,
                at=who.at,
                reason=form.why,
                tables=who.tables,
            )
        except Invalid as error:
            form.refuse(error)
        except FieldRefused as error:
            form.add_error(None, str(error))
        except Stale as error:
            stale = error
            form.see(error.version)
        else:
            messages.success(request, _("Saved."))
            return redirect(who.url("record", one.key, record_id))
    return _page(request, who, one, opened, record_id, form, stale)


def _form(request: HttpRequest, who: Caller, one: Register, opened: Opened) -> RecordForm:
    names = alterable(one.model, opened.record, actor=who.actor, at=who.at)
    cards = [card for card in typed_fields(one.model) if card.name in names]
    if not cards:
        raise Http404
    return RecordForm(
        request.POST if request.method == "POST" else kept_form(request),
        model=one.model,
        cards=cards,
        units=unit_names(who.actor, who.at),
        values=opened.cells,
        version=opened.version,
    )


def _page(
    request: HttpRequest,
    who: Caller,
    one: Register,
    opened: Opened,
    record_id: str,
    form: RecordForm,
    stale: Stale | None,
) -> HttpResponse:
    name = name_of(one, opened, record_id)
    here = who.url("record", one.key, record_id)
    status = 200 if request.method != "POST" else 409 if stale else 400
    return render(
        request,
        "force/record_form.html",
        {
            "page_title": _("Change {name}").format(name=name),
            "navigation": who.menu("registers"),
            "breadcrumbs": who.way_here(
                Link(_("Registers"), who.url("registers")),
                Link(one.many, who.url("register", one.key)),
                Link(name, here),
                Link(_("Change"), "", current=True),
            ),
            "form": form,
            "back": here,
            "stale": _both(one, stale.theirs, stale.yours) if stale else None,
        },
        status=status,
    )


def _both(one: Register, theirs: Mapping[str, Any], yours: Mapping[str, Any]) -> Table:
    """Both texts side by side, for whoever has to decide between them."""
    named = {card.name: card for card in fields_of(one.model)}
    rows = [
        (
            TableCell(heading(named[name])),
            TableCell(in_text(name, theirs[name]) or BLANK if name in theirs else BLANK),
            TableCell(in_text(name, yours[name]) or BLANK),
        )
        for name in yours
        if name in named
    ]
    heads = (_("Field"), _("As it stands now"), _("As you have it"))
    return plain_table(_("What differs"), heads, rows)


pages = (Page("records/<str:key>/<str:record_id>/change/", change, "change"),)
