"""Deeds for which a few minutes matter: exporting, releasing, grading, sealing."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse

from peelian.access.identity import clock
from peelian.access.identity.keeping import keep_what_was_sent
from peelian.access.identity.presence import presence
from peelian.web.doors import way_back

View = TypeVar("View", bound=Callable[..., HttpResponse])


def afresh(view: View) -> View:
    """Marks a view whose reader must have proved within five minutes who they are.

    Stands under `@audience`. Whoever has not is asked for a password, a code or a passkey, and
    comes back; a form that they had sent waits on its page (`kept_form`), to be sent again.
    """

    @wraps(view)
    def door(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        here, at = presence(request), clock.now()
        if here.user is None or here.visit is None or not here.visit.fresh(at):
            page = request.get_full_path()
            if here.user is not None:
                page = keep_what_was_sent(request, here.user, at)
            return way_back("again", request, page)
        return view(request, *args, **kwargs)

    door.afresh = True  # type: ignore[attr-defined]  # read by tests that look for strays
    return door  # type: ignore[return-value]  # the same signature as the view
