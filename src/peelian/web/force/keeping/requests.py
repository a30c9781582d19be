"""Requests of people: written down, listed by their day, prepared line by line."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from peelian import catalogue
from peelian.access.decide import NotAllowed
from peelian.access.powers import Power
from peelian.access.standing import local_day
from peelian.engines.subject_access.causes import BESIDE
from peelian.engines.subject_access.deciding import decide, hand_on, take_back
from peelian.engines.subject_access.errors import Refused, Stale
from peelian.engines.subject_access.gathering import gather
from peelian.engines.subject_access.lines import lines_of
from peelian.engines.subject_access.models import Request
from peelian.engines.subject_access.requests import (
    open_request,
    recognise,
    request_of,
    requests_of,
)
from peelian.engines.subject_access.words import State
from peelian.web.components.parts import SummaryRow, TableCell
from peelian.web.force.keeping.desk import (
    answerer,
    as_unknown,
    done,
    may,
    not_done,
    page,
)
from peelian.web.force.keeping.forms import DecideForm, RecogniseForm, RequestForm
from peelian.web.force.keeping.lines import record_parts
from peelian.web.force.pages import Page
from peelian.web.force.reader import Caller
from peelian.web.force.tables import plain_table
from peelian.web.force.words import in_text

MODELS = tuple(dict.fromkeys((*catalogue.REGISTERS, *BESIDE)))


@require_safe
def requests(request: HttpRequest) -> HttpResponse:
    """The requests of which this person may know, the next to be answered first."""
    who = answerer(request)
    today = local_day(who.at)
    rows = [
        (
            TableCell(one.described, url=who.url("request", str(one.pk))),
            TableCell(in_text("", one.received_on)),
            TableCell(
                in_text("", one.due_on),
                under=_("Late") if one.due_on < today and one.state != State.RELEASED else "",
            ),
            TableCell(str(one.get_state_display())),
        )
        for one in requests_of(who.actor, force_id=who.actor.force_id, at=who.at)
    ]
    heads = (_("Who asks"), _("Received"), _("To be answered by"), _("State"))
    title = _("Requests of people for their data")
    return page(
        request,
        who,
        "requests",
        title,
        table=plain_table(title, heads, rows) if rows else None,
        new=who.url("new-request") if may(who, Power.ANSWER_SUBJECTS) else "",
    )


def new_request(request: HttpRequest) -> HttpResponse:
    """Write a request down."""
    who = answerer(request)
    form = RequestForm(request.POST if request.method == "POST" else None, auto_id="request-%s")
    if not may(who, Power.ANSWER_SUBJECTS):
        raise NotAllowed
    if form.is_bound and form.is_valid():
        try:
            made = open_request(
                force_id=who.actor.force_id, actor=who.actor, at=who.at, **form.cleaned_data
            )
        except Refused as error:
            form.add_error(None, str(error))
        else:
            return done(request, _("Written down."), who.url("request", str(made.pk)))
    title = _("Write a request down")
    return page(
        request,
        who,
        "new_request",
        title,
        status=400 if form.errors else 200,
        form=form,
        back=who.url("requests"),
    )


@as_unknown
def one_request(request: HttpRequest, number: UUID) -> HttpResponse:
    """One request: its clock, its lines while it is prepared, and the next step."""
    who = answerer(request)
    one = request_of(who.actor, number, at=who.at)
    here = who.url("request", str(number))
    preparing = one.state == State.OPEN and may(who, Power.ANSWER_SUBJECTS)
    seen = (
        lines_of(one, models=MODELS, actor=who.actor, at=who.at, tables=who.tables)
        if preparing and one.gathered_at
        else ()
    )
    return page(
        request,
        who,
        "request",
        _("Request: {who}").format(who=one.described),
        facts=_facts(one, who),
        preparing=preparing,
        known=bool(one.person_key),
        recognise=RecogniseForm(None, auto_id="person-%s"),
        gathered=one.gathered_at is not None,
        records=[record_parts(record) for record in seen],
        form=DecideForm(None, auto_id="decide-%s"),
        here=here,
        prepared=one.state == State.PREPARED,
        may_prepare=may(who, Power.ANSWER_SUBJECTS),
        may_release=may(who, Power.RELEASE_TO_SUBJECTS),
        released=one.state == State.RELEASED,
        release=who.url("release-request", str(number)),
        bundle=who.url("bundle", str(number)),
    )


@require_POST
@as_unknown
def step(request: HttpRequest, number: UUID, deed: str) -> HttpResponse:
    """One step of preparing an answer: recognise, gather, decide, hand-on, take-back."""
    who = answerer(request)
    one = request_of(who.actor, number, at=who.at)
    here = who.url("request", str(number))
    try:
        said = _step(request, who, one, deed)
    except (Refused, Stale) as error:
        return not_done(request, error, here)
    return done(request, said, here)


def _step(request: HttpRequest, who: Caller, one: Request, deed: str) -> str:
    if deed == "recognise":
        recognise(one, person_key=request.POST.get("person_key", ""), actor=who.actor, at=who.at)
        return _("Noted. Now gather what is held.")
    if deed == "gather":
        gather(one, models=MODELS, actor=who.actor, at=who.at, tables=who.tables)
        return _("Gathered. Every line is withheld until it is released.")
    if deed == "hand-on":
        hand_on(one, actor=who.actor, at=who.at)
        return _("Handed on. Another person reads the released lines, and releases them.")
    if deed == "take-back":
        take_back(one, actor=who.actor, at=who.at)
        return _("Taken back.")
    if deed != "decide":
        raise Http404
    release = request.POST.get("release", "") == "yes"
    chosen = [int(key) for key in request.POST.getlist("line") if key.isdecimal()]
    decide(
        one,
        chosen,
        released=release,
        reason=request.POST.get("reason", ""),
        models=MODELS,
        actor=who.actor,
        at=who.at,
        tables=who.tables,
    )
    return _("Released to the answer.") if release else _("Withheld.")


def _facts(one: Request, who: Caller) -> tuple[SummaryRow, ...]:
    today = local_day(who.at)
    days = (one.due_on - today).days
    left = _("{n} days are left").format(n=days) if days >= 0 else _("late")
    told = in_text("", one.due_on)
    return (
        SummaryRow(_("Under"), str(one.get_regime_display())),
        SummaryRow(_("Received"), in_text("", one.received_on)),
        SummaryRow(_("Clear who asks since"), in_text("", one.known_on)),
        SummaryRow(
            _("To be answered by"), told if one.state == State.RELEASED else f"{told} ({left})"
        ),
        SummaryRow(_("State"), str(one.get_state_display())),
    )


pages = (
    Page("keeping/requests/", requests, "requests"),
    Page("keeping/requests/new/", new_request, "new-request"),
    Page("keeping/requests/<uuid:number>/", one_request, "request"),
    Page("keeping/requests/<uuid:number>/step/<slug:deed>/", step, "request-step"),
)
