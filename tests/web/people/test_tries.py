"""Wrong tries are counted, written down and stopped, and say nothing of who has an account."""

import time

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.utils.html import escape

from entering import enter
from peelian.access.identity import clock
from peelian.access.identity.adapters import SecondFactors
from peelian.access.identity.letters import invite
from peelian.access.identity.standing import Standing
from peelian.access.identity.waking import NotAPerson, turn_off, turn_on
from peelian.access.user import User
from peelian.trail.models import Entry
from web.people.conftest import EMAIL, PASSWORD

WRONG = "This address and this password do not belong together."
TOO_MANY = "Too many wrong tries."


@pytest.fixture
def minutes_later(monkeypatch):
    """allauth counts by the clock of the machine."""
    real = time.time

    def move(minutes):
        monkeypatch.setattr(time, "time", lambda: real() + 60 * minutes)

    return move


@pytest.fixture
def administrator(db):
    return User.objects.create_person(email="admin@example.org", name="Demo administrator")


def test_five_wrong_tries_then_ten_minutes(client, person, sign_in, minutes_later):
    for _each in range(5):
        assert WRONG in sign_in(password="guess").content.decode()
    assert TOO_MANY in sign_in().content.decode(), "the right password is refused as well"
    minutes_later(9)
    assert TOO_MANY in sign_in().content.decode()
    minutes_later(11)

    assert sign_in().status_code == 302


def test_the_tries_of_one_do_not_stop_another(client, person, sign_in):
    for _each in range(6):
        sign_in(email="somebody@example.org", password="guess")

    assert sign_in().status_code == 302


def test_tries_at_the_lock_are_counted_too(client, person, at):
    enter(client, person)
    at.on(minutes=31)
    for _each in range(5):
        client.post("/people/again/", {"password": "guess"})

    answer = client.post("/people/again/", {"password": PASSWORD})

    assert TOO_MANY in answer.content.decode()


def test_a_stranger_and_a_wrong_password_are_answered_alike(client, person, sign_in):
    known = sign_in(password="guess").content.decode()
    stranger = sign_in(email="stranger@example.org", password="guess").content.decode()

    def bare(page):
        return page.replace("stranger@example.org", EMAIL).split("csrfmiddlewaretoken")[0]

    assert bare(known) == bare(stranger)


def test_wrong_tries_are_in_the_trail_and_hold_no_secret(client, person, sign_in, trail):
    sign_in(password="guess-one")
    sign_in(email="stranger@example.org", password="guess-two")

    assert trail() == [
        ("person", "denied", "wrong password"),
        ("public", "denied", "wrong password"),
    ]
    written = " ".join(f"{e.actor} {e.record_ref} {e.detail}" for e in Entry.objects.all())
    for secret in ("guess-one", "guess-two", "stranger@example.org", EMAIL):
        assert secret not in written


def test_the_same_stranger_is_recognised_in_the_trail(sign_in, db):
    for email in ("a@example.org", "b@example.org", " A@EXAMPLE.org"):
        sign_in(email=email, password="guess")
    first, second, third = Entry.objects.order_by("sequence").values_list("record_ref", flat=True)

    assert first == third != second


@pytest.mark.parametrize(("days", "let_in"), [(29, True), (30, False), (400, False)])
def test_an_account_idle_for_thirty_days_is_refused(person, sign_in, at, days, let_in):
    person.last_login = at()
    person.save()
    at.on(days=days)

    answer = sign_in()

    assert (answer.status_code == 302) is let_in
    if not let_in:
        assert "has not been used for 30 days" in answer.content.decode()


def test_an_administrator_wakes_it(person, administrator, sign_in, at, trail):
    person.last_login = at()
    person.save()
    at.on(days=90)
    assert sign_in().status_code == 403

    turn_on(user=person, by=administrator, at=at())

    assert sign_in().status_code == 302
    assert trail() == [
        ("person", "denied", "account refused"),
        ("person", "altered", "account turned on"),
        ("person", "signed_in", "signed in"),
    ]


def test_an_account_made_and_never_used_falls_asleep_too(person, administrator, sign_in, at):
    turn_on(user=person, by=administrator, at=at())
    at.on(days=30)

    assert sign_in().status_code == 403


def test_an_account_turned_off_is_told_so_only_with_the_right_password(
    client, person, administrator, sign_in, at
):
    turn_off(user=person, by=administrator, at=at())

    assert "turned off" in sign_in().content.decode()
    assert WRONG in sign_in(password="guess").content.decode()


def test_turning_an_account_off_ends_its_visits(client, person, administrator, at):
    visit = enter(client, person)
    turn_off(user=person, by=administrator, at=at())
    visit.refresh_from_db()

    assert visit.ended_how == "account turned off"


def test_a_service_account_is_never_let_in(administrator, at):
    service = User.objects.service_account("nightly-load")

    with pytest.raises(NotAPerson):
        turn_on(user=service, by=administrator, at=at())
    assert not Standing.objects.exists()


def test_a_new_person_gets_a_link_and_chooses_a_password(
    client, rf, administrator, mailoutbox, django_capture_on_commit_callbacks
):
    made = User.objects.create_person(email="new@example.org", name="Demo call handler")
    with django_capture_on_commit_callbacks(execute=True):
        invite(request=rf.get("/"), user=made, by=administrator, at=clock.now())
    (letter,) = mailoutbox
    assert letter.to == ["new@example.org"]
    link = next(word for word in letter.body.split() if word.startswith("http"))

    page = client.get(link, follow=True)
    address = page.redirect_chain[-1][0]
    short = client.post(address, {"password1": "short one", "password2": "short one"})
    common = client.post(address, {"password1": "password1234", "password2": "password1234"})
    good = client.post(address, {"password1": PASSWORD, "password2": PASSWORD})

    assert "at least 12 characters" in short.content.decode()
    assert escape("This password is too common.") in common.content.decode()
    assert good.status_code == 302
    made.refresh_from_db()
    assert made.check_password(PASSWORD)
    assert "too old" in client.get(link, follow=True).content.decode(), "it serves once"


def test_asking_for_a_new_password_tells_nobody_who_has_an_account(client, person, mailoutbox):
    answers = [
        client.post("/people/password/forgotten/", {"email": email}).headers["Location"]
        for email in (EMAIL, "stranger@example.org")
    ]

    assert answers[0] == answers[1]
    assert [letter.to for letter in mailoutbox] == [[EMAIL]]


def test_a_password_by_letter_ends_every_visit_and_still_wants_the_second_factor(
    client, person, mailoutbox
):
    visit = enter(client, person)
    Authenticator.objects.create(
        user=person, type="totp", data={"secret": SecondFactors().encrypt("JBSWY3DPEHPK3PXP")}
    )
    stranger = Client()
    stranger.post("/people/password/forgotten/", {"email": EMAIL})
    link = next(word for word in mailoutbox[-1].body.split() if word.startswith("http"))
    address = stranger.get(link, follow=True).redirect_chain[-1][0]
    new = "five other words that agree"
    stranger.post(address, {"password1": new, "password2": new})

    visit.refresh_from_db()
    assert visit.ended_how == "password changed"
    assert client.get("/people/me/").status_code == 302
    answer = stranger.post("/people/sign-in/", {"login": EMAIL, "password": new})
    assert answer.headers["Location"] == "/people/sign-in/code/"
