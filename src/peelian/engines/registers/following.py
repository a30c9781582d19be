"""Being told when a record changes."""

from datetime import datetime

from peelian.access.user import User
from peelian.engines.registers.finding import find
from peelian.engines.registers.models import Following
from peelian.records.base import Record
from peelian.records.schema import type_key
from peelian.records.store.reader import Reader


def follow(
    model: type[Record], record_id: str, *, actor: User, at: datetime, tables: Reader
) -> None:
    """Be told of changes from now on; harmless where one is already. Raises `NoSuchRecord`.

    Whether the follower may still see the record is asked again whenever there is something to
    tell (T05).
    """
    found = find(actor, model, record_id, tables, at=at)
    Following.objects.get_or_create(
        record_type=type_key(model),
        record_id=found.record.record_id,
        user=actor,
        defaults={"since": at},
    )


def unfollow(model: type[Record], record_id: str, *, actor: User) -> None:
    """Be told no longer; harmless where one was not."""
    Following.objects.filter(record_type=type_key(model), record_id=record_id, user=actor).delete()


def follows(actor: User, model: type[Record], record_id: str) -> bool:
    """Whether the actor follows the record."""
    return Following.objects.filter(
        record_type=type_key(model), record_id=record_id, user=actor
    ).exists()
