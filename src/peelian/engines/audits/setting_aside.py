"""Setting a drawn file aside that cannot be reviewed: listed with the reason, never replaced."""

from datetime import datetime

from django.db import transaction

from peelian.access.giving.refusal import fit_words
from peelian.access.user import User
from peelian.engines.audits.errors import AuditRefused, NoSuchMarking
from peelian.engines.audits.models import Item, Marking
from peelian.engines.audits.releasing import release_if_whole
from peelian.engines.audits.running import can_steer, locked, write
from peelian.engines.audits.states import check_drawn
from peelian.trail.verbs import Verb as Deed


def set_aside(item_id: int, *, why: str, actor: User, at: datetime) -> Item:
    """Take a drawn file out of review, with the reason; no other is drawn in its place.

    Whoever holds an unfinished review of it may, and whoever runs audits. Raises `NoSuchMarking`
    for others, `WrongState`, or `AuditRefused` for one that is settled or set aside.
    """
    reason = fit_words(why, what="why it cannot be reviewed", refused=AuditRefused)
    item = Item.objects.select_related("run__made_by").filter(pk=item_id).first()
    if item is None or not (
        can_steer(item.run, actor, at=at)
        or Marking.objects.filter(item=item, user=actor, done_at=None).exists()
    ):
        raise NoSuchMarking
    with transaction.atomic():
        run = locked(item.run)
        check_drawn(run)
        held = Item.objects.select_for_update(no_key=True).get(pk=item.pk)
        if held.settled_at is not None or held.set_aside:
            raise AuditRefused("This file is settled or set aside already.")
        held.set_aside = reason
        held.save(update_fields=["set_aside"])
        Marking.objects.filter(item=held, done_at=None).delete()
        release_if_whole(run, at=at)
        write(
            run,
            Deed.ALTERED,
            "file set aside",
            actor=actor,
            at=at,
            position=held.position,
            because=reason,
        )
    return held
