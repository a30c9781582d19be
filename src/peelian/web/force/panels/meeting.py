"""One meeting: its frame, its draw, its cases, who came, and what comes next."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from peelian.engines.panels.drawing import draw_cases
from peelian.engines.panels.freezing import frame_csv, freeze
from peelian.engines.panels.models import Meeting
from peelian.engines.panels.opening import close, open_cases
from peelian.engines.panels.planning import abandon
from peelian.engines.panels.rights import meeting_named, prepares, runs
from peelian.engines.panels.states import CaseState, State
from peelian.records.months import in_words
from peelian.web.components.parts import Link, SummaryRow
from peelian.web.force.pages import Page
from peelian.web.force.panels.desk import act, anybody, page, panel_of, runner
from peelian.web.force.panels.forms import SeedForm, WhyForm
from peelian.web.force.panels.meeting_cases import cases_of
from peelian.web.force.panels.parts import Section, Send
from peelian.web.force.panels.words import state_of
from peelian.web.force.reader import Caller

BEFORE_OPEN = (State.PLANNED, State.FROZEN, State.DRAWN)


@require_safe
def meeting(request: HttpRequest, ref: str) -> HttpResponse:
    """The meeting as the reader may see it: all of it, the cases to prepare, or those to judge."""
    who = anybody(request)
    found = meeting_named(ref, who.actor, at=who.at)
    panel = panel_of(found)
    running = runs(who.actor, who.at)
    sections = [
        *(_next_steps(found, who) if running else ()),
        *cases_of(found, panel, who),
        *(_attendance(found, who) if running else ()),
        *_frame(found, who),
        *(_give_up(found, who) if running else ()),
    ]
    way = (Link(panel.title, who.url("panel", panel.key)),) if running else ()
    title = _("{panel}, {day}").format(panel=panel.title, day=date_format(found.held_on, "j F Y"))
    return page(request, who, title, answer=_answer(found), way=way, sections=sections)


@require_POST
def step(request: HttpRequest, ref: str, what: str) -> HttpResponse:
    """Freeze the frame, draw the cases, open them, close the meeting, or give it up."""
    who = runner(request)
    found = meeting_named(ref, who.actor, at=who.at)
    panel = panel_of(found)
    says: Any = request.POST
    deeds: dict[str, tuple[Callable[[], Any], str]] = {
        "freeze": (
            lambda: freeze(found, panel, actor=who.actor, at=who.at, tables=who.tables),
            _("The frame is frozen: its hash stands below. Now the seed can be known."),
        ),
        "draw": (
            lambda: draw_cases(
                found,
                panel,
                seed=says.get("seed", ""),
                actor=who.actor,
                at=who.at,
                tables=who.tables,
            ),
            _("The cases are drawn. The force finds their recordings now."),
        ),
        "open": (
            lambda: open_cases(found, actor=who.actor, at=who.at),
            _("The cases lie open to the members who are ready."),
        ),
        "close": (
            lambda: close(found, panel, actor=who.actor, at=who.at, tables=who.tables),
            _("The meeting is closed: what it found counts in figures."),
        ),
        "abandon": (
            lambda: abandon(found, because=says.get("because", ""), actor=who.actor, at=who.at),
            _("The meeting is given up; it stays listed."),
        ),
    }
    if what not in deeds:
        raise Http404
    deed, said = deeds[what]
    return act(request, deed, said, who.url("panel-meeting", ref))


@require_safe
def frame(request: HttpRequest, ref: str) -> HttpResponse:
    """The frame as the file that was hashed; for whoever runs panels or prepares cases."""
    who = anybody(request)
    found = meeting_named(ref, who.actor, at=who.at)
    if not found.frame_hash or not (runs(who.actor, who.at) or prepares(who.actor, who.at)):
        raise Http404
    content = frame_csv(found, actor=who.actor, at=who.at)
    answer = HttpResponse(content, content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="{found.ref}-frame.csv"'
    return answer


def _answer(found: Meeting) -> str:
    state = state_of(found)
    if found.state in (State.OPEN, State.CLOSED):
        ready = found.cases.filter(state=CaseState.READY)
        judged = ready.filter(scores__conflict=False).distinct().count()
        return _("{state}. {judged} of {all} cases have been judged.").format(
            state=state, judged=judged, all=ready.count()
        )
    if found.state == State.DRAWN:
        cases = found.cases.exclude(state=CaseState.SET_ASIDE)
        ready_now = cases.filter(state=CaseState.READY).count()
        return _("{state}. {ready} of {all} are ready.").format(
            state=state, ready=ready_now, all=cases.count()
        )
    return f"{state}."


def _next_steps(found: Meeting, who: Caller) -> tuple[Section, ...]:
    def to(what: str) -> str:
        return who.url("panel-step", found.ref, what)

    steps: list[Send] = []
    says: tuple[str, ...] = ()
    match found.state:
        case State.PLANNED:
            says = (
                _(
                    "First the frame is frozen: every case that could come before the panel is "
                    "listed and hashed. Only then look at the seed: {source}."
                ).format(source=found.seed_source),
            )
            steps = [Send(_("Freeze the frame"), to("freeze"))]
        case State.FROZEN:
            says = (_("The seed comes from: {source}.").format(source=found.seed_source),)
            steps = [Send(_("Draw the cases"), to("draw"), SeedForm())]
        case State.DRAWN:
            waiting = found.cases.filter(state=CaseState.DRAWN).count()
            says = (
                ngettext(
                    "The force has {n} case still to prepare.",
                    "The force has {n} cases still to prepare.",
                    waiting,
                ).format(n=waiting)
                if waiting
                else _("Every case is prepared."),
            )
            steps = [] if waiting else [Send(_("Open the cases to members"), to("open"))]
        case State.OPEN:
            says = (
                _(
                    "Write down who came, give officers the panel's feedback case by case, then "
                    "close the meeting: its findings become figures."
                ),
            )
            steps = [Send(_("Close the meeting"), to("close"))]
    if found.state in (State.CLOSED, State.ABANDONED):
        return (Section("", says=(found.ended_because,)),) if found.ended_because else ()
    return (Section(_("What comes next"), says=says, sends=tuple(steps)),)


def _give_up(found: Meeting, who: Caller) -> tuple[Section, ...]:
    if found.state not in BEFORE_OPEN:
        return ()
    send = Send(
        _("Give it up"),
        who.url("panel-step", found.ref, "abandon"),
        WhyForm(),
        secondary=True,
    )
    return (Section(_("Give the meeting up"), sends=(send,)),)


def _attendance(found: Meeting, who: Caller) -> tuple[Section, ...]:
    if found.state == State.ABANDONED:
        return ()
    rows = list(found.attendance.values_list("came", flat=True))
    said = (
        _("{came} of {all} members came.").format(came=rows.count("attended"), all=len(rows))
        if rows
        else _("It is not written down yet.")
    )
    link = Link(_("Write down who came"), who.url("panel-attendance", found.ref))
    return (Section(_("Who came"), says=(said,), links=(link,)),)


def _frame(found: Meeting, who: Caller) -> tuple[Section, ...]:
    seen = runs(who.actor, who.at) or prepares(who.actor, who.at)
    months = in_words(found.first)
    if found.last != found.first:
        months = _("{first} to {last}").format(first=months, last=in_words(found.last))
    facts = [
        SummaryRow(_("Where"), found.place),
        SummaryRow(_("Cases of"), months),
        SummaryRow(
            _("How many"),
            _("{all}, of which {lot} by lot").format(all=found.cases_wanted, lot=found.lot_wanted),
        ),
        SummaryRow(_("Seed comes from"), found.seed_source),
    ]
    if found.frame_hash:
        facts += [
            SummaryRow(_("Cases in the frame"), f"{found.frame_size:,}"),
            SummaryRow(_("Hash of the frame (SHA-256)"), found.frame_hash),
        ]
    if found.seed:
        facts.append(SummaryRow(_("Seed"), found.seed))
    links = (
        (
            Link(
                _("The frame as a file"),
                who.url("panel-frame", found.ref),
                detail=_("to draw it again elsewhere: no name and no reference of the force"),
            ),
        )
        if found.frame_hash and seen
        else ()
    )
    return (Section(_("How its cases are come by"), facts=tuple(facts), links=links),)


pages = (
    Page("panels/meetings/<str:ref>/", meeting, "panel-meeting"),
    Page("panels/meetings/<str:ref>/frame.csv", frame, "panel-frame"),
    Page("panels/meetings/<str:ref>/<str:what>/", step, "panel-step"),
)
