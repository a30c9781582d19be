"""A person, a clock that tests set, and a count of tries that starts at nought."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.cache import cache

from peelian.access.identity import clock
from peelian.access.user import User
from peelian.trail.models import Entry

PASSWORD = "four words that agree"
EMAIL = "handler@example.org"


class Clock:
    """Stands still until it is moved."""

    def __init__(self):
        self.time = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

    def __call__(self):
        return self.time

    def on(self, **by):
        self.time += timedelta(**by)


@pytest.fixture(autouse=True)
def tries_forgotten(db, settings):
    settings.ROOT_URLCONF = "web.people.form_page"
    cache.clear()


@pytest.fixture
def at(monkeypatch):
    made = Clock()
    monkeypatch.setattr(clock, "now", made)
    return made


@pytest.fixture
def person(db, settings):
    # The slow hash is for thieves; these tests sign in often.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    return User.objects.create_person(email=EMAIL, name="Demo call handler", password=PASSWORD)


@pytest.fixture
def sign_in(client):
    """Send the form of sign-in."""

    def send(email=EMAIL, password=PASSWORD, browser=client, **headers):
        return browser.post(
            "/people/sign-in/?next=/trial/review/",
            {"login": email, "password": password},
            **headers,
        )

    return send


@pytest.fixture
def trail(db):
    """The deeds in the trail, in order: (actor's kind, verb, what)."""

    def read():
        return [
            (entry.actor.partition(":")[0], entry.verb, _what(entry.detail))
            for entry in Entry.objects.order_by("sequence")
            if entry.record_type == "account"
        ]

    return read


def _what(detail):
    return detail.split('"what":"')[1].split('"')[0]
