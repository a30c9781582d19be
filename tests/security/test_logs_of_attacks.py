"""What is turned away leaves a line: when, by which control, under which number; no words of it."""

import io
import json
import logging
import re

import pytest
from django.test import Client

from peelian.config.logging import LOGGING, configure

pytestmark = pytest.mark.django_db
CANARY = "Canary7f3a"


@pytest.fixture
def lines():
    """The lines of the log as they would be written."""
    configure()
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    made = {key: value for key, value in LOGGING["formatters"]["line"].items() if key != "()"}
    formatter = LOGGING["formatters"]["line"]["()"]
    handler.setFormatter(formatter(**made))
    root = logging.getLogger()
    root.addHandler(handler)
    yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]
    root.removeHandler(handler)


@pytest.mark.parametrize(
    ("ask", "said_by"),
    [
        (
            lambda: Client(enforce_csrf_checks=True).post(f"/people/sign-in/?{CANARY}"),
            "django.security.csrf",
        ),
        (
            lambda: Client().get("/manual/", headers={"host": f"{CANARY}.example"}),
            "django.security.DisallowedHost",
        ),
        (
            lambda: Client().post(
                "/people/sign-in/", {f"{CANARY}-{number}": "x" for number in range(1001)}
            ),
            "django.security.TooManyFieldsSent",
        ),
    ],
    ids=["forged form", "other host", "flood of fields"],
)
def test_what_a_control_turns_away_is_noted_under_its_name(lines, ask, said_by):
    answer = ask()
    written = lines()

    assert said_by in {line["logger"] for line in written}
    (own,) = [line for line in written if line["event"] == "request"]
    assert own["status"] == answer.status_code >= 400
    assert own["request_id"] == answer["X-Request-ID"]
    assert CANARY not in json.dumps(written)


def test_times_of_the_log_are_utc_and_say_so(lines, client):
    client.get("/manual/")

    times = [line["at"] for line in lines()]
    assert times
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z", one) for one in times)


def test_the_log_goes_to_standard_error_and_nowhere_else():
    assert set(LOGGING["handlers"]) == {"stderr"}
    assert LOGGING["handlers"]["stderr"]["class"] == "logging.StreamHandler"
    for logger in LOGGING["loggers"].values():
        assert not logger.get("handlers")
    assert LOGGING["root"]["handlers"] == ["stderr"]
