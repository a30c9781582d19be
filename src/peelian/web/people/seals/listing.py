"""Sealed records: those that the reader made or may see. All others do not exist here."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peelian.access.dated import counts_at
from peelian.access.decide import has_power
from peelian.access.giving.looks import note_look
from peelian.access.giving.refusal import NothingThere
from peelian.access.giving.seals import check_keeper, seals_kept
from peelian.access.powers import Power
from peelian.access.seal import Seal, SealMember
from peelian.web.components.parts import Column, Link, SummaryRow, Table, TableCell, TableRow
from peelian.web.doors import audience
from peelian.web.people.desk import Desk, day, desk_of, here, minute


@audience("force")
def seals(request: HttpRequest) -> HttpResponse:
    """The list, for holders of the power and for members."""
    desk = desk_of(request)
    kept = seals_kept(desk.actor, at=desk.at)
    power = desk.force_with(Power.SEAL)
    if not kept and not power:
        raise Http404
    note_look(
        actor=desk.actor,
        ref=("seal", "own list"),
        what="seals listed",
        at=desk.at,
        shown=[str(one.pk) for one in kept],
    )
    title = _("Sealed records")
    return render(
        request,
        "people/seals/listing.html",
        {
            "page_title": title,
            "answer": ngettext("You keep {n} seal.", "You keep {n} seals.", len(kept)).format(
                n=len(kept)
            )
            if kept
            else _("You made no seal and are a member of none."),
            "navigation": desk.menu(),
            "breadcrumbs": desk.way(here(title)),
            "table": _table(kept),
            "power": bool(power),
        },
    )


def _table(kept: list[Seal]) -> Table:
    return Table(
        _("Seals that you keep"),
        (Column(_("Seal")), Column(_("Why")), Column(_("Since")), Column(_("State"))),
        tuple(
            TableRow(
                (
                    TableCell(
                        _("{kind}, seal {n}").format(kind=one.record_type, n=one.pk),
                        url=reverse("seal", args=[one.pk]),
                    ),
                    TableCell(one.reason),
                    TableCell(day(one.starts_at)),
                    TableCell(_("Lifting asked for") if one.lift_asked_by else _("In force")),
                )
            )
            for one in kept
        ),
    )


def seal_at(desk: Desk, number: int) -> Seal:
    """The seal, where the reader keeps it; raises `Http404` alike for every other."""
    found = Seal.objects.filter(pk=number).first()
    if found is None:
        raise Http404
    try:
        check_keeper(found, desk.actor, desk.at)
    except NothingThere:
        raise Http404 from None
    return found


@audience("force")
def one_seal(request: HttpRequest, number: int) -> HttpResponse:
    """Who may see the record, what was asked for, and what this reader can do."""
    desk = desk_of(request)
    kept = seal_at(desk, number)
    note_look(
        actor=desk.actor,
        ref=(kept.record_type, kept.record_id),
        what="seal looked at",
        at=desk.at,
    )
    title = _("Seal {n}").format(n=kept.pk)
    return render(
        request,
        "people/seals/seal.html",
        {
            "page_title": title,
            "navigation": desk.menu(),
            "breadcrumbs": desk.way(Link(_("Sealed records"), reverse("seals")), here(title)),
            "rows": _rows(kept, desk),
            "members": _members(kept, desk),
            "waiting": _waiting(kept, desk),
            "deeds": _deeds(kept, desk),
        },
    )


def _rows(kept: Seal, desk: Desk) -> tuple[SummaryRow, ...]:
    """Whoever made the seal keeps it, but sees the record only as a member."""
    member = SealMember.objects.filter(counts_at(desk.at), seal=kept, user=desk.actor).exists()
    address = reverse("force:record", args=[kept.record_type, kept.record_id])
    return (
        SummaryRow(
            _("Record"),
            kept.record_type.capitalize(),
            Link(_("Open it"), address) if member else None,
        ),
        SummaryRow(_("Why"), kept.reason),
        SummaryRow(_("Sealed"), minute(kept.starts_at)),
    )


def _members(kept: Seal, desk: Desk) -> Table:
    rows = SealMember.objects.filter(counts_at(desk.at), seal=kept).select_related("user")
    power = has_power(desk.actor, Power.SEAL, force_id=kept.force_id, at=desk.at)
    return Table(
        _("Who may see the record"),
        (Column(_("Who")), Column(_("Since")), Column(_("What you can do"))),
        tuple(
            TableRow(
                (
                    TableCell(one.user.name),
                    TableCell(day(one.starts_at)),
                    TableCell(_("End it"), url=reverse("end-member", args=[kept.pk, one.pk]))
                    if power
                    else TableCell(_("Nothing")),
                )
            )
            for one in rows.order_by("user__name", "pk")
        ),
    )


def _waiting(kept: Seal, desk: Desk) -> tuple[Link, ...]:
    """What another keeper has asked for and this one can confirm; their own only waits."""
    links = []
    for asked in kept.asked.filter(answered_at=None).select_related("user"):
        mine = asked.asked_by == desk.actor.trail_name
        links.append(
            Link(
                _("{name} is to see the record").format(name=asked.user.name),
                "" if mine else reverse("add-member", args=[kept.pk, asked.pk]),
                detail=_("You have asked: another keeper confirms.") if mine else "",
            )
        )
    if kept.lift_asked_by:
        mine = kept.lift_asked_by == desk.actor.trail_name
        links.append(
            Link(
                _("The seal is to be lifted"),
                "" if mine else reverse("lift-seal", args=[kept.pk]),
                detail=_("You have asked: another keeper confirms.") if mine else "",
            )
        )
    return tuple(links)


def _deeds(kept: Seal, desk: Desk) -> tuple[Link, ...]:
    if not has_power(desk.actor, Power.SEAL, force_id=kept.force_id, at=desk.at):
        return ()
    links = [Link(_("Ask for another member"), reverse("ask-member", args=[kept.pk]))]
    if not kept.lift_asked_by:
        links.append(Link(_("Ask to lift the seal"), reverse("ask-to-lift", args=[kept.pk])))
    return tuple(links)


urls: list[URLPattern] = [
    path("people/seals/", seals, name="seals"),
    path("people/seals/<int:number>/", one_seal, name="seal"),
]
