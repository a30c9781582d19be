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
from peelian.web.uploads import in_memory_alone

METHODS = ("GET", "HEAD", "POST", "OPTIONS")
BESIDE_THE_FILE = 1024 * 1024

Handler = Callable[[HttpRequest], HttpResponse]


class WithinLimits:
    """Middleware: 405 for a method that no page has, 413 for a body that no page takes.

    It stands before whatever reads a form, and so tells how files are taken in.
    """

    def __init__(self, following: Handler) -> None:
        self._following = following

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in METHODS:
            return HttpResponseNotAllowed(METHODS)
        if _announced(request) > settings.ATTACHMENT_BYTES + BESIDE_THE_FILE:
            sentence = _("What was sent is too large. A file may have up to {most} MB.").format(
                most=settings.ATTACHMENT_BYTES // BESIDE_THE_FILE
            )
            return refuse(request, sentence, status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        return self._following(request)

    def process_view(
        self, request: HttpRequest, view: Handler, args: object, kwargs: object
    ) -> None:
        """Once the page is known, and before its form is read."""
        in_memory_alone(request, view)


def _announced(request: HttpRequest) -> int:
    """Bytes of the body as the sender gives them; nothing where they give no number."""
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        return 0
