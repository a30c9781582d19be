"""The doors by which different readers come to the same registers.

A constable, an inspector and a housing officer each have an address of their own for a record, so
that no one's links lead through a door that is closed to them. What stands behind is one set of
views: which rows and cells they show is decided by access alone, never by the door.
"""

from typing import Final, Literal, get_args

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from peelian.access.decide import doors_of
from peelian.access.identity import clock
from peelian.access.user import User

Entrance = Literal["force", "inspectorate", "commissioner", "partner"]
ENTRANCES: Final[tuple[Entrance, ...]] = get_args(Entrance)
TITLES: Final = {
    "force": _("My day"),
    "inspectorate": _("Inspectorate"),
    "commissioner": _("Commissioner"),
    "partner": _("Partner agency"),
}


def entrance_of(request: HttpRequest) -> Entrance:
    """The door by which this request came."""
    came = request.resolver_match.namespace if request.resolver_match else ""
    return next((one for one in ENTRANCES if one == came), ENTRANCES[0])


def entrances_of(user: User) -> tuple[Entrance, ...]:
    """The doors that are open to this person now, the usual one first."""
    opened = doors_of(user, at=clock.moment())
    return tuple(one for one in ENTRANCES if one in opened)


def address(entrance: Entrance, page: str, *parts: str) -> str:
    """The address of a page behind this door."""
    return reverse(f"{entrance}:{page}", args=parts)
