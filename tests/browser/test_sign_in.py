"""A person signs in with each kind of second factor, and a form survives the lock (T13)."""

import re
from datetime import timedelta

import pyotp
import pytest
from django.core.cache import cache
from django.utils import timezone
from playwright.sync_api import expect

from browser.conftest import DESKTOP, PHONE, Visitor
from peelian.access.identity import clock
from peelian.access.user import User

PASSWORD = "four words that agree"
EMAIL = "handler@example.org"


@pytest.fixture
def person(transactional_db, settings):
    settings.ROOT_URLCONF = "web.people.form_page"
    # The slow hash is for thieves; these tests give the password again and again.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    cache.clear()
    return User.objects.create_person(email=EMAIL, name="Demo call handler", password=PASSWORD)


@pytest.fixture
def visitor(chromium, live_server, person):
    """Somebody at a desk; the host's name is a word, as passkeys want it."""
    context = chromium.new_context(viewport={"width": DESKTOP, "height": 900})
    made = Visitor(context.new_page(), live_server.url.replace("127.0.0.1", "localhost"))
    made.page.on(
        "console",
        lambda said: made.complaints.append(said.text) if said.type == "error" else None,
    )
    made.page.on("pageerror", lambda error: made.complaints.append(str(error)))
    yield made
    context.close()


@pytest.fixture
def later(monkeypatch):
    """Moves the server's clock on by so much."""

    def move(**by):
        moved = timezone.now() + timedelta(**by)
        monkeypatch.setattr(clock, "now", lambda: moved)

    return move


def check_at_both_widths(visitor):
    for width in (DESKTOP, PHONE):
        visitor.page.set_viewport_size({"width": width, "height": 900})
        visitor.check()
    visitor.page.set_viewport_size({"width": DESKTOP, "height": 900})


def settle(page):
    page.locator("body[data-ready]").wait_for()


def give_password(visitor, wanted="/trial/review/"):
    page = visitor.open(wanted)
    page.get_by_label("E-mail address").fill(EMAIL)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    settle(page)
    return page


def set_up_app(visitor):
    """An authenticator app of our own: what it shows is computed by another hand (pyotp)."""
    page = visitor.page
    page.get_by_role("button", name="Set up an authenticator app").click()
    settle(page)
    app = pyotp.TOTP(page.locator(".peelian-secret").inner_text())
    page.get_by_label("The six digits").fill(app.now())
    page.get_by_role("button", name="Set it up").click()
    settle(page)
    codes = page.locator(".peelian-codes li").all_inner_texts()
    return app, codes


def test_password_then_app_then_recovery_code(visitor):
    page = visitor.open("/trial/review/")
    check_at_both_widths(visitor)
    give_password(visitor)
    expect(page.get_by_role("heading", level=1)).to_have_text("Set up a second factor")
    check_at_both_widths(visitor)
    _app, codes = set_up_app(visitor)
    assert len(set(codes)) == 10
    check_at_both_widths(visitor)
    visitor.open("/trial/review/")
    expect(page.get_by_label("Grounds")).to_be_visible()

    page.get_by_role("button", name="Sign out").click()
    settle(page)
    give_password(visitor)
    expect(page.get_by_role("heading", level=1)).to_have_text("Your second factor")
    check_at_both_widths(visitor)
    page.get_by_label("Code").fill(codes[3])
    page.get_by_role("button", name="Go on").click()
    settle(page)

    assert page.url.endswith("/trial/review/"), "one comes back to where one wanted to go"
    for address in ("/people/me/", "/people/visits/", "/people/second-factor/"):
        visitor.open(address)
        check_at_both_widths(visitor)


def test_a_code_of_the_app_opens(visitor):
    give_password(visitor)
    app, _codes = set_up_app(visitor)
    page = visitor.page
    page.get_by_role("button", name="Sign out").click()
    settle(page)
    give_password(visitor)
    # The code that set the app up is not taken twice; the next one is.
    page.get_by_label("Code").fill(app.at(timezone.now() + timedelta(seconds=30)))
    page.get_by_role("button", name="Go on").click()
    settle(page)

    assert page.url.endswith("/trial/review/")


