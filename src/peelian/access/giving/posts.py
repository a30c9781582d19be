"""Make a post, put somebody in it from a day on, and take them out."""

from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction

from peelian.access.giving.deeds import write
from peelian.access.giving.leave import by_command_line, check_leave
from peelian.access.giving.refusal import Refused
from peelian.access.giving.structure import HoldingRow, overlap
from peelian.access.giving.typed import TYPED, check_typed, new_address
from peelian.access.giving.units import unit_on
from peelian.access.powers import Power
from peelian.access.roles import ROLES
from peelian.access.standing import role_keys
from peelian.access.user import User
from peelian.spine.officer import Officer
from peelian.spine.post import Holding, Post


def make_post(
    *,
    force_id: str,
    post_ref: str,
    title: str,
    unit_ref: str,
    line_post_ref: str | None = None,
    roles: Collection[str] = (),
    on: date,
    actor: User,
    at: datetime,
) -> Post:
    """A new post of a unit. A post that brings roles takes the power to give roles as well.

    Raises `NotAllowed` or `Refused`.
    """
    with transaction.atomic():
        check_leave(actor, Power.MANAGE_ORGANISATION, force_id=force_id, at=at)
        if roles:
            check_leave(actor, Power.GIVE_ROLES, force_id=force_id, at=at)
        unknown = sorted(set(roles) - set(ROLES))
        if unknown:
            raise Refused(f"There is no role {', '.join(unknown)}: choose from {', '.join(ROLES)}.")
        if not post_ref.strip() or not title.strip():
            raise Refused("Say what the post is called by, and its title in words.")
        unit_on(force_id, unit_ref, on)
        posts = Post.objects.filter(force_id=force_id)
        if posts.filter(post_ref=post_ref).exists():
            raise Refused(f"There is a post {post_ref} already: choose another name.")
        if line_post_ref and not posts.filter(post_ref=line_post_ref).exists():
            raise Refused(f"There is no post '{line_post_ref}' for it to answer to.")
        made = Post.objects.create(
            record_id=new_address(),
            source=TYPED,
            force_id=force_id,
            post_ref=post_ref.strip(),
            title=title.strip(),
            unit_ref=unit_ref,
            line_post_ref=line_post_ref or None,
            roles=",".join(sorted(roles)) or None,
            starts_on=on,
        )
        write(
            actor=actor,
            ref=("post", made.record_id),
            what="post made",
            at=at,
            force=force_id,
            post=post_ref,
            roles=sorted(roles),
        )
    return made


def hold_post(
    *,
    force_id: str,
    post_ref: str,
    officer_ref: str,
    on: date,
    until: date | None = None,
    actor: User,
    at: datetime,
) -> Holding:
    """Somebody holds a post from a day on, and with it the post's roles; both days are included.

    A post has one holder on any day, however many try at once (T52). Nobody puts themselves into
    a post that brings roles. Raises `NotAllowed` or `Refused`.
    """
    with transaction.atomic():
        check_leave(actor, Power.MANAGE_ORGANISATION, force_id=force_id, at=at)
        post = _held_for_change(force_id, post_ref)
        _check_self(actor, post, officer_ref)
        if not Officer.objects.filter(force_id=force_id, officer_ref=officer_ref).exists():
            raise Refused(f"No member of staff has the number '{officer_ref}' in this force.")
        if until is not None and until < on:
            raise Refused(f"They would leave on {until}, before they come on {on}.")
        if on < post.starts_on or (post.ends_on is not None and on > post.ends_on):
            raise Refused(f"The post {post.title} does not exist on {on}.")
        wanted = HoldingRow(post_ref, officer_ref, on, until)
        for other in Holding.objects.filter(force_id=force_id, post_ref=post_ref):
            row = HoldingRow(post_ref, other.officer_ref, other.starts_on, other.ends_on)
            if overlap(wanted, row):
                raise Refused(
                    f"{post.title} is held by {other.officer_ref} from {other.starts_on}"
                    f"{f' to {other.ends_on}' if other.ends_on else ''}: end that first."
                )
        made = Holding.objects.create(
            record_id=new_address(),
            source=TYPED,
            force_id=force_id,
            post_ref=post_ref,
            officer_ref=officer_ref,
            starts_on=on,
            ends_on=until,
        )
        _write(made, actor, "post held", at)
    return made


def end_holding(*, holding: Holding, last_day: date, actor: User, at: datetime) -> None:
    """Somebody leaves a post after this day: roles and records go with the post at midnight.

    To take a post away at once, give yesterday; before the first day it is as if they had never
    held it, and the row goes. Raises `NotAllowed` or `Refused`.
    """
    with transaction.atomic():
        check_leave(actor, Power.MANAGE_ORGANISATION, force_id=holding.force_id, at=at)
        _held_for_change(holding.force_id, holding.post_ref)
        found = Holding.objects.filter(pk=holding.pk).first()
        if found is None:
            raise Refused("They do not hold this post any more.")
        check_typed(found, f"That {found.officer_ref} holds {found.post_ref}")
        if found.ends_on is not None and found.ends_on <= last_day:
            raise Refused(f"It ends on {found.ends_on} already.")
        found.ends_on = last_day
        found.version += 1
        if last_day < found.starts_on:
            found.delete()
        else:
            found.save(update_fields=["ends_on", "version"])
        _write(found, actor, "post left", at)


def _held_for_change(force_id: str, post_ref: str) -> Post:
    """The post, with whoever else would change its holders kept waiting."""
    found = (
        Post.objects.select_for_update(no_key=True)
        .filter(force_id=force_id, post_ref=post_ref)
        .first()
    )
    if found is None:
        raise Refused(f"There is no post '{post_ref}' in this force.")
    return found


def _check_self(actor: User, post: Post, officer_ref: str) -> None:
    own = actor.force_id == post.force_id and actor.officer_ref == officer_ref
    if own and role_keys(post.roles) and not by_command_line(actor):
        raise Refused("Nobody gives a role to themselves, by a post neither: ask a colleague.")


def _write(holding: Holding, actor: User, what: str, at: datetime) -> None:
    write(
        actor=actor,
        ref=("holding", holding.record_id),
        what=what,
        at=at,
        force=holding.force_id,
        post=holding.post_ref,
        officer=holding.officer_ref,
        until=holding.ends_on and holding.ends_on.isoformat(),
    )
