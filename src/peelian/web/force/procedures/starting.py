"""Before the first question: why, how long, by whose rule, and who may answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peelian import catalogue
from peelian.access.roles import ROLES
from peelian.access.standing import local_day
from peelian.access.visible import visible
from peelian.engines.procedures.answering import as_seen, check_may_answer, subject
from peelian.engines.procedures.asking import Answers, filled_in
from peelian.engines.procedures.declared import Found, Procedure
from peelian.engines.procedures.drafts import Body, begin
from peelian.engines.procedures.errors import MayNotAnswer
from peelian.engines.procedures.models import Answer, Assessment, Draft
from peelian.engines.procedures.questions import LookedInto
from peelian.engines.procedures.second_looks import check_may_look_again
from peelian.engines.procedures.suggesting import looked_up
from peelian.engines.procedures.summary import read_summary
from peelian.engines.registers.by_reference import address_called
from peelian.engines.registers.errors import NoSuchRecord, ReasonNeeded
from peelian.engines.registers.finding import InSight, find
from peelian.engines.registers.opening import open_record
from peelian.records.adopt import part_of
from peelian.web.components.parts import Link, SummaryRow
from peelian.web.force.pages import Page
from peelian.web.force.procedures.open_draft import (
    called,
    or_stop,
    procedure_of,
    record_url,
    way_to,
)
from peelian.web.force.procedures.steps import OFFER
from peelian.web.force.reader import Caller, caller
from peelian.web.force.words import moment

WAYS: Mapping[str, str] = {"Refused": "refused", "Not asked": "not-asked", "Not known": "dont-know"}


@dataclass(frozen=True)
class Purpose:
    """What is begun: an assessment, a correction of one, or a second look at one."""

    procedure: Procedure
    seen: InSight | None
    replaces: Assessment | None = None
    second_of: Assessment | None = None


@or_stop
def start(request: HttpRequest, key: str, record_id: str) -> HttpResponse:
    """Begin an assessment of a record."""
    who, procedure = caller(request), procedure_of(key)
    if procedure.about is None:
        raise NoSuchRecord
    return _start(request, who, Purpose(procedure, _seen(who, procedure, record_id)))


@or_stop
def start_called(request: HttpRequest, key: str, called: str) -> HttpResponse:
    """Begin an assessment of the record that the reader's force calls so."""
    who, procedure = caller(request), procedure_of(key)
    if procedure.about is None:
        raise NoSuchRecord
    record_id = address_called(procedure.about, called, who.actor.force_id, who.tables)
    if record_id == called:
        # No address: it can be anybody's reference, and stays out of the trail.
        raise NoSuchRecord
    return _start(request, who, Purpose(procedure, _seen(who, procedure, record_id)))


@or_stop
def start_new(request: HttpRequest, key: str) -> HttpResponse:
    """Begin one that makes a record by itself."""
    who, procedure = caller(request), procedure_of(key)
    if procedure.about is not None:
        raise NoSuchRecord
    return _start(request, who, Purpose(procedure, None))


@or_stop
def correct(request: HttpRequest, assessment_id: str) -> HttpResponse:
    """Begin a new assessment in place of an earlier one, filled in with its answers."""
    who = caller(request)
    old, procedure = _assessment(who, assessment_id)
    if old.replaced_by or old.second_of:
        raise MayNotAnswer(_("This assessment cannot be corrected: correct the newest one."))
    seen = _seen(who, procedure, old.of_id) if procedure.about else None
    return _start(request, who, Purpose(procedure, seen, replaces=old))


@or_stop
def look_again(request: HttpRequest, assessment_id: str) -> HttpResponse:
    """Begin a second look, which shows nothing of the first."""
    who = caller(request)
    first, procedure = _assessment(who, assessment_id)
    seen = _seen(who, procedure, first.of_id) if procedure.about else None
    record = seen.record if seen else None
    check_may_look_again(procedure, first, who.actor, record, at=who.at)
    return _start(request, who, Purpose(procedure, seen, second_of=first))


def _assessment(who: Caller, assessment_id: str) -> tuple[Assessment, Procedure]:
    row = find(who.actor, Assessment, assessment_id, who.tables, at=who.at).record
    assert isinstance(row, Assessment)
    return row, procedure_of(row.procedure)


def _seen(who: Caller, procedure: Procedure, record_id: str) -> InSight | None:
    return subject(procedure, who.actor, record_id, who.tables, at=who.at)


def _start(request: HttpRequest, who: Caller, purpose: Purpose) -> HttpResponse:
    """The page, or the draft; that the record was consulted is written first."""
    procedure, seen = purpose.procedure, purpose.seen
    check_may_answer(procedure, who.actor, seen.record if seen else None, at=who.at)
    if seen is not None:
        try:
            open_record(who.actor, type(seen.record), seen.record.record_id, who.tables, at=who.at)
        except ReasonNeeded:
            return redirect(record_url(who, seen))
    if request.method == "POST":
        return redirect(_first_part(who, procedure, _begin(who, purpose)))
    return render(
        request,
        "force/procedures/start.html",
        {
            "page_title": procedure.title,
            "navigation": who.menu("procedures"),
            "breadcrumbs": way_to(who, procedure, seen, Link(procedure.title, "", current=True)),
            "procedure": procedure,
            "facts": _facts(who, purpose),
            "second": purpose.second_of is not None,
            "correcting": purpose.replaces is not None,
            "waits": Draft.objects.filter(
                user=who.actor,
                procedure=procedure.key,
                of_id=seen.record.record_id if seen else "",
            ).exists(),
            "leave": record_url(who, seen) if seen else who.url("procedures"),
        },
    )


