"""Who gets in: signed-out people come back, everyone else finds what they may see (C-ACC-5)."""

import pytest
from django.test import Client
from django.utils.html import escape

from entering import enter
from peelian.access.identity.visit import Visit
from peelian.access.identity.waking import NotAPerson
from peelian.access.user import User
from peelian.web import doors

MISSING = "/trial/there-is-no-such-page/"


def test_whoever_is_out_is_sent_to_sign_in_and_comes_back(client, person, sign_in):
    answer = client.get("/trial/review/?page=2")

    assert answer.headers["Location"] == "/people/sign-in/?next=%2Ftrial%2Freview%2F%3Fpage%3D2"
    assert sign_in().headers["Location"] == "/trial/review/"


def test_one_is_never_sent_to_another_site(client, person):
    form = {"login": person.email, "password": "four words that agree"}
    answer = client.post("/people/sign-in/?next=https://elsewhere.example/", form)

    assert answer.headers["Location"] == "/people/me/"


def test_without_a_second_factor_one_is_led_to_set_one_up(client, person):
    enter(client, person, strong=False)

    answer = client.get("/trial/review/")

    assert answer.headers["Location"] == "/people/second-factor/?next=%2Ftrial%2Freview%2F"
    assert client.get("/people/second-factor/").status_code == 200


def test_the_demo_offers_a_second_factor_and_does_not_insist(client, person, settings):
    settings.DEMO = True
    enter(client, person, strong=False)

    assert client.get("/trial/review/").status_code == 200


def test_a_page_one_may_not_see_looks_like_one_that_does_not_exist(client, person):
    enter(client, person)

    shut, missing = client.get("/trial/force/"), client.get(MISSING)

    assert (shut.status_code, shut.content) == (missing.status_code, missing.content)
    for answer in (shut, missing):
        del answer.headers["X-Request-ID"]  # counts requests; another at each, whatever is asked
    assert shut.headers == missing.headers
    assert shut.status_code == 404


def test_a_hook_decides_who_passes(client, person, monkeypatch):
    monkeypatch.setattr(doors, "opens_door", lambda user, who: who == "force")
    enter(client, person)

    assert client.get("/trial/force/").content == b"of the force"
    assert client.get("/trial/review/").status_code == 404


def test_a_service_account_cannot_sign_in_by_page(client):
    """T34, C-SES-2: not even where a test, or a mistake of ours, signs it in by force."""
    service = User.objects.service_account("nightly-load")

    with pytest.raises(NotAPerson, match="never signs in by page"):
        client.force_login(service)

    assert not Visit.objects.exists()
    assert client.get("/trial/review/").headers["Location"].startswith("/people/sign-in/")


def test_an_account_turned_off_is_out_at_once(client, person):
    enter(client, person)
    assert client.get("/trial/review/").status_code == 200

    User.objects.filter(pk=person.pk).update(is_active=False)

    assert client.get("/trial/review/").headers["Location"].startswith("/people/sign-in/")


def test_a_signed_in_page_is_kept_by_no_browser(client, person):
    enter(client, person)

    assert "no-store" in client.get("/trial/review/").headers["Cache-Control"]


@pytest.mark.parametrize("address", ["/manual/", MISSING])
def test_a_page_for_all_costs_no_query_for_session_or_user(client, address, db):
    client.get(address)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("peelian.access.identity.presence.get_user", _unexpected)
        answer = client.get(address)

    assert "Cookie" not in answer.headers.get("Vary", "")
    assert not answer.cookies


def test_a_session_cookie_that_means_nothing_is_somebody_who_is_out(client, settings):
    client.cookies[settings.SESSION_COOKIE_NAME] = "0" * 32

    assert client.get("/manual/").status_code == 200
    assert client.get("/people/me/").headers["Location"].startswith("/people/sign-in/")


def test_the_header_says_where_one_stands(client, person, at):
    assert "Sign in" in client.get("/manual/").content.decode()
    enter(client, person)
    inside = client.get("/manual/").content.decode()
    assert "My account" in inside
    assert "Sign out" in inside
    at.on(minutes=31)
    assert "Unlock" in client.get("/manual/").content.decode()


def test_signing_up_does_not_exist(client):
    for address in ("/people/sign-up/", "/accounts/signup/", "/people/email/"):
        assert client.get(address).status_code == 404


def test_a_link_to_a_provider_from_another_site_leads_nowhere():
    answer = Client().get("/people/sign-in/with/force/", headers={"sec-fetch-site": "cross-site"})

    assert answer.status_code == 404


def test_a_name_is_escaped_in_the_pages(client, person):
    person.name = "<script>alert(1)</script>"
    person.save()
    enter(client, person)

    page = client.get("/people/me/").content.decode()

    assert escape(person.name) in page
    assert person.name not in page


def _unexpected(request):
    raise AssertionError("a page for all asked who is there")


def test_a_sign_in_that_cannot_be_written_down_does_not_happen(
    client, person, sign_in, monkeypatch
):
    """T32, C-AUD-4: no trail, no entrance."""

    def broken(**_kwargs):
        raise OSError("the disk is full")

    monkeypatch.setattr("peelian.access.identity.written.append", broken)
    client.raise_request_exception = False

    assert sign_in().status_code == 500
    assert not Visit.objects.exists()
    assert client.get("/people/me/").headers["Location"].startswith("/people/sign-in/")


def test_a_door_costs_three_queries(client, person, django_assert_num_queries):
    """Session, account and visit; a fourth once a minute, to write that its person is there."""
    enter(client, person)

    with django_assert_num_queries(3):
        assert client.get("/trial/release/").content == b"released"
