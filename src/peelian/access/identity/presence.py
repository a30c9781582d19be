"""Who stands at the door: decided at each request, at most once, and only if somebody asks."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.contrib.auth import get_user
from django.http import HttpRequest

from peelian.access.identity import clock, rules
from peelian.access.identity.visit import State, Visit
from peelian.access.user import User

SESSION_KEY = "visit"
_KEPT = "peelian_presence"
_QUIET = "peelian_quiet"


@dataclass(frozen=True)
class Presence:
    """Who is here. `user` is set too while the visit is locked or over: look at `state` first."""

    state: State
    user: User | None = None
    visit: Visit | None = None


NOBODY = Presence(State.OUT)


def presence(request: HttpRequest) -> Presence:
    """Who asks. Without a session cookie the answer costs no query."""
    known: Presence | None = vars(request).get(_KEPT)
    if known is None:
        known = vars(request)[_KEPT] = _look(request, clock.now())
    return known


def forget(request: HttpRequest) -> None:
    """Look anew at the next question: something about the visit has changed."""
    vars(request).pop(_KEPT, None)


def quietly(request: HttpRequest) -> None:
    """This request is no sign of the person: a page asks on its own how long it may stay open."""
    vars(request)[_QUIET] = True


def touch(request: HttpRequest) -> None:
    """Write down that the person of this request was here, at most once a minute."""
    known: Presence | None = vars(request).get(_KEPT)
    if known is None or known.visit is None or vars(request).get(_QUIET):
        return
    at = clock.now()
    if known.state is State.HERE and at - known.visit.seen_at >= rules.TOUCH_EVERY:
        Visit.objects.filter(pk=known.visit.pk, locked_at=None, ended_at=None).update(seen_at=at)


def signed_in(request: HttpRequest) -> User | None:
    """The person whose visit is open now, or None."""
    here = presence(request)
    return here.user if here.state is State.HERE else None


def visit_of(request: HttpRequest) -> Visit | None:
    """The open visit of this request, or None."""
    here = presence(request)
    return here.visit if here.state is State.HERE else None


def _look(request: HttpRequest, at: datetime) -> Presence:
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return NOBODY
    key = request.session.get(SESSION_KEY)
    if key is None:
        return NOBODY
    user = get_user(request)
    visit = None
    if isinstance(user, User):
        visit = Visit.objects.filter(key=key, user=user, ended_at=None).first()
    if visit is None or not isinstance(user, User):
        request.session.flush()
        return NOBODY
    visit.user = user
    return Presence(visit.state(at), user, visit)
