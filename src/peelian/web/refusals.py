"""What the public door does with a figure that may not pass it, whichever page asked for it."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.defaults import page_not_found

from peelian.engines.publishing.shown import NotPublished, NotReleasable
from peelian.web.components.parts import Link
from peelian.web.errors import refuse

# Public pages of figures that have one of the same shape behind sign-in.
BEHIND_SIGN_IN = frozenset({"measure", "figure", "rows"})


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
            return refuse(request, str(exception), status=403, way_on=_inside(request))
        if isinstance(exception, NotReleasable):
            return page_not_found(request, Http404())
        return None


def _inside(request: HttpRequest) -> Link | None:
    """The same page behind sign-in, for whoever may see it there; the door asks who that is."""
    here = request.resolver_match
    if here is None or here.url_name not in BEHIND_SIGN_IN:
        return None
    url = reverse(f"inside-{here.url_name}", args=here.args, kwargs=here.kwargs)
    asked = request.META.get("QUERY_STRING", "")
    return Link(_("See it behind sign-in, if your post allows"), f"{url}?{asked}" if asked else url)
