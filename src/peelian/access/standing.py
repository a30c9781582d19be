"""Who somebody is at one moment: their roles and where they count, their posts, their own keys."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from peelian.access.dated import counts_at
from peelian.access.held import RoleHeld
from peelian.access.look import read_once
from peelian.access.role import Role
from peelian.access.roles import ROLES
from peelian.access.units import standing_on
from peelian.access.user import Kind, User
from peelian.records.derived import ZONE
from peelian.spine.officer import Officer
from peelian.spine.post import Holding, Post


@dataclass(frozen=True)
class HeldRole:
    """A role and where it counts: a unit with all below it, a force, or (both empty) every force.

    `because` says where it comes from: the post, or who gave it.
    """

    role: type[Role]
    force_id: str
    unit_ref: str
    because: str


@dataclass(frozen=True)
class Standing:
    """An account as it stands at a moment. Made anew for each look, so that nothing taken lasts."""

    user: User
    at: datetime
    roles: tuple[HeldRole, ...]
    posts: tuple[Post, ...]
    officer: Officer | None

    @property
    def day(self) -> date:
        """The local day of the moment."""
        return local_day(self.at)


def local_day(at: datetime) -> date:
    """The day at the force, not in Greenwich."""
    return at.astimezone(ZoneInfo(ZONE)).date()


def standing_of(user: User, at: datetime) -> Standing:
    """What counts for this account now. Service accounts and accounts that are off hold nothing."""
    if not user.is_active or user.kind != Kind.PERSON:
        return Standing(user, at, (), (), None)
    return read_once("standing", user.pk, at, read=lambda: _standing(user, at))


def _standing(user: User, at: datetime) -> Standing:
    officer, posts = _employed(user, local_day(at))
    return Standing(user, at, (*_by_post(posts), *_given(user, at)), posts, officer)


def _employed(user: User, day: date) -> tuple[Officer | None, tuple[Post, ...]]:
    if not user.officer_ref:
        return None, ()
    mine = {"force_id": user.force_id, "officer_ref": user.officer_ref}
    officer = Officer.objects.filter(**mine).first()
    if officer is None or (officer.left_on is not None and officer.left_on < day):
        return officer, ()
    held = Holding.objects.filter(standing_on(day), **mine).values_list("post_ref", flat=True)
    posts = Post.objects.filter(
        standing_on(day), force_id=user.force_id, post_ref__in=list(held)
    ).order_by("post_ref")
    return officer, tuple(posts)


def _by_post(posts: tuple[Post, ...]) -> Iterator[HeldRole]:
    for post in posts:
        for key in role_keys(post.roles):
            if key in ROLES:
                yield HeldRole(ROLES[key], post.force_id, post.unit_ref, f"post: {post.title}")


def _given(user: User, at: datetime) -> Iterator[HeldRole]:
    rows = RoleHeld.objects.filter(counts_at(at), user=user).order_by("pk")
    for row in rows:
        if row.role in ROLES:
            because = f"group: {row.origin}" if row.origin else "given by name"
            yield HeldRole(ROLES[row.role], row.force_id, row.unit_ref, because)


def role_keys(written: str | None) -> tuple[str, ...]:
    """The keys in a list with commas between, in order, each once."""
    return tuple(dict.fromkeys(key.strip() for key in (written or "").split(",") if key.strip()))
