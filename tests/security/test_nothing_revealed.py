"""What a stranger learns from refusals, faults and guessed addresses: nothing (T12)."""

import re
from importlib.metadata import distributions, version

import pytest
from django.test import Client

from entering import enter

pytestmark = pytest.mark.django_db
CANARY = "Canary7f3a"
INNARDS = re.compile(
    r"Traceback|site-packages|\.py\b|Exception|Django|Python|granian|SELECT |sqlite|psycopg|DEBUG",
    re.IGNORECASE,
)
GUESSED = (
    "/.git/config",
    "/.git/HEAD",
    "/.env",
    "/.svn/entries",
    "/settings.py",
    "/secret-key",
    "/peelian.sqlite3",
    "/backup.zip",
    "/admin/",
    "/debug/",
    "/server-status",
    "/phpinfo.php",
    "/wp-login.php",
    "/accounts/login/",
    "/api/docs",
    "/static/",
    "/static/peelian/",
    "/static/peelian/vega/",
    "/static/peelian/../../config/settings.py",
    "/static/..%2f..%2fconfig/settings.py",
    "/static//etc/passwd",
    "/pictures/",
    "/pictures/../secret-key",
    "/attachments/",
    "/exports/",
    "/store/",
    "/keys/trail-signing-key.pem",
)


def breaks(*_given, **_more):
    raise RuntimeError(f"SELECT {CANARY} FROM people")


@pytest.mark.parametrize("address", GUESSED)
def test_what_is_guessed_is_not_there(client, address):
    assert client.get(address).status_code == 404


def test_a_fault_says_that_it_is_ours_and_nothing_of_what_it_was(client, monkeypatch):
    client.raise_request_exception = False
    monkeypatch.setattr("peelian.web.operator.health.JsonResponse", breaks)

    answer = client.get(f"/health/live?name={CANARY}")
    page = answer.content.decode()

    assert answer.status_code == 500
    assert "The fault is ours" in page
    assert CANARY not in page
    assert not INNARDS.search(page)


def test_after_a_fault_the_next_request_is_served(client, monkeypatch):
    client.raise_request_exception = False
    with monkeypatch.context() as patch:
        patch.setattr("peelian.web.operator.health.JsonResponse", breaks)
        assert client.get("/health/live").status_code == 500

    assert client.get("/health/live").status_code == 200


def test_a_database_that_is_away_lets_nobody_through(person, client, monkeypatch):
    """Where it cannot be asked who somebody is, nobody is let in (fail closed, T32)."""
    enter(client, person)
    client.raise_request_exception = False
    monkeypatch.setattr("peelian.access.identity.presence.get_user", breaks)

    answer = client.get("/people/me/")

    assert answer.status_code == 500
    assert person.name not in answer.content.decode()


@pytest.mark.parametrize(
    ("ask", "status"),
    [
        (lambda: Client().get(f"/{CANARY}/"), 404),
        (lambda: Client(enforce_csrf_checks=True).post("/people/sign-in/", {"x": CANARY}), 403),
        (lambda: Client().get("/manual/", headers={"host": f"{CANARY}.example"}), 400),
        (lambda: Client().generic("TRACE", f"/{CANARY}/"), 405),
    ],
    ids=["missing", "forged", "other host", "strange method"],
)
def test_a_refusal_repeats_nothing_and_names_no_part_of_the_machine(ask, status):
    answer = ask()
    page = answer.content.decode()

    assert answer.status_code == status
    assert CANARY not in page
    assert not INNARDS.search(page)


@pytest.mark.parametrize("address", ["/", "/manual/", "/people/sign-in/", "/api/", "/no-page/"])
def test_no_page_tells_the_version_of_what_it_stands_on(client, address):
    page = client.get(address).content.decode()
    parts = ("django", "granian", "duckdb", "whitenoise", "django-allauth", "cryptography")

    assert {one.name.lower() for one in distributions()} >= set(parts)
    for part in parts:
        assert f"{part} {version(part)}" not in page.lower()


@pytest.mark.parametrize("method", ["TRACE", "CONNECT", "PUT", "PATCH", "DELETE", "PROPFIND"])
@pytest.mark.parametrize(
    "address", ["/", "/people/me/", "/api/forces", "/static/peelian/peelian.css"]
)
def test_methods_that_no_page_has_are_refused(client, method, address):
    answer = client.generic(method, address, headers={"x-told": CANARY})

    assert answer.status_code == 405
    assert answer["Allow"] == "GET, HEAD, POST, OPTIONS"
    assert CANARY.encode() not in answer.content


def test_metrics_and_the_state_of_the_machine_are_not_for_everybody(client):
    assert client.get("/metrics", REMOTE_ADDR="192.0.2.7").status_code == 404
    assert client.get("/metrics", headers={"x-forwarded-for": "127.0.0.1"}).status_code == 404
