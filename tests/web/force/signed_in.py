"""Browsers of people who have come in, without the pages by which they do."""

import html
import re
from datetime import datetime

from django.test import Client
from django.utils import timezone

from entering import enter
from peelian.access.user import User


def browser_of(user: User, *, at: datetime | None = None) -> Client:
    """A browser in which this person has signed in with a second factor, just now."""
    client = Client()
    visit = enter(client, user)
    visit.proved_at = at or timezone.now()
    visit.save(update_fields=["proved_at"])
    return client


def raw_text_of(client: Client, url: str, status: int = 200, **query: str) -> str:
    """The page at this address, as it was sent."""
    answer = client.get(url, query)
    assert answer.status_code == status, answer.content.decode()[:3000]
    return answer.content.decode()


def text_of(client: Client, url: str, status: int = 200, **query: str) -> str:
    """The page as a reader has it: signs for signs, one space between words."""
    return html.unescape(re.sub(r"\s+", " ", raw_text_of(client, url, status, **query)))
