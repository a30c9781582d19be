"""One round: how far it is, by which links people answer, and what can be done with it now."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from peelian.engines.surveys.declared import Survey
from peelian.engines.surveys.models import Round, State
from peelian.engines.surveys.progress import progress_of
from peelian.engines.surveys.states import WORDS
from peelian.web.components.parts import Link, SummaryRow
from peelian.web.force.pages import Page
from peelian.web.force.surveys.runner import MENU, Runner, round_called, runner
from peelian.web.force.words import moment


@require_safe
def round_page(request: HttpRequest, ref: str) -> HttpResponse:
    """Everything about a round but its results, which have a page of their own."""
    run = runner(request)
    held, survey = round_called(run, ref)
    progress = progress_of(held)
    return render(
        request,
        "force/surveys/round.html",
        {
            "page_title": held.title,
            "navigation": run.who.menu(MENU),
            "breadcrumbs": run.way(Link(held.title, "", current=True)),
            "answer": f"{_(WORDS[State(held.state)]).capitalize()}. {progress.says}",
            "facts": _facts(held, survey),
            "link": _link(request, held),
            "acts": _acts(run, held),
            "results": _results(run, held, survey),
        },
    )


def _facts(held: Round, survey: Survey) -> tuple[SummaryRow, ...]:
    rows = [
        SummaryRow(_("Survey"), survey.title),
        SummaryRow(_("Why"), survey.why),
        SummaryRow(_("Reference"), held.ref),
        SummaryRow(_("How replies are come by"), held.design),
        SummaryRow(_("List"), _listed(held)) if held.strata else None,
        SummaryRow(_("Opens"), moment(held.opens_at)) if held.opens_at else None,
        SummaryRow(_("Ends"), moment(held.closes_at)) if held.closes_at else None,
        SummaryRow(
            _("Smallest group"),
            _("Nothing of a group is kept where fewer than {n} have replied").format(
                n=held.smallest
            ),
        ),
        SummaryRow(_("Weighting"), survey.weighting(held.weighting).title)
        if held.weighting
        else None,
        SummaryRow(_("Published in"), held.source) if held.source else None,
        SummaryRow(_("Version of the questions"), str(held.asked_version)),
        SummaryRow(_("Closed"), moment(held.closed_at)) if held.closed_at else None,
        SummaryRow(_("Why it was abandoned"), held.ended_because) if held.ended_because else None,
    ]
    return tuple(row for row in rows if row is not None)


def _listed(held: Round) -> str:
    return "\n".join(
        _("{part}: {n} people").format(part=part, n=f"{size:,}")
        if part
        else _("{n} people").format(n=f"{size:,}")
        for part, size in held.strata.items()
    )


def _link(request: HttpRequest, held: Round) -> str:
    """The address for anybody, whole, so that it can be read out and copied."""
    if held.state != State.OPEN or not held.open_token:
        return ""
    return request.build_absolute_uri(reverse("survey", args=[held.open_token]))


def _acts(run: Runner, held: Round) -> tuple[Link, ...]:
    """What can be done while it is open."""
    if held.state != State.OPEN:
        return ()
    return (
        Link(
            _("Make invitations"),
            run.url("survey-invite", held.ref),
            detail=_("Links that can be used once, given to you once."),
        ),
        Link(
            _("Close it and count"),
            run.url("survey-close", held.ref),
            detail=_("Counts the replies and throws the single ones away."),
        ),
        Link(
            _("Give it more time"),
            run.url("survey-longer", held.ref),
            detail=_("A later last day, never an earlier one."),
        ),
        Link(
            _("Abandon it"),
            run.url("survey-abandon", held.ref),
            detail=_("Throws all replies away, unread."),
        ),
    )


def _results(run: Runner, held: Round, survey: Survey) -> tuple[Link, ...]:
    """What can be read once it is over."""
    if held.state not in (State.CLOSED, State.RECORDED):
        return ()
    links = [Link(_("Results"), run.url("survey-results", held.ref))]
    if held.state == State.RECORDED:
        links.append(Link(_("As printed, recomputed"), run.url("survey-printed", held.ref)))
    asked = {one.key: one.text for one in survey.version(held.asked_version).questions}
    links += [
        Link(
            _("Themes: {question}").format(question=asked[key]),
            run.url("survey-themes", held.ref, key),
        )
        for key in dict.fromkeys(one.question for one in survey.themes)
        if key in asked and held.state == State.CLOSED
    ]
    if survey.ideas and held.state == State.CLOSED:
        links.append(Link(_("Ideas, and what was decided"), run.url("survey-ideas", held.ref)))
    return tuple(links)


pages = (Page("surveys/rounds/<str:ref>/", round_page, "survey-round"),)
