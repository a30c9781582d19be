"""Words of readers stay words: in queries, pages, headers, letters, files and templates."""

import json
import re

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.test import Client

from peelian.access.user import User
from peelian.engines.registers.contents import tidy_name
from peelian.engines.registers.serving import Served
from people import investigation, small_force
from web.force.signed_in import browser_of

pytestmark = pytest.mark.django_db
QUERIES = (
    "' OR '1'='1",
    "'; DROP TABLE investigation_investigation; --",
    '" OR ""="',
    "') UNION SELECT summary FROM investigation_investigation --",
    "%' OR 1=1 --",
    "1; ATTACH 'x.db' AS x",
    "x' || (SELECT content FROM read_text('/etc/passwd')) || '",
)
SCRIPT = "<script>alert('Canary7f3a')</script>"
LIST = "/force/records/investigation/"


@pytest.fixture
def cases(desk):
    force = small_force()
    investigation("A", unit="N1")
    investigation("C", unit="S1")
    return force


def shown(browser, **query):
    return set(re.findall(r"investigation-(\w)/", browser.get(LIST, query).content.decode()))


@pytest.mark.parametrize("query", QUERIES)
def test_a_search_that_is_a_query_finds_what_no_word_finds(cases, query):
    browser = browser_of(cases["patrol-officer"])

    assert shown(browser, q=query) == set()
    assert browser.get(LIST, {"unit_ref": query}).status_code in (200, 400)
    assert browser.get(LIST, {"after": query}).status_code in (200, 400, 404)
    assert shown(browser) == {"A"}


@pytest.mark.parametrize(
    "address",
    [
        "/places/?q={}",
        "/forces/?q={}",
        "/measures/{}/",
        "/api/measures/{}/cells",
        "/manual/{}/",
        "/data/{}/x/y/",
        "/measures/crime.recorded/?force={}",
    ],
)
def test_public_addresses_answer_a_query_in_the_address_like_any_unknown_word(client, address):
    for query in QUERIES:
        asked = address.format(query.replace("/", " "))
        assert client.get(asked).status_code in (200, 302, 400, 404), asked


def test_conditions_of_the_interface_are_values_and_no_queries(loaded_home):
    browser = Client()
    plain = browser.get("/api/measures/crime.recorded/cells", {"by": "force", "limit": "5"})
    assert plain.status_code == 200

    for query in QUERIES:
        answer = browser.get(
            "/api/measures/crime.recorded/cells", {"by": "force", "where": f"crime_type={query}"}
        )
        assert answer.status_code in (400, 422), query
        assert "passwd" not in answer.json().get("right", "")


def test_what_was_searched_for_is_shown_as_text(client):
    page = client.get("/places/", {"q": SCRIPT}).content.decode()

    assert SCRIPT not in page
    assert "alert(&#x27;Canary7f3a&#x27;)" in page


def test_a_word_cannot_end_the_data_of_a_script(cases):
    browser = browser_of(cases["patrol-officer"])
    page = browser.get(LIST, {"q": f"</script>{SCRIPT}"}).content.decode()

    assert SCRIPT not in page
    for held in re.findall(r"<script[^>]*application/json[^>]*>(.*?)</script>", page, re.DOTALL):
        json.loads(held)


@pytest.mark.parametrize("expression", ["{{ 7|add:7 }}", "{% debug %}", "${7*7}", "{0.__class__}"])
def test_an_expression_is_a_word(client, expression):
    page = client.get("/places/", {"q": expression}).content.decode()

    assert "&#x27;" in page or expression.split("|")[0] in page or expression in page
    assert ">14<" not in page
    assert "__main__" not in page


def test_a_link_of_ours_carries_what_was_asked_as_a_value(client):
    page = client.get("/places/", {"q": 'x" onmouseover="alert(1)&amp=1#'}).content.decode()

    assert 'onmouseover="alert' not in page
    assert "javascript:" not in page


@pytest.mark.parametrize(
    "name",
    [
        'a"; filename="b.html',
        "a\r\nSet-Cookie: x=1",
        "a\u202etxt.exe",
        "../../etc/passwd",
        "é☃.pdf",
    ],
)
def test_a_file_name_stays_within_its_header(name):
    headers = Served(tidy_name(name), "text/plain", b"x").headers
    given = headers["Content-Disposition"]

    assert given.startswith("attachment; filename*=UTF-8''")
    assert re.fullmatch(r"[\w.%~!*'; =-]+", given)
    assert "\r" not in given
    assert "%2F" not in given


def test_a_line_break_in_a_name_makes_no_second_head_of_a_letter():
    letter = EmailMessage("Hello\nBcc: thief@elsewhere.example", "text", to=["a@example.org"])

    with pytest.raises(ValueError, match="newlines"):
        letter.message()


def test_an_account_cannot_be_given_an_address_with_a_line_break(cases):
    browser = browser_of(cases["administrator"])

    answer = browser.post(
        "/people/accounts/new/",
        {"email": "a@example.org\nBcc: b@elsewhere.example", "name": "Demo", "reason": "new"},
    )

    assert answer.status_code == 400
    assert mail.outbox == []
    assert not User.objects.filter(email__contains="\n").exists()


def test_fields_that_no_form_asks_for_change_nothing(cases, client):
    """Mass assignment: what is not a field of the form is not read (C-ACC-1)."""
    browser = browser_of(cases["supervisor"])
    before = User.objects.filter(pk=cases["supervisor"].pk).values().get()

    browser.post("/people/conflicts/declare/", {"is_active": "0", "kind": "service", "key": "x"})
    browser.post(
        f"{LIST}investigation-A/change/",
        {"version": "1", "offence": "Robbery", "record_id": "x", "force_id": "kent", "source": "y"},
    )

    assert User.objects.filter(pk=cases["supervisor"].pk).values().get() == before
    page = browser.get(f"{LIST}investigation-A/")
    assert page.status_code == 200
