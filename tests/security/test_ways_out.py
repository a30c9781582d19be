"""No address of ours sends its reader to another site because a link said so."""

from urllib.parse import quote, urlsplit

import pytest

from entering import enter
from security.conftest import EMAIL, PASSWORD

pytestmark = pytest.mark.django_db
ELSEWHERE = (
    "https://elsewhere.example/",
    "//elsewhere.example/",
    "///elsewhere.example/",
    "/\\elsewhere.example/",
    "\\\\elsewhere.example/",
    "https:elsewhere.example",
    "https:///elsewhere.example",
    "http://testserver@elsewhere.example/",
    "http://testserver.elsewhere.example/",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    " https://elsewhere.example/",
    "\thttps://elsewhere.example/",
)
SPLIT = "/people/me/\r\nLocation: https://elsewhere.example/"


def leads_to(answer):
    """The host and the path to which an answer leads; the host is empty for one of our own."""
    assert answer.status_code == 302, answer.content[:500]
    way = urlsplit(answer["Location"])
    assert way.scheme in ("", "http")
    return way.netloc, way.path


@pytest.mark.parametrize("onward", ELSEWHERE)
def test_signing_in_leads_to_our_own_pages(person, client, onward):
    form = {"login": EMAIL, "password": PASSWORD}

    asked = client.post(f"/people/sign-in/?next={quote(onward)}", form)
    assert leads_to(asked)[0] in ("", "testserver")

    client.logout()
    sent = client.post("/people/sign-in/", {**form, "next": onward})
    assert leads_to(sent)[0] in ("", "testserver")


@pytest.mark.parametrize("onward", ELSEWHERE)
def test_proving_again_leads_to_our_own_pages(person, client, onward):
    enter(client, person)

    answer = client.post("/people/again/", {"password": PASSWORD, "next": onward})

    assert leads_to(answer) == ("", "/people/me/")


@pytest.mark.parametrize("onward", ELSEWHERE)
def test_a_link_to_leave_a_page_open_leads_nowhere_else(person, client, onward):
    """What is asked to be kept is a path of ours; the answer is a number and no way."""
    enter(client, person)

    answer = client.post("/people/left-alone/", {"now": "1", "page": onward, "action": onward})

    assert answer.json() == {"seconds": 0}


def test_a_line_break_in_a_way_makes_no_second_header(person, client):
    enter(client, person)

    answer = client.post("/people/again/", {"password": PASSWORD, "next": SPLIT})

    assert leads_to(answer)[0] == ""
    assert "\r" not in answer["Location"]
    assert "\n" not in answer["Location"]


@pytest.mark.parametrize("address", ["//elsewhere.example", "//elsewhere.example/manual"])
def test_an_address_without_its_last_stroke_is_not_completed_to_another_site(client, address):
    answer = client.get("/", PATH_INFO=address)

    if answer.status_code in (301, 302):
        assert urlsplit(answer["Location"]).netloc in ("", "testserver")
    else:
        assert answer.status_code == 404
