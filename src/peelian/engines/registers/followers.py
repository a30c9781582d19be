"""Telling those who follow a record, if they may still see it when they are told (T05)."""

from datetime import datetime

from peelian.access.decide import may
from peelian.access.user import User
from peelian.access.verbs import Verb
from peelian.engines.registers.models import Following
from peelian.engines.registers.notices import Kind, notify
from peelian.records.base import Record
from peelian.records.schema import type_key


def tell_followers(row: Record, kind: Kind, *, besides: User, at: datetime) -> None:
    """Put a notice before each follower but one; who may no longer see the record follows no more.

    Called in the transaction of the change.
    """
    model = type(row)
    ref = (type_key(model), row.record_id)
    following = Following.objects.filter(record_type=ref[0], record_id=ref[1])
    for one in following.exclude(user=besides).select_related("user"):
        if may(one.user, Verb.CONSULT, model, row, at=at):
            notify(one.user, kind, ref, at)
        else:
            one.delete()
