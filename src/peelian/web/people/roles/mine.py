"""What the reader may see, and why: their own roles, ties, conflicts and seals."""

from collections import Counter

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _

from peelian import catalogue
from peelian.access.conditions import NOTHING
from peelian.access.dated import counts_at
from peelian.access.glass import BrokenGlass
from peelian.access.layers import layers
from peelian.access.seal import SealMember
from peelian.access.standing import HeldRole, standing_of
from peelian.access.tie import Tie
from peelian.access.verbs import Verb
from peelian.records.schema import fields_of
from peelian.web.components.parts import Column, Link, Table, TableCell, TableRow
from peelian.web.doors import audience
from peelian.web.people.desk import Desk, day, desk_of, here
from peelian.web.people.organisation.names import place_in_words


@audience("staff")
def my_access(request: HttpRequest) -> HttpResponse:
    """For everyone, about themselves; nothing here is about anybody else."""
    desk = desk_of(request)
    title = _("What you may see and why")
    held = standing_of(desk.actor, desk.at).roles
    return render(
        request,
        "people/roles/mine.html",
        {
            "page_title": title,
            "answer": _answer(held),
            "navigation": desk.menu(),
            "breadcrumbs": desk.way(here(title)),
            "held": _held(held, desk),
            "opens": _opens(desk),
            "beside": _beside(desk),
            "conflicts": Link(_("Conflicts of interest"), reverse("conflicts")),
        },
    )


def _answer(held: tuple[HeldRole, ...]) -> str:
    if not held:
        return _("You hold no role today, so you see what the public sees.")
    return _("Your roles today: {roles}.").format(
        roles=", ".join(dict.fromkeys(_(one.role.title) for one in held))
    )


def _held(held: tuple[HeldRole, ...], desk: Desk) -> Table:
    rows = tuple(
        TableRow(
            (
                TableCell(_(one.role.title), url=f"{reverse('roles')}#{one.role.key}"),
                TableCell(place_in_words(one.force_id, one.unit_ref, desk.at)),
                TableCell(one.because),
            )
        )
        for one in held
    )
    return Table(
        _("Your roles"), (Column(_("Role")), Column(_("Where")), Column(_("Because of"))), rows
    )


def _opens(desk: Desk) -> Table:
    """For each kind of record: by which reasons, and how much of it."""
    words = {
        "tied": _("you answer for it, have a task on it or supervise it"),
        "member": _("you are a member of its seal"),
        "scope": _("it is of your unit or one under it"),
        "glass": _("you have broken the glass"),
        "share": _("it is shared with your agency"),
        "force": _("it is of your force"),
        "open": _("its source publishes it"),
        "service": "",
    }
    rows = []
    for model in catalogue.REGISTERS:
        whole = len(fields_of(model))
        seen: dict[str, tuple[int, bool]] = {}
        for one in layers(desk.actor, Verb.CONSULT, model, desk.at):
            if one.rows != NOTHING and one.because != "open":
                shown = len(one.fields & {card.name for card in fields_of(model)})
                most, asks = seen.get(one.because, (0, True))
                seen[one.because] = (max(most, shown), asks and one.asks)
        for because, (shown, asks) in seen.items():
            much = _("every field") if shown == whole else _("{n} of {all} fields")
            rows.append(
                TableRow(
                    (
                        TableCell(str(model._meta.verbose_name_plural).capitalize()),
                        TableCell(words[because]),
                        TableCell(much.format(n=shown, all=whole)),
                        TableCell(_("Yes") if asks else _("No")),
                    )
                )
            )
    return Table(
        _("What they open"),
        (
            Column(_("Records")),
            Column(_("Those of which it is true that")),
            Column(_("How much of them")),
            Column(_("You are asked why")),
        ),
        tuple(rows),
    )


def _beside(desk: Desk) -> tuple[str, ...]:
    """What single records are open to the reader beside their roles."""
    ties = Counter(
        Tie.objects.filter(counts_at(desk.at), user=desk.actor).values_list(
            "record_type", flat=True
        )
    )
    titles = {
        str(model._meta.model_name): str(model._meta.verbose_name_plural)
        for model in catalogue.REGISTERS
    }
    lines = [
        _("{kind} that you are tied to: {n}").format(
            kind=titles.get(kind, kind).capitalize(), n=many
        )
        for kind, many in sorted(ties.items())
    ]
    members = SealMember.objects.filter(counts_at(desk.at), user=desk.actor).count()
    if members:
        lines.append(_("Sealed records that you may see: {n}").format(n=members))
    for broken in BrokenGlass.objects.filter(counts_at(desk.at), user=desk.actor):
        lines.append(
            _("One record that you have opened at once, until {day}").format(
                day=day(broken.ends_at)
            )
        )
    return tuple(lines)


urls: list[URLPattern] = [path("people/me/access/", my_access, name="my-access")]
