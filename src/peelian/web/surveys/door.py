"""The door of those who answer a survey: it asks nobody who they are, and leaves nothing behind.

C-CON-1, T60. No cookie is set and none is read, so a page looks the same to somebody who happens
to be signed in; nothing of the visit is kept by us or by the browser. Because no cookie gives any
right here, forms carry no token of one either: a form that another site has set is known by what
browsers say of its sender.
"""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any, Final, TypeVar

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.template.loader import render_to_string
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from peelian.web.doors import audience

View = TypeVar("View", bound=Callable[..., HttpResponse])
OWN: Final = ("same-origin", "none")


def respondent(view: View) -> View:
    """Marks a page for whoever answers, with what it may leave in their browser: nothing."""

    @wraps(view)
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method == "POST" and request.headers.get("Sec-Fetch-Site", "none") not in OWN:
            return HttpResponseForbidden(_("This form was sent by another site."))
        response = view(request, *args, **kwargs)
        add_never_cache_headers(response)
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["X-Robots-Tag"] = "noindex"
        return response

    return audience("respondent")(csrf_exempt(page))  # type: ignore[return-value]  # as `view`


def cleared(answer: HttpResponse) -> HttpResponse:
    """The last page of all: what browsers keep for their back button goes too."""
    answer.headers["Clear-Site-Data"] = '"cache"'
    return answer


def shown(template: str, status: int = HTTPStatus.OK, **context: object) -> HttpResponse:
    """A page that is made without the request, so that it cannot know who reads it."""
    context |= {"demo": settings.DEMO}
    return HttpResponse(render_to_string(f"surveys/{template}.html", context), status=status)
