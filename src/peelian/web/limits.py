"""What is refused before anything is read of it: strange methods, and more than we could use.

C-LIM-1, C-UPL-1. The largest thing that anybody sends is a file for a record; some room beside it
serves the other fields of the form. A server passes on as many bytes as the sender announced and no
more, so that the announcement can be trusted for this.
"""

from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.utils.translation import gettext as _

from peelian.web.errors import refuse

METHODS = ("GET", "HEAD", "POST", "OPTIONS")
BESIDE_THE_FILE = 1024 * 1024

Handler = Callable[[HttpRequest], HttpResponse]


def within_limits(following: Handler) -> Handler:
    """Middleware: 405 for a method that no page has, 413 for a body that no page takes."""

    def handle(request: HttpRequest) -> HttpResponse:
        if request.method not in METHODS:
            return HttpResponseNotAllowed(METHODS)
        if _announced(request) > settings.ATTACHMENT_BYTES + BESIDE_THE_FILE:
            sentence = _("What was sent is too large. A file may have up to {most} MB.").format(
                most=settings.ATTACHMENT_BYTES // BESIDE_THE_FILE
            )
            return refuse(request, sentence, status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        return following(request)

    return handle


def _announced(request: HttpRequest) -> int:
    """Bytes of the body as the sender gives them; nothing where they give no number."""
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        return 0
