"""Audits: what waits for the reader first, then the runs, then what can be planned."""

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peelian import catalogue
from peelian.access.decide import NotAllowed
from peelian.engines.audits.models import Item, Run, State, Turn
from peelian.engines.audits.reading import Waiting, runs_of, waiting_for
from peelian.web.components.parts import Column, Link, Table, TableCell, TableRow
from peelian.web.force.audits.opening import or_missing
from peelian.web.force.audits.rights import in_audits, may_count_findings, may_plan
from peelian.web.force.audits.run import Way
from peelian.web.force.audits.words import months_of, state_of
from peelian.web.force.pages import Page
from peelian.web.force.reader import Caller, caller

# A longer list is no longer read; what is closed stands in figures.
MOST = 100
DECIDING = Turn.DECIDING


class Waits:
    """One run in which something waits for the reader."""

    def __init__(self, who: Caller, one: Waiting) -> None:
        self.title = one.run.title
        self.url = who.url("audit", one.run.ref)
        self.says = _says(one)
        self.ways = _ways(who, one)


@or_missing
def front(request: HttpRequest) -> HttpResponse:
    """What waits is named with its number, so that nobody has to open a run to learn of it."""
    who = caller(request)
    if not in_audits(who.actor, who.at):
        raise NotAllowed(_("Nobody with your role plans or reviews audits."))
    audits = catalogue.audits()
    waiting = waiting_for(audits, actor=who.actor, at=who.at, tables=who.tables)
    runs = runs_of(audits, actor=who.actor, at=who.at)
    return render(
        request,
        "force/audits/front.html",
        {
            "page_title": _("Audits"),
            "navigation": who.menu("audits"),
            "breadcrumbs": who.way_here(Link(_("Audits"), "", current=True)),
            "answer": _answer(waiting),
            "waiting": [Waits(who, one) for one in waiting],
            "runs": _table(who, runs),
            "plans": _plans(who),
            "quality": [
                Link(one.title, who.url("audit-quality", one.key))
                for one in audits
                if any(
                    run.audit == one.key and may_count_findings(who.actor, run.force_id, who.at)
                    for run in runs
                )
            ],
        },
    )


def _answer(waiting: tuple[Waiting, ...]) -> str:
    files = sum(one.reviews + one.decisions for one in waiting) + sum(
        one.mine is not None for one in waiting
    )
    if not files:
        return _("No file waits for you.")
    return ngettext("{n} file waits for you.", "{n} files wait for you.", files).format(n=files)


def _says(one: Waiting) -> str:
    told = []
    if one.mine is not None:
        told.append(_("one that you have begun"))
    if one.reviews:
        told.append(ngettext("{n} to mark", "{n} to mark", one.reviews).format(n=one.reviews))
    if one.decisions:
        told.append(
            ngettext("{n} to decide", "{n} to decide", one.decisions).format(n=one.decisions)
        )
    said = ", ".join(told)
    return f"{said[:1].upper()}{said[1:]}."


def _ways(who: Caller, one: Waiting) -> tuple[Way, ...]:
    ref, found = one.run.ref, list[Way]()
    if one.reviews or (one.mine is not None and one.mine.turn != DECIDING):
        said = _("Go on with your file") if one.mine is not None else _("Mark the next file")
        found.append(Way(said, who.url("audit-next", ref)))
    if one.decisions or (one.mine is not None and one.mine.turn == DECIDING):
        found.append(Way(_("Decide the next file"), who.url("audit-decide", ref)))
    return tuple(found)


def _table(who: Caller, runs: tuple[Run, ...]) -> Table | None:
    titles = {one.key: one.title for one in catalogue.audits()}
    columns = (
        Column(_("Audit")),
        Column(_("Months")),
        Column(_("Where it stands")),
        Column(_("Files settled"), numeric=True),
    )
    shown = runs[:MOST]
    files = {
        row["run"]: _("{n} of {all}").format(n=row["settled"], all=row["drawn"])
        for row in Item.objects.filter(run__in=[one.pk for one in shown])
        .values("run")
        .annotate(drawn=Count("pk"), settled=Count("settled_at"))
    }
    rows = [
        TableRow(
            (
                TableCell(run.title, under=titles[run.audit], url=who.url("audit", run.ref)),
                TableCell(months_of(run)),
                TableCell(_("Drawn every month") if _stands(run) else state_of(run)),
                TableCell(files.get(run.pk, "–")),
            )
        )
        for run in shown
    ]
    return Table(_("Audits"), columns, tuple(rows), caption_hidden=True) if rows else None


def _stands(run: Run) -> bool:
    return bool(run.rhythm) and run.state == State.PLANNED


def _plans(who: Caller) -> tuple[Link, ...]:
    if not may_plan(who.actor, who.at):
        return ()
    return tuple(
        Link(one.title, who.url("audit-plan", one.key), detail=one.why)
        for one in catalogue.audits()
    )


pages = (Page("audits/", front, "audits"),)
