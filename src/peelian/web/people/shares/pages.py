"""What the force shares with partner agencies: why, by which law, until when."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from peelian import catalogue
from peelian.access.dated import counts_at
from peelian.access.giving.looks import note_look
from peelian.access.giving.refusal import Refused
from peelian.access.giving.shares import Terms, end_share, share
from peelian.access.powers import Power
from peelian.access.share import Share
from peelian.access.standing import local_day
from peelian.access.units import standing_on
from peelian.records.base import Record
from peelian.records.protection import Purpose, protection_of
from peelian.records.schema import fields_of, type_key
from peelian.spine.unit import Unit
from peelian.web.components.parts import Column, Link, Table, TableCell, TableRow
from peelian.web.doors import audience
from peelian.web.people.afresh import afresh
from peelian.web.people.deed import Deed, deed_page
from peelian.web.people.desk import Desk, day, desk_of, here
from peelian.web.people.inputs import DayField, DeedForm, Reason, ReasonForm, end_of
from peelian.web.people.organisation.names import unit_name, units_on

# Sharing is with the people of an agency, for work on people and no other purpose.
SHARED = (Purpose.POLICING, Purpose.PUBLIC_PROTECTION)


class ShareForm(DeedForm):
    """With whom, of which unit, which fields, and on what terms."""

    partner = forms.ChoiceField(label=gettext_lazy("With"))
    unit = forms.ChoiceField(
        label=gettext_lazy("Records of"),
        help_text=gettext_lazy("A unit counts with all units under it."),
    )
    fields_shared = forms.MultipleChoiceField(
        label=gettext_lazy("Fields that they may see"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Choose at least one field.")},
    )
    agreed = forms.BooleanField(
        label=gettext_lazy("The purpose cannot be served without the fields about people"),
        required=False,
    )
    purpose = Reason(label=gettext_lazy("What for"), help_text="")
    basis = Reason(label=gettext_lazy("The law or agreement that allows it"), help_text="")
    until = DayField(label=gettext_lazy("Last day"))


@audience("force")
def shares(request: HttpRequest) -> HttpResponse:
    """Those that count now, and the kinds of record that can be shared."""
    desk = desk_of(request)
    force_id = desk.must(Power.SHARE)
    found = list(
        Share.objects.filter(counts_at(desk.at), force_id=force_id).order_by("ends_at", "pk")
    )
    note_look(
        actor=desk.actor,
        ref=("share", f"list {force_id}"),
        what="shares listed",
        at=desk.at,
        shown=[str(one.pk) for one in found],
    )
    title = _("Shares")
    return render(
        request,
        "people/shares/listing.html",
        {
            "page_title": title,
            "answer": ngettext(
                "{n} share counts today.", "{n} shares count today.", len(found)
            ).format(n=len(found))
            if found
            else _("Nothing is shared today."),
            "navigation": desk.menu(),
            "breadcrumbs": desk.way(here(title)),
            "table": _table(found, desk),
            "kinds": tuple(
                Link(
                    str(model._meta.verbose_name_plural).capitalize(),
                    reverse("make-share", args=[type_key(model)]),
                )
                for model in _models()
            ),
        },
    )


def _models() -> tuple[type[Record], ...]:
    return tuple(
        model
        for model in catalogue.REGISTERS
        if protection_of(model).held_for in SHARED and protection_of(model).unit
    )


def _table(found: list[Share], desk: Desk) -> Table:
    return Table(
        _("Shares that count today"),
        (
            Column(_("With")),
            Column(_("Records")),
            Column(_("Fields")),
            Column(_("What for")),
            Column(_("Until")),
            Column(_("What you can do")),
        ),
        tuple(
            TableRow(
                (
                    TableCell(unit_name(one.force_id, one.partner_ref, desk.at)),
                    TableCell(
                        one.record_type,
                        under=unit_name(one.force_id, one.unit_ref, desk.at)
                        if one.unit_ref
                        else _("One record"),
                    ),
                    TableCell(one.fields.replace(",", ", ")),
                    TableCell(one.purpose, under=one.basis),
                    TableCell(day(one.ends_at)),
                    TableCell(_("End it"), url=reverse("end-share", args=[one.pk])),
                )
            )
            for one in found
        ),
    )


@audience("force")
@afresh
def made_share(request: HttpRequest, kind: str) -> HttpResponse:
    """Share one kind of record of a unit."""
    desk = desk_of(request)
    force_id = desk.must(Power.SHARE)
    model = next((one for one in _models() if type_key(one) == kind), None)
    if model is None:
        raise Http404

    def make(data: Any) -> ShareForm:
        form = ShareForm(data)
        partners = Unit.objects.filter(
            standing_on(local_day(desk.at)), force_id=force_id, kind="Partner agency"
        )
        form.choose("partner", list(partners.order_by("name").values_list("unit_ref", "name")))
        form.choose("unit", units_on(force_id, desk.at))
        form.choose("fields_shared", _fields(model))
        return form

    def do(given: dict[str, Any]) -> None:
        until = end_of(given["until"])
        if until is None:
            raise Refused(_("A share without an end is not made: choose a last day."))
        share(
            force_id=force_id,
            partner_ref=given["partner"],
            model=model,
            fields=given["fields_shared"],
            terms=Terms(given["purpose"], given["basis"], until),
            unit_ref=given["unit"],
            personal_agreed=given["agreed"],
            actor=desk.actor,
            at=desk.at,
        )

    deed = Deed(
        title=_("Share {kind}").format(kind=model._meta.verbose_name_plural),
        says=_("They see these fields and no others, until the last day."),
        button=_("Share them"),
        done=_("They are shared from now on."),
        then=reverse("shares"),
        crumbs=(Link(_("Shares"), reverse("shares")),),
        warning=True,
    )
    return deed_page(request, desk, deed, make, do)


def _fields(model: type[Record]) -> list[tuple[str, str]]:
    """Every field, with a word on those that are about people."""
    return [
        (
            card.name,
            _("{name}: {help} About people.").format(name=card.name, help=card.help_text)
            if card.handling == "personal"
            else f"{card.name}: {card.help_text}",
        )
        for card in fields_of(model)
    ]


@audience("force")
@afresh
def ended_share(request: HttpRequest, number: int) -> HttpResponse:
    """End a share before its day."""
    desk = desk_of(request)
    force_id = desk.must(Power.SHARE)
    found = Share.objects.filter(counts_at(desk.at), pk=number, force_id=force_id).first()
    if found is None:
        raise Http404
    deed = Deed(
        title=_("End a share with {partner}").format(
            partner=unit_name(force_id, found.partner_ref, desk.at)
        ),
        button=_("End it"),
        done=_("The share has ended."),
        then=reverse("shares"),
        crumbs=(Link(_("Shares"), reverse("shares")),),
        warning=True,
        says=_("They see none of it from then on."),
    )
    return deed_page(
        request,
        desk,
        deed,
        ReasonForm,
        lambda given: end_share(shared=found, reason=given["reason"], actor=desk.actor, at=desk.at),
    )


urls: list[URLPattern] = [
    path("people/shares/", shares, name="shares"),
    path("people/shares/new/<slug:kind>/", made_share, name="make-share"),
    path("people/shares/<int:number>/end/", ended_share, name="end-share"),
]
