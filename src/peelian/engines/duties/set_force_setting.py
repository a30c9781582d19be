"""Setting a number of the force's own policy from a day on, with where the force says so."""

from datetime import date, datetime

from django.db import transaction

from peelian.access.decide import NotAllowed, has_power
from peelian.access.giving.refusal import fit_words
from peelian.access.powers import Power
from peelian.access.standing import local_day, standing_of
from peelian.access.user import User
from peelian.engines.duties.errors import DutyRefused
from peelian.engines.duties.settings import ForceSetting, Setting
from peelian.trail.append import append
from peelian.trail.particulars import Particulars
from peelian.trail.verbs import Verb as Deed

CHIEF_OFFICER = "chief-officer"
MOST = 100_000
TYPE = "forcesetting"


def set_force_setting(
    setting: Setting,
    *,
    force_id: str,
    value: int,
    starts_on: date,
    authority: str,
    actor: User,
    at: datetime,
) -> ForceSetting:
    """Set it from this local day on; clocks that have begun before keep the number they had.

    Whoever keeps the organisation may, and chief officers. A second setting for the same day
    replaces the first. Raises `NotAllowed` or `DutyRefused`.
    """
    if not can_set(force_id, actor=actor, at=at):
        raise NotAllowed(f"{actor.name} may not set the numbers of this force.")
    said = fit_words(authority, what="where the force says so", refused=DutyRefused)
    if not 0 <= value <= MOST:
        raise DutyRefused(f"Choose a whole number from 0 to {MOST:,} ({setting.unit}).")
    if starts_on < local_day(at):
        raise DutyRefused("Choose today or a later day: clocks that have begun keep their number.")
    with transaction.atomic():
        row, _is_new = ForceSetting.objects.update_or_create(
            force_id=force_id,
            key=setting.key,
            starts_on=starts_on,
            defaults={
                "value": value,
                "authority": said,
                "set_by": actor.trail_name,
                "set_at": at,
            },
        )
        append(
            actor=actor.trail_name,
            verb=Deed.ALTERED,
            ref=(TYPE, f"{force_id}/{setting.key}"),
            detail=Particulars(reason=said).detail(
                what="setting set", value=value, starts_on=starts_on.isoformat()
            ),
            at=at,
        )
    return row


def can_set(force_id: str, *, actor: User, at: datetime) -> bool:
    """Whether the actor may set numbers of this force."""
    if has_power(actor, Power.MANAGE_ORGANISATION, force_id=force_id, at=at):
        return True
    return any(
        held.role.key == CHIEF_OFFICER and held.force_id == force_id
        for held in standing_of(actor, at).roles
    )
