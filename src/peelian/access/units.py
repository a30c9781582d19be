"""The tree of units on a day."""

from datetime import date

from django.db.models import Q

from peelian.access.look import read_once
from peelian.spine.post import Holding, Post
from peelian.spine.unit import Unit


def standing_on(day: date) -> Q:
    """Rows with first and last days that count on this day, both days included."""
    return Q(starts_on__lte=day) & (Q(ends_on__isnull=True) | Q(ends_on__gte=day))


def units_under(force_id: str, unit_ref: str, *, on: date) -> frozenset[str]:
    """References of a unit and of every unit below it on this day; empty if there is no such unit.

    A unit that was put below itself by mistake is listed once.
    """
    below: dict[str | None, list[str]] = {}
    known: set[str] = set()
    for ref, parent in read_once("units", force_id, on, read=lambda: _units(force_id, on)):
        below.setdefault(parent, []).append(ref)
        known.add(ref)
    found: set[str] = set()
    waiting = [unit_ref] if unit_ref in known else []
    while waiting:
        ref = waiting.pop()
        if ref not in found:
            found.add(ref)
            waiting.extend(below.get(ref, ()))
    return frozenset(found)


def _units(force_id: str, on: date) -> tuple[tuple[str, str | None], ...]:
    """Every unit of a force on a day, with the one above it."""
    rows = Unit.objects.filter(standing_on(on), force_id=force_id)
    return tuple(rows.values_list("unit_ref", "parent_ref"))


def members_of(force_id: str, units: frozenset[str], *, on: date) -> frozenset[str]:
    """Numbers of those who hold a post of one of these units on this day."""
    return read_once("members", force_id, units, on, read=lambda: _members(force_id, units, on))


def _members(force_id: str, units: frozenset[str], on: date) -> frozenset[str]:
    posts = Post.objects.filter(standing_on(on), force_id=force_id, unit_ref__in=sorted(units))
    held = Holding.objects.filter(
        standing_on(on), force_id=force_id, post_ref__in=posts.values("post_ref")
    )
    return frozenset(held.values_list("officer_ref", flat=True))
