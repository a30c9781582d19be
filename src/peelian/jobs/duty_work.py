"""What the worker does about duties, every few seconds: settle, chase, follow posts, send letters.

Each is harmless to run again: whatever is sent is noted with the duty, once (T51).
"""

from datetime import datetime
from typing import Final

from django.conf import settings

from peelian import catalogue
from peelian.access.actors import service_account
from peelian.engines.duties import digests, passing
from peelian.engines.duties.settle import settle
from peelian.engines.duties.tick import tick
from peelian.jobs.server import DEFAULT_PORT

# The name in the trail of whoever keeps the clocks.
ACCOUNT: Final = "duties"
# How many a run takes before it gives the worker back: a load of a year is settled in many runs.
MOST = 2000
FIRST_PAGE = "/force/"


def settle_duties(now: datetime) -> str:
    """Bring duties up to date with what has happened; a line for the operator."""
    settled = settle(catalogue.rules(), by=service_account(ACCOUNT), at=now, most=MOST)
    return f"{settled} happenings settled"


def tick_duties(now: datetime) -> str:
    """Send reminders and escalations whose moment has come; a line for the operator."""
    looked = tick(catalogue.rules(), by=service_account(ACCOUNT), at=now, most=MOST)
    return f"{looked} duties reminded of or late"


def follow_posts(now: datetime) -> str:
    """Give open duties to whoever holds their posts now; a line for the operator."""
    changed = passing.follow_posts(catalogue.rules(), by=service_account(ACCOUNT), at=now)
    return f"{changed} duties changed hands with their posts"


def send_digests(now: datetime) -> str:
    """Send the letters of the day about open duties; a line for the operator."""
    return f"{digests.send_digests(link=first_page(), at=now)} letters about open duties sent"


def first_page() -> str:
    """Where people sign in: the first host that the service answers to."""
    host = settings.ALLOWED_HOSTS[0].lstrip(".*") or "localhost"
    if settings.HTTPS:
        return f"https://{host}{FIRST_PAGE}"
    return f"http://{host}:{DEFAULT_PORT}{FIRST_PAGE}"
