"""One duty: what, why, until when, by whose rule, whose it is, and what can be done now."""

from collections.abc import Mapping
from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from peelian import catalogue
from peelian.access.visible import visible
from peelian.engines.duties.due_list import Due, duty
from peelian.engines.duties.kinds import model_of
from peelian.engines.duties.models import Duty
from peelian.engines.duties.next_steps import in_words
from peelian.engines.duties.owners import InUnit, LineOf, NamedOfficer, NamedPost, Owner
from peelian.engines.duties.rule import Rule
from peelian.engines.duties.words import OPEN
from peelian.engines.registers.errors import NoSuchRecord
from peelian.engines.registers.finding import ADDRESS, find
from peelian.web.components.feed_ages import feeds_line
from peelian.web.components.parts import Link, SummaryRow, Table, TableCell
from peelian.web.force.pages import Page
from peelian.web.force.people import names_in_trail
from peelian.web.force.reader import Caller, caller
from peelian.web.force.tables import plain_table
from peelian.web.force.words import moment
from peelian.web.force.work.feeds import ages
from peelian.web.force.work.items import record_link
from peelian.web.force.work.notes import note_in_words
from peelian.web.force.work.posts import Named, posts_of_force
from peelian.web.force.work.reading import read_first
from peelian.web.force.work.rights import is_mine, may_finish, may_hand_over, may_waive
from peelian.web.force.work.ways import act_of
from peelian.web.force.work.words import risk_in_words, span, state_in_words

WORDS = "words"


def found_duty(who: Caller, record_id: str) -> Due:
    """The duty, if this person may see the record that it is about. Raises `NoSuchRecord`."""
    if not ADDRESS.fullmatch(record_id):
        raise NoSuchRecord
    return duty(who.actor, record_id, catalogue.rules(), who.tables, at=who.at)


@require_safe
def page(request: HttpRequest, record_id: str) -> HttpResponse:
    """Everything that is to be known of one duty."""
    who = caller(request)
    due = found_duty(who, record_id)
    posts = posts_of_force(who.actor, who.at)
    return render(
        request,
        "force/work/duty.html",
        {
            "page_title": due.duty.title,
            "navigation": who.menu(who.entrance),
            "breadcrumbs": who.way_here(Link(due.duty.title, "", current=True)),
            "feeds": feeds_line(ages(who)),
            "answer": _answer(due, who),
            "faults": _faults(due, who),
            "why": due.rule.why,
            "step": due.next_step if due.duty.state in OPEN else "",
            "record": record_link(due.duty, who),
            "read": read_first(due, who),
            "act": act_of(due, who) if due.duty.state in OPEN else None,
            "done": who.url("duty-done", record_id) if may_finish(due, who) else "",
            "move": who.url("duty-move", record_id) if may_hand_over(due, who) else "",
            "waive": who.url("duty-waive", record_id) if may_waive(due, who) else "",
            "waivable_by": due.rule.waived_by,
            "facts": facts(due, who, posts),
            "ladder": _ladder(due),
            "steps": _steps(due.rule),
            "history": _history(due, who, posts),
        },
    )


def _faults(due: Due, who: Caller) -> tuple[str, ...]:
    """What is wrong with the record as it stands, for readers of all of it; it blocks nothing."""
    model = model_of(due.duty.of_type)
    if model is None:
        return ()
    try:
        seen = find(who.actor, model, due.duty.of_id, who.tables, at=who.at)
    except NoSuchRecord:
        return ()
    return catalogue.faults_of(seen.record) if seen.whole else ()


def _answer(due: Due, who: Caller) -> str:
    """How it stands, in the first sentence."""
    said = state_in_words(due.duty, who.at)
    capital = said[:1].upper() + said[1:]
    risk = risk_in_words(due.duty.risk)
    return f"{capital}. {risk}." if risk else f"{capital}."


