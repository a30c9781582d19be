"""Declare a conflict of interest, and end it."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from peelian.access.conflict import Conflict, ConflictKind
from peelian.access.dated import counts_at
from peelian.access.giving.deeds import about, said, write
from peelian.access.giving.leave import check_leave
from peelian.access.giving.refusal import Refused
from peelian.access.powers import Power
from peelian.access.user import User


@dataclass(frozen=True)
class About:
    """What a conflict is about: a person by key, or a record by type and address."""

    person_key: str = ""
    record_type: str = ""
    record_id: str = ""

    def __post_init__(self) -> None:
        """Raises `Refused` unless exactly one of the two is named, whole."""
        if bool(self.person_key) == bool(self.record_id) or (
            bool(self.record_type) != bool(self.record_id)
        ):
            raise Refused("Name either the key of a person, or a record by type and address.")


def declare_conflict(
    *, user: User, kind: ConflictKind, force_id: str, of: About, actor: User, at: datetime
) -> Conflict:
    """From now on this person does not see what it is about, whatever their roles.

    Anyone may declare their own; for others it takes the power. Whether the person or the record
    exists is not asked, so that declaring tells nothing. Raises `NotAllowed` or `Refused`.
    """
    with transaction.atomic():
        if user.pk != actor.pk:
            check_leave(actor, Power.DECLARE_CONFLICTS, force_id=force_id, at=at)
        if not force_id:
            raise Refused("Say which force's key or record it is.")
        made = Conflict.objects.create(
            user=user,
            kind=kind,
            force_id=force_id,
            person_key=of.person_key,
            record_type=of.record_type,
            record_id=of.record_id,
            starts_at=at,
            declared_by=actor.trail_name,
        )
        # The person is not named here: whoever reads the trail need not learn of their family.
        write(
            actor=actor,
            ref=about(user),
            what="conflict declared",
            at=at,
            conflict=made.pk,
            kind=str(kind),
        )
    return made


def end_conflict(*, conflict: Conflict, reason: str, actor: User, at: datetime) -> None:
    """It is no longer so. Nobody ends a conflict of their own: that would open what it closes.

    Raises `NotAllowed` or `Refused`.
    """
    with transaction.atomic():
        if conflict.user_id == actor.pk:
            raise Refused("Nobody ends their own conflict of interest: ask your supervisor.")
        check_leave(actor, Power.DECLARE_CONFLICTS, force_id=conflict.force_id, at=at)
        why = said(reason)
        if not Conflict.objects.filter(counts_at(at), pk=conflict.pk).update(ends_at=at):
            raise Refused("This conflict of interest has ended already.")
        write(
            actor=actor,
            ref=about(conflict.user),
            what="conflict ended",
            at=at,
            reason=why,
            conflict=conflict.pk,
        )
    conflict.refresh_from_db()
