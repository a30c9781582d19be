"""Posts as pages of work name them: title, holder, unit; and to whom work can be given."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from peelian.access.roles import ROLES
from peelian.access.standing import local_day, role_keys, standing_of
from peelian.access.units import standing_on
from peelian.access.user import User
from peelian.access.verbs import Verb
from peelian.access.visible import visible
from peelian.engines.duties.supervised import supervised_units
from peelian.records.protection import Purpose
from peelian.spine.officer import Officer
from peelian.spine.post import Holding, Post
from peelian.web.force.units import unit_names


@dataclass(frozen=True)
class Named:
    """A post in words. `holder` is empty where nobody holds it today.

    `works_here` says that its roles lead into the force and read records of policing: whoever
    reads none, or comes from outside, can be given no work on them.
    """

    post_ref: str
    title: str
    unit_ref: str
    unit: str
    officer_ref: str
    holder: str
    works_here: bool

    @property
    def vacant(self) -> bool:
        return not self.officer_ref

    @property
    def words(self) -> str:
        """The post with who holds it: "Investigator (Demo investigator)"."""
        who = self.holder or self.officer_ref or _("vacant")
        return f"{self.title} ({who})"


def posts_of_force(actor: User, at: datetime) -> Mapping[str, Named]:
    """Every post of the actor's force that stands today, by reference.

    Names of people are shown to those who may see them, else their numbers.
    """
    today, force_id = standing_on(local_day(at)), actor.force_id
    held = dict(
        Holding.objects.filter(today, force_id=force_id).values_list("post_ref", "officer_ref")
    )
    units = unit_names(actor, at)
    names = {**_names(actor, at), actor.officer_ref: actor.name}
    rows = Post.objects.filter(today, force_id=force_id).order_by("title", "post_ref")
    return {
        post.post_ref: Named(
            post_ref=post.post_ref,
            title=post.title,
            unit_ref=post.unit_ref,
            unit=units.get(post.unit_ref, post.unit_ref),
            officer_ref=held.get(post.post_ref, ""),
            holder=names.get(held.get(post.post_ref, ""), ""),
            works_here=any(_works_here(key) for key in role_keys(post.roles)),
        )
        for post in rows
    }


def receivers(actor: User, posts: Mapping[str, Named], at: datetime) -> tuple[Named, ...]:
    """The posts to which this person can hand work: of their units, of units they supervise.

    Vacant ones are left out: work that is given to nobody is lost. The verbs decide anew.
    """
    standing = standing_of(actor, at)
    own = {post.unit_ref for post in standing.posts}
    units = own | supervised_units(actor, at)
    found = (post for post in posts.values() if not post.vacant and post.unit_ref in units)
    return tuple(sorted(found, key=lambda post: (post.unit, post.title, post.post_ref)))


def _works_here(key: str) -> bool:
    role = ROLES.get(key)
    return role is not None and (
        "force" in role.doors
        and any(
            Verb.CONSULT in one.verbs and Purpose.POLICING in one.purposes for one in role.allows
        )
    )


def as_choices(posts: Collection[Named]) -> list[tuple[str, str]]:
    """Posts for a form, the unit of each beside it."""
    return [(one.post_ref, f"{one.words}, {one.unit}") for one in posts]


def _names(actor: User, at: datetime) -> Mapping[str, str]:
    """Names by number, of members of staff whose name this person may see."""
    seen = visible(actor, Officer, at=at)
    if "name" not in seen.columns or "officer_ref" not in seen.columns:
        return {}
    rows = Officer.objects.filter(
        seen.rows_open_in("name").as_q(),
        seen.rows_open_in("officer_ref").as_q(),
        force_id=actor.force_id,
    )
    return dict(rows.values_list("officer_ref", "name"))
