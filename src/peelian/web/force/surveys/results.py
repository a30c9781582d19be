"""What came of a round: each result with its base, the reply rate and what it cannot say.

Results are shown by one grouping at a time. Groups that are too small are not there to be shown;
that they are not is said in words.
"""

from collections.abc import Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from peelian import catalogue
from peelian.access.figures import may_count
from peelian.engines.publishing.address import parse, written
from peelian.engines.surveys.change import change_of, round_before
from peelian.engines.surveys.declared import RANDOM, Survey
from peelian.engines.surveys.estimating import Line
from peelian.engines.surveys.models import Round, State, SurveyAnswer
from peelian.engines.surveys.results import Results, ResultTable, results_of
from peelian.engines.surveys.rounding import percent
from peelian.engines.surveys.weighting import Weighted
from peelian.web.components.parts import Column, Link, Table, TableCell, TableRow
from peelian.web.force.pages import Page
from peelian.web.force.surveys.runner import MENU, Runner, round_called, runner

BY = "by"
# The parts of the list of a random sample, such as local areas, in place of a grouping.
PARTS = "part-of-the-list"
HUNDRED = 100


@require_safe
def results(request: HttpRequest, ref: str) -> HttpResponse:
    """Every result of everybody or, where one is chosen, by a grouping."""
    run = runner(request)
    held, survey = round_called(run, ref)
    if held.state not in (State.CLOSED, State.RECORDED):
        raise Http404
    found = results_of(held, survey)
    known = {one.question: one.title for one in survey.groups}
    if any(one.parts for one in found.tables):
        known[PARTS] = _("Part of the list")
    # Not everybody who runs surveys counts over statistics: a link that is shut is not shown.
    cards = may_count(run.who.actor, (SurveyAnswer,), (held.force_id,), at=run.who.at)
    by = request.GET.get(BY, "")
    by = by if by in known else ""
    back = run.url("survey-round", ref)
    return render(
        request,
        "force/surveys/results.html",
        {
            "page_title": _("Results: {title}").format(title=held.title),
            "navigation": run.who.menu(MENU),
            "breadcrumbs": run.way(Link(held.title, back), Link(_("Results"), "", current=True)),
            "none": found.none,
            "base": found.progress.says,
            # The first of them is the base, which stands above.
            "caveats": found.caveats[1:],
            "tabs": _tabs(run, ref, by, known),
            "parts": tuple(
                _part(one, found, known[by]) for one in found.tables if by and _told(one)
            ),
            "untold": tuple(one.result.title for one in found.tables if not _told(one)),
            "recorded": held.state == State.RECORDED,
            "table": _table(found, held, _earlier(held, survey), cards=cards)
            if found.tables and not by
            else None,
            "cards": cards,
            "grouped": known.get(by, ""),
            "back": back,
        },
    )


def _tabs(run: Runner, ref: str, by: str, known: dict[str, str]) -> tuple[Link, ...]:
    here = run.url("survey-results", ref)
    tabs = [Link(_("Everybody"), here, current=not by)]
    tabs += [
        Link(_("By {grouping}").format(grouping=title.lower()), f"{here}?{BY}={key}", by == key)
        for key, title in known.items()
    ]
    return tuple(tabs) if len(tabs) > 1 else ()


Earlier = tuple[Round, dict[str, Line]]


def _earlier(held: Round, survey: Survey) -> Earlier | None:
    """The round before and its lines, where a change between the two can be told at all."""
    before = round_before(held)
    if before is None or {held.design, before.design} != {RANDOM}:
        return None
    lines = {
        one.result.key: one.everyone for one in results_of(before, survey).tables if one.everyone
    }
    return before, lines


def _since(one: ResultTable, held: Round, earlier: Earlier) -> TableCell:
    """Whether a result changed since the round before, in a word and with its range."""
    before, lines = earlier
    if one.everyone is None or one.result.key not in lines:
        return TableCell("–")
    changed = change_of(held, one.everyone, before, lines[one.result.key])
    if changed.verdict is None:
        return TableCell("–", under=changed.says)
    verdict, _colon, range_ = changed.says.partition(": ")
    return TableCell(f"{verdict[:1].upper()}{verdict[1:]}", under=range_)


def _table(found: Results, held: Round, earlier: Earlier | None, *, cards: bool) -> Table:
    weighted = any(one.weighted for one in found.tables)
    recorded = held.state == State.RECORDED
    columns = (
        Column(_("Result")),
        Column(_("Share"), numeric=True),
        Column(_("Likely range")),
        *([Column(_("Since {title}").format(title=earlier[0].title))] if earlier else []),
        *([Column(_("Weighted"))] if weighted else []),
        Column(_("Did not say"), numeric=True),
        Column(_("Reply rate")),
    )
    rows = [
        TableRow(
            (
                TableCell(one.result.title),
                _everybody(one, held, _card(one.measure, held) if cards else ""),
                TableCell(_range(one.everyone)),
                *([_since(one, held, earlier)] if earlier else []),
                *([_weighted(one.weighted)] if weighted else []),
                # Printed counts do not tell it: missing is no nought.
                TableCell("–" if recorded or not one.everyone else f"{one.silent:,}"),
                _rate(found),
            )
        )
        for one in found.tables
    ]
    return Table(_("Results of everybody"), columns, tuple(rows), caption_hidden=True)


