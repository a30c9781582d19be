"""The answer where nothing could be kept: no room on the disk, or a database that is too busy.

C-DUR-2, T42. Nothing was saved then, and the page says so. What was typed is still in the form to
which the reader's browser goes back.
"""

import errno
import sqlite3
import sys
from typing import Final

import structlog
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views import defaults

FULL, BUSY = "503_full.html", "503_busy.html"
SECONDS_TO_WAIT: Final = 30
NO_ROOM: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
# What PostgreSQL calls a full disk; see appendix A of its manual.
DISK_FULL: Final = "53100"

log = structlog.get_logger("peelian.requests")


def server_error(request: HttpRequest) -> HttpResponse:
    """The page for whatever went wrong: 503 where nothing was kept and may be later, else 500."""
    template = _page_for(sys.exception())
    if template is None:
        return defaults.server_error(request)
    log.error("nothing_kept", because="full" if template == FULL else "busy")
    answer = HttpResponse(render_to_string(template), status=503)
    answer.headers["Retry-After"] = str(SECONDS_TO_WAIT)
    return answer


def _page_for(error: BaseException | None) -> str | None:
    if isinstance(error, OSError) and error.errno in NO_ROOM:
        return FULL
    if not isinstance(error, OperationalError):
        return None
    cause = error.__cause__
    full = (
        getattr(cause, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL
        or getattr(cause, "sqlstate", None) == DISK_FULL
    )
    return FULL if full else BUSY
