"""Broken glass: a record of another unit, opened at once for a reason that its owner is told."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peelian import catalogue
from peelian.access.decide import has_power
from peelian.access.giving.glass import BREAKABLE, hours
from peelian.access.glass import GlassReason
from peelian.access.powers import Power
from peelian.engines.registers.by_reference import address_called
from peelian.engines.registers.errors import NoSuchRecord
from peelian.engines.registers.glass import break_glass
from peelian.records.protection import protection_of
from peelian.records.schema import type_key
from peelian.web.components.parts import Link
from peelian.web.force.inputs import offer
from peelian.web.force.pages import Page
from peelian.web.force.reader import Caller, caller
from peelian.web.force.registers import Register, register_of

WORDS_LIMIT = 300
NOTHING = gettext_lazy(
    "There is no such record, or none that can be opened so. Check the reference and the kind."
)


class GlassForm(forms.Form):
    """Which record, and why: one of a short list, with words for whoever wants to add some."""

    kind = forms.ChoiceField(label=gettext_lazy("What kind of record it is"))
    called = forms.CharField(
        max_length=64,
        label=gettext_lazy("Its reference"),
        help_text=gettext_lazy("What the force calls it by, or its address here."),
        error_messages={"required": gettext_lazy("Write the reference of the record.")},
    )
    reason = forms.ChoiceField(
        choices=GlassReason.choices,
        widget=forms.RadioSelect,
        label=gettext_lazy("Why you must see it now"),
        error_messages={"required": gettext_lazy("Choose why you must see it now.")},
    )
    words = forms.CharField(
        max_length=WORDS_LIMIT,
        required=False,
        label=gettext_lazy("More, if you want to add anything (optional)"),
    )

    def __init__(self, data: object, kinds: tuple[Register, ...]) -> None:
        super().__init__(data, auto_id="glass-%s")  # type: ignore[arg-type]  # a QueryDict or None
        offer(self, "kind", [(one.key, one.one) for one in kinds])


def open_at_once(request: HttpRequest) -> HttpResponse:
    """The question and, where it opens, the record; what stays shut sounds like what is not."""
    who = caller(request)
    if not has_power(who.actor, Power.BREAK_GLASS, force_id=who.actor.force_id, at=who.at):
        raise Http404
    form = GlassForm(request.POST if request.method == "POST" else None, _kinds())
    if form.is_bound and form.is_valid():
        one = register_of(form.cleaned_data["kind"])
        called = form.cleaned_data["called"].strip()
        address = address_called(one.model, called, who.actor.force_id, who.tables)
        try:
            break_glass(
                one.model,
                address,
                who.tables,
                reason=GlassReason(form.cleaned_data["reason"]),
                words=form.cleaned_data["words"],
                actor=who.actor,
                at=who.at,
            )
        except NoSuchRecord:
            form.add_error("called", str(NOTHING))
        else:
            messages.success(
                request,
                _("Open to you for {n} hours. Whoever answers for it is told.").format(
                    n=f"{hours():g}"
                ),
            )
            return redirect(who.url("record", one.key, address))
    return _page(request, who, form)


def _kinds() -> tuple[Register, ...]:
    """The registers of which glass can be broken: those held for work on people."""
    return tuple(
        register_of(type_key(model))
        for model in catalogue.REGISTERS
        if protection_of(model).held_for in BREAKABLE
    )


def _page(request: HttpRequest, who: Caller, form: GlassForm) -> HttpResponse:
    return render(
        request,
        "force/glass.html",
        {
            "page_title": _("Open a record at once"),
            "navigation": who.menu("registers"),
            "breadcrumbs": who.way_here(
                Link(_("Registers"), who.url("registers")),
                Link(_("Open a record at once"), "", current=True),
            ),
            "form": form,
            "hours": f"{hours():g}",
        },
        status=400 if form.errors else 200,
    )


pages = (Page("records/open-at-once/", open_at_once, "break-glass"),)