def _told(one: ResultTable) -> bool:
    """Whether anything of a result can be told, of everybody or of a group."""
    return one.everyone is not None or any(each.lines for each in one.breakdowns)


def _part(one: ResultTable, found: Results, title: str) -> dict[str, object]:
    """One result by a grouping: its sentence, its table, and what is not shown."""
    breakdown = next((each for each in one.breakdowns if each.grouping.title == title), None)
    lines, says = one.parts, ""
    if breakdown is not None:
        together = (breakdown.together,) if breakdown.together else ()
        lines, says = (*breakdown.lines, *together), breakdown.says
    return {
        "title": one.result.title,
        "sentence": _sentence(one),
        "base": found.progress.says,
        "table": _groups(one, title, lines) if lines else None,
        "says": says,
    }


def _sentence(one: ResultTable) -> str:
    line = one.everyone
    if line is None:
        return one.none
    told = _("{share}% {words}: {k} of {n} {among}.").format(
        share=_percent(line),
        words=one.result.words,
        k=f"{line.counted:,}",
        n=f"{line.base:,}",
        among=one.result.among,
    )
    silent = ngettext("{n} did not say.", "{n} did not say.", one.silent).format(
        n=f"{one.silent:,}"
    )
    return f"{told} {silent}" if one.silent else told


def _groups(one: ResultTable, title: str, lines: Sequence[Line]) -> Table:
    columns = (Column(title), Column(_("Share"), numeric=True), Column(_("Likely range")))
    rows = [
        TableRow((TableCell(line.title), _share(line, ""), TableCell(_range(line))))
        for line in lines
    ]
    return Table(
        _("{result}, by {grouping}").format(result=one.result.title, grouping=title.lower()),
        columns,
        tuple(rows),
        caption_hidden=True,
    )


def _everybody(one: ResultTable, held: Round, url: str) -> TableCell:
    """The share of everybody. What nobody printed is missing; what may not be told is hidden."""
    if one.everyone is not None:
        return _share(one.everyone, url)
    if held.state == State.RECORDED:
        return TableCell(_("Not printed"), status="no_data")
    return TableCell(_("Not told"), status="suppressed")


def _share(line: Line, url: str) -> TableCell:
    counts = _("{k} of {n}").format(k=f"{line.counted:,}", n=f"{line.base:,}")
    return TableCell(f"{_percent(line)}%", under=counts, url=url)


def _percent(line: Line) -> str:
    """With a decimal place from a hundred replies on: below, it would tell of no one."""
    if line.base >= HUNDRED or line.weighted:
        return line.percent
    return percent(line.counted, line.base, 0)


def _range(line: Line | None) -> str:
    if line is None:
        return "–"
    if not line.lower:
        return _("None: not drawn by lot")
    return _("{lower}% to {upper}%, {method}").format(
        lower=line.lower, upper=line.upper, method=line.method
    )


def _rate(found: Results) -> TableCell:
    """The reply rate beside every result; that nobody knows it, where nobody does."""
    progress = found.progress
    if progress.rate is None:
        return TableCell(_("Not known"), under=_("{n} replies").format(n=f"{progress.replies:,}"))
    counts = _("{k} of {n} invitations").format(
        k=f"{progress.by_invitation:,}", n=f"{progress.invited:,}"
    )
    return TableCell(f"{progress.rate}%", under=counts)


def _weighted(found: Weighted | None) -> TableCell:
    """The weighted share beside the plain one, by its name and its source."""
    if found is None:
        return TableCell("–")
    if not found.percent:
        return TableCell("–", under=found.why)
    named = _("{title}, from {source}").format(
        title=found.weighting.title, source=found.weighting.source
    )
    limits = _("{lower}% to {upper}%").format(lower=found.lower, upper=found.upper)
    under = " ".join(filter(None, (limits if found.lower else "", named, found.why)))
    return TableCell(f"{found.percent}%", under=under)


def _card(key: str, held: Round) -> str:
    """The figure card of a result of this round."""
    measure = catalogue.measure(key)
    where = f"force={held.force_id};round={held.ref}"
    return reverse(
        "inside-figure",
        args=[written(parse(f"{measure.key}@{measure.version};{held.month};{where}"))],
    )


pages = (Page("surveys/rounds/<str:ref>/results/", results, "survey-results"),)
