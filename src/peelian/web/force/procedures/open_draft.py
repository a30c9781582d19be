"""A draft as its writer meets it: open at one of its parts, with the record that it is about."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, wraps
from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from peelian import catalogue
from peelian.engines.procedures.answering import as_seen, check_may_answer, subject
from peelian.engines.procedures.asking import in_force
from peelian.engines.procedures.declared import Asked, Procedure
from peelian.engines.procedures.drafts import Body, body_of, draft_of, write_of_draft
from peelian.engines.procedures.errors import DraftInTheWay, MayNotAnswer, NotForRole
from peelian.engines.procedures.models import Draft
from peelian.engines.procedures.questions import LookedInto, Version
from peelian.engines.procedures.suggesting import asked_of, written_before
from peelian.engines.registers.errors import NoSuchRecord
from peelian.engines.registers.finding import InSight
from peelian.records.protection import protection_of
from peelian.records.schema import type_key
from peelian.trail.verbs import Verb as Deed
from peelian.web.components.parts import Link
from peelian.web.force.reader import Caller, caller

View = Callable[..., HttpResponse]


@dataclass(frozen=True)
class OpenDraft:
    """One draft, its procedure and who writes it. Whether they may is asked on every page (T05)."""

    who: Caller
    draft: Draft
    body: Body
    procedure: Procedure
    seen: InSight | None

    @property
    def version(self) -> Version:
        """The questions as they were when the draft was begun."""
        return self.procedure.version(self.draft.asked_version)

    @property
    def force_id(self) -> str:
        """The force whose settings count."""
        return self.seen.record.force_id if self.seen else self.who.actor.force_id

    @property
    def looked(self) -> LookedInto:
        """What look-ups start from."""
        return LookedInto(as_seen(self.seen), self.who.actor, self.who.tables, self.who.at)

    @cached_property
    def asked(self) -> Asked:
        """What advice and the suggestion read."""
        return self.asked_with(self.body)

    def asked_with(self, body: Body) -> Asked:
        """The same of a body that is not saved yet."""
        return asked_of(
            self.procedure,
            in_force(self.version, body.given),
            body.found,
            force_id=self.force_id,
            at=self.who.at,
            earlier=written_before(self.procedure, self.version, self.who.actor),
        )

    def url(self, page: str, *more: str) -> str:
        """The address of a part of this draft."""
        return self.who.url(f"procedure-{page}", str(self.draft.pk), *more)

    def way_here(self, *links: Link) -> tuple[Link, ...]:
        """Breadcrumbs: the list of own assessments, the record, this one."""
        return way_to(self.who, self.procedure, self.seen, *links)


def open_draft(request: HttpRequest, draft_id: int) -> OpenDraft:
    """The draft of whoever calls; that it was looked at is written first (C-AUD-1).

    Raises `NoSuchRecord` or `MayNotAnswer`, or `TrailError`: then nothing is shown.
    """
    who = caller(request)
    draft = draft_of(who.actor, draft_id)
    procedure = procedure_of(draft.procedure)
    seen = subject(procedure, who.actor, draft.of_id, who.tables, at=who.at)
    check_may_answer(procedure, who.actor, seen.record if seen else None, at=who.at)
    with transaction.atomic():
        write_of_draft(draft, Deed.CONSULTED, by=who.actor, at=who.at)
    return OpenDraft(who, draft, body_of(draft), procedure, seen)


def procedure_of(key: str) -> Procedure:
    """The procedure with this key. Raises `NoSuchRecord`, as for a record that is not there."""
    found = next((one for one in catalogue.procedures() if one.key == key), None)
    if found is None:
        raise NoSuchRecord
    return found


def way_to(
    who: Caller, procedure: Procedure, seen: InSight | None, *links: Link
) -> tuple[Link, ...]:
    """Breadcrumbs by way of the record that a procedure is about."""
    mine = Link(_("Assessments"), who.url("procedures"))
    if seen is None:
        return who.way_here(mine, *links)
    return who.way_here(mine, Link(called(seen), record_url(who, seen)), *links)


def called(seen: InSight) -> str:
    """What people call the record, as far as its reader may know."""
    model = type(seen.record)
    one = str(model._meta.verbose_name)
    name = protection_of(model).reference
    reference = getattr(seen.record, name) if name and name in seen.open_fields else None
    return f"{one[:1].upper()}{one[1:]} {reference or seen.record.record_id}"


def record_url(who: Caller, seen: InSight) -> str:
    """Where the record has its page; the list of assessments where it has none."""
    model = type(seen.record)
    if model not in catalogue.REGISTERS:
        return who.url("procedures")
    return who.url("record", type_key(model), seen.record.record_id)


def or_stop(view: View) -> View:
    """Says in a sentence why somebody may not answer; for another role there is no such page."""

    @wraps(view)
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except NotForRole as error:
            raise Http404 from error
        except (MayNotAnswer, DraftInTheWay) as stopped:
            who = caller(request)
            return render(
                request,
                "force/procedures/stop.html",
                {
                    "page_title": _("This assessment is not open to you"),
                    "navigation": who.menu("procedures"),
                    "breadcrumbs": who.way_here(Link(_("Assessments"), who.url("procedures"))),
                    "sentence": str(stopped),
                    "mine": who.url("procedures"),
                },
                status=403,
            )

    return page
