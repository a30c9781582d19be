"""Who works on people and their rights here: with which power, over which force, at what moment."""

from dataclasses import dataclass
from datetime import datetime

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from peelian.access.decide import doors_of, has_power
from peelian.access.identity import clock
from peelian.access.identity.presence import signed_in
from peelian.access.powers import Power
from peelian.access.standing import standing_of
from peelian.access.user import User
from peelian.web.components.parts import Link


@dataclass(frozen=True)
class Desk:
    """Somebody who is signed in, at the moment of one request."""

    actor: User
    at: datetime

    def force_with(self, *powers: Power) -> str:
        """The force over which they hold one of these powers, their own first; empty if none."""
        held = [one.force_id for one in standing_of(self.actor, self.at).roles if one.force_id]
        for slug in dict.fromkeys((self.actor.force_id, *held)):
            if any(has_power(self.actor, one, force_id=slug, at=self.at) for one in powers):
                return slug
        return ""

    def must(self, *powers: Power) -> str:
        """The same, where without it the page does not exist."""
        found = self.force_with(*powers)
        if not found:
            raise Http404
        return found

    def menu(self, current: str = "") -> tuple[Link, ...]:
        """First pages by door, and this one."""
        doors = doors_of(self.actor, at=self.at)
        titles = (
            ("force", _("My day")),
            ("inspectorate", _("Inspectorate")),
            ("commissioner", _("Commissioner")),
            ("partner", _("Partner agency")),
        )
        return (
            *(Link(title, reverse(f"{door}:first")) for door, title in titles if door in doors),
            Link(_("People and access"), reverse("people"), current=current == "people"),
            Link(_("Public pages"), reverse("home")),
        )

    def way(self, *links: Link) -> tuple[Link, ...]:
        """Breadcrumbs from the page of people and access."""
        return (Link(_("People and access"), reverse("people")), *links)


def desk_of(request: HttpRequest) -> Desk:
    """The desk of whoever has sent this request, which a door has let through."""
    actor = signed_in(request)
    if actor is None:
        raise Http404
    return Desk(actor, clock.now())


def here(text: str) -> Link:
    """The last of the breadcrumbs."""
    return Link(text, "", current=True)


def day(moment: datetime | None) -> str:
    """A local day in words; empty for none."""
    return date_format(localtime(moment), "j F Y") if moment else ""


def minute(moment: datetime | None) -> str:
    """A local day and time in words; empty for none."""
    return date_format(localtime(moment), "j F Y, H:i") if moment else ""
