"""Saying that a person has a part in a record: which part, and whether that is known or thought."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peelian.engines.registers.altering import alterable
from peelian.engines.registers.errors import Invalid, ReasonNeeded
from peelian.engines.registers.links import link
from peelian.engines.registers.opening import open_record
from peelian.spine.person import BASES, PARTS
from peelian.web.components.parts import Link
from peelian.web.force.pages import Page
from peelian.web.force.reader import caller
from peelian.web.force.registers import register_of
from peelian.web.force.summary import name_of


class PartForm(forms.Form):
    """Who, in which part, and on what footing: a fact is never mixed with an opinion (R15)."""

    person_key = forms.CharField(
        max_length=64,
        label=gettext_lazy("Key of the person in the force's systems"),
        error_messages={"required": gettext_lazy("Write the key of the person.")},
    )
    part = forms.ChoiceField(
        choices=[(one, one) for one in PARTS.codes],
        widget=forms.RadioSelect,
        label=gettext_lazy("Their part in this record"),
        error_messages={"required": gettext_lazy("Choose which part they have.")},
    )
    basis = forms.ChoiceField(
        choices=[(one, one) for one in BASES.codes],
        widget=forms.RadioSelect,
        label=gettext_lazy("Is that a fact or an opinion?"),
        help_text=gettext_lazy("What somebody thinks and nobody has established is an opinion."),
        error_messages={"required": gettext_lazy("Choose fact or opinion.")},
    )

    def __init__(self, data: object) -> None:
        super().__init__(data, auto_id="part-%s")  # type: ignore[arg-type]  # a QueryDict or None

    def refuse(self, error: Invalid) -> None:
        """Put what the register said beside the fields that it is about."""
        for name, sentence in error.errors.items():
            self.add_error(name if name in self.fields else None, sentence)


def add_person(request: HttpRequest, key: str, record_id: str) -> HttpResponse:
    """The form, for whoever may change the record, and the link that it makes."""
    who, one = caller(request), register_of(key)
    try:
        opened = open_record(who.actor, one.model, record_id, who.tables, at=who.at)
    except ReasonNeeded:
        return redirect(who.url("record", one.key, record_id))
    if not alterable(one.model, opened.record, actor=who.actor, at=who.at):
        raise Http404
    form = PartForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            link(
                one.model,
                record_id,
                **form.cleaned_data,
                actor=who.actor,
                at=who.at,
                tables=who.tables,
            )
        except Invalid as error:
            form.refuse(error)
        else:
            messages.success(request, _("Saved."))
            return redirect(who.url("record", one.key, record_id))
    name, here = name_of(one, opened, record_id), who.url("record", one.key, record_id)
    return render(
        request,
        "force/record_form.html",
        {
            "page_title": _("Add a person to {name}").format(name=name),
            "navigation": who.menu("registers"),
            "breadcrumbs": who.way_here(
                Link(_("Registers"), who.url("registers")),
                Link(one.many, who.url("register", one.key)),
                Link(name, here),
                Link(_("Add a person"), "", current=True),
            ),
            "form": form,
            "back": here,
        },
        status=400 if form.errors else 200,
    )


pages = (Page("records/<str:key>/<str:record_id>/people/", add_person, "add-person"),)
