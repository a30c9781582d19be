"""One page behind the doors: its address under each of them, its view and its name."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpResponse


@dataclass(frozen=True)
class Page:
    """A view that is mounted behind every door by which readers come."""

    route: str
    view: Callable[..., HttpResponse]
    name: str
