"""Answers that no cache and no back button may show again."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers

View = TypeVar("View", bound=Callable[..., HttpResponse])


def private(view: View) -> View:
    """Marks an entrance whose answer belongs to one person; doors of staff do it by themselves."""

    @wraps(view)
    def alone(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        add_never_cache_headers(response)
        return response

    return alone  # type: ignore[return-value]  # the same signature as the view
