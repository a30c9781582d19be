"""Posts, who holds them and the tree of units on one day, read once for many duties."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Self

from peelian.access.standing import role_keys
from peelian.access.units import standing_on
from peelian.spine.officer import Officer
from peelian.spine.post import Holding, Post
from peelian.spine.unit import Unit


@dataclass(frozen=True)
class Place:
    """One post as it stands: its unit, its line, its roles, and who holds it (None: nobody)."""

    post_ref: str
    title: str
    unit_ref: str
    line_post_ref: str | None
    roles: frozenset[str]
    held_by: str | None


@dataclass(frozen=True)
class Organisation:
    """One force on one local day."""

    force_id: str
    places: Mapping[str, Place]
    posts_of: Mapping[str, tuple[str, ...]]
    in_unit: Mapping[str, tuple[Place, ...]]
    parents: Mapping[str, str | None]

    @classmethod
    def on(cls, force_id: str, day: date) -> Self:
        """As units, posts and holdings say; who has left holds nothing."""
        mine = {"force_id": force_id}
        left = set(
            Officer.objects.filter(left_on__lt=day, **mine).values_list("officer_ref", flat=True)
        )
        held: dict[str, str] = {}
        posts_of: defaultdict[str, list[str]] = defaultdict(list)
        standing = Holding.objects.filter(standing_on(day), **mine).order_by("starts_on", "pk")
        for post_ref, officer_ref in standing.values_list("post_ref", "officer_ref"):
            if officer_ref not in left:
                held[post_ref] = officer_ref
                posts_of[officer_ref].append(post_ref)
        places = {
            post.post_ref: Place(
                post.post_ref,
                post.title,
                post.unit_ref,
                post.line_post_ref,
                frozenset(role_keys(post.roles)),
                held.get(post.post_ref),
            )
            for post in Post.objects.filter(standing_on(day), **mine).order_by("post_ref")
        }
        in_unit: defaultdict[str, list[Place]] = defaultdict(list)
        for place in places.values():
            in_unit[place.unit_ref].append(place)
        units = Unit.objects.filter(standing_on(day), **mine)
        return cls(
            force_id,
            places,
            {
                ref: tuple(sorted(one for one in posts if one in places))
                for ref, posts in posts_of.items()
            },
            {unit: tuple(found) for unit, found in in_unit.items()},
            dict(units.order_by("unit_ref").values_list("unit_ref", "parent_ref")),
        )

    def upwards(self, unit_ref: str | None) -> Iterator[str]:
        """The unit and those above it, the nearest first; nothing for a unit that there is not."""
        seen: set[str] = set()
        while unit_ref is not None and unit_ref in self.parents and unit_ref not in seen:
            seen.add(unit_ref)
            yield unit_ref
            unit_ref = self.parents[unit_ref]

    @property
    def top(self) -> str | None:
        """The unit at the top: the first without one above it that has any below."""
        parents = set(self.parents.values())
        tops = [ref for ref, above in self.parents.items() if above is None]
        return next((ref for ref in tops if ref in parents), tops[0] if tops else None)

    def post_of(self, officer_ref: str | None, *, unit_ref: str | None = None) -> Place | None:
        """The post of somebody: the one in this unit where they hold several, else the first."""
        posts = [self.places[ref] for ref in self.posts_of.get(officer_ref or "", ())]
        near = [post for post in posts if post.unit_ref == unit_ref]
        return next(iter(near or posts), None)

    def with_role(
        self, role: str, unit_ref: str, *, never: frozenset[str] = frozenset()
    ) -> Place | None:
        """The first post with this role in the nearest unit that has one; held before vacant.

        A post that is held by one of `never` does not count.
        """
        for unit in self.upwards(unit_ref):
            found = [
                post
                for post in self.in_unit.get(unit, ())
                if role in post.roles and post.held_by not in never
            ]
            if found:
                return next((post for post in found if post.held_by), found[0])
        return None
