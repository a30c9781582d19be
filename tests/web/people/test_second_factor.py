"""Second factors: set up and taken away with fresh proof, in the trail, ending other visits."""

from datetime import timedelta

import pyotp
import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.utils import timezone

from entering import enter
from peelian.access.identity.visit import Visit
from peelian.trail.models import Entry

APP = "/people/second-factor/app/"


@pytest.fixture
def app(client, person):
    """An authenticator app set up by its owner; its codes are computed by pyotp."""
    enter(client, person, strong=False)
    client.get(APP)
    made = pyotp.TOTP(client.session["mfa.totp.secret"])
    assert client.post(APP, {"code": made.now()}).status_code == 302
    return made


def test_setting_one_up_opens_the_doors_of_this_visit_and_ends_the_others(client, person):
    elsewhere = Client(REMOTE_ADDR="10.1.2.3")
    other = enter(elsewhere, person)
    enter(client, person, strong=False)
    assert client.get("/trial/review/").status_code == 302
    client.get(APP)
    code = pyotp.TOTP(client.session["mfa.totp.secret"]).now()

    client.post(APP, {"code": code})

    assert client.get("/trial/review/").status_code == 200
    assert elsewhere.get("/people/me/").status_code == 302
    other.refresh_from_db()
    assert other.ended_how == "second factor changed"


def test_making_and_taking_away_are_in_the_trail(client, app, trail):
    client.post("/people/second-factor/app/away/")

    assert trail() == [
        ("person", "signed_in", "signed in"),
        ("person", "altered", "second factor added"),
        ("person", "altered", "second factor added"),  # the recovery codes that come with it
        ("person", "altered", "second factor removed"),
        ("person", "altered", "second factor removed"),
    ]
    kinds = [entry.detail for entry in Entry.objects.filter(verb="altered")]
    assert ["recovery code" in kind for kind in kinds] == [False, True, False, True]


def test_without_the_last_one_the_doors_shut_again(client, app):
    client.post("/people/second-factor/app/away/")

    assert client.get("/trial/review/").headers["Location"].startswith("/people/second-factor/")


def test_if_the_trail_cannot_be_written_nothing_changes(client, person, monkeypatch):
    enter(client, person, strong=False)
    client.get(APP)
    code = pyotp.TOTP(client.session["mfa.totp.secret"]).now()

    def broken(**_kwargs):
        raise OSError("the disk is full")

    monkeypatch.setattr("peelian.access.identity.written.append", broken)
    with pytest.raises(OSError, match="disk is full"):
        client.post(APP, {"code": code})

    assert not Authenticator.objects.exists()


@pytest.mark.parametrize(
    "address", [APP, "/people/second-factor/passkey/", "/people/second-factor/recovery-codes/new/"]
)
def test_changing_one_wants_fresh_proof(client, person, at, address):
    enter(client, person)
    at.on(minutes=6)

    assert client.get(address).headers["Location"].startswith("/people/again/")


def test_secrets_are_sealed_in_the_database(app, person):
    stored = str(list(Authenticator.objects.values_list("data", flat=True)))

    assert app.secret not in stored
    assert person.key not in stored


def test_recovery_codes_are_shown_once(client, app):
    first = client.get("/people/second-factor/recovery-codes/").content.decode()
    again = client.get("/people/second-factor/recovery-codes/").content.decode()

    assert first.partition("<main")[2].partition("</main")[0].count("<li>") == 10
    assert "not shown again" in again
    assert "<li>" not in again.partition("<main")[2].partition("</main")[0]


def test_a_sign_in_needs_both(app, sign_in, client):
    client.post("/people/sign-out/")
    answer = sign_in()
    assert answer.headers["Location"] == "/people/sign-in/code/"
    assert client.get("/people/me/").status_code == 302, "a password alone is not a sign-in"

    code = app.at(timezone.now() + timedelta(seconds=30))
    wrong = client.post("/people/sign-in/code/", {"code": "000000"})
    assert wrong.status_code == 200
    right = client.post("/people/sign-in/code/", {"code": code})

    assert right.headers["Location"] == "/trial/review/"
    assert Visit.objects.latest("id").way == "password, totp"
    deeds = [(entry.verb, entry.detail) for entry in Entry.objects.order_by("-sequence")[:2]]
    assert [verb for verb, _detail in deeds] == ["signed_in", "denied"]
    assert "000000" not in deeds[1][1]


def test_a_code_serves_once(app, sign_in, client):
    client.post("/people/sign-out/")
    sign_in()
    code = app.at(timezone.now() + timedelta(seconds=30))
    client.post("/people/sign-in/code/", {"code": code})
    client.post("/people/sign-out/")
    sign_in()

    assert client.post("/people/sign-in/code/", {"code": code}).status_code == 200


def test_codes_are_counted_like_passwords(app, sign_in, client):
    client.post("/people/sign-out/")
    sign_in()
    for number in range(5):
        client.post("/people/sign-in/code/", {"code": f"00000{number}"})
    code = app.at(timezone.now() + timedelta(seconds=30))

    answer = client.post("/people/sign-in/code/", {"code": code})

    assert "Too many wrong tries" in answer.content.decode()
    assert '"what":"too many wrong tries"' in Entry.objects.latest("sequence").detail


def test_a_code_of_the_app_unlocks(app, client, at):
    at.time = timezone.now()
    Visit.objects.update(seen_at=at(), proved_at=at(), began_at=at())
    at.on(minutes=31)
    assert client.get("/trial/review/").status_code == 302
    code = app.at(timezone.now() + timedelta(seconds=30))

    answer = client.post("/people/again/", {"code": code, "next": "/trial/review/"})

    assert answer.headers["Location"] == "/trial/review/"
    assert client.get("/trial/review/").status_code == 200


def test_after_setting_up_one_goes_on_to_where_one_wanted(client, app):
    client.get("/people/second-factor/?next=/trial/review/")

    assert 'href="/trial/review/"' in client.get("/people/second-factor/").content.decode()


@pytest.mark.parametrize("wanted", ["https://elsewhere.example/", "javascript:alert(1)"])
def test_one_is_never_led_off_the_site(client, app, wanted):
    page = client.get("/people/second-factor/", {"next": wanted}).content.decode()

    assert wanted not in page