def facts(due: Due, who: Caller, posts: Mapping[str, Named]) -> tuple[SummaryRow, ...]:
    """The clock, the authority, the proof and whose it is."""
    one, rule = due.duty, due.rule
    record = record_link(one, who)
    rows = [
        SummaryRow(_("About"), _capital(record.text), Link(_("Open"), record.url))
        if record
        else None,
        SummaryRow(_("What is asked"), one.words) if one.words else None,
        SummaryRow(_("Began"), moment(one.started_at)),
        SummaryRow(_("Ends"), _end(due)),
        SummaryRow(_("Stood still for"), span(timedelta(minutes=one.paused_minutes)))
        if one.paused_minutes
        else None,
        SummaryRow(_("Done or ended"), moment(one.done_at)) if one.done_at else None,
        SummaryRow(_("Whose rule"), one.authority),
        SummaryRow(_("Proof wanted"), rule.proof),
        SummaryRow(_("Proof given"), one.proof) if one.proof else None,
        SummaryRow(_("Who answers for it"), _whose(one.post_ref, posts)),
        SummaryRow(
            _("List of work"), one.list_ref, Link(_("Open"), who.url("task-list", one.list_ref))
        )
        if one.list_ref
        else None,
        SummaryRow(_("Rule"), f"{rule.title} ({rule.key})"),
    ]
    return tuple(row for row in rows if row is not None)


def _end(due: Due) -> str:
    if due.duty.due_at is None:
        return _("The clock stands still. It runs on when what it waits for has come.")
    # Told as the last moment in time: a clock ends with the last minute that is not yet late.
    return moment(due.duty.due_at - timedelta(minutes=1))


def _whose(post_ref: str | None, posts: Mapping[str, Named]) -> str:
    if not post_ref:
        return _("Nobody: no post was found. Its supervisor has to name one.")
    found = posts.get(post_ref)
    if found is None:
        return _("The post {post}, which no longer stands.").format(post=post_ref)
    if found.vacant:
        return _("{title}, {unit}: vacant, so nobody answers for this.").format(
            title=found.title, unit=found.unit
        )
    return f"{found.words}, {found.unit}"


def _ladder(due: Due) -> Table | None:
    if not due.reaches:
        return None
    rows = [
        (
            TableCell(
                ngettext("{n} month", "{n} months", one.rung.months).format(n=one.rung.months)
            ),
            TableCell(in_words(one.last) or _("Not known: the record states no first day")),
            TableCell(one.rung.by),
            TableCell(one.rung.authority.source),
        )
        for one in due.reaches
    ]
    heads = (_("Up to, from the first day"), _("Last day"), _("Who may extend"), _("By which rule"))
    return plain_table(_("Who may extend it, and to when"), heads, rows)


def _steps(rule: Rule) -> Table | None:
    rows = [
        (TableCell(_moment_of(step.after)), TableCell(_to(step.to)), TableCell(step.says))
        for step in sorted(rule.steps, key=lambda step: step.after)
    ]
    heads = (_("When"), _("To whom"), _("What is said"))
    return plain_table(_("Who is told if it is not done"), heads, rows) if rows else None


def _moment_of(after: timedelta) -> str:
    if not after:
        return _("when the time is over")
    if after < timedelta(0):
        return _("{span} before the end").format(span=span(-after))
    return _("{span} after the end").format(span=span(after))


def _to(owner: Owner) -> str:
    match owner:
        case NamedOfficer():
            return _("whoever answers for it")
        case LineOf():
            return _("their line manager")
        case InUnit(role=role):
            return _("{role} of the unit, or of the nearest above it").format(
                role=role.replace("-", " ")
            )
        case NamedPost():
            return _("the post that was named")


def _history(due: Due, who: Caller, posts: Mapping[str, Named]) -> Table | None:
    """What was done about it; who did and why only for readers of its words."""
    if not due.notes:
        return None
    whole = is_mine(due, who) or WORDS in visible(who.actor, Duty, at=who.at).open_fields(due.duty)
    names = names_in_trail(note.by for note in due.notes)
    rows = [
        (
            TableCell(moment(note.at)),
            TableCell(note_in_words(note.what), under=note.words if whole else ""),
            TableCell(names[note.by] if whole else "–"),
            TableCell(posts[note.to_post].words if note.to_post in posts else note.to_post),
        )
        for note in due.notes
    ]
    heads = (_("When"), _("What"), _("By"), _("To"))
    return plain_table(_("What happened"), heads, rows)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


pages = (Page("work/duties/<str:record_id>/", page, "duty"),)
