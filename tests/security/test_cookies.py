"""Cookies: two, for this host alone, closed to scripts, and nothing about anybody in them."""

import pytest
from django.test import Client

from peelian.access.user import User
from security.behind_tls import settings_behind_tls
from security.conftest import EMAIL, PASSWORD

pytestmark = pytest.mark.django_db


@pytest.fixture
def live(settings, tmp_path):
    """A live installation behind a proxy with TLS, and a browser before it."""
    for setting, value in settings_behind_tls(str(tmp_path)).items():
        setattr(settings, setting, value)
    return Client(headers={"x-forwarded-proto": "https"})


def come_in(browser):
    """The cookies of a browser that has opened the page of sign-in and signed in."""
    browser.get("/people/sign-in/")
    answer = browser.post("/people/sign-in/", {"login": EMAIL, "password": PASSWORD})
    assert answer.status_code == 302
    return browser.cookies


def test_behind_tls_they_are_bound_to_the_host(person, live):
    cookies = come_in(live)

    assert set(cookies) == {"__Host-peelian", "__Host-peelian-form"}
    for cookie in cookies.values():
        assert cookie["secure"]
        assert cookie["path"] == "/"
        assert cookie["domain"] == ""


def test_scripts_cannot_read_them_and_other_sites_do_not_send_them(person, client):
    cookies = come_in(client)

    assert set(cookies) == {"peelian-session", "peelian-form"}
    for cookie in cookies.values():
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"
        assert len(f"{cookie.key}={cookie.value}") < 4096


def test_the_one_of_the_visit_goes_with_the_browser(person, client):
    """On a shared machine (T13)."""
    assert come_in(client)["peelian-session"]["max-age"] == ""


def test_it_is_a_number_that_says_nothing_and_stands_in_no_page(person, client):
    number = come_in(client)["peelian-session"].value
    page = client.get("/people/me/").content.decode()

    assert str(User.objects.get().pk) != number
    assert EMAIL not in number
    assert number not in page


def test_public_pages_set_none(client):
    for address in ("/", "/manual/", "/measures/", "/data/", "/api/forces", "/surveys/"):
        assert not client.get(address).cookies, address