def test_a_passkey_signs_in_and_unlocks_without_a_password(visitor, later):
    page = visitor.page
    protocol = page.context.new_cdp_session(page)
    protocol.send("WebAuthn.enable")
    protocol.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )
    give_password(visitor)
    page.get_by_role("button", name="Add a passkey").click()
    settle(page)
    check_at_both_widths(visitor)
    page.get_by_role("button", name="Add it").click()
    page.get_by_role("heading", name="Your recovery codes").wait_for()
    page.get_by_role("button", name="Sign out").click()
    settle(page)

    visitor.open("/trial/review/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.get_by_label("Grounds").wait_for()

    assert page.url.endswith("/trial/review/")
    later(minutes=31)
    visitor.open("/people/me/")
    page.get_by_role("button", name="Use a passkey").click()
    page.get_by_role("heading", name="My account").wait_for()
    assert visitor.complaints == []


def test_a_form_survives_the_lock(visitor, later):
    give_password(visitor)
    set_up_app(visitor)
    page = visitor.open("/trial/review/")
    page.get_by_label("What you found").fill("The grounds were written down – twice.")
    page.get_by_label("Grounds").fill("smell alone")
    later(minutes=31)
    page.get_by_role("button", name="Save").click()
    settle(page)

    expect(page.get_by_role("heading", level=1)).to_have_text("Your visit is locked")
    assert "smell alone" not in page.content()
    check_at_both_widths(visitor)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Unlock with password").click()
    settle(page)
    assert page.url.endswith("/trial/review/")
    expect(page.get_by_label("What you found")).to_have_value(
        "The grounds were written down – twice."
    )
    expect(page.get_by_label("Grounds")).to_have_value("smell alone")


def test_the_lock_gives_warning_and_can_be_put_off(visitor, later):
    give_password(visitor)
    set_up_app(visitor)
    page = visitor.page
    page.clock.install()
    visitor.open("/trial/review/")
    later(minutes=28, seconds=10)
    page.clock.fast_forward(28 * 60 * 1000 + 10_000)
    warning = page.get_by_text("It locks in less than two minutes")
    expect(warning).to_be_visible()
    check_at_both_widths(visitor)

    with page.expect_response(re.compile("/people/still-here/")):
        page.get_by_role("button", name="I am still here").click()
    expect(warning).to_be_hidden()
    later(minutes=40)

    visitor.open("/trial/review/")
    expect(page.get_by_label("Grounds")).to_be_visible()


def test_what_is_written_survives_a_network_that_is_down_at_the_lock(visitor, later):
    give_password(visitor)
    set_up_app(visitor)
    page = visitor.page
    page.clock.install()
    visitor.open("/trial/review/")
    page.get_by_label("What you found").fill("half a sentence")
    page.context.set_offline(True)
    later(minutes=31)
    page.clock.fast_forward(29 * 60 * 1000)
    page.clock.run_for(3 * 60 * 1000)
    expect(page.get_by_label("What you found")).to_be_hidden()

    page.context.set_offline(False)
    page.clock.run_for(20_000)
    page.wait_for_url(re.compile("/people/again/"))
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Unlock with password").click()
    settle(page)
    expect(page.get_by_label("What you found")).to_have_value("half a sentence")


def test_a_page_left_open_locks_itself_and_back_shows_nothing(visitor, later):
    give_password(visitor)
    set_up_app(visitor)
    page = visitor.page
    page.clock.install()
    visitor.open("/people/me/")
    visitor.open("/trial/review/")
    page.get_by_label("What you found").fill("half a sentence")
    later(minutes=31)
    page.clock.fast_forward(31 * 60 * 1000)
    page.wait_for_url(re.compile("/people/again/"))

    page.go_back()
    page.wait_for_url(re.compile("/people/again/"))
    assert EMAIL not in page.content(), "the account page is not shown again"
    visitor.open("/trial/review/")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Unlock with password").click()
    settle(page)
    expect(page.get_by_label("What you found")).to_have_value("half a sentence")
