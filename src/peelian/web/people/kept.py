"""What a reader had written on this page before their visit locked."""

from django.http import HttpRequest, QueryDict

from peelian.access.identity import clock
from peelian.access.identity.kept import read_kept
from peelian.access.identity.presence import signed_in


def kept_form(request: HttpRequest) -> QueryDict | None:
    """The fields that this reader had filled in on this page, or None.

    For the view of a form: show the form bound to what is returned, and nobody writes a thing
    twice. It is forgotten when the form is sent, or after twelve hours.
    """
    reader = signed_in(request)
    if reader is None:
        return None
    return read_kept(user=reader, page=request.path, at=clock.now())