def _begin(who: Caller, purpose: Purpose) -> Draft:
    procedure, seen = purpose.procedure, purpose.seen
    looked = LookedInto(as_seen(seen), who.actor, who.tables, who.at)
    found = looked_up(procedure, looked)
    return begin(
        procedure,
        _body(who, purpose, looked, found),
        record_id=seen.record.record_id if seen else "",
        replaces=purpose.replaces.record_id if purpose.replaces else "",
        second_of=purpose.second_of.record_id if purpose.second_of else "",
        actor=who.actor,
        at=who.at,
    )


def _body(who: Caller, purpose: Purpose, looked: LookedInto, found: Mapping[str, Found]) -> Body:
    """What is filled in already: by the record and look-ups, or by what is corrected."""
    old = purpose.replaces
    if old is None:
        version = purpose.procedure.version_on(local_day(who.at))
        given = filled_in(version, looked.record, found)
        return Body(answers=given.answers, words=given.words, found=found)
    # What is filled in is shown, so that the earlier assessment is consulted.
    read = read_summary(
        who.actor, old.record_id, catalogue.procedures(), who.tables, at=who.at
    ).assessment
    given = _answers_of(who, old)
    return Body(
        answers=given.answers,
        words=given.words,
        offered=True,
        refusal=read.refusal or "",
        refusal_words=read.refusal_words or "",
        found=found,
    )


def _answers_of(who: Caller, old: Assessment) -> Answers:
    """The answers of an assessment as they would stand in its draft, as far as they are open."""
    seen = visible(who.actor, Answer, at=who.at)
    rows = Answer.objects.filter(seen.as_q(), assessment_id=old.record_id)
    answers, words = dict[str, str](), dict[str, str]()
    for row in rows.exclude(question__contains="."):
        opened = seen.open_fields(row)
        held = WAYS.get(row.status, row.answer or "")
        answers[row.question] = held if "answer" in opened else ""
        words[row.question] = (row.words or "") if "words" in opened else ""
    return Answers(answers, words)


def _first_part(who: Caller, procedure: Procedure, draft: Draft) -> str:
    number = str(draft.pk)
    if procedure.can_be_refused:
        return who.url(f"procedure-{OFFER}", number)
    first = procedure.version(draft.asked_version).pages[0]
    return who.url("procedure-page", number, first.key)


def _facts(who: Caller, purpose: Purpose) -> tuple[SummaryRow, ...]:
    procedure, seen = purpose.procedure, purpose.seen
    version = procedure.version_on(local_day(who.at))
    asked = sum(1 for _one in version.questions)
    roles = [ROLES[key].title for key in procedure.roles if key in ROLES]
    number = ngettext("At most {n} question", "At most {n} questions", asked).format(n=asked)
    rows = [
        SummaryRow(_("Why it is asked"), procedure.why),
        SummaryRow(_("How long it takes"), "\n".join(filter(None, (procedure.takes, number)))),
        SummaryRow(
            _("Whose rule it is"),
            f"{procedure.authority.source} ({procedure.authority.weight})",
        ),
        SummaryRow(_("Who may answer"), "\n".join(roles)),
        SummaryRow(
            _("Version of the questions"),
            _("{n}, since {day}. {reason}").format(
                n=version.number, day=date_format(version.since, "j F Y"), reason=version.reason
            ),
        ),
    ]
    if seen is not None:
        rows.insert(0, SummaryRow(_("About"), called(seen), Link(_("Open"), record_url(who, seen))))
        rows.append(SummaryRow(_("What the record says is from"), _source(who, seen)))
    return tuple(rows)


def _source(who: Caller, seen: InSight) -> str:
    """When the source of the record was last delivered; what is typed here is of this moment."""
    if seen.origin == "typed":
        return _("Typed here")
    part = part_of(seen.record, who.tables)
    if part is None:
        return seen.record.source
    return _("{source}, loaded {moment}").format(
        source=part.feed or part.source,
        moment=moment(datetime.fromisoformat(part.loaded_at)),
    )


pages = (
    Page("procedures/new/<str:key>/", start_new, "procedure-new"),
    Page("procedures/of/<str:record_id>/<str:key>/", start, "procedure-start"),
    Page("procedures/called/<path:called>/<str:key>/", start_called, "procedure-called"),
    Page("procedures/made/<str:assessment_id>/correct/", correct, "procedure-correct"),
    Page("procedures/made/<str:assessment_id>/again/", look_again, "procedure-again"),
)
