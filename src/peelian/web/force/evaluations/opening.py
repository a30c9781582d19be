"""One change on trial, as far as whoever calls has a part in it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, TypeVar

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from peelian import catalogue
from peelian.access.decide import NotAllowed
from peelian.access.figures import may_count
from peelian.engines.evaluations.errors import NoSuchEvaluation
from peelian.engines.evaluations.models import Evaluation
from peelian.engines.evaluations.reading import evaluation
from peelian.engines.evaluations.rights import can_evaluate
from peelian.engines.measures.kinds import Measure
from peelian.engines.publishing.inside import read_types
from peelian.web.components.parts import Link
from peelian.web.force.reader import Caller, caller

PLACE = "evaluations"
View = TypeVar("View", bound=Callable[..., HttpResponse])


@dataclass(frozen=True)
class Open:
    """An evaluation with its measure, nothing where that is no longer declared."""

    who: Caller
    one: Evaluation
    measure: Measure | None

    @property
    def url(self) -> str:
        """Its page."""
        return self.who.url("evaluation", self.one.ref)

    def way_from(self, title: str) -> tuple[Link, ...]:
        """Breadcrumbs of a page under it."""
        return way(self.who, Link(self.one.title, self.url), Link(title, "", current=True))


def opened(request: HttpRequest, ref: str) -> Open:
    """The evaluation of this reference, for who evaluates changes and counts such rows.

    Raises `NoSuchEvaluation`.
    """
    who = caller(request)
    one = evaluation(ref, actor=who.actor, at=who.at)
    measure = measure_of(one.measure)
    if measure is not None and not counts(who, measure, one.force_id):
        raise NoSuchEvaluation
    return Open(who, one, measure)


def evaluator(request: HttpRequest) -> Caller:
    """Who calls, if they evaluate changes of their own force. Raises `NotAllowed`."""
    who = caller(request)
    if not who.actor.force_id or not can_evaluate(who.actor, who.actor.force_id, at=who.at):
        raise NotAllowed(_("Nobody with your role registers or judges changes of a force."))
    return who


def measure_of(key: str) -> Measure | None:
    """The measure with this key, nothing where none is declared."""
    try:
        return catalogue.measure(key)
    except catalogue.UnknownMeasure:
        return None


def counts(who: Caller, measure: Measure, force_id: str) -> bool:
    """Whether the caller may see figures of this measure for the force."""
    return may_count(who.actor, read_types(measure), (force_id,), at=who.at)


def way(who: Caller, *links: Link) -> tuple[Link, ...]:
    """Breadcrumbs by way of the list of changes."""
    return who.way_here(Link(_("Changes on trial"), who.url(PLACE)), *links)


def or_missing(view: View) -> View:
    """What is not theirs is answered like what does not exist (T01)."""

    @wraps(view)
    def page(*args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(*args, **kwargs)
        except NoSuchEvaluation as error:
            raise Http404 from error

    return page  # type: ignore[return-value]  # the same signature as the view
