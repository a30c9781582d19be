"""One person, several browsers: each is known, warned of the others and can be ended (T34)."""

import pytest
from django.test import Client

from entering import enter
from peelian.access.identity.sweep import sweep
from peelian.access.identity.visit import Visit
from peelian.access.user import User
from peelian.trail.models import Entry
from peelian.web.people.browser_words import browser_words
from web.people.conftest import EMAIL, PASSWORD

WARNING = "Your account is also signed in from another place."


@pytest.fixture
def elsewhere():
    """Another browser at another address."""
    return Client(REMOTE_ADDR="10.1.2.3", HTTP_USER_AGENT="Mozilla/5.0 (iPhone) Safari/604")


@pytest.fixture
def two(client, elsewhere, person, sign_in, settings):
    settings.DEMO = True  # no second factor in the way
    sign_in()
    sign_in(browser=elsewhere)
    return client, elsewhere


def test_a_second_visit_from_elsewhere_warns_both_and_is_in_the_trail(two):
    for browser in two:
        assert WARNING in browser.get("/people/me/").content.decode()
    first, second = Entry.objects.order_by("sequence").values_list("detail", flat=True)
    assert "open_elsewhere" not in first
    assert '"open_elsewhere":1' in second


def test_having_looked_ends_the_warning_for_that_browser(two):
    first, second = two
    page = first.get("/people/visits/").content.decode()

    assert "10.1.2.3" in page
    assert "Safari on iPhone" in page
    assert WARNING not in first.get("/people/me/").content.decode()
    assert WARNING in second.get("/people/me/").content.decode()


def test_the_same_browser_twice_is_no_warning(client, person, sign_in, settings):
    settings.DEMO = True
    sign_in()
    client.cookies.clear()
    sign_in()

    assert WARNING not in client.get("/people/me/").content.decode()


def test_a_visit_is_ended_from_another_browser(two):
    first, second = two
    theirs = Visit.objects.get(address="10.1.2.3")

    first.post(f"/people/visits/{theirs.key}/end/")

    assert second.get("/people/me/").headers["Location"].startswith("/people/sign-in/")
    assert first.get("/people/me/").status_code == 200
    assert Entry.objects.latest("sequence").detail.count("ended from another browser") == 1


def test_all_others_are_ended_at_once(two):
    first, second = two
    first.post("/people/visits/end-others/")

    assert second.get("/people/me/").status_code == 302
    assert first.get("/people/me/").status_code == 200


def test_the_visit_of_somebody_else_does_not_exist(client, person, elsewhere):
    other = User.objects.create_person(email="b@example.org", name="Demo analyst")
    theirs = enter(elsewhere, other)
    enter(client, person)

    shut = client.post(f"/people/visits/{theirs.key}/end/")

    assert shut.status_code == 404
    assert elsewhere.get("/people/me/").status_code == 200


def test_signing_in_changes_the_number_of_the_session(client, person, sign_in):
    client.get("/people/sign-in/")
    session = client.session
    session["planted"] = "by somebody else"
    session.save()
    planted = session.session_key
    sign_in()

    assert client.session.session_key != planted
    stranger = Client()
    stranger.cookies["peelian-session"] = planted
    assert stranger.get("/people/me/").status_code == 302


def test_signing_out_ends_the_session_on_the_server(client, person, settings):
    enter(client, person)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    client.post("/people/sign-out/")

    thief = Client()
    thief.cookies[settings.SESSION_COOKIE_NAME] = cookie
    assert thief.get("/people/me/").headers["Location"].startswith("/people/sign-in/")
    assert Visit.objects.get().ended_how == "signed out"


def test_signing_in_anew_at_a_lock_ends_the_locked_visit(client, person, sign_in, at):
    first = enter(client, person)
    before = client.session.session_key
    at.on(minutes=31)
    sign_in()
    first.refresh_from_db()

    assert first.ended_how == "signed in anew"
    assert client.session.session_key != before


def test_a_new_password_ends_the_other_visits(two):
    first, second = two
    new = "five other words that agree"
    first.post(
        "/people/password/change/",
        {"oldpassword": PASSWORD, "password1": new, "password2": new},
    )

    assert first.get("/people/me/").status_code == 200
    assert second.get("/people/me/").status_code == 302
    assert User.objects.get(email=EMAIL).check_password(new)
    assert Visit.objects.get(address="10.1.2.3").ended_how == "password changed"


@pytest.mark.parametrize(
    ("called", "words"),
    [
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/120 Safari/537 Edg/120", "Edge on Windows"),
        ("Mozilla/5.0 (X11; Linux) Gecko Firefox/121", "Firefox on Linux"),
        ("Mozilla/5.0 (Linux; Android 14) Chrome/120 Mobile Safari/537", "Chrome on Android"),
        ("curl/8", "An unknown browser"),
        ("", "An unknown browser"),
    ],
)
def test_a_browser_is_named_in_words_its_owner_knows(called, words):
    assert browser_words(called) == words


def test_one_can_leave_a_locked_visit(client, person, at):
    enter(client, person)
    at.on(minutes=31)
    client.get("/trial/review/")

    assert client.post("/people/sign-out/").headers["Location"] == "/"
    assert Visit.objects.get().ended_how == "signed out"
    assert client.get("/people/me/").headers["Location"].startswith("/people/sign-in/")


def test_visits_nobody_comes_back_to_are_swept(client, person, at, trail):
    enter(client, person)
    at.on(hours=11)
    assert sweep(at=at()).visits == 0
    at.on(hours=1)

    assert [sweep(at=at()).visits for _twice in range(2)] == [1, 0]
    assert trail()[-1] == ("person", "altered", "visit ended")
