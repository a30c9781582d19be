"""What was handed over to the reader, or by others from the reader, since a moment."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db.models import Q
from django.utils.translation import gettext as _

from peelian.access.visible import visible
from peelian.engines.duties.behind import in_sight
from peelian.engines.duties.models import Duty, DutyNote
from peelian.engines.duties.supervised import own_posts
from peelian.web.force.reader import Caller
from peelian.web.force.words import moment
from peelian.web.force.work.posts import posts_of_force

MOST: Final = 20
FROM: Final = "from "


@dataclass(frozen=True)
class Handed:
    """One line: what happened with which duty, when and why.

    A duty that its old owner sees no longer has none: its title and the reason are somebody's
    words, which may name a record that was sealed since (T05).
    """

    what: str
    title: str
    url: str
    detail: str


def parted(words: str) -> tuple[str, str]:
    """The post from which a duty moved, and why: "from POST-1: on leave" gives both."""
    if not words.startswith(FROM):
        return "", words
    post, _colon, reason = words.removeprefix(FROM).partition(":")
    return post.strip(), reason.strip()


def handed_since(who: Caller, *, since: datetime) -> tuple[Handed, ...]:
    """Hand-overs and escalations to a post of the reader, and hand-overs from one, newest first."""
    mine = own_posts(who.actor, who.at)
    if not mine:
        return ()
    told = Q(what__startswith="moved") | Q(what__startswith="escalated")
    ours = Q(to_post__in=mine)
    for post in mine:
        ours |= Q(words__startswith=f"{FROM}{post}:")
    theirs = Duty.objects.filter(visible(who.actor, Duty, at=who.at).as_q())
    notes = (
        DutyNote.objects.filter(told & ours, at__gte=since, at__lte=who.at)
        .filter(duty__in=theirs.values("record_id"))
        .select_related("duty")
        .order_by("-at")[:MOST]
    )
    refs = {(note.duty.of_type, note.duty.of_id) for note in notes}
    behind = in_sight(who.actor, refs, who.tables, at=who.at)
    posts = posts_of_force(who.actor, who.at)
    found = []
    for note in notes:
        if (note.duty.of_type, note.duty.of_id) not in behind:
            continue
        mine_now = note.to_post in mine
        before, reason = parted(note.words)
        other = before if mine_now else note.to_post
        named = posts[other].words if other in posts else other
        if note.what.startswith("escalated"):
            said = _("Escalated to you")
        elif mine_now:
            said = _("Handed over to you from {post}").format(post=named)
        else:
            said = _("Handed over from you to {post}").format(post=named)
        found.append(
            Handed(
                what=said,
                title=note.duty.title,
                url=who.url("duty", note.duty_id),
                detail=" · ".join(filter(None, (moment(note.at), reason))),
            )
        )
    return tuple(found)
