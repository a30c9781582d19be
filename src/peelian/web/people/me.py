"""The reader's own account."""

from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peelian.access.identity import clock
from peelian.access.identity.presence import presence
from peelian.access.identity.strengthen import second_factors
from peelian.access.identity.visit import State, Visit, open_visits
from peelian.access.user import User
from peelian.web.components.parts import Column, Link, SummaryRow, Table, TableCell, TableRow
from peelian.web.doors import audience
from peelian.web.people.browser_words import browser_words

RECENT = 10


@audience("staff", settling_in=True)
def me(request: HttpRequest) -> HttpResponse:
    """Name and address, locks and keys, and the last sign-ins to recognise or not."""
    here = presence(request)
    if here.user is None:
        raise Http404  # the door lets nobody through of whom this is true
    recent = Visit.objects.filter(user=here.user).order_by("-began_at", "-id")[:RECENT]
    return render(
        request,
        "people/me.html",
        {
            "page_title": _("My account"),
            "rows": _rows(here.user),
            "recent": _recent(list(recent), clock.now()),
        },
    )


def _rows(user: User) -> tuple[SummaryRow, ...]:
    factors = second_factors(user)
    visits = open_visits(user, clock.now()).count()
    rows = [
        SummaryRow(_("Name"), user.name),
        SummaryRow(_("E-mail address"), user.email or ""),
        SummaryRow(
            _("Second factor"),
            ngettext("{n} set up", "{n} set up", factors).format(n=factors)
            if factors
            else _("None yet"),
            Link(_("Change") if factors else _("Set up"), reverse("mfa_index")),
        ),
        SummaryRow(
            _("Signed in"),
            ngettext("In {n} place", "In {n} places", visits).format(n=visits),
            Link(_("See where"), reverse("visits")),
        ),
    ]
    if user.has_usable_password():
        change = Link(_("Change"), reverse("account_change_password"))
        rows.insert(2, SummaryRow(_("Password"), _("Set"), change))
    return tuple(rows)


def _end(visit: Visit, at: datetime) -> str:
    if visit.ended_at is not None:
        return visit.ended_how.capitalize()
    words = {State.HERE: _("Open"), State.LOCKED: _("Locked")}
    return words.get(visit.state(at), _("Twelve hours over"))


def _recent(visits: list[Visit], at: datetime) -> Table:
    return Table(
        _("Your last sign-ins"),
        (
            Column(_("When")),
            Column(_("From")),
            Column(_("Browser")),
            Column(_("With")),
            Column(_("How it ended")),
        ),
        tuple(
            TableRow(
                (
                    TableCell(date_format(localtime(one.began_at), "j F Y, H:i")),
                    TableCell(one.address or _("an unknown address")),
                    TableCell(browser_words(one.browser)),
                    TableCell(one.way),
                    TableCell(_end(one, at)),
                )
            )
            for one in visits
        ),
    )


urls: list[URLPattern] = [path("people/me/", me, name="me")]
