"""Who has an account with the force: found by name or address, paged by key."""

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peelian.access.giving.looks import note_look
from peelian.access.user import Kind, User
from peelian.spine.force import forces
from peelian.web.components.parts import Column, Link, Table, TableCell, TableRow
from peelian.web.doors import audience
from peelian.web.people.desk import day, desk_of, here
from peelian.web.people.first import KEEPERS

PAGE = 50


@audience("force")
def accounts(request: HttpRequest) -> HttpResponse:
    """A page of accounts, by name."""
    desk = desk_of(request)
    force_id = desk.must(*KEEPERS)
    search, after = request.GET.get("search", "").strip(), request.GET.get("after", "")
    found = list(_found(force_id, search, after)[: PAGE + 1])
    shown = found[:PAGE]
    note_look(
        actor=desk.actor,
        ref=("account", f"list {force_id}"),
        what="accounts listed",
        at=desk.at,
        shown=[one.key for one in shown],
    )
    following = {"search": search, "after": str(shown[-1].pk)} if len(found) > PAGE else None
    title = _("Accounts")
    return render(
        request,
        "people/accounts/listing.html",
        {
            "page_title": title,
            "answer": _answer(force_id, search, len(shown)),
            "navigation": desk.menu(),
            "breadcrumbs": desk.way(here(title)),
            "search": search,
            "table": _table(shown),
            "following": following
            and Link(_("Next page"), f"{reverse('accounts')}?{urlencode(following)}"),
        },
    )


def _found(force_id: str, search: str, after: str) -> QuerySet[User]:
    rows = User.objects.filter(kind=Kind.PERSON).filter(
        Q(force_id=force_id) | Q(roles_held__force_id=force_id)
    )
    if search:
        rows = rows.filter(Q(name__icontains=search) | Q(email__icontains=search))
    last = User.objects.filter(pk=int(after)).first() if after.isdecimal() else None
    if last is not None:
        rows = rows.filter(Q(name__gt=last.name) | Q(name=last.name, pk__gt=last.pk))
    return rows.distinct().order_by("name", "pk")


def _answer(force_id: str, search: str, many: int) -> str:
    known = forces().get(force_id)
    name = known.name if known else force_id
    if not many and search:
        return _("Nobody of {force} is called so.").format(force=name)
    if search:
        return ngettext(
            "{n} account of {force} on this page matches.",
            "{n} accounts of {force} on this page match.",
            many,
        ).format(n=many, force=name)
    return _("Whoever signs in for {force}.").format(force=name)


def _table(shown: list[User]) -> Table:
    return Table(
        _("Accounts"),
        (
            Column(_("Name")),
            Column(_("E-mail address")),
            Column(_("Staff number")),
            Column(_("State")),
            Column(_("Last signed in")),
        ),
        tuple(
            TableRow(
                (
                    TableCell(one.name, url=reverse("account", args=[one.key])),
                    TableCell(one.email or ""),
                    TableCell(one.officer_ref or _("None")),
                    TableCell(_("On") if one.is_active else _("Off")),
                    TableCell(day(one.last_login) or _("Never")),
                )
            )
            for one in shown
        ),
    )


urls: list[URLPattern] = [path("people/accounts/", accounts, name="accounts")]
