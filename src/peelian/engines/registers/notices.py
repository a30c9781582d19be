"""Lines on people's own pages: that something happened to a record, in words without a person."""

from collections.abc import Collection
from datetime import datetime

from django.db import models
from django.db.models import QuerySet

from peelian.access.user import User
from peelian.engines.registers.models import Notice

# How many a page of notices shows.
SHOWN = 50
# What a notice of an unfinished assessment is about: no record, but a draft of its reader's own.
DRAFT = "draft"


class Kind(models.TextChoices):
    """What happened, in the sentence that the notice shows."""

    CHANGED = "changed", "A record that you follow has changed."
    GLASS = "glass", "Somebody has opened a record that you answer for, with a reason of their own."
    ATTACHED = "attached", "A record that you follow has a new attachment."
    EXPORTED = "exported", "An export that you asked for is ready."
    LOOK_UPS = "look_ups", "A reviewer of look-ups suspects misuse: read the alert and decide."
    DUE = "due", "A duty that you answer for falls due soon."
    LATE = "late", "A duty that you answer for is late."
    ESCALATED = "escalated", "A duty is late and has been escalated to you."
    MOVED = "moved", "A duty has been handed to you."
    REFUSED = "refused", "An export that you asked for was not made: ask for it again."
    DRAFT = (
        "draft",
        "An assessment that you began is not finished, and its draft goes in some days.",
    )


def notify(user: User, kind: Kind, ref: tuple[str, str], at: datetime) -> Notice:
    """Put a notice on somebody's page, in the caller's transaction.

    `ref` is the type and the address of the record. Whether they may know of it is the caller's to
    decide first.
    """
    record_type, record_id = ref
    return Notice.objects.create(
        user=user,
        kind=kind,
        record_type=record_type,
        record_id=record_id,
        text=str(Kind(kind).label),
        at=at,
    )


def notices_of(
    user: User, *, unread: bool = False, besides: Collection[str] = ()
) -> QuerySet[Notice]:
    """The newest notices of somebody, or only those not read yet; none about types in `besides`."""
    found = Notice.objects.filter(user=user).exclude(record_type__in=besides)
    if unread:
        found = found.filter(read_at=None)
    return found.order_by("-at", "-pk")[:SHOWN]


def mark_read(user: User, notice_id: int, *, at: datetime) -> None:
    """Note that somebody has read one of their own notices; harmless for any other."""
    Notice.objects.filter(user=user, pk=notice_id, read_at=None).update(read_at=at)
