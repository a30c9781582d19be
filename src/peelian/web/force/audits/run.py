"""One run: how far it is, what comes next, and all that anyone needs to check the draw."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from peelian.engines.audits.models import Marking, State, Turn
from peelian.engines.audits.reading import (
    Progress,
    Waiting,
    progress_of,
    results_open,
)
from peelian.engines.audits.reviewers import may_review
from peelian.engines.audits.taking import can_take
from peelian.engines.publishing.sentences import force_name
from peelian.web.components.parts import Link
from peelian.web.force.audits.opening import OpenRun, open_run, or_missing
from peelian.web.force.audits.redraw_line import redraw_line
from peelian.web.force.audits.run_tables import (
    left_out_table,
    monthly_table,
    other_draws_table,
    parts_table,
)
from peelian.web.force.audits.run_words import (
    answer,
    frozen_rows,
    next_says,
    planned_rows,
    steps_of,
)
from peelian.web.force.pages import Page


@dataclass(frozen=True)
class Way:
    """What can be done next: a page, or at once where nothing is asked."""

    text: str
    url: str
    post: bool = True


@or_missing
def run_page(request: HttpRequest, ref: str) -> HttpResponse:
    """How far it is first, then the next step, then how it was drawn."""
    opened = open_run(request, ref)
    who, run, audit = opened.who, opened.run, opened.audit
    progress = progress_of(run)
    mine = waiting_in(opened)
    return render(
        request,
        "force/audits/run.html",
        {
            "page_title": run.title,
            "caption": f"{audit.title} · {run.ref} · {force_name(run.force_id)}",
            "navigation": who.menu("audits"),
            "breadcrumbs": opened.way_here(Link(run.title, "", current=True)),
            "answer": answer(run, progress),
            "next_says": next_says(run, progress, mine, steers=opened.steers),
            "ways": _ways(opened, progress, mine),
            "links": _links(opened, progress),
            "steps": steps_of(run, progress),
            "planned": planned_rows(run, audit),
            "frozen": frozen_rows(run),
            "parts": parts_table(run, audit),
            "left_out": left_out_table(run, audit),
            "downloads": _downloads(opened),
            "check": opened.page("check") if run.frame_hash and opened.runs_it else "",
            "again": redraw_line(run) if opened.runs_it else "",
            "others": other_draws_table(opened),
            "monthly": monthly_table(opened) if run.rhythm else None,
        },
    )


def waiting_in(opened: OpenRun) -> Waiting | None:
    """What waits for the caller in this run; None where nothing does."""
    who, run, audit = opened.who, opened.run, opened.audit
    if run.state != State.DRAWN or not may_review(run, audit, actor=who.actor, at=who.at):
        return None
    counts = can_take(run, audit, actor=who.actor, at=who.at, tables=who.tables)
    mine = Marking.objects.filter(item__run=run, user=who.actor, done_at=None).first()
    reviews = counts[Turn.FIRST] + counts[Turn.SECOND]
    found = Waiting(run, reviews, counts[Turn.DECIDING], mine)
    return found if found.reviews or found.decisions or found.mine else None


def _ways(opened: OpenRun, progress: Progress, mine: Waiting | None) -> tuple[Way, ...]:
    run, found = opened.run, list[Way]()
    if run.state == State.DRAWN and mine is not None:
        if mine.mine is not None:
            go_on = opened.who.url("audit-mark", str(mine.mine.pk))
            found.append(Way(_("Go on with your file"), go_on, post=False))
        elif mine.reviews:
            found.append(Way(_("Mark the next file"), opened.page("next")))
        if mine.decisions and mine.mine is None:
            found.append(Way(_("Decide the next file"), opened.page("decide")))
    if results_open(run, actor=opened.who.actor, at=opened.who.at):
        found.append(Way(_("Results"), opened.page("results"), post=False))
    if not opened.steers:
        return tuple(found)
    match run.state:
        case State.PLANNED if not run.rhythm:
            found.append(Way(_("Freeze the frame"), opened.page("freeze")))
        case State.FROZEN if not run.seed and run.sealed_seed:
            found.append(Way(_("Open the seed"), opened.page("seed")))
        case State.FROZEN if not run.seed:
            found.append(Way(_("Enter the seed"), opened.page("seed"), post=False))
        case State.FROZEN:
            found.append(Way(_("Draw the files"), opened.page("draw")))
        case State.DRAWN if progress.settled + progress.set_aside == progress.drawn:
            found.append(Way(_("Close the audit"), opened.page("close")))
        case _:
            pass
    return tuple(found)


def _links(opened: OpenRun, progress: Progress) -> tuple[Link, ...]:
    """What is done seldom, as links: the files, an early end, giving it up."""
    run, found = opened.run, list[Link]()
    if progress.drawn and opened.runs_it:
        found.append(Link(_("The files and how far each is"), opened.page("files")))
    if not opened.steers or run.state in (State.CLOSED, State.ABANDONED):
        return tuple(found)
    early = run.state == State.DRAWN and progress.settled + progress.set_aside < progress.drawn
    if early or run.rhythm:
        found.append(Link(_("End it now"), opened.page("close")))
    found.append(Link(_("Abandon it"), opened.page("abandon")))
    return tuple(found)


def _downloads(opened: OpenRun) -> tuple[Link, ...]:
    run = opened.run
    if not run.frame_hash or not opened.runs_it:
        return ()
    links = [Link(_("Frame"), opened.page("frame"), detail="CSV")]
    if run.drawn_at:
        links.append(Link(_("Draw"), opened.page("drawn"), detail="CSV"))
    return tuple(links)


pages = (Page("audits/runs/<str:ref>/", run_page, "audit"),)
