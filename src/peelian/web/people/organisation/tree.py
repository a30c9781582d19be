"""The organisation on a day: units as a tree, their posts, and who holds them."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from peelian.access.giving.looks import note_look
from peelian.access.giving.typed import TYPED
from peelian.access.powers import Power
from peelian.access.standing import local_day
from peelian.access.units import standing_on
from peelian.access.visible import visible
from peelian.spine.officer import Officer
from peelian.spine.post import Holding, Post
from peelian.spine.unit import Unit
from peelian.web.components.parts import Link
from peelian.web.doors import audience
from peelian.web.people.desk import Desk, desk_of, here
from peelian.web.people.organisation.names import roles_in_words


@dataclass(frozen=True)
class PostShown:
    """A post in the tree; `ends` is the address of the form that ends its holding."""

    title: str
    ref: str
    holder: str
    roles: str
    ends: str


@dataclass(frozen=True)
class UnitShown:
    """A unit with its posts, and the units below it."""

    name: str
    ref: str
    kind: str
    posts: tuple[PostShown, ...]
    below: tuple["UnitShown", ...]


@audience("force")
def organisation(request: HttpRequest) -> HttpResponse:
    """The tree on the day in the address, or today; for whoever keeps it."""
    desk = desk_of(request)
    force_id = desk.must(Power.MANAGE_ORGANISATION)
    today = local_day(desk.at)
    day = _day(request.GET.get("day", "")) or today
    note_look(
        actor=desk.actor,
        ref=("organisation", force_id),
        what="organisation looked at",
        at=desk.at,
    )
    units = tuple(_tree(desk, force_id, day))
    title = _("Organisation")
    return render(
        request,
        "people/organisation/tree.html",
        {
            "page_title": title,
            "answer": _answer(units, day, today),
            "navigation": desk.menu(),
            "breadcrumbs": desk.way(here(title)),
            "units": units,
            "day": day.isoformat(),
            "deeds": tuple(
                Link(text, reverse(name))
                for text, name in (
                    (_("Make a unit"), "make-unit"),
                    (_("Move a unit"), "move-unit"),
                    (_("Make a post"), "make-post"),
                    (_("Put somebody in a post"), "hold-post"),
                    (_("Write down a shift"), "record-shift"),
                    (_("Write down an absence"), "record-absence"),
                )
            ),
        },
    )


def _day(written: str) -> date | None:
    try:
        return parse_date(written)
    except ValueError:
        return None


def _answer(units: tuple[UnitShown, ...], day: date, today: date) -> str:
    if not units:
        return _("No unit is known on {day}. Load an extract, or make the first one.").format(
            day=date_format(day, "j F Y")
        )
    many = _count(units)
    when = _("today") if day == today else _("on {day}").format(day=date_format(day, "j F Y"))
    return _("{n} units stand {when}.").format(n=many, when=when)


def _count(units: tuple[UnitShown, ...]) -> int:
    return sum(1 + _count(unit.below) for unit in units)


def _tree(desk: Desk, force_id: str, day: date) -> Iterator[UnitShown]:
    on = standing_on(day)
    units = list(Unit.objects.filter(on, force_id=force_id).order_by("name"))
    known = {unit.unit_ref for unit in units}
    below: dict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        parent = unit.parent_ref if unit.parent_ref in known else None
        below[parent or ""].append(unit)
    posts: dict[str, list[PostShown]] = defaultdict(list)
    for unit_ref, post in _posts(desk, force_id, day):
        posts[unit_ref].append(post)
    yield from _under("", below, posts)


def _under(
    ref: str, below: dict[str, list[Unit]], posts: dict[str, list[PostShown]]
) -> Iterator[UnitShown]:
    for unit in below.get(ref, ()):
        yield UnitShown(
            unit.name,
            unit.unit_ref,
            unit.kind,
            tuple(posts.get(unit.unit_ref, ())),
            tuple(_under(unit.unit_ref, below, posts)),
        )


def _posts(desk: Desk, force_id: str, day: date) -> Iterator[tuple[str, PostShown]]:
    on = standing_on(day)
    held = {
        one.post_ref: one
        for one in Holding.objects.filter(on, force_id=force_id).order_by("starts_on")
    }
    names = _names(desk, force_id)
    for post in Post.objects.filter(on, force_id=force_id).order_by("title", "post_ref"):
        holding = held.get(post.post_ref)
        holder = names.get(holding.officer_ref, holding.officer_ref) if holding else _("Vacant")
        ends = holding is not None and holding.source == TYPED
        yield (
            post.unit_ref,
            PostShown(
                post.title,
                post.post_ref,
                holder,
                roles_in_words(post.roles),
                reverse("end-holding", args=[holding.pk]) if ends and holding else "",
            ),
        )


def _names(desk: Desk, force_id: str) -> dict[str, str]:
    """Names of people by number, as far as the reader may see them; others stay numbers."""
    seen = visible(desk.actor, Officer, at=desk.at)
    if "name" not in seen.columns:
        return {}
    rows = Officer.objects.filter(seen.rows_open_in("name").as_q(), force_id=force_id)
    return {
        number: f"{name} ({number})" for number, name in rows.values_list("officer_ref", "name")
    }


urls: list[URLPattern] = [path("people/organisation/", organisation, name="organisation")]
