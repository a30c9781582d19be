"""A person who can sign in, browsers that check forms as a live site does, an empty store."""

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client

from peelian.access.user import User
from peelian.web.answers import forget
from records.street_files import Desk

EMAIL = "handler@example.org"
PASSWORD = "four words that agree"


@pytest.fixture(autouse=True)
def apart(request, tmp_path, monkeypatch):
    """Nothing is read from or written to an installation; tries are counted from nought."""
    for name in ("STORE_ROOT", "PICTURES_ROOT", "ATTACHMENTS_ROOT", "EXPORTS_ROOT"):
        monkeypatch.setattr(settings, name, tmp_path / name.lower())
    monkeypatch.setattr(settings, "PEELIAN_HOME", tmp_path)
    forget()
    if "db" in request.fixturenames or request.node.get_closest_marker("django_db"):
        request.getfixturevalue("db")
        cache.clear()
    yield
    forget()


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A desk with files; what is loaded from it is what pages show."""
    made = Desk(tmp_path)
    monkeypatch.setattr(settings, "STORE_ROOT", made.root)
    forget()
    return made


@pytest.fixture
def quick_hash(settings):
    """The slow hash is for thieves; tests sign in often."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def person(db, quick_hash):
    return User.objects.create_person(email=EMAIL, name="Demo call handler", password=PASSWORD)


@pytest.fixture
def strict():
    """A browser whose forms must carry the token, as outside of tests."""
    return Client(enforce_csrf_checks=True)


@pytest.fixture
def sign_in(client):
    """Send the form of sign-in."""

    def send(email=EMAIL, password=PASSWORD, browser=client, onward="/people/me/", **headers):
        return browser.post(
            "/people/sign-in/", {"login": email, "password": password, "next": onward}, **headers
        )

    return send
