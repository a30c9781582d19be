"""A visit locks after thirty idle minutes and ends after twelve hours (T13, C-SES-1)."""

import pytest

from entering import enter
from peelian.access.identity.kept import KeptForm
from peelian.access.user import User
from web.people.conftest import PASSWORD
from web.people.form_page import SENT

FORM = {"words": "No grounds were written.", "grounds": "none"}


def unlock(client, wanted="/trial/review/", password=PASSWORD):
    return client.post("/people/again/", {"password": password, "next": wanted})


@pytest.mark.parametrize(
    ("idle", "open_"),
    [(29, True), (30, False), (31, False), (600, False)],
)
def test_thirty_idle_minutes_lock(client, person, at, idle, open_):
    enter(client, person)
    at.on(minutes=idle)

    answer = client.get("/trial/review/")

    assert (answer.status_code == 200) is open_
    if not open_:
        assert answer.headers["Location"] == "/people/again/?next=%2Ftrial%2Freview%2F"


def test_work_keeps_a_visit_open_but_not_for_more_than_twelve_hours(client, person, at):
    enter(client, person)
    for _each in range(35):
        at.on(minutes=20)
        assert client.get("/trial/review/").status_code == 200
    at.on(minutes=20)

    answer = client.get("/trial/review/")

    assert answer.headers["Location"] == "/people/sign-in/?next=%2Ftrial%2Freview%2F"


def test_a_locked_visit_stays_locked_when_the_clock_is_set_back(client, person, at):
    enter(client, person)
    at.on(minutes=31)
    client.get("/trial/review/")
    at.on(minutes=-20)

    assert client.get("/trial/review/").status_code == 302


def test_a_lock_shows_nothing_and_a_password_opens_it(client, person, at, trail):
    enter(client, person)
    at.on(minutes=31)
    assert client.get("/people/me/").status_code == 302
    assert person.email not in client.get("/people/again/").content.decode()
    assert unlock(client, password="not this one").status_code == 200
    assert client.get("/people/me/").status_code == 302

    session_before = client.session.session_key
    assert unlock(client, "/people/me/").headers["Location"] == "/people/me/"

    assert client.get("/people/me/").status_code == 200
    assert client.session.session_key != session_before
    assert trail() == [
        ("person", "signed_in", "signed in"),
        ("person", "altered", "visit locked"),
        ("person", "denied", "wrong password"),
        ("person", "signed_in", "visit unlocked"),
    ]


def test_the_password_of_another_person_opens_nothing(client, person, at):
    User.objects.create_person(email="b@example.org", name="Demo analyst", password="other " * 4)
    enter(client, person)
    at.on(minutes=31)

    assert unlock(client, password="other " * 4).status_code == 200
    assert client.get("/trial/review/").status_code == 302


def test_a_form_sent_to_a_locked_visit_is_filled_in_after_unlocking(client, person, at):
    SENT.clear()
    enter(client, person)
    at.on(minutes=31)

    answer = client.post(
        "/trial/review/", FORM, headers={"referer": "http://testserver/trial/review/?page=2"}
    )

    assert answer.headers["Location"].endswith("next=%2Ftrial%2Freview%2F%3Fpage%3D2")
    assert SENT == []
    unlock(client)
    page = client.get("/trial/review/?page=2").content.decode()
    assert "No grounds were written." in page
    assert 'value="none"' in page
    client.post("/trial/review/", FORM)
    assert SENT == [FORM]
    assert not KeptForm.objects.exists(), "what was sent is forgotten"


def test_a_form_survives_the_twelve_hours_too(client, person, at, sign_in):
    visit = enter(client, person)
    at.on(hours=12)
    assert client.post("/trial/review/", FORM).headers["Location"].startswith("/people/sign-in/")
    at.on(hours=1)
    enter(client, person)

    assert "No grounds were written." in client.get("/trial/review/").content.decode()
    visit.refresh_from_db()
    assert visit.ended_how == "twelve hours over"


def test_a_kept_form_is_its_writers_alone_unreadable_and_gone_after_twelve_hours(
    client, person, at
):
    enter(client, person)
    at.on(minutes=31)
    client.post("/trial/review/", FORM | {"password": PASSWORD, "csrfmiddlewaretoken": "token"})
    kept = KeptForm.objects.get()
    assert "grounds" not in kept.body

    other = User.objects.create_person(email="b@example.org", name="Demo analyst", password=None)
    enter(client, other)
    assert "No grounds" not in client.get("/trial/review/").content.decode()
    # Somebody who moves the row to another account still cannot read it.
    KeptForm.objects.update(user=other)
    assert "No grounds" not in client.get("/trial/review/").content.decode()
    KeptForm.objects.update(user=person)

    enter(client, person)
    assert "No grounds" in client.get("/trial/review/").content.decode()
    at.on(hours=12)
    enter(client, person)
    assert "No grounds" not in client.get("/trial/review/").content.decode()


def test_a_page_left_alone_asks_and_is_told_how_long(client, person, at):
    enter(client, person)
    at.on(minutes=10)
    client.get("/trial/review/")
    at.on(minutes=20)
    sent = {"page": "/trial/review/", "fields": "words=half+a+sentence"}

    assert client.post("/people/left-alone/", sent).json() == {"seconds": 600}
    assert not KeptForm.objects.exists()
    at.on(minutes=10)
    assert client.post("/people/left-alone/", sent).json() == {"seconds": 0}, "asking is no work"
    unlock(client)
    assert "half a sentence" in client.get("/trial/review/").content.decode()


def test_typing_is_a_sign_of_life(client, person, at):
    enter(client, person)
    at.on(minutes=20)
    assert client.post("/people/still-here/").status_code == 204
    at.on(minutes=20)

    assert client.get("/trial/review/").status_code == 200


def test_the_lock_sends_nobody_to_another_site(client, person, at):
    enter(client, person)

    assert unlock(client, "https://elsewhere.example/").headers["Location"] == "/people/me/"


def test_whoever_is_out_has_nothing_to_unlock(client):
    answer = client.get("/people/again/?next=/people/me/")

    assert answer.headers["Location"] == "/people/sign-in/?next=%2Fpeople%2Fme%2F"
    assert client.post("/people/left-alone/").json() == {"seconds": 0}
