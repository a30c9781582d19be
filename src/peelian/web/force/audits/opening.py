"""One run or one review, as far as whoever calls has a part in it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, TypeVar
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from peelian import catalogue
from peelian.engines.audits.declared import Audit
from peelian.engines.audits.errors import NoSuchMarking, NoSuchRun
from peelian.engines.audits.models import Marking, Run
from peelian.engines.audits.reading import marking_of, run_of
from peelian.engines.audits.running import can_run, can_steer
from peelian.web.components.parts import Link
from peelian.web.force.reader import Caller, caller

View = TypeVar("View", bound=Callable[..., HttpResponse])


@dataclass(frozen=True)
class OpenRun:
    """A run, what was declared of its audit, and who calls."""

    who: Caller
    run: Run
    audit: Audit

    @property
    def runs_it(self) -> bool:
        """Whether the caller plans audits of this force, and so reads frame and draw."""
        return can_run(self.who.actor, self.run.force_id, at=self.who.at)

    @property
    def steers(self) -> bool:
        """Whether the caller goes on with this run: draws, sets aside, ends it."""
        return can_steer(self.run, self.who.actor, at=self.who.at)

    @property
    def url(self) -> str:
        """The page of the run."""
        return self.who.url("audit", self.run.ref)

    def page(self, name: str) -> str:
        """Another page of the run."""
        return self.who.url(f"audit-{name}", self.run.ref)

    def way_here(self, *links: Link) -> tuple[Link, ...]:
        """Breadcrumbs by way of the list of audits."""
        return self.who.way_here(Link(_("Audits"), self.who.url("audits")), *links)

    def way_from(self, title: str) -> tuple[Link, ...]:
        """Breadcrumbs of a page under the run."""
        return self.way_here(Link(self.run.title, self.url), Link(title, "", current=True))


def open_run(request: HttpRequest, ref: str) -> OpenRun:
    """The run of this reference. Raises `NoSuchRun`."""
    who = caller(request)
    run = run_of(ref, catalogue.audits(), actor=who.actor, at=who.at)
    return OpenRun(who, run, audit_of(run.audit))


def open_marking(request: HttpRequest, marking_id: UUID) -> tuple[OpenRun, Marking]:
    """The caller's own review of one file. Raises `NoSuchMarking`."""
    who = caller(request)
    held = marking_of(marking_id, actor=who.actor, at=who.at)
    run = held.item.run
    return OpenRun(who, run, audit_of(run.audit)), held


def audit_of(key: str) -> Audit:
    """The audit with this key. Raises `NoSuchRun`, as for a run that is not there."""
    found = next((one for one in catalogue.audits() if one.key == key), None)
    if found is None:
        raise NoSuchRun
    return found


def or_missing(view: View) -> View:
    """What is not theirs is answered like what does not exist (T01)."""

    @wraps(view)
    def page(*args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(*args, **kwargs)
        except (NoSuchRun, NoSuchMarking) as error:
            raise Http404 from error

    return page  # type: ignore[return-value]  # the same signature as the view
