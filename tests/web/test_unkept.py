"""Whoever sends something that could not be kept is told so, and why."""

import errno
import sqlite3

import pytest
from django.db import OperationalError, ProgrammingError
from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import path

from peelian.web.unkept import server_error

handler500 = server_error
RAISED = []


def saving(request):
    if RAISED:
        raise RAISED[0]
    return HttpResponse("saved")


urlpatterns = [path("saving", saving)]


def told(number):
    """The error that Django makes of what SQLite says."""
    error, cause = OperationalError("it says"), sqlite3.OperationalError("it says")
    cause.sqlite_errorcode = number
    error.__cause__ = cause
    return error


@pytest.fixture
def sent(db, monkeypatch):
    """The answer to somebody whose saving ends in this error."""
    client = Client(raise_request_exception=False)

    def run(error):
        monkeypatch.setattr(f"{__name__}.RAISED", [error])
        with override_settings(ROOT_URLCONF=__name__):
            return client.post("/saving")

    return run


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (told(sqlite3.SQLITE_FULL), "there is no room left"),
        (OSError(errno.ENOSPC, "No space left on device"), "there is no room left"),
        (told(sqlite3.SQLITE_BUSY), "please try again"),
        (OperationalError("deadlock detected"), "please try again"),
    ],
)
def test_what_was_not_kept_is_said_to_be_so(sent, error, says):
    answer = sent(error)

    assert answer.status_code == 503
    assert f"This was not saved: {says}" in answer.content.decode()
    assert answer.headers["Retry-After"] == "30"
    assert "it says" not in answer.content.decode()


@pytest.mark.parametrize("error", [ProgrammingError("a fault of ours"), FileNotFoundError("gone")])
def test_any_other_fault_is_ours(sent, error):
    assert sent(error).status_code == 500
