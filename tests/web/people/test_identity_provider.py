"""People come in through their force's identity provider, by a verified address only."""

from dataclasses import replace
from urllib.parse import urlsplit

import pytest
import requests
from django.test import Client

from peelian.access.identity.groups import off_renewal, on_renewal
from peelian.access.identity.providers import Provider
from peelian.access.identity.visit import Visit
from peelian.access.user import User
from peelian.trail.models import Entry
from web.people.conftest import EMAIL
from web.people.small_provider import CLIENT, SECRET, SmallProvider

WORKING = {"sub": "81f2", "email": EMAIL, "email_verified": True, "name": "Demo call handler"}


@pytest.fixture
def small():
    provider = SmallProvider()
    provider.claims = dict(WORKING)
    yield provider
    provider.close()
    assert provider.faults == []


@pytest.fixture
def configured(small, settings):
    """Configure the provider here, with these differences."""

    def configure(**differences):
        ours = Provider(
            key="force",
            name="Demo force",
            url=small.url,
            client=CLIENT,
            secret=SECRET,
            second_factor=True,
            groups={"CH-Staff": "call-handler", "CH-Leads": "supervisor"},
        )
        ours = replace(ours, **differences)
        settings.IDENTITY_PROVIDERS = (ours,)
        settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [ours.as_app()]}}

    configure()
    return configure


@pytest.fixture
def come(client, configured):
    """Follow the link of the sign-in page through the provider and back."""

    def follow(browser=client):
        there = browser.get("/people/sign-in/with/force/?process=login&next=/trial/review/")
        back = requests.get(there.headers["Location"], allow_redirects=False, timeout=5)
        way = urlsplit(back.headers["Location"])
        return browser.get(f"{way.path}?{way.query}")

    return follow


@pytest.fixture
def renewed():
    """What the writer of roles is told."""
    told = []

    def renew(user, keys, at):
        told.append((user.email, keys))

    on_renewal(renew)
    yield told
    off_renewal(renew)


def test_the_sign_in_page_offers_the_provider(client, configured):
    page = client.get("/people/sign-in/?next=/trial/review/").content.decode()

    assert "Sign in with Demo force" in page
    assert "/people/sign-in/with/force/?" in page


def test_an_account_made_beforehand_is_linked_by_its_verified_address(person, come, client):
    answer = come()

    assert answer.headers["Location"] == "/trial/review/"
    assert client.get("/trial/review/").status_code == 200, (
        "the provider has seen the second factor"
    )
    assert Visit.objects.get().way == "force"
    whats = [entry.detail for entry in Entry.objects.order_by("sequence")]
    assert '"what":"identity provider linked"' in whats[0]
    assert '"what":"signed in"' in whats[1]


def test_a_provider_that_asks_for_no_second_factor_does_not_stand_for_one(
    person, configured, come, client
):
    configured(second_factor=False)
    come()

    assert client.get("/trial/review/").headers["Location"].startswith("/people/second-factor/")


@pytest.mark.parametrize(
    "claims",
    [
        {"email_verified": False},
        {"email_verified": "true"},
        {"email_verified": None},
        {"email": "stranger@example.org"},
        {"email": ""},
    ],
)
def test_no_account_is_linked_by_anything_less(person, small, come, claims):
    small.claims |= claims

    answer = come()

    assert answer.status_code == 403
    assert "There is no account for you here yet" in answer.content.decode()
    assert not Visit.objects.exists()
    assert User.objects.count() == 1
    entry = Entry.objects.get()
    assert entry.verb == "denied"
    assert "example.org" not in entry.record_ref + entry.detail


def test_a_provider_may_be_trusted_to_make_accounts(configured, come, small):
    configured(makes_accounts=True)
    small.claims |= {"email": "New@Example.org", "name": "Demo analyst"}

    assert come().status_code == 302
    made = User.objects.get(kind="person")
    assert (made.email, made.name, made.has_usable_password()) == (
        "new@example.org",
        "Demo analyst",
        False,
    )


def test_groups_become_roles_at_each_sign_in(person, small, come, renewed):
    small.claims["groups"] = ["CH-Staff", "CH-Leads", "Car park"]
    come()
    small.claims["groups"] = ["CH-Staff"]
    come(Client())
    del small.claims["groups"]
    come(Client())

    assert renewed == [
        (EMAIL, {"call-handler", "supervisor"}),
        (EMAIL, {"call-handler"}),
        (EMAIL, frozenset()),
    ]


def test_who_is_linked_stays_linked_when_the_address_changes(person, small, come, renewed):
    come()
    small.claims["email"] = "married@example.org"
    come(Client())

    assert [email for email, _keys in renewed] == [EMAIL, EMAIL]


def test_an_account_turned_off_does_not_come_in_through_the_provider(person, come):
    come()
    User.objects.update(is_active=False)

    answer = come(Client())

    assert answer.status_code == 403
    assert "turned off" in answer.content.decode()


def test_a_token_for_somebody_else_is_not_believed(person, small, come):
    small.audience = "another-product"

    assert come().status_code == 403
    assert not Visit.objects.exists()


def test_an_answer_that_nobody_asked_for_is_refused(person, small, configured, client):
    answer = client.get("/people/sign-in/with/force/back/?code=stolen&state=guessed")

    assert answer.status_code == 403
    assert not Visit.objects.exists()


def test_whoever_has_no_password_proves_it_with_the_provider(person, come, client, at):
    person.set_unusable_password()
    person.save()
    come()
    at.on(minutes=31)

    page = client.get("/people/again/?next=/trial/review/").content.decode()

    assert "Sign in again with Demo force" in page
    assert come().status_code == 302
    assert client.get("/trial/review/").status_code == 200


def test_a_provider_that_is_not_configured_does_not_exist(client):
    assert client.get("/people/sign-in/with/another/").status_code == 404


def test_whoever_signs_in_through_the_provider_gets_no_password_by_letter(
    configured, come, client, mailoutbox
):
    """Somebody shut out at the provider must not let themselves in here."""
    configured(makes_accounts=True)
    come()
    mailoutbox.clear()

    Client().post("/people/password/forgotten/", {"email": EMAIL})

    assert mailoutbox == []
    assert client.get("/people/password/change/").status_code == 404
