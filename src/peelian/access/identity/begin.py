"""Begin a visit: somebody has signed in."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from peelian.access.identity.visit import ADDRESS_LIMIT, BROWSER_LIMIT, Visit, open_visits
from peelian.access.identity.written import write
from peelian.access.user import User
from peelian.trail.verbs import Verb


@dataclass(frozen=True)
class Browser:
    """Where a sign-in came from: network address and what the browser calls itself."""

    address: str
    name: str

    def same_as(self, visit: Visit) -> bool:
        """Whether the visit is held by what looks like this browser."""
        return (self.address[:ADDRESS_LIMIT], self.name[:BROWSER_LIMIT]) == (
            visit.address,
            visit.browser,
        )


def begin(*, user: User, browser: Browser, way: str, strong: bool, at: datetime) -> Visit:
    """A new visit of this account.

    Where another visit is open elsewhere, both are marked, so that its person is told (T34).
    """
    with transaction.atomic():
        others = [visit for visit in open_visits(user, at) if not browser.same_as(visit)]
        for visit in others:
            visit.elsewhere = True
            visit.save(update_fields=["elsewhere"])
        made = Visit.objects.create(
            user=user,
            began_at=at,
            seen_at=at,
            proved_at=at,
            way=way,
            strong=strong,
            elsewhere=bool(others),
            address=browser.address[:ADDRESS_LIMIT],
            browser=browser.name[:BROWSER_LIMIT],
        )
        more: dict[str, object] = {"with": way, "from": made.address}
        if others:
            more["open_elsewhere"] = len(others)
        write(user=user, verb=Verb.SIGNED_IN, what="signed in", at=at, more=more)
    return made
