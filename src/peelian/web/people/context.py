"""What the header of every page knows of its reader."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from peelian.access.identity import clock
from peelian.access.identity.presence import presence
from peelian.access.identity.visit import State
from peelian.web.components.parts import Link, Notice
from peelian.web.entrances import TITLES, address, entrances_of


@dataclass(frozen=True)
class Account:
    """The reader's place in the header. `seconds` is how long the page may stay open, or 0."""

    links: tuple[Link, ...]
    leaving: str = ""
    seconds: int = 0
    notice: Notice | None = None


def account(request: HttpRequest) -> dict[str, Any]:
    """For the frame of every page; without a session cookie it asks nothing of the database."""
    return {"account": _account(request)}


def _account(request: HttpRequest) -> Account:
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return Account((Link(_("Sign in"), reverse("account_login")),))
    here = presence(request)
    if here.user is None or here.visit is None or here.state in (State.OUT, State.OVER):
        return Account((Link(_("Sign in"), reverse("account_login")),))
    leaving = reverse("account_logout")
    if here.state is State.LOCKED:
        return Account((Link(_("Unlock"), reverse("again")),), leaving)
    notice = None
    if here.visit.elsewhere:
        notice = Notice(
            _("Elsewhere"),
            _("Your account is also signed in from another place."),
            Link(_("See where, and end it if it is not you"), reverse("visits")),
        )
    mine = [Link(str(TITLES[one]), address(one, "first")) for one in entrances_of(here.user)[:1]]
    return Account(
        (*mine, Link(_("My account"), reverse("me"))),
        leaving,
        here.visit.seconds_left(clock.now()),
        notice,
    )
