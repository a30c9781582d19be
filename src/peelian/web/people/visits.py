"""The reader's open visits: where and when they signed in, and an end to those not theirs."""

from dataclasses import dataclass
from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render, resolve_url
from django.urls import URLPattern, path, reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from peelian.access.identity import clock
from peelian.access.identity.end import end, end_others
from peelian.access.identity.presence import presence
from peelian.access.identity.visit import State, Visit, open_visits
from peelian.access.user import User
from peelian.web.components.parts import Link, SummaryRow
from peelian.web.doors import audience
from peelian.web.people.browser_words import browser_words


@dataclass(frozen=True)
class Shown:
    """One visit on the page; `ends` is the address that ends it, empty for the reader's own."""

    title: str
    rows: tuple[SummaryRow, ...]
    ends: str


@audience("staff", settling_in=True)
def visits(request: HttpRequest) -> HttpResponse:
    """All that are open; to have seen them answers the warning of another place."""
    user, own = _reader(request)
    at = clock.now()
    found = [_shown(one, own, at) for one in open_visits(user, at)]
    Visit.objects.filter(pk=own.pk, elsewhere=True).update(elsewhere=False)
    return render(
        request,
        "people/visits.html",
        {
            "page_title": _("Where you are signed in"),
            "breadcrumbs": (
                Link(_("My account"), reverse("me")),
                Link(_("Where you are signed in"), "", current=True),
            ),
            "shown": found,
            "others": len(found) > 1,
        },
    )


@audience("staff", settling_in=True)
@require_POST
def end_visit(request: HttpRequest, key: str) -> HttpResponse:
    """End one visit of the reader; that of anybody else does not exist here."""
    user, own = _reader(request)
    found = Visit.objects.filter(user=user, key=key, ended_at=None).exclude(pk=own.pk).first()
    if found is None:
        raise Http404
    end(visit=found, how="ended from another browser", at=clock.now(), by=user)
    return HttpResponseRedirect(resolve_url("visits"))


@audience("staff", settling_in=True)
@require_POST
def end_other_visits(request: HttpRequest) -> HttpResponse:
    """End every visit of the reader but this one."""
    user, own = _reader(request)
    end_others(user=user, but=own, how="ended from another browser", at=clock.now())
    return HttpResponseRedirect(resolve_url("visits"))


def _reader(request: HttpRequest) -> tuple[User, Visit]:
    here = presence(request)
    if here.user is None or here.visit is None:
        raise Http404  # the door lets nobody through of whom this is true
    return here.user, here.visit


def _shown(visit: Visit, own: Visit, at: datetime) -> Shown:
    is_own = visit.pk == own.pk
    title = browser_words(visit.browser)
    if is_own:
        title = _("{browser}, this one").format(browser=title)
    rows = [
        SummaryRow(_("Signed in"), date_format(localtime(visit.began_at), "j F Y, H:i")),
        SummaryRow(_("Last seen"), date_format(localtime(visit.seen_at), "j F Y, H:i")),
        SummaryRow(_("From"), visit.address or _("an unknown address")),
        SummaryRow(_("With"), visit.way),
    ]
    if visit.state(at) is State.LOCKED:
        rows.append(SummaryRow(_("Now"), _("Locked")))
    ends = "" if is_own else reverse("end-visit", args=[visit.key])
    return Shown(title, tuple(rows), ends)


urls: list[URLPattern] = [
    path("people/visits/", visits, name="visits"),
    path("people/visits/end-others/", end_other_visits, name="end-other-visits"),
    path("people/visits/<slug:key>/end/", end_visit, name="end-visit"),
]
