"""Who a page is for. Every view says it; a house test fails on one that does not.

`public`, `entrance` and `respondent` open to everyone: the second holds the pages by which people
come in, the third those on which anybody answers a survey, and which never ask who is there. All
others want a person whose visit is open. Whoever is out is sent to sign in and comes back; whoever
is locked out for a while proves who they are; whoever may not pass is answered as if the page did
not exist.
"""

from collections.abc import Callable
from contextlib import nullcontext
from functools import wraps
from typing import Any, Literal, TypeVar

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.utils.cache import add_never_cache_headers
from django.utils.http import urlencode

from peelian.access.decide import doors_of
from peelian.access.identity import clock
from peelian.access.identity.end import end
from peelian.access.identity.keeping import keep_what_was_sent
from peelian.access.identity.kept import drop_kept
from peelian.access.identity.lock import lock
from peelian.access.identity.presence import forget, presence, signed_in, visit_of
from peelian.access.identity.visit import State
from peelian.access.look import one_look
from peelian.access.user import User

Audience = Literal[
    "public",
    "entrance",
    "respondent",
    "staff",
    "force",
    "commissioner",
    "inspectorate",
    "partner",
    "operator",
]
View = TypeVar("View", bound=Callable[..., HttpResponse])
OPEN: tuple[Audience, ...] = ("public", "entrance", "respondent")
# What reads and changes nothing: one look, see `access.look`.
SAFE = ("GET", "HEAD")


def opens_door(user: User, who: Audience) -> bool:
    """Whether this person may pass a door of this kind, by the roles that they hold now.

    Every person passes that of staff. What they meet behind a door is decided record by record.
    """
    return who in (*OPEN, "staff") or who in doors_of(user, at=clock.moment())


def audience(who: Audience, *, settling_in: bool = False) -> Callable[[View], View]:
    """Marks a view with its audience and keeps everyone else out.

    A public view answers to reading only, never to a change. `settling_in` opens it to people who
    have no second factor yet: the pages on which they set one up.
    """

    def mark(view: View) -> View:
        @wraps(view)
        def door(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if who in OPEN:
                return view(request, *args, **kwargs)
            gone = _gone(request)
            if gone is not None:
                return gone
            with one_look() if request.method in SAFE else nullcontext():
                refused = _refused(request, who, settling_in=settling_in)
                if refused is not None:
                    return refused
                response = view(request, *args, **kwargs)
            add_never_cache_headers(response)  # no-store: the back button shows nothing (T13)
            return response

        door.audience = who  # type: ignore[attr-defined]  # read by the house test
        return door  # type: ignore[return-value]  # the same signature as the view

    return mark


def way_back(name: str, request: HttpRequest, page: str | None = None) -> HttpResponseRedirect:
    """To the page of this name, and from there back to where the reader wanted to go."""
    wanted = page if page is not None else request.get_full_path()
    answer = HttpResponseRedirect(f"{resolve_url(name)}?{urlencode({'next': wanted})}")
    add_never_cache_headers(answer)
    return answer


def _gone(request: HttpRequest) -> HttpResponse | None:
    """Where to send a reader whose visit is not open; None where it is."""
    here = presence(request)
    if here.user is None or here.visit is None:
        return way_back(settings.LOGIN_URL, request)
    if here.state is State.HERE:
        return None
    at = clock.now()
    page = keep_what_was_sent(request, here.user, at)
    if here.state is State.LOCKED:
        lock(visit=here.visit, why="idle", at=at)
        return way_back("again", request, page)
    end(visit=here.visit, how="twelve hours over", at=at)
    request.session.flush()
    forget(request)
    return way_back(settings.LOGIN_URL, request, page)


def _refused(request: HttpRequest, who: Audience, *, settling_in: bool) -> HttpResponse | None:
    """Where to send whoever is here and cannot pass; None for those who can.

    Raises `Http404` where the door is not for them: they learn nothing of what is behind it.
    """
    user, visit = signed_in(request), visit_of(request)
    if user is None or visit is None or not opens_door(user, who):
        raise Http404
    if not (visit.strong or settling_in or settings.DEMO):
        return way_back("mfa_index", request)
    if request.method == "POST":
        drop_kept(user=user, path=request.path)
    return None
