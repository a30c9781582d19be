"""Exporting, releasing, grading and sealing want proof of the last five minutes."""

import pytest

from entering import enter
from web.people.conftest import PASSWORD
from web.people.form_page import SENT

FORM = {"words": "Release it.", "grounds": "signed"}


@pytest.mark.parametrize(("minutes", "open_"), [(0, True), (4, True), (5, False), (25, False)])
def test_a_sign_in_is_fresh_for_five_minutes(client, person, at, minutes, open_):
    enter(client, person)
    at.on(minutes=minutes)

    answer = client.get("/trial/release/")

    assert (answer.status_code == 200) is open_
    if not open_:
        assert answer.headers["Location"] == "/people/again/?next=%2Ftrial%2Frelease%2F"


def test_a_password_makes_it_fresh_again_and_the_form_waits(client, person, at, trail):
    SENT.clear()
    enter(client, person)
    at.on(minutes=6)
    sent = client.post(
        "/trial/release/", FORM, headers={"referer": "http://testserver/trial/release/form/"}
    )
    assert sent.headers["Location"] == "/people/again/?next=%2Ftrial%2Frelease%2Fform%2F"
    page = client.get(sent.headers["Location"]).content.decode()
    assert "Confirm that it is you" in page

    client.post("/people/again/", {"password": PASSWORD, "next": "/trial/release/form/"})

    assert "Release it." in client.get("/trial/release/form/").content.decode()
    assert client.post("/trial/release/", FORM).content == b"saved"
    assert SENT == [FORM]
    assert trail()[-1] == ("person", "signed_in", "signed in again")


def test_other_pages_do_not_ask(client, person, at):
    enter(client, person)
    at.on(minutes=20)

    assert client.get("/trial/review/").status_code == 200
