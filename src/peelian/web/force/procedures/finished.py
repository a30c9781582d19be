"""After the last question: what happens next; and the assessment as others read it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from peelian import catalogue
from peelian.access.decide import may
from peelian.access.verbs import Verb
from peelian.engines.procedures.answering import may_answer, model_of
from peelian.engines.procedures.models import Assessment
from peelian.engines.procedures.summary import Line, Summary, read_summary
from peelian.engines.registers.errors import NoSuchRecord, ReasonNeeded
from peelian.engines.registers.finding import find
from peelian.web.components.parts import Link, SummaryRow, Table, TableCell
from peelian.web.force.pages import Page
from peelian.web.force.procedures.open_draft import (
    called,
    or_stop,
    procedure_of,
    record_url,
    way_to,
)
from peelian.web.force.reader import Caller, caller
from peelian.web.force.tables import plain_table
from peelian.web.force.words import moment
from peelian.web.force.work.posts import posts_of_force


def done(request: HttpRequest, assessment_id: str) -> HttpResponse:
    """For whoever made it, and nobody else: that it is kept, and what happens next."""
    who = caller(request)
    made = Assessment.objects.filter(
        record_id=assessment_id, officer_ref=who.actor.officer_ref, force_id=who.actor.force_id
    ).first()
    if made is None or not who.actor.officer_ref:
        raise NoSuchRecord
    # What it is about may have been sealed since, or be in conflict with whoever made it (T05).
    if not may(who.actor, Verb.CONSULT, Assessment, made, at=who.at):
        raise NoSuchRecord
    procedure = procedure_of(made.procedure)
    return render(
        request,
        "force/procedures/done.html",
        {
            "page_title": _("Kept: {title}").format(title=procedure.title),
            "navigation": who.menu("procedures"),
            "breadcrumbs": who.way_here(Link(_("Assessments"), who.url("procedures"))),
            "procedure": procedure,
            "met": (made.criteria_reasons or "").splitlines(),
            "made": made,
            "at": moment(made.made_at),
            "summary": who.url("assessment", made.record_id),
            "record": _record(who, made),
            "mine": who.url("procedures"),
        },
    )


@or_stop
def assessment(request: HttpRequest, assessment_id: str) -> HttpResponse:
    """What was answered, suggested and decided, as far as its reader may see."""
    who = caller(request)
    try:
        read = read_summary(who.actor, assessment_id, catalogue.procedures(), who.tables, at=who.at)
    except ReasonNeeded:
        return redirect(_of(who, assessment_id))
    row, procedure = read.assessment, read.procedure
    seen = find(who.actor, model_of(row.of_type), row.of_id, who.tables, at=who.at)
    corrects = (
        not row.replaced_by
        and not row.second_of
        and may_answer(procedure, who.actor, seen.record, at=who.at)
    )
    return render(
        request,
        "force/procedures/summary.html",
        {
            "page_title": procedure.title,
            "navigation": who.menu("procedures"),
            "breadcrumbs": way_to(who, procedure, seen, Link(procedure.title, "", current=True)),
            "facts": _facts(who, read, called(seen), record_url(who, seen)),
            "answers": _answers(read),
            "correct": who.url("procedure-correct", assessment_id) if corrects else "",
            "newer": who.url("assessment", row.replaced_by) if row.replaced_by else "",
            "older": who.url("assessment", row.replaces) if row.replaces else "",
        },
    )


def _of(who: Caller, assessment_id: str) -> str:
    """The record, where the reason for the look is asked."""
    row = find(who.actor, Assessment, assessment_id, who.tables, at=who.at).record
    assert isinstance(row, Assessment)
    return record_url(who, find(who.actor, model_of(row.of_type), row.of_id, who.tables, at=who.at))


def _record(who: Caller, made: Assessment) -> Link | None:
    try:
        seen = find(who.actor, model_of(made.of_type), made.of_id, who.tables, at=who.at)
    except NoSuchRecord:
        return None
    return Link(called(seen), record_url(who, seen))


def _facts(who: Caller, read: Summary, about: str, url: str) -> tuple[SummaryRow, ...]:
    row = read.assessment
    grades = read.procedure.grades
    said = [
        (_("Finished"), moment(row.made_at)),
        (_("Made by"), _maker(who, row.officer_ref or "")),
        (_("Version of the questions"), str(row.asked_version)),
        (_("How it ended"), {"Refused": _("Declined")}.get(row.outcome, row.outcome)),
        (_("Why it was declined"), _joined(read.refusal, row.refusal_words)),
        (
            _("Suggested"),
            read.grade(row.suggested) or (_("Nothing is suggested") if grades else ""),
        ),
        (grades.asks if grades else "", _joined(read.grade(row.decided), row.reasons)),
        (_("Criteria that are met"), "\n".join(one[:1].upper() + one[1:] for one in read.criteria)),
        (_("A second look"), _second(row)),
        (_("Why it was corrected"), row.correction or ""),
    ]
    return (
        SummaryRow(_("About"), about, Link(_("Open"), url)),
        *(SummaryRow(key, value) for key, value in said if value),
    )


def _maker(who: Caller, officer_ref: str) -> str:
    """Post and name of whoever answered, where the reader may see it; else their number."""
    posts = posts_of_force(who.actor, who.at).values()
    return next((one.words for one in posts if one.officer_ref == officer_ref), officer_ref)


def _second(row: Assessment) -> str:
    if row.second_of is None:
        return ""
    return _("Agrees with the first") if row.agrees else _("Differs from the first")


def _joined(*parts: str | None) -> str:
    return "\n".join(part for part in parts if part)


def _answers(read: Summary) -> Table:
    rows = [
        (TableCell(line.question), TableCell(_said(line), under=_advice(line)))
        for line in read.lines
    ]
    return plain_table(_("Questions and answers"), (_("Question"), _("Answer")), rows)


def _said(line: Line) -> str:
    return ": ".join(part for part in (line.answer, line.words) if part)


def _advice(line: Line) -> str:
    if not line.advice:
        return ""
    said = (
        _("Shown before saving, and changed after it: {advice}")
        if line.heeded
        else _("Shown before saving, and left as it was: {advice}")
    )
    return said.format(advice=line.advice)


pages = (
    Page("procedures/made/<str:assessment_id>/done/", done, "procedure-done"),
    Page("procedures/made/<str:assessment_id>/", assessment, "assessment"),
)
