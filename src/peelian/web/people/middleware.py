"""Who is here, for everything that asks: only a person whose visit is open is a user."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.functional import SimpleLazyObject

from peelian.access.identity.presence import signed_in, touch

Handler = Callable[[HttpRequest], HttpResponse]


def whoever_is_here(following: Handler) -> Handler:
    """Middleware: `request.user` is nobody while a visit is locked or over.

    Nothing is looked up until somebody asks, so a public page without a session costs nothing.
    Every answer to a browser with a session varies with it, whether the session was read or not:
    a page that may not be seen and one that does not exist have the same headers.
    """

    def handle(request: HttpRequest) -> HttpResponse:
        request.user = SimpleLazyObject(  # type: ignore[assignment]  # as Django itself does
            lambda: signed_in(request) or AnonymousUser()
        )
        response = following(request)
        touch(request)
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            patch_vary_headers(response, ("Cookie",))
            if not response.has_header("Cache-Control"):
                patch_cache_control(response, private=True)
        return response

    return handle
