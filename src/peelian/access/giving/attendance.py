"""Write down who is on duty and who is away."""

from datetime import date, datetime

from django.db import transaction

from peelian.access.giving.deeds import write
from peelian.access.giving.leave import check_leave
from peelian.access.giving.refusal import Refused
from peelian.access.giving.typed import TYPED, new_address
from peelian.access.giving.units import unit_on
from peelian.access.powers import Power
from peelian.access.standing import local_day
from peelian.access.user import User
from peelian.spine.officer import Officer
from peelian.spine.shift import Absence, Shift
from peelian.trail.verbs import Verb


def record_shift(
    *,
    force_id: str,
    officer_ref: str,
    unit_ref: str | None = None,
    starts_at: datetime,
    ends_at: datetime,
    actor: User,
    at: datetime,
) -> Shift:
    """One stretch of duty, which may not meet another of the same person.

    Raises `NotAllowed` or `Refused`.
    """
    with transaction.atomic():
        _check(force_id, officer_ref, unit_ref, local_day(starts_at), actor, at)
        if ends_at <= starts_at:
            raise Refused("The shift would end before it begins: mend one of the times.")
        meets = Shift.objects.filter(
            force_id=force_id,
            officer_ref=officer_ref,
            starts_at__lt=ends_at,
            ends_at__gt=starts_at,
        )
        if meets.exists():
            raise Refused(f"{officer_ref} has a shift then already: change or leave that one.")
        made = Shift.objects.create(
            record_id=new_address(),
            source=TYPED,
            force_id=force_id,
            officer_ref=officer_ref,
            unit_ref=unit_ref,
            starts_at=starts_at,
            ends_at=ends_at,
        )
        _write(("shift", made.record_id), "shift recorded", officer_ref, actor, at)
    return made


def record_absence(
    *,
    force_id: str,
    officer_ref: str,
    unit_ref: str | None = None,
    starts_on: date,
    ends_on: date | None = None,
    kind: str | None = None,
    actor: User,
    at: datetime,
) -> Absence:
    """Days away (None: until when is not known). The kind is personal: the trail does not say it.

    Raises `NotAllowed` or `Refused`.
    """
    with transaction.atomic():
        _check(force_id, officer_ref, unit_ref, starts_on, actor, at)
        if ends_on is not None and ends_on < starts_on:
            raise Refused("The absence would end before it begins: mend one of the days.")
        meets = Absence.objects.filter(force_id=force_id, officer_ref=officer_ref).exclude(
            ends_on__lt=starts_on
        )
        if ends_on is not None:
            meets = meets.filter(starts_on__lte=ends_on)
        if meets.exists():
            raise Refused(f"{officer_ref} is away then already: change or leave that row.")
        made = Absence.objects.create(
            record_id=new_address(),
            source=TYPED,
            force_id=force_id,
            officer_ref=officer_ref,
            unit_ref=unit_ref,
            starts_on=starts_on,
            ends_on=ends_on,
            kind=kind,
        )
        _write(("absence", made.record_id), "absence recorded", officer_ref, actor, at)
    return made


def _check(
    force_id: str, officer_ref: str, unit_ref: str | None, day: date, actor: User, at: datetime
) -> None:
    check_leave(actor, Power.MANAGE_ORGANISATION, force_id=force_id, at=at)
    # The row of the person is the turn: two who write at once wait for one another.
    people = Officer.objects.select_for_update(no_key=True).filter(force_id=force_id)
    if people.filter(officer_ref=officer_ref).first() is None:
        raise Refused(f"No member of staff has the number '{officer_ref}' in this force.")
    if unit_ref:
        unit_on(force_id, unit_ref, day)


def _write(ref: tuple[str, str], what: str, officer_ref: str, actor: User, at: datetime) -> None:
    write(actor=actor, ref=ref, what=what, at=at, verb=Verb.COLLECTED, officer=officer_ref)
