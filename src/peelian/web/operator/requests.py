"""One line in the log for each request, and a number by which its traces belong together.

C-LOG-1, T12. The line names the route and never the address: addresses hold names, places and
what was searched for. The same number stands in the answer, in each line that is written meanwhile
and in the particulars of entries in the trail, so that a report of a fault finds its way.
"""

import time
import uuid
from collections.abc import Callable

import structlog
from django.http import HttpRequest, HttpResponse

from peelian.web.operator.counted import count_request

HEADER = "X-Request-ID"
UNKNOWN = "none"

log = structlog.get_logger("peelian.requests")


def every_request(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware that stands before all others."""

    def answer(request: HttpRequest) -> HttpResponse:
        begun = time.monotonic()
        # Made here and never taken from the sender, who could write anything into our logs.
        number = uuid.uuid4().hex
        with structlog.contextvars.bound_contextvars(request_id=number):
            response = get_response(request)
            route = _route(request)
            seconds = time.monotonic() - begun
            count_request(route, response.status_code, seconds)
            log.info(
                "request",
                method=request.method,
                route=route,
                status=response.status_code,
                seconds=round(seconds, 3),
            )
        response.headers[HEADER] = number
        return response

    return answer


def _route(request: HttpRequest) -> str:
    """The name of the route, which our own code gave it."""
    found = request.resolver_match
    return found.view_name if found is not None and found.view_name else UNKNOWN
