"""My team: whose desk is full, what is late, and moving work from one to another.

OFF-13, CON-27. What is moved stands on the first page of both, with the reason.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peelian import catalogue
from peelian.access.decide import NotAllowed
from peelian.access.standing import local_day
from peelian.access.units import units_under
from peelian.engines.duties.cases import cases_of
from peelian.engines.duties.due_list import Due, due_of_unit
from peelian.engines.duties.errors import DutyError
from peelian.engines.duties.loads import Load, load_of_unit
from peelian.engines.duties.moving import move
from peelian.engines.duties.supervised import supervised_units
from peelian.engines.registers.errors import NoSuchRecord
from peelian.engines.registers.finding import ADDRESS
from peelian.records.base import Record
from peelian.web.components.feed_ages import feeds_line
from peelian.web.components.parts import Box, Column, Link, Table, TableCell, TableRow
from peelian.web.force.pages import Page
from peelian.web.force.reader import Caller, caller
from peelian.web.force.tables import plain_table
from peelian.web.force.units import unit_names
from peelian.web.force.work.duty import found_duty
from peelian.web.force.work.feeds import ages
from peelian.web.force.work.forms import MoveForm
from peelian.web.force.work.items import most_urgent_first, record_link
from peelian.web.force.work.numbers import top_units
from peelian.web.force.work.posts import Named, as_choices, posts_of_force, receivers
from peelian.web.force.work.words import risk_in_words, state_in_words

TEAM = "team-work"
CHOSEN = "duty"
UNIT, POST = "unit", "post"
NOBODY = "-"
MOST = 50  # rows of duties on the page; the filters lead to the others


def team(request: HttpRequest) -> HttpResponse:
    """The load of each post, the duties under it, and a form that moves those that were chosen."""
    who = caller(request)
    units = supervised_units(who.actor, who.at)
    if not units:
        raise Http404
    asked = request.POST if request.method == "POST" else request.GET
    unit, post = asked.get(UNIT, ""), asked.get(POST, "")
    if unit and unit not in units:
        raise Http404
    posts = posts_of_force(who.actor, who.at)
    form = MoveForm(
        request.POST if request.method == "POST" else None,
        as_choices(receivers(who.actor, posts, who.at)),
    )
    found = _found(who, units, unit)
    if request.method == "POST" and form.is_valid():
        chosen = [one for one in request.POST.getlist(CHOSEN) if ADDRESS.fullmatch(one)]
        if not chosen:
            form.add_error(None, _("Choose the duties that are to move."))
        else:
            moved = _move(who, chosen, form)
            if moved:
                told = ngettext("{n} duty moved to {post}.", "{n} duties moved to {post}.", moved)
                named = posts[form.cleaned_data["to_post"]].words
                messages.success(request, told.format(n=moved, post=named))
            if not form.errors:
                return redirect(_here(who, unit, post))
            found = _found(who, units, unit)
    return render(
        request,
        "force/work/team.html",
        _shown(who, units, unit, post, posts, found) | {"form": form},
        status=400 if form.errors else 200,
    )


def _move(who: Caller, chosen: Sequence[str], form: MoveForm) -> int:
    """Move each; what a verb refuses stands on the form, and the others move all the same."""
    moved = 0
    for record_id in dict.fromkeys(chosen):
        try:
            # Whoever may not see the record moves no work about it, to themselves least of all.
            found_duty(who, record_id)
            move(
                record_id,
                to_post=form.cleaned_data["to_post"],
                reason=form.cleaned_data["reason"],
                actor=who.actor,
                at=who.at,
                rules=catalogue.rules(),
            )
        except (DutyError, NotAllowed, NoSuchRecord) as error:
            form.add_error(None, str(error))
        else:
            moved += 1
    return moved


def _found(who: Caller, units: frozenset[str], unit: str) -> tuple[Due, ...]:
    """The open duties of the chosen unit and those below it, or of all; each once."""
    tops = (unit,) if unit else top_units(who, units)
    found = {
        due.duty.record_id: due
        for one in tops
        for due in due_of_unit(who.actor, one, catalogue.rules(), who.tables, at=who.at)
    }
    return most_urgent_first(found.values(), who.at)


def _shown(
    who: Caller,
    units: frozenset[str],
    unit: str,
    post: str,
    posts: Mapping[str, Named],
    found: Sequence[Due],
) -> dict[str, Any]:
    names = unit_names(who.actor, who.at)
    within = units_under(who.actor.force_id, unit, on=local_day(who.at)) if unit else units
    wanted = [due for due in found if not post or _of_post(due, post, posts)]
    loads = _loads(who, units, unit)
    late, every = sum(one.late for one in loads), sum(one.open for one in loads)
    return {
        "page_title": _("My team"),
        "navigation": who.menu(TEAM),
        "breadcrumbs": who.way_here(Link(_("My team"), "", current=True)),
        "feeds": feeds_line(ages(who)),
        "answer": _answer(every, late),
        "units": [("", _("All your units")), *sorted(
            ((ref, names.get(ref, ref)) for ref in units), key=lambda pair: pair[1]
        )],
        "unit": unit,
        "post": post,
        "here": who.url(TEAM),
        "settings": who.url("duty-settings"),
        "load": _load(who, within, unit, posts, loads),
        "vacant": sum(load.open for load in loads if load.vacant),
        "vacant_url": f"{_here(who, unit, NOBODY)}#duties",
        "whose": posts[post].words if post in posts else _("Nobody answers for these")
        if post == NOBODY else "",
        "table": _duties(wanted[:MOST], who, posts) if wanted else None,
        "number": len(wanted),
        "closed": 0 if post else max(0, every - len(found)),
        "over": max(0, len(wanted) - MOST),
    }  # fmt: skip


def _answer(number: int, late: int) -> str:
    if not number:
        return _("No duty of your units is open, of what has reached Peelian.")
    said = ngettext("{n} duty is open", "{n} duties are open", number).format(n=number)
    return _("{said}, {late} of them late.").format(said=said, late=late)


def _loads(who: Caller, units: frozenset[str], unit: str) -> tuple[Load, ...]:
    """How much lies with each post of the chosen unit, or of all; the most late first."""
    tops = (unit,) if unit else top_units(who, units)
    found = (one for top in tops for one in load_of_unit(who.actor, top, at=who.at))
    return tuple(sorted(found, key=lambda one: (-one.late, -one.open)))


def _load(
    who: Caller,
    within: frozenset[str],
    unit: str,
    posts: Mapping[str, Named],
    loads: Sequence[Load],
) -> Table:
    """One row for each post: what is open, late, dangerous, due this week, and cases in hand.

    Posts of these units that answer for nothing stand last, for they have room.
    """
    officers = {one.officer_ref for one in posts.values() if one.unit_ref in within}
    officers |= {one.officer_ref for one in loads if one.officer_ref}
    cases = cases_of(who.actor, catalogue.REGISTERS, officers - {""}, who.tables, at=who.at)
    columns = (
        Column(_("Post")),
        *(
            Column(heading, numeric=True)
            for heading in (_("Open"), _("Late"), _("High risk"), _("Due this week"))
        ),
        Column(_("Cases in hand")),
        Column(_("Unit")),
    )
    rows = []
    for load in loads:
        named = posts.get(load.post_ref or "")
        key = NOBODY if load.vacant or named is None else named.post_ref
        title = _("Nobody answers for these")
        if named is not None:
            title = named.words
        elif not load.vacant:
            title = load.post_ref or title
        rows.append(
            TableRow(
                (
                    TableCell(title, url=f"{_here(who, unit, key)}#duties"),
                    TableCell(str(load.open)),
                    TableCell(str(load.late)),
                    TableCell(str(load.high)),
                    TableCell(str(load.this_week)),
                    TableCell(_cases(cases.get((named.officer_ref if named else "") or "", {}))),
                    TableCell(named.unit if named else "–"),
                )
            )
        )
    busy = {load.post_ref for load in loads}
    for one in posts.values():
        if one.unit_ref in within and one.post_ref not in busy:
            nothing = (TableCell("0"),) * 4
            more = (TableCell(_cases(cases.get(one.officer_ref, {}))), TableCell(one.unit))
            rows.append(TableRow((TableCell(one.words), *nothing, *more)))
    return Table(_("Work by post"), columns, tuple(rows), caption_hidden=True)


def _cases(counts: Mapping[type[Record], int]) -> str:
    """Open records by kind, in words: "12 investigations, 3 suspects"."""
    return ", ".join(
        f"{number} {model._meta.verbose_name if number == 1 else model._meta.verbose_name_plural}"
        for model, number in counts.items()
    ) or _("none")


def _duties(found: Sequence[Due], who: Caller, posts: Mapping[str, Named]) -> Table:
    rows = []
    for due in found:
        record = record_link(due.duty, who)
        about = record.text if record else due.duty.matter
        named = posts.get(due.duty.post_ref or "")
        label = _("Choose {what}: {about}").format(what=due.duty.title, about=about)
        rows.append(
            (
                TableCell(
                    due.duty.title,
                    under=about,
                    url=who.url("duty", due.duty.record_id),
                    box=Box(CHOSEN, due.duty.record_id, label),
                ),
                TableCell(state_in_words(due.duty, who.at)),
                TableCell(risk_in_words(due.duty.risk) or "–"),
                TableCell(
                    _("Nobody answers for this")
                    if _is_vacant(due, posts) or named is None
                    else named.words
                ),
            )
        )
    heads = (_("Duty"), _("By when"), _("Risk"), _("Who"))
    return plain_table(_("Open duties, most urgent first"), heads, rows)


def _of_post(due: Due, post: str, posts: Mapping[str, Named]) -> bool:
    return _is_vacant(due, posts) if post == NOBODY else due.duty.post_ref == post


def _is_vacant(due: Due, posts: Mapping[str, Named]) -> bool:
    """Whether nobody holds the post that should answer, or there is no such post."""
    named = posts.get(due.duty.post_ref or "")
    return due.duty.vacant or named is None or named.vacant


def _here(who: Caller, unit: str, post: str) -> str:
    asked = "&".join(f"{name}={value}" for name, value in ((UNIT, unit), (POST, post)) if value)
    return f"{who.url(TEAM)}?{asked}" if asked else who.url(TEAM)


pages = (Page("work/team/", team, TEAM),)
