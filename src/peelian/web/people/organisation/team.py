"""Who is on duty now and who is unavailable: for supervisors, without why."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peelian.access.giving.looks import note_look
from peelian.access.standing import local_day, standing_of
from peelian.access.units import standing_on, units_under
from peelian.access.visible import visible
from peelian.spine.officer import Officer
from peelian.spine.post import Holding, Post
from peelian.spine.shift import Absence, Shift
from peelian.web.components.parts import Column, Table, TableCell, TableRow
from peelian.web.doors import audience
from peelian.web.people.desk import Desk, desk_of, here, minute
from peelian.web.people.organisation.names import units_on


@audience("force")
def team(request: HttpRequest) -> HttpResponse:
    """Everyone in the units of the reader's posts, with where they are now."""
    desk = desk_of(request)
    units = units_of(desk)
    if not units:
        raise Http404
    table, on_duty, away = _team(desk, units)
    note_look(
        actor=desk.actor,
        ref=("organisation", desk.actor.force_id),
        what="team looked at",
        at=desk.at,
        shown=units,
    )
    title = _("Your team")
    return render(
        request,
        "people/organisation/team.html",
        {
            "page_title": title,
            "answer": _("{duty} of {all} are on duty now; {away}.").format(
                duty=on_duty,
                all=len(table.rows),
                away=ngettext("{n} is unavailable", "{n} are unavailable", away).format(n=away),
            ),
            "navigation": desk.menu(),
            "breadcrumbs": desk.way(here(title)),
            "table": table,
        },
    )


def units_of(desk: Desk) -> frozenset[str]:
    """The units whose duties the reader may see, by their posts; none where they supervise none."""
    standing = standing_of(desk.actor, desk.at)
    if "officer_ref" not in visible(desk.actor, Shift, at=desk.at).columns:
        return frozenset()
    return frozenset[str]().union(
        *(units_under(post.force_id, post.unit_ref, on=standing.day) for post in standing.posts)
    )


def _team(desk: Desk, units: frozenset[str]) -> tuple[Table, int, int]:
    force_id = desk.actor.force_id
    today = standing_on(local_day(desk.at))
    posts = {
        post.post_ref: post
        for post in Post.objects.filter(today, force_id=force_id, unit_ref__in=units)
    }
    held = Holding.objects.filter(today, force_id=force_id, post_ref__in=list(posts))
    names, duty, away = _names(desk), _on_duty(desk), _away(desk)
    unit_names = dict(units_on(force_id, desk.at))
    rows = []
    for one in held.order_by("officer_ref"):
        if one.officer_ref == desk.actor.officer_ref:
            continue
        post = posts[one.post_ref]
        state = _("Off duty")
        if one.officer_ref in away:
            state = _("Unavailable")
        elif one.officer_ref in duty:
            state = _("On duty until {time}").format(time=duty[one.officer_ref])
        rows.append(
            TableRow(
                (
                    TableCell(names.get(one.officer_ref, one.officer_ref)),
                    TableCell(state, under=away.get(one.officer_ref, "")),
                    TableCell(post.title),
                    TableCell(unit_names.get(post.unit_ref, post.unit_ref)),
                )
            )
        )
    numbers = set(held.values_list("officer_ref", flat=True)) - {desk.actor.officer_ref}
    table = Table(
        _("Who is where at {time}").format(time=minute(desk.at)),
        (Column(_("Who")), Column(_("Now")), Column(_("Post")), Column(_("Unit"))),
        tuple(rows),
    )
    return table, len((numbers & set(duty)) - set(away)), len(numbers & set(away))


def _names(desk: Desk) -> dict[str, str]:
    seen = visible(desk.actor, Officer, at=desk.at)
    if "name" not in seen.columns:
        return {}
    rows = Officer.objects.filter(seen.rows_open_in("name").as_q(), force_id=desk.actor.force_id)
    return dict(rows.values_list("officer_ref", "name"))


def _on_duty(desk: Desk) -> dict[str, str]:
    """Until when, by number, of the shifts that the reader may see."""
    seen = visible(desk.actor, Shift, at=desk.at).rows_open_in("officer_ref").as_q()
    rows = Shift.objects.filter(
        seen, force_id=desk.actor.force_id, starts_at__lte=desk.at, ends_at__gt=desk.at
    )
    return {number: minute(until) for number, until in rows.values_list("officer_ref", "ends_at")}


def _away(desk: Desk) -> dict[str, str]:
    """Until which day, by number, of the absences that the reader may see. Never why."""
    seen = visible(desk.actor, Absence, at=desk.at).rows_open_in("officer_ref").as_q()
    today = standing_on(local_day(desk.at))
    rows = Absence.objects.filter(today, seen, force_id=desk.actor.force_id)
    return {
        number: _("until {day}").format(day=date_format(until, "j F Y"))
        if until
        else _("until further notice")
        for number, until in rows.values_list("officer_ref", "ends_on")
    }


urls: list[URLPattern] = [path("people/team/", team, name="team")]
