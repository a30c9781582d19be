"""Every round of the force: what is open, what came of the others, and what can be begun."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from peelian import catalogue
from peelian.engines.surveys.approaching import approaches_to, may_read
from peelian.engines.surveys.models import Round, State
from peelian.engines.surveys.progress import progress_of
from peelian.engines.surveys.reading import rounds_of
from peelian.engines.surveys.states import WORDS
from peelian.web.components.parts import Link, Table, TableCell
from peelian.web.force.pages import Page
from peelian.web.force.surveys.runner import MENU, Runner, runner
from peelian.web.force.tables import plain_table
from peelian.web.force.words import in_text


@require_safe
def rounds(request: HttpRequest) -> HttpResponse:
    """The list, and the surveys of which a round can be opened."""
    run = runner(request)
    found = rounds_of(run.who.actor, at=run.who.at)
    opened = sum(one.state == State.OPEN for one in found)
    return render(
        request,
        "force/surveys/rounds.html",
        {
            "page_title": _("Surveys"),
            "navigation": run.who.menu(MENU),
            "breadcrumbs": run.who.way_here(Link(_("Surveys"), "", current=True)),
            "answer": _answer(opened, len(found)),
            "table": _table(run, found) if found else None,
            "begin": tuple(
                Link(one.title, run.url("survey-open", one.key), detail=one.why)
                for one in catalogue.surveys()
            ),
            "record": run.url("survey-published"),
            "approaches": _approaches(run),
        },
    )


def _answer(opened: int, all_of_them: int) -> str:
    if not all_of_them:
        return _("No survey has been held here yet.")
    if not opened:
        return _("No survey is open now.")
    return ngettext("{n} survey is open now.", "{n} surveys are open now.", opened).format(n=opened)


def _table(run: Runner, found: tuple[Round, ...]) -> Table:
    known = {one.key: one.title for one in catalogue.surveys()}
    heads = (_("Round"), _("Survey"), _("How it stands"), _("Replies"), _("Last moment"))
    rows = [
        (
            TableCell(one.title, under=one.ref, url=run.url("survey-round", one.ref)),
            TableCell(known.get(one.survey, one.survey)),
            TableCell(_(WORDS[State(one.state)]).capitalize()),
            _replies(one),
            TableCell(in_text("closes_at", one.closes_at) or "–"),
        )
        for one in found
    ]
    return plain_table(_("Rounds of surveys"), heads, rows)


def _replies(held: Round) -> TableCell:
    """How many replied and, of those who were invited, the share."""
    progress = progress_of(held)
    rate = _("{rate}% of {n} invitations").format(rate=progress.rate, n=f"{progress.invited:,}")
    return TableCell(f"{progress.replies:,}", under=rate if progress.rate else "")


def _approaches(run: Runner) -> Link | None:
    """Complaints and wishes to be called, for the commissioner's staff alone."""
    if not may_read(run.who.actor, force_id=run.force_id, at=run.who.at):
        return None
    found = approaches_to(run.who.actor, force_id=run.force_id, at=run.who.at)
    waiting = sum(one.answered_on is None for one in found)
    return Link(
        _("Complaints and wishes to be called"),
        run.url("approaches"),
        detail=ngettext("{n} waits for an answer.", "{n} wait for an answer.", waiting).format(
            n=waiting
        ),
    )


pages = (Page("surveys/", rounds, "survey-rounds"),)
