"""A list of work that was made of the rows behind a figure or of a decision: how far it is."""

import json
from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from peelian import catalogue
from peelian.engines.duties.due_list import Due, due_of_list, number_in_list
from peelian.engines.duties.words import OPEN
from peelian.engines.registers.errors import NoSuchRecord
from peelian.engines.registers.finding import ADDRESS
from peelian.web.components.feed_ages import feeds_line
from peelian.web.components.parts import Link, SummaryRow, Table, TableCell
from peelian.web.force.pages import Page
from peelian.web.force.reader import Caller, caller
from peelian.web.force.tables import plain_table
from peelian.web.force.words import in_text, moment
from peelian.web.force.work.feeds import ages
from peelian.web.force.work.items import record_link
from peelian.web.force.work.posts import posts_of_force
from peelian.web.force.work.words import state_in_words

FIGURE = "figure"


@require_safe
def task_list(request: HttpRequest, list_ref: str) -> HttpResponse:
    """The tasks of the list that the reader may see, each with how it stands, and the sum."""
    who = caller(request)
    if not ADDRESS.fullmatch(list_ref):
        raise NoSuchRecord
    found = due_of_list(who.actor, list_ref, catalogue.rules(), who.tables, at=who.at)
    if not found:
        raise NoSuchRecord
    first = found[0].duty
    done = sum(due.duty.state not in OPEN for due in found)
    late = sum(due.duty.state in OPEN and _is_late(due, who) for due in found)
    all_of_it = number_in_list(who.actor, list_ref, at=who.at)
    figure = figure_of(first.facts)
    return render(
        request,
        "force/work/list.html",
        {
            "page_title": first.title,
            "navigation": who.menu(who.entrance),
            "breadcrumbs": who.way_here(Link(first.title, "", current=True)),
            "feeds": feeds_line(ages(who)),
            "answer": _answer(done, late, len(found)),
            "hidden": all_of_it - len(found),
            "shown": len(found),
            "all": all_of_it,
            "facts": _facts(found, who),
            "table": _table(found, who),
            "figure": reverse("inside-figure", args=[figure]) if figure else "",
        },
    )


def figure_of(facts: str) -> str:
    """The address of the figure that a task came from; empty where it came from none."""
    said = json.loads(facts).get(FIGURE, "")
    return said if isinstance(said, str) else ""


def _is_late(due: Due, who: Caller) -> bool:
    return due.duty.due_at is not None and due.duty.due_at <= who.at


def _answer(done: int, late: int, shown: int) -> str:
    said = ngettext("{done} of {n} task is done", "{done} of {n} tasks are done", shown).format(
        done=done, n=shown
    )
    if late:
        return _("{said}; {late} late.").format(
            said=said, late=ngettext("{n} is", "{n} are", late).format(n=late)
        )
    return f"{said}."


def _facts(found: Sequence[Due], who: Caller) -> tuple[SummaryRow, ...]:
    one = found[0].duty
    posts = posts_of_force(who.actor, who.at)
    rows = [
        SummaryRow(_("Given"), moment(one.started_at)),
        SummaryRow(_("In the giver's words"), one.words) if one.words else None,
        SummaryRow(
            _("Given to"),
            "\n".join(
                posts[ref].words if ref in posts else ref
                for ref in dict.fromkeys(due.duty.post_ref or "" for due in found)
                if ref
            ),
        ),
    ]
    return tuple(row for row in rows if row is not None)


def _table(found: Sequence[Due], who: Caller) -> Table:
    rows = []
    for due in found:
        record = record_link(due.duty, who)
        rows.append(
            (
                TableCell(
                    record.text if record else due.duty.title, url=record.url if record else ""
                ),
                TableCell(
                    state_in_words(due.duty, who.at), url=who.url("duty", due.duty.record_id)
                ),
                TableCell(in_text("done_at", due.duty.done_at) or "–"),
                TableCell(due.duty.proof or "–"),
            )
        )
    heads = (_("Record"), _("How it stands"), _("Done"), _("What shows it"))
    return plain_table(_("Tasks of this list"), heads, rows)


pages = (Page("work/lists/<str:list_ref>/", task_list, "task-list"),)
