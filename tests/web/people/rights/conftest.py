"""A small force at its desks: each person with a browser in which they have just come in."""

import pytest
from django.conf import settings as django_settings

from peelian.access.identity import clock
from peelian.web.answers import forget
from people import NOW, small_force
from web.force.signed_in import browser_of


@pytest.fixture(autouse=True)
def the_site(settings, tmp_path, monkeypatch):
    settings.ROOT_URLCONF = "peelian.config.urls"
    monkeypatch.setattr(clock, "now", lambda: NOW)
    monkeypatch.setattr(django_settings, "STORE_ROOT", tmp_path / "store")
    forget()
    yield
    forget()


@pytest.fixture
def force(db):
    return small_force()


@pytest.fixture
def desk(force):
    """The browser of the person with a role, signed in just now."""

    def browser(role):
        return browser_of(force[role], at=NOW)

    return browser
