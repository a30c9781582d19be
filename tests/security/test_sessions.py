"""The number by which the server knows a visit: new at each sign-in, long, and dead at its end."""

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client

from peelian.access.identity.visit import Visit, new_visit_key

pytestmark = pytest.mark.django_db
NAME = "peelian-session"
# Django's numbers are drawn from 36 signs.
BITS_OF_A_SIGN = 5


def in_with(number):
    """Whether a browser that holds this number is let in."""
    browser = Client()
    browser.cookies[NAME] = number
    return browser.get("/people/visits/").status_code == 200


@pytest.fixture(autouse=True)
def demo(settings):
    """Second factors have tests of their own."""
    settings.DEMO = True


def test_a_number_that_somebody_planted_is_not_taken_over(person, client, sign_in):
    planted = "a" * 32
    client.cookies[NAME] = planted

    sign_in()

    assert client.cookies[NAME].value != planted
    assert not in_with(planted)
    assert in_with(client.cookies[NAME].value)


def test_numbers_are_long_and_never_the_same(person):
    numbers = set()
    for _ in range(20):
        browser = Client()
        browser.force_login(person)
        numbers.add(browser.cookies[NAME].value)

    assert len(numbers) == 20
    assert all(len(number) * BITS_OF_A_SIGN >= 128 for number in numbers)
    assert len({new_visit_key() for _ in range(100)}) == 100


def test_after_signing_out_the_number_opens_nothing_and_is_gone(person, client, sign_in):
    sign_in()
    number = client.cookies[NAME].value
    assert in_with(number)

    client.post("/people/sign-out/")

    assert not in_with(number)
    assert not Session.objects.filter(session_key=number).exists()


def test_after_proving_again_the_old_number_opens_nothing(person, client, sign_in):
    sign_in()
    before = client.cookies[NAME].value

    client.post("/people/again/", {"password": "four words that agree"})

    assert client.cookies[NAME].value != before
    assert not in_with(before)


def test_what_a_visit_may_is_on_the_server_and_the_cookie_only_points_to_it(person, client):
    client.force_login(person)
    number = client.cookies[NAME].value
    Visit.objects.update(ended_at="2026-03-02T09:00:00Z")

    assert settings.SESSION_ENGINE == "django.contrib.sessions.backends.db"
    assert not in_with(number)


def test_whoever_is_deleted_is_out(person, client):
    client.force_login(person)
    number = client.cookies[NAME].value

    person.delete()

    assert not in_with(number)


def test_a_number_in_the_address_is_nobody(person, client):
    client.force_login(person)
    number = client.cookies[NAME].value

    answer = Client().get("/people/visits/", {NAME: number, "sessionid": number})

    assert answer.status_code == 302


def test_every_page_behind_sign_in_offers_the_way_out(person, client):
    client.force_login(person)

    for address in ("/people/me/", "/people/visits/", "/people/second-factor/", "/people/roles/"):
        assert 'action="/people/sign-out/"' in client.get(address).content.decode(), address
