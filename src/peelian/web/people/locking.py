"""What a page left open asks on its own: may it stay, was that a sign of life, lock it."""

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.urls import URLPattern, path
from django.views.decorators.http import require_POST

from peelian.access.identity import clock
from peelian.access.identity.kept import keep_form
from peelian.access.identity.lock import lock
from peelian.access.identity.presence import presence, quietly
from peelian.access.identity.visit import State
from peelian.web.doors import audience
from peelian.web.people.private import private


@audience("entrance")
@private
@require_POST
def left_alone(request: HttpRequest) -> JsonResponse:
    """The page has stood for as long as a visit may idle: `{"seconds": n}` that it still may.

    At 0 the visit is locked, and the form that the page brought waits for its writer. Another
    page of the same visit may have been in use meanwhile: the server's clock decides.
    """
    here, at = presence(request), clock.now()
    quietly(request)
    if here.visit is None or here.user is None:
        return JsonResponse({"seconds": 0})
    seconds = here.visit.seconds_left(at)
    if seconds == 0 or request.POST.get("now"):
        page = urlsplit(request.POST.get("page", "")).path
        action = urlsplit(request.POST.get("action", "")).path or page
        if page.startswith("/"):
            fields = QueryDict(request.POST.get("fields", ""))
            keep_form(user=here.user, page=page, action=action, fields=fields, at=at)
        if here.state is not State.OVER:
            lock(visit=here.visit, why="by hand" if seconds else "idle", at=at)
        seconds = 0
    return JsonResponse({"seconds": seconds})


@audience("staff", settling_in=True)
@require_POST
def still_here(request: HttpRequest) -> HttpResponse:
    """Somebody types or points on a page that asks for nothing else: that is no idleness."""
    return HttpResponse(status=204)


urls: list[URLPattern] = [
    path("people/left-alone/", left_alone, name="left-alone"),
    path("people/still-here/", still_here, name="still-here"),
]
