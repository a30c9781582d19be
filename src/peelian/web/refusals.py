"""What the public door does with a figure that may not pass it, whichever page asked for it."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.views.defaults import page_not_found

from peelian.engines.publishing.shown import NotPublished, NotReleasable
from peelian.web.errors import refuse


class RefuseWhatIsNotReleased:
    """Answers for every view, so that none can forget to.

    Records that are not published are said to be so; that a figure about people exists is not.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self._get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The page instead of an error; any other exception goes on."""
        if isinstance(exception, NotPublished):
            return refuse(request, str(exception), status=403)
        if isinstance(exception, NotReleasable):
            return page_not_found(request, Http404())
        return None
