"""Who reads a page behind a door: when, by which door, over which snapshot."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.http import Http404, HttpRequest

from peelian.access.identity import clock
from peelian.access.identity.presence import signed_in
from peelian.access.user import User
from peelian.engines.duties.supervised import supervises
from peelian.records.store.reader import Reader
from peelian.web.answers import reader
from peelian.web.components.parts import Link
from peelian.web.entrances import Entrance, address, entrance_of, entrances_of
from peelian.web.force.menu import first_page, menu, reviews
from peelian.web.force.registers import Register, registers_of


def person_of(request: HttpRequest) -> User:
    """The person whose visit is open. A door lets nobody else through, and 404 is for strays."""
    found = signed_in(request)
    if found is None:
        raise Http404
    return found


def now() -> datetime:
    """The moment of a request, by the one clock."""
    return clock.moment()


@dataclass(frozen=True)
class Caller:
    """A person at a door, at the moment of one request."""

    actor: User
    at: datetime
    entrance: Entrance

    @cached_property
    def tables(self) -> Reader:
        """The newest snapshot, for what is loaded and not in the operational tables."""
        return reader()

    @cached_property
    def registers(self) -> tuple[Register, ...]:
        """The registers of which they may see anything now."""
        return registers_of(self.actor, self.tables, self.at)

    def url(self, page: str, *parts: str) -> str:
        """The address of a page behind the door by which they came."""
        return address(self.entrance, page, *parts)

    def menu(self, current: str) -> tuple[Link, ...]:
        """Their menu: every door that is open to them."""
        return menu(
            entrances_of(self.actor),
            current,
            reviews(self.actor, self.at),
            supervising=supervises(self.actor, self.at),
        )

    def way_here(self, *links: Link) -> tuple[Link, ...]:
        """Breadcrumbs from their first page."""
        return (*first_page((self.entrance,)), *links)


def caller(request: HttpRequest) -> Caller:
    """Who calls by this request."""
    return Caller(person_of(request), now(), entrance_of(request))
