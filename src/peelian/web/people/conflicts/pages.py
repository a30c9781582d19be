"""Conflicts of interest: one's own for everyone, those of others for whom may declare them."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peelian import catalogue
from peelian.access.conflict import Conflict, ConflictKind
from peelian.access.dated import counts_at
from peelian.access.giving.conflicts import About, declare_conflict, end_conflict
from peelian.access.giving.looks import note_look
from peelian.access.powers import Power
from peelian.access.user import Kind, User
from peelian.engines.registers.by_reference import address_called
from peelian.records.protection import protection_of
from peelian.records.schema import type_key
from peelian.web.answers import reader
from peelian.web.components.parts import Column, Link, Table, TableCell, TableRow
from peelian.web.doors import audience
from peelian.web.people.deed import Deed, deed_page
from peelian.web.people.desk import Desk, day, desk_of, here
from peelian.web.people.inputs import DeedForm, ReasonForm

PERSON = "person"
ADDRESS_LIMIT = 36


class ConflictForm(DeedForm):
    """Whose conflict it is, with whom or what, and why."""

    who = forms.ChoiceField(label=gettext_lazy("Whose conflict it is"))
    kind = forms.ChoiceField(
        label=gettext_lazy("What kind"),
        choices=ConflictKind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose what kind of conflict it is.")},
    )
    what = forms.ChoiceField(label=gettext_lazy("It is with"))
    called = forms.CharField(
        label=gettext_lazy("What the force calls it by"),
        help_text=gettext_lazy(
            "The person's number in the force's records, or the reference of the record. You are "
            "not told whether there is one."
        ),
        max_length=64,
        error_messages={"required": gettext_lazy("Write the number or the reference.")},
    )


def _kinds() -> list[tuple[str, str]]:
    named = [model for model in catalogue.REGISTERS if protection_of(model).reference]
    return [
        (PERSON, _("a person, in every record in which they have a part")),
        *(
            (type_key(one), _("one record: {kind}").format(kind=one._meta.verbose_name))
            for one in named
            if type_key(one) != PERSON
        ),
    ]


def _form(desk: Desk, data: Any) -> ConflictForm:
    form = ConflictForm(data)
    others = []
    force_id = desk.force_with(Power.DECLARE_CONFLICTS)
    if force_id:
        people = User.objects.filter(kind=Kind.PERSON, is_active=True, force_id=force_id)
        others = list(people.exclude(pk=desk.actor.pk).order_by("name").values_list("key", "name"))
    form.choose("who", [(desk.actor.key, _("Mine")), *others])
    form.choose("what", _kinds())
    return form


@audience("staff")
def conflicts(request: HttpRequest) -> HttpResponse:
    """The reader's own; for whoever may declare those of others, theirs as well."""
    desk = desk_of(request)
    force_id = desk.force_with(Power.DECLARE_CONFLICTS)
    rows = Conflict.objects.filter(counts_at(desk.at)).select_related("user")
    own = list(rows.filter(user=desk.actor).order_by("-starts_at", "-pk"))
    others = list(_others(rows, desk, force_id)) if force_id else []
    if others:
        note_look(
            actor=desk.actor,
            ref=("conflict", f"list {force_id}"),
            what="conflicts listed",
            at=desk.at,
            shown=[one.user.key for one in others],
        )
    title = _("Conflicts of interest")
    return render(
        request,
        "people/conflicts/listing.html",
        {
            "page_title": title,
            "answer": _(
                "What you declare here you do not see from that moment on, whatever your roles. "
                "Records about yourself, your line manager and those whom you manage are closed to "
                "you without a declaration."
            ),
            "navigation": desk.menu(),
            "breadcrumbs": desk.way(here(title)),
            "own": _table(_("Yours"), own, mine=True),
            "others": _table(_("Of others"), others, mine=False),
        },
    )


def _others(rows: QuerySet[Conflict], desk: Desk, force_id: str) -> QuerySet[Conflict]:
    return rows.filter(force_id=force_id).exclude(user=desk.actor).order_by("user__name", "pk")


def _table(caption: str, rows: list[Conflict], *, mine: bool) -> Table:
    """Whom or what others have declared is not for colleagues: only that, and of what kind."""
    return Table(
        caption,
        (
            Column(_("Who")),
            Column(_("With")),
            Column(_("Kind")),
            Column(_("Since")),
            Column(_("What you can do")),
        ),
        tuple(
            TableRow(
                (
                    TableCell(one.user.name),
                    TableCell(_with(one) if mine else _("Not shown")),
                    TableCell(ConflictKind(one.kind).label),
                    TableCell(day(one.starts_at)),
                    TableCell(_("Another ends it"))
                    if mine
                    else TableCell(_("End it"), url=reverse("end-conflict", args=[one.pk])),
                )
            )
            for one in rows
        ),
    )


def _with(one: Conflict) -> str:
    if one.person_key:
        return _("The person {key}").format(key=one.person_key)
    return _("One record: {kind}").format(kind=one.record_type)


@audience("staff")
def declare(request: HttpRequest) -> HttpResponse:
    """Declare one; nothing tells whether there is such a person or record."""
    desk = desk_of(request)

    def do(given: dict[str, Any]) -> None:
        user = User.objects.get(key=given["who"])
        force_id = desk.actor.force_id or desk.force_with(Power.DECLARE_CONFLICTS)
        called = given["called"].strip()
        of = About(person_key=called)
        if given["what"] != PERSON:
            model = next(one for one in catalogue.REGISTERS if type_key(one) == given["what"])
            address = address_called(model, called, force_id, reader())
            # Where there is no such record the conflict is with nothing, and nobody is told.
            of = About(record_type=type_key(model), record_id=address[:ADDRESS_LIMIT])
        declare_conflict(
            user=user,
            kind=ConflictKind(given["kind"]),
            force_id=force_id,
            of=of,
            actor=desk.actor,
            at=desk.at,
        )

    deed = Deed(
        title=_("Declare a conflict of interest"),
        says=_("It counts at once. Only somebody else can end it."),
        button=_("Declare it"),
        done=_("It is declared and counts from now on."),
        then=reverse("conflicts"),
        crumbs=(Link(_("Conflicts of interest"), reverse("conflicts")),),
    )
    return deed_page(request, desk, deed, lambda data: _form(desk, data), do)


@audience("force")
def end(request: HttpRequest, number: int) -> HttpResponse:
    """End somebody else's."""
    desk = desk_of(request)
    force_id = desk.must(Power.DECLARE_CONFLICTS)
    rows = Conflict.objects.filter(counts_at(desk.at), pk=number, force_id=force_id)
    found = rows.exclude(user=desk.actor).select_related("user").first()
    if found is None:
        raise Http404
    deed = Deed(
        title=_("End a conflict of interest of {name}").format(name=found.user.name),
        says=_("What it closed is open to them again, as far as their roles reach."),
        button=_("End it"),
        done=_("The conflict of interest has ended."),
        then=reverse("conflicts"),
        crumbs=(Link(_("Conflicts of interest"), reverse("conflicts")),),
        warning=True,
    )
    return deed_page(
        request,
        desk,
        deed,
        ReasonForm,
        lambda given: end_conflict(
            conflict=found, reason=given["reason"], actor=desk.actor, at=desk.at
        ),
    )


urls: list[URLPattern] = [
    path("people/conflicts/", conflicts, name="conflicts"),
    path("people/conflicts/declare/", declare, name="declare-conflict"),
    path("people/conflicts/<int:number>/end/", end, name="end-conflict"),
]
