"""Who a page is for. Every view says it; a house test fails on one that does not."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Literal, TypeVar

from django.http import HttpRequest, HttpResponse

Audience = Literal["public", "force", "commissioner", "inspectorate", "operator"]
View = TypeVar("View", bound=Callable[..., HttpResponse])


def audience(who: Audience) -> Callable[[View], View]:
    """Marks a view with its audience. A public view answers to reading only, never to a change."""

    def mark(view: View) -> View:
        @wraps(view)
        def door(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            return view(request, *args, **kwargs)

        door.audience = who  # type: ignore[attr-defined]  # read by the house test
        return door  # type: ignore[return-value]  # the same signature as the view

    return mark
