"""Which claims of a request are believed: those of our own proxy, and no others."""

import pytest
from django.test import Client, RequestFactory

from peelian.access.identity.browsers import browser_of
from peelian.trail.models import Entry
from peelian.web.limits import BESIDE_THE_FILE
from security.behind_tls import settings_behind_tls

pytestmark = pytest.mark.django_db
PROXY = "127.0.0.1"
READER = "198.51.100.9"


def came_from(forwarded, more=()):
    request = RequestFactory().get(
        "/", REMOTE_ADDR=PROXY, headers={"x-forwarded-for": forwarded, **dict(more)}
    )
    return browser_of(request).address


def test_without_a_proxy_nobody_says_where_they_come_from():
    assert came_from(READER) == PROXY
    assert came_from(READER, {"x-real-ip": READER, "forwarded": f"for={READER}"}) == PROXY


def test_behind_one_proxy_only_what_it_added_itself_is_believed(settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1

    assert came_from(READER) == READER
    assert came_from(f"203.0.113.66, {READER}") == READER


def test_a_made_up_address_does_not_get_around_the_count_of_tries(person, sign_in):
    """Nor into the trail: every wrong try of one machine is written under its own address."""
    for number in range(6):
        answer = sign_in(password="wrong", headers={"x-forwarded-for": f"203.0.113.{number}"})

    assert "Too many wrong tries" in answer.content.decode()
    details = [one.detail for one in Entry.objects.filter(verb="denied")]
    assert details
    assert not [one for one in details if "203.0.113." in one]


@pytest.mark.parametrize("host", ["elsewhere.example", "testserver.elsewhere.example", "a b", ""])
def test_another_name_than_ours_is_refused(host):
    answer = Client().get("/people/sign-in/", headers={"host": host or "-"})

    assert answer.status_code == 400


def test_a_forwarded_name_is_not_believed(client, person, mailoutbox):
    """Else a letter with a link to set a password could be made to lead elsewhere."""
    client.post(
        "/people/password/forgotten/",
        {"email": person.email},
        headers={"x-forwarded-host": "elsewhere.example"},
    )

    (letter,) = mailoutbox
    assert "elsewhere.example" not in letter.body
    assert "//testserver/" in letter.body


def test_a_reader_cannot_claim_to_have_come_by_tls():
    answer = Client().get("/manual/", headers={"x-forwarded-proto": "https"})

    assert not answer.wsgi_request.is_secure()


def test_behind_tls_the_proxy_says_so(settings, tmp_path):
    for setting, value in settings_behind_tls(str(tmp_path)).items():
        setattr(settings, setting, value)

    answer = Client().get("/manual/", headers={"x-forwarded-proto": "https"})

    assert answer.wsgi_request.is_secure()


def test_more_than_any_page_takes_is_refused_before_it_is_read(client, settings):
    settings.ATTACHMENT_BYTES = 3 * 1024 * 1024
    largest = settings.ATTACHMENT_BYTES + BESIDE_THE_FILE

    too_much = client.post("/people/sign-in/", CONTENT_LENGTH=str(largest + 1))
    as_much = client.post("/people/sign-in/", CONTENT_LENGTH="12")

    assert too_much.status_code == 413
    assert "up to 3 MB" in too_much.content.decode()
    assert as_much.status_code == 200


def test_a_form_with_thousands_of_fields_is_refused(client):
    form = {f"field-{number}": "x" for number in range(1001)}

    assert client.post("/people/sign-in/", form).status_code == 400


def test_a_length_that_is_no_number_is_none(client):
    assert client.get("/manual/", CONTENT_LENGTH="many").status_code == 200
