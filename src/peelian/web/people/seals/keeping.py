"""Seal a record, and open it further by two people. Each deed wants a fresh proof of who it is."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peelian import catalogue
from peelian.access.dated import counts_at
from peelian.access.giving.refusal import Refused
from peelian.access.giving.seals import seal
from peelian.access.giving.unsealing import (
    add_member,
    ask_member,
    ask_to_lift,
    end_membership,
    lift_seal,
)
from peelian.access.powers import Power
from peelian.access.seal import MemberAsked, SealMember
from peelian.access.user import Kind, User
from peelian.engines.registers.by_reference import address_called
from peelian.records.adopt import stored
from peelian.records.base import Record
from peelian.records.protection import protection_of
from peelian.records.schema import type_key
from peelian.web.answers import reader
from peelian.web.components.parts import Link
from peelian.web.doors import audience
from peelian.web.people.afresh import afresh
from peelian.web.people.deed import Deed, deed_page
from peelian.web.people.desk import desk_of
from peelian.web.people.inputs import DeedForm, Reason, ReasonForm
from peelian.web.people.seals.listing import seal_at

NO_RECORD = gettext_lazy("There is no such record. Check the reference and the kind.")


class SealForm(DeedForm):
    """Which record, who may see it, and why."""

    kind = forms.ChoiceField(label=gettext_lazy("What kind of record it is"))
    called = forms.CharField(
        label=gettext_lazy("Its reference"),
        max_length=64,
        error_messages={"required": gettext_lazy("Write the reference of the record.")},
    )
    members = forms.CharField(
        label=gettext_lazy("Who may see it"),
        help_text=gettext_lazy("E-mail addresses, one in a line. At least one is not your own."),
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": gettext_lazy("Name at least one person.")},
    )
    reason = Reason()


class MemberForm(DeedForm):
    """Who else is to see a sealed record."""

    email = forms.CharField(
        label=gettext_lazy("Their e-mail address"),
        max_length=254,
        error_messages={"required": gettext_lazy("Write their e-mail address.")},
    )
    reason = Reason()


def people_called(written: str) -> list[User]:
    """The accounts with these addresses; raises `Refused` naming those that are none."""
    wanted = [line.strip().lower() for line in written.replace(",", "\n").splitlines()]
    named = [one for one in dict.fromkeys(wanted) if one]
    found = {one.email: one for one in User.objects.filter(kind=Kind.PERSON, email__in=named)}
    missing = [one for one in named if one not in found]
    if missing:
        raise Refused(
            _("There is no account for {addresses}: check the spelling.").format(
                addresses=", ".join(missing)
            )
        )
    return [found[one] for one in named]


def record_called(model: type[Record], called: str, force_id: str) -> Record:
    """The record with this reference, wherever it lies; raises `Refused` where there is none."""
    tables = reader()
    address = address_called(model, called, force_id, tables)
    held = model._default_manager.filter(record_id=address).first()
    found = held or stored(model, address, tables)
    if found is None:
        raise Refused(str(NO_RECORD))
    return found


@audience("force")
@afresh
def seal_record(request: HttpRequest) -> HttpResponse:
    """Seal a record: what cannot be seen sounds like what is not there."""
    desk = desk_of(request)
    force_id = desk.must(Power.SEAL)
    models = [one for one in catalogue.REGISTERS if protection_of(one).reference]

    def make(data: Any) -> SealForm:
        form = SealForm(data)
        form.choose(
            "kind", [(type_key(one), str(one._meta.verbose_name).capitalize()) for one in models]
        )
        return form

    def do(given: dict[str, Any]) -> None:
        model = next(one for one in models if type_key(one) == given["kind"])
        members = people_called(given["members"])
        try:
            seal(
                record=record_called(model, given["called"].strip(), force_id),
                members=members,
                reason=given["reason"],
                actor=desk.actor,
                at=desk.at,
            )
        except LookupError:
            raise Refused(str(NO_RECORD)) from None

    deed = Deed(
        title=_("Seal a record"),
        says=_(
            "From then on the record exists for the people you name and for nobody else, in lists, "
            "searches, counts and figures. Two of you are needed to open it further."
        ),
        button=_("Seal it"),
        done=_("The record is sealed."),
        then=reverse("seals"),
        crumbs=_seals(),
        warning=True,
    )
    return deed_page(request, desk, deed, make, do)


@audience("force")
@afresh
def asked_member(request: HttpRequest, number: int) -> HttpResponse:
    """Ask for another member."""
    desk = desk_of(request)
    kept = seal_at(desk, number)
    desk.must(Power.SEAL)

    def do(given: dict[str, Any]) -> None:
        for one in people_called(given["email"]):
            ask_member(kept=kept, user=one, reason=given["reason"], actor=desk.actor, at=desk.at)

    deed = _deed(_("Ask for another member"), _("Ask"), _("Another keeper can confirm."), number)
    return deed_page(request, desk, deed, MemberForm, do)


@audience("force")
@afresh
def added_member(request: HttpRequest, number: int, asked: int) -> HttpResponse:
    """Confirm a member."""
    desk = desk_of(request)
    kept = seal_at(desk, number)
    waiting = MemberAsked.objects.filter(pk=asked, seal=kept, answered_at=None).first()
    if waiting is None:
        raise Http404
    title = _("Let {name} see the record").format(name=waiting.user.name)
    return deed_page(
        request,
        desk,
        _deed(title, _("Confirm"), _("They may see the record."), number),
        DeedForm,
        lambda given: add_member(asked=waiting, actor=desk.actor, at=desk.at),
    )


@audience("force")
@afresh
def ended_member(request: HttpRequest, number: int, member: int) -> HttpResponse:
    """Close the record to a member."""
    desk = desk_of(request)
    kept = seal_at(desk, number)
    desk.must(Power.SEAL)
    found = SealMember.objects.filter(counts_at(desk.at), pk=member, seal=kept).first()
    if found is None:
        raise Http404
    title = _("Close the record to {name}").format(name=found.user.name)
    return deed_page(
        request,
        desk,
        _deed(title, _("Close it"), _("The record is closed to them."), number, leaves=True),
        DeedForm,
        lambda given: end_membership(member=found, actor=desk.actor, at=desk.at),
    )


@audience("force")
@afresh
def asked_to_lift(request: HttpRequest, number: int) -> HttpResponse:
    """Ask to lift a seal."""
    desk = desk_of(request)
    kept = seal_at(desk, number)
    desk.must(Power.SEAL)
    return deed_page(
        request,
        desk,
        _deed(_("Ask to lift the seal"), _("Ask"), _("Another keeper can confirm."), number),
        ReasonForm,
        lambda given: ask_to_lift(kept=kept, reason=given["reason"], actor=desk.actor, at=desk.at),
    )


@audience("force")
@afresh
def lifted_seal(request: HttpRequest, number: int) -> HttpResponse:
    """Confirm that a seal is lifted."""
    desk = desk_of(request)
    kept = seal_at(desk, number)
    deed = _deed(_("Lift the seal"), _("Lift it"), _("The seal is lifted."), number, leaves=True)
    return deed_page(
        request,
        desk,
        deed,
        DeedForm,
        lambda given: lift_seal(kept=kept, actor=desk.actor, at=desk.at),
    )


def _seals() -> tuple[Link, ...]:
    return (Link(_("Sealed records"), reverse("seals")),)


def _deed(title: str, button: str, done: str, number: int, *, leaves: bool = False) -> Deed:
    """`leaves` says that after the deed the reader may keep the seal no more."""
    then = reverse("people") if leaves else reverse("seal", args=[number])
    return Deed(title=title, button=button, done=done, then=then, crumbs=_seals(), warning=leaves)


AT = "people/seals/<int:number>/"
urls: list[URLPattern] = [
    path("people/seals/new/", seal_record, name="seal-record"),
    path(f"{AT}members/ask/", asked_member, name="ask-member"),
    path(f"{AT}members/asked/<int:asked>/", added_member, name="add-member"),
    path(f"{AT}members/<int:member>/end/", ended_member, name="end-member"),
    path(f"{AT}lift/ask/", asked_to_lift, name="ask-to-lift"),
    path(f"{AT}lift/", lifted_seal, name="lift-seal"),
]
