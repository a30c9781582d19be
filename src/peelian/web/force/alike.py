"""What is hidden and what does not exist are answered by the same page (T01).

A record, a type, an export: one that the reader may not see, and one that nobody ever made, raise
the same 404 as an address that leads nowhere.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from django.http import Http404, HttpResponse

from peelian.access.decide import NotAllowed
from peelian.access.giving.refusal import NothingThere
from peelian.engines.registers.errors import NoSuchExport, NoSuchRecord

View = TypeVar("View", bound=Callable[..., HttpResponse])


def alike(view: View) -> View:
    """Answers a record that is not there, or not for this reader, as an unknown address."""

    @wraps(view)
    def page(*args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(*args, **kwargs)
        except (NoSuchRecord, NoSuchExport, NothingThere, NotAllowed) as error:
            raise Http404 from error

    return page  # type: ignore[return-value]  # the same signature as the view
