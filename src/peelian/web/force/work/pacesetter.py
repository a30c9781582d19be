"""The daily meeting on one screen: what moved, who is in danger, what is late, what was decided.

GOV-05, OFF-03, OFF-04. Decisions get an owner and an end while they are taken, and stand here the
next day as done or not. The wall shows counts and references only: no name and no free text.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from peelian import catalogue
from peelian.access.decide import NotAllowed
from peelian.access.identity.presence import quietly
from peelian.engines.duties.due_list import Due, due_of_unit
from peelian.engines.duties.errors import DutyError
from peelian.engines.duties.giving import decide
from peelian.engines.duties.supervised import supervised_units
from peelian.engines.duties.words import OPEN
from peelian.web.components.feed_ages import feeds_line
from peelian.web.components.parts import Link, Table, TableCell
from peelian.web.force.pages import Page
from peelian.web.force.reader import Caller, caller
from peelian.web.force.side import inside
from peelian.web.force.tables import plain_table
from peelian.web.force.units import unit_names
from peelian.web.force.work.day import yesterday
from peelian.web.force.work.decisions import open_from_before, taken_between
from peelian.web.force.work.feeds import ages
from peelian.web.force.work.forms import DecisionForm
from peelian.web.force.work.moved import Moved, moved_for_a_reason
from peelian.web.force.work.numbers import LateOfUnit, late_high_risk, top_units
from peelian.web.force.work.posts import Named, as_choices, posts_of_force, receivers
from peelian.web.force.work.suspects import without_next_action
from peelian.web.force.work.words import state_in_words

PACESETTER: Final = "pacesetter"
WALL: Final = "wall"
STILL: Final = "still"
NUMBERS: Final = 5
REFRESHED_EVERY: Final = 60  # seconds
REFERENCES_SHOWN: Final = 8


def pacesetter(request: HttpRequest) -> HttpResponse:
    """The meeting: its numbers, its decisions, and a form for the next one."""
    who = caller(request)
    units = supervised_units(who.actor, who.at)
    if not units:
        raise Http404
    posts = posts_of_force(who.actor, who.at)
    on_wall = WALL in request.GET
    tomorrow = localtime(who.at).date() + timedelta(days=1)
    form = DecisionForm(
        request.POST if request.method == "POST" else None,
        as_choices(receivers(who.actor, posts, who.at)),
        {"due_on": tomorrow},
    )
    if request.method == "POST" and form.is_valid():
        try:
            decide(
                form.cleaned_data["words"],
                post_ref=form.cleaned_data["post_ref"],
                due_on=form.cleaned_data["due_on"],
                refs=(),
                actor=who.actor,
                at=who.at,
                tables=who.tables,
            )
        except (DutyError, NotAllowed) as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Decided, and given to its owner."))
            return redirect(who.url(PACESETTER))
    context = _shown(request, who, units, posts, on_wall=on_wall) | {"form": form}
    if not on_wall:
        status = 400 if form.errors else 200
        return render(request, "force/work/pacesetter.html", context, status=status)
    # A page that reloads by itself is no sign that anybody is here: the visit still locks (T13).
    quietly(request)
    response = render(request, "force/work/wall.html", context)
    if STILL not in request.GET:
        response.headers["Refresh"] = str(REFRESHED_EVERY)
    return response


def _shown(
    request: HttpRequest,
    who: Caller,
    units: frozenset[str],
    posts: Mapping[str, Named],
    *,
    on_wall: bool,
) -> dict[str, object]:
    here = who.url(PACESETTER)
    midnight = yesterday(who.at) + timedelta(days=1)
    before = taken_between(who, yesterday(who.at), midnight)
    older = open_from_before(who, yesterday(who.at))
    today = taken_between(who, midnight, who.at + timedelta(seconds=1))
    late = late_high_risk(_due(who, units), who.at)
    suspects = without_next_action(who)
    done = sum(due.duty.state not in OPEN for due in before)
    return {
        "page_title": _("Pacesetter, {day}").format(day=_day(who.at)),
        "navigation": who.menu(PACESETTER),
        "breadcrumbs": who.way_here(Link(_("Pacesetter"), "", current=True)),
        "feeds": feeds_line(ages(who)),
        "numbers": _numbers(request, who),
        "suspects": suspects,
        "late": _late_table(late, who) if late else None,
        "late_number": sum(row.number for row in late),
        "late_units": [
            (row, row.references[:REFERENCES_SHOWN], max(0, len(row.references) - REFERENCES_SHOWN))
            for row in late
        ],
        "before": _decisions(_("Yesterday's decisions"), before, who, posts) if before else None,
        "older": _decisions(_("Older decisions still open"), older, who, posts) if older else None,
        "today": _decisions(_("Today's decisions"), today, who, posts) if today else None,
        "before_done": done,
        "before_number": len(before),
        "older_number": len(older),
        "today_number": len(today),
        "at": f"{localtime(who.at):%H:%M}",
        "here": here,
        "wall": f"{here}?{WALL}",
        "still": f"{here}?{WALL}&{STILL}" if on_wall and STILL not in request.GET else "",
        "every": REFRESHED_EVERY,
    }


def _due(who: Caller, units: frozenset[str]) -> tuple[Due, ...]:
    """Every open duty of the units of the reader, each once."""
    found = {
        due.duty.record_id: due
        for unit in top_units(who, units)
        for due in due_of_unit(who.actor, unit, catalogue.rules(), who.tables, at=who.at)
    }
    return tuple(found.values())


def _numbers(request: HttpRequest, who: Caller) -> tuple[Moved, ...]:
    side = inside(request)
    found = moved_for_a_reason(side, who.tables, most=NUMBERS)
    for one in found:
        side.about_to_show(one.measure, request.path)
    return found


def _late_table(late: tuple[LateOfUnit, ...], who: Caller) -> Table:
    names = unit_names(who.actor, who.at)
    rows = [
        (
            TableCell(
                names.get(row.unit_ref, row.unit_ref) or _("No unit"),
                url=f"{who.url('team-work')}?unit={row.unit_ref}" if row.unit_ref else "",
            ),
            TableCell(str(row.number)),
            TableCell(", ".join(row.references[:REFERENCES_SHOWN])),
        )
        for row in late
    ]
    heads = (_("Unit"), _("Late and high risk"), _("About"))
    return plain_table(_("Late high-risk duties by unit"), heads, rows)


def _decisions(
    caption: str, found: tuple[Due, ...], who: Caller, posts: Mapping[str, Named]
) -> Table:
    rows = []
    for due in found:
        owner = posts.get(due.duty.post_ref or "")
        rows.append(
            (
                TableCell(
                    due.duty.words or due.duty.title, url=who.url("duty", due.duty.record_id)
                ),
                TableCell(owner.words if owner else _("Nobody answers for this")),
                TableCell(state_in_words(due.duty, who.at)),
            )
        )
    heads = (_("Decision"), _("Who"), _("How it stands"))
    return plain_table(caption, heads, rows)


def _day(at: datetime) -> str:
    return date_format(localtime(at), "l j F Y")


pages = (Page("work/pacesetter/", pacesetter, PACESETTER),)
