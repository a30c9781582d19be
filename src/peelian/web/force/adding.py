"""A new record, typed by hand where no source is authoritative."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from peelian.engines.registers.collecting import collect
from peelian.engines.registers.errors import Invalid
from peelian.web.components.parts import Link
from peelian.web.force.fields import typed_fields
from peelian.web.force.listing import may_add
from peelian.web.force.pages import Page
from peelian.web.force.reader import caller
from peelian.web.force.record_form import RecordForm
from peelian.web.force.registers import register_of
from peelian.web.force.units import unit_names
from peelian.web.people.kept import kept_form


def add(request: HttpRequest, key: str) -> HttpResponse:
    """The form, what was wrong with it, or the record that it made."""
    who, one = caller(request), register_of(key)
    if not may_add(who.actor, one, who):
        raise Http404
    form = RecordForm(
        request.POST if request.method == "POST" else kept_form(request),
        model=one.model,
        cards=typed_fields(one.model),
        units=unit_names(who.actor, who.at),
    )
    if request.method == "POST" and form.is_valid():
        try:
            made = collect(
                one.model,
                form.values(),
                actor=who.actor,
                force_id=who.actor.force_id,
                at=who.at,
            )
        except Invalid as error:
            form.refuse(error)
        else:
            messages.success(request, _("Saved."))
            return redirect(who.url("record", one.key, made.record_id))
    title = _("Add one to: {register}").format(register=one.many.lower())
    return render(
        request,
        "force/record_form.html",
        {
            "page_title": title,
            "navigation": who.menu("registers"),
            "breadcrumbs": who.way_here(
                Link(_("Registers"), who.url("registers")),
                Link(one.many, who.url("register", one.key)),
                Link(_("Add"), "", current=True),
            ),
            "form": form,
            "back": who.url("register", one.key),
        },
        status=400 if request.method == "POST" else 200,
    )


pages = (Page("records/<str:key>/add/", add, "add"),)
