"""Whoever keeps records, answers people or releases answers, at the moment of one request."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from peelian.access.decide import has_power
from peelian.access.powers import Power
from peelian.access.user import User
from peelian.engines.retention.reach import in_reach
from peelian.engines.subject_access.errors import NoSuchRequest
from peelian.web.components.parts import Link
from peelian.web.force.reader import Caller, caller
from peelian.web.force.registers import register_of

KEEPING = "keeping"
ANSWERING = (Power.ANSWER_SUBJECTS, Power.RELEASE_TO_SUBJECTS)

View = TypeVar("View", bound=Callable[..., HttpResponse])


def as_unknown(view: View) -> View:
    """Answers a request of a person that is not there, or not for this reader, as a stray."""

    @wraps(view)
    def page(*args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(*args, **kwargs)
        except NoSuchRequest as error:
            raise Http404 from error

    return page  # type: ignore[return-value]  # the same signature as the view


def keeper(request: HttpRequest) -> Caller:
    """Whoever decides what is kept. For anybody else there is no such page."""
    return _with(request, Power.RETAIN)


def answerer(request: HttpRequest) -> Caller:
    """Whoever answers people or releases answers."""
    return _with(request, *ANSWERING)


def may(who: Caller, *powers: Power) -> bool:
    """Whether they hold one of these powers over their force."""
    force_id = who.actor.force_id
    return any(has_power(who.actor, one, force_id=force_id, at=who.at) for one in powers)


def page(
    request: HttpRequest, who: Caller, name: str, title: str, *, status: int = 200, **context: Any
) -> HttpResponse:
    """A page of keeping, with its menu and its way."""
    return render(
        request,
        f"force/keeping/{name}.html",
        {
            "page_title": title,
            "navigation": who.menu(KEEPING),
            "breadcrumbs": who.way_here(
                *(() if name == "front" else (Link(_("Keeping"), who.url(KEEPING)),)),
                Link(title, "", current=True),
            ),
            **context,
        },
        status=status,
    )


def done(request: HttpRequest, said: str, to: str) -> HttpResponse:
    """Say what was done, and go on."""
    messages.success(request, said)
    return redirect(to)


def not_done(request: HttpRequest, error: Exception, to: str) -> HttpResponse:
    """Say why it was not done, and go back."""
    messages.error(request, str(error))
    return redirect(to)


def called(who: Caller, record_type: str, record_id: str) -> str:
    """A record that they may decide on in words: its kind, and what the force calls it by."""
    one = register_of(record_type)
    record = in_reach(who.actor, one.model, record_id, who.tables, at=who.at)
    reference = getattr(record, one.reference) if record is not None else ""
    return f"{one.one} {reference or record_id}"


def names_of(trail_names: set[str]) -> dict[str, str]:
    """What pages call the accounts behind names of the trail."""
    keys = {one.partition(":")[2]: one for one in trail_names}
    return {keys[user.key]: user.name for user in User.objects.filter(key__in=keys)}


def _with(request: HttpRequest, *powers: Power) -> Caller:
    who = caller(request)
    if not who.actor.force_id or not may(who, *powers):
        raise Http404
    return who
