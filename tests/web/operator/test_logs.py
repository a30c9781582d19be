"""Nothing personal reaches a log, whatever part of a request it stands in (C-LOG-1, T12)."""

import io
import json
import logging

import pytest
import structlog
from django.test import RequestFactory

from peelian.config.logging import LOGGING, configure
from peelian.web.operator.requests import every_request

CANARY = "Canary7f3a"


@pytest.fixture
def written():
    """What the product's own formatter writes."""
    configure()
    stream = io.StringIO()
    formatter = LOGGING["formatters"]["line"]
    handler = logging.StreamHandler(stream)
    made = {key: value for key, value in formatter.items() if key != "()"}
    handler.setFormatter(structlog.stdlib.ProcessorFormatter(**made))
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]
    root.removeHandler(handler)
    root.setLevel(level)


def fails(request):
    about_a_person = CANARY
    raise ValueError(f"no record of {about_a_person}")


def test_a_library_that_writes_what_it_worked_on_is_cut_short(written):
    try:
        fails(None)
    except ValueError:
        logging.getLogger("somelibrary").exception("while reading %s", CANARY, extra={"x": CANARY})
    (line,) = written()

    assert line["event"] == "said_by_library"
    assert line["raised"] == "ValueError"
    assert "test_logs.py" in line["where"]
    assert CANARY not in json.dumps(line)


def test_our_own_lines_keep_listed_fields_of_the_right_form_only(written):
    log = structlog.get_logger("peelian.trials")
    log.info("job_done", job="trail-checkpoint", seconds=0.25, name=CANARY)
    log.info("job_done", job=f"by {CANARY}")
    log.info(f"looked at {CANARY}")
    first, second, third = written()

    assert (first["job"], first["seconds"]) == ("trail-checkpoint", 0.25)
    assert "job" not in second
    assert third["event"] == "unnamed_event"
    assert CANARY not in json.dumps([first, second, third])


@pytest.mark.parametrize("view", ["found", "missing", "broken"])
@pytest.mark.django_db
def test_no_part_of_a_request_is_logged(written, client, view, monkeypatch):
    client.raise_request_exception = False
    if view == "broken":
        monkeypatch.setattr("peelian.web.operator.health.JsonResponse", fails)
    client.cookies["session"] = CANARY
    address = {"found": "/health/live", "broken": "/health/live", "missing": f"/people/{CANARY}/"}
    answer = client.post(
        f"{address[view]}?q={CANARY}",
        {"name": CANARY},
        headers={"user-agent": CANARY, "referer": f"http://testserver/{CANARY}", "x-id": CANARY},
    )
    lines = written()

    assert CANARY not in json.dumps(lines)
    own = [line for line in lines if line["event"] == "request"]
    assert [line["request_id"] for line in own] == [answer.headers["X-Request-ID"]]


def test_the_number_of_a_request_is_ours_and_stands_in_its_lines(written):
    def view(request):
        structlog.get_logger("peelian.trials").info("in_between")
        raise SystemExit

    with pytest.raises(SystemExit):
        every_request(view)(RequestFactory().get("/", headers={"x-request-id": CANARY}))
    (line,) = written()

    assert len(line["request_id"]) == 32
    assert CANARY not in json.dumps(line)
