"""Lists are read a page at a time, by the key of the last item that the reader has."""

from typing import Annotated

from django.http import HttpRequest
from django.utils.http import urlencode
from ninja import Query

MOST = 1000

Limit = Annotated[int, Query(ge=1, le=MOST, description="Most items of a page.")]


def following(request: HttpRequest, last: str) -> str:
    """The address of the page after the one that ends with the item of the key `last`."""
    pairs = [(name, value) for name, value in request.GET.lists() if name != "after"]
    return f"{request.path}?{urlencode([*pairs, ('after', last)], doseq=True)}"
