"""Make a unit, and move it under another one from a day on."""

from datetime import date, datetime, timedelta

from django.db import transaction

from peelian.access.giving.deeds import write
from peelian.access.giving.leave import check_leave
from peelian.access.giving.refusal import Refused
from peelian.access.giving.structure import UnitRow, circle
from peelian.access.giving.typed import TYPED, check_typed, new_address
from peelian.access.powers import Power
from peelian.access.units import standing_on
from peelian.access.user import User
from peelian.spine.unit import UNIT_KINDS, Unit


def make_unit(
    *,
    force_id: str,
    unit_ref: str,
    name: str,
    kind: str,
    parent_ref: str | None,
    on: date,
    actor: User,
    at: datetime,
) -> Unit:
    """A new unit under its parent (None: at the top). Raises `NotAllowed` or `Refused`."""
    with transaction.atomic():
        check_leave(actor, Power.MANAGE_ORGANISATION, force_id=force_id, at=at)
        if not unit_ref.strip() or not name.strip():
            raise Refused("Say what the unit is called by, and its name in words.")
        if kind not in UNIT_KINDS:
            raise Refused(f"'{kind}' is no kind of unit: {UNIT_KINDS.nearest(kind)}.")
        hold_tree(force_id)
        if Unit.objects.filter(force_id=force_id, unit_ref=unit_ref).exists():
            raise Refused(f"There is a unit {unit_ref} already: move it, or choose another name.")
        if parent_ref is not None:
            unit_on(force_id, parent_ref, on)
        made = Unit.objects.create(
            record_id=new_address(),
            source=TYPED,
            force_id=force_id,
            unit_ref=unit_ref.strip(),
            name=name.strip(),
            kind=kind,
            parent_ref=parent_ref,
            starts_on=on,
        )
        _write(made, actor, "unit made", at)
    return made


def move_unit(
    *, force_id: str, unit_ref: str, parent_ref: str | None, on: date, actor: User, at: datetime
) -> Unit:
    """The unit stands under another parent from this day on; until then the tree is as it was.

    Refused where it would come to stand below itself, and for units of an extract. Raises
    `NotAllowed` or `Refused`.
    """
    with transaction.atomic():
        check_leave(actor, Power.MANAGE_ORGANISATION, force_id=force_id, at=at)
        hold_tree(force_id)
        old = unit_on(force_id, unit_ref, on)
        check_typed(old, f"Unit {old.name}")
        if parent_ref is not None:
            unit_on(force_id, parent_ref, on)
        if old.starts_on >= on:
            raise Refused(f"{old.name} stands where it is from {old.starts_on}: move it later.")
        last, old.ends_on = old.ends_on, on - timedelta(days=1)
        old.version += 1
        old.save(update_fields=["ends_on", "version"])
        moved = Unit.objects.create(
            record_id=new_address(),
            source=TYPED,
            force_id=force_id,
            unit_ref=old.unit_ref,
            name=old.name,
            kind=old.kind,
            parent_ref=parent_ref,
            starts_on=on,
            ends_on=last,
        )
        _check_tree(force_id, on)
        _write(moved, actor, "unit moved", at)
    return moved


def hold_tree(force_id: str) -> None:
    """Keep others from changing the force's tree until this transaction ends (T52).

    What is read after this is what the one before has left.
    """
    units = Unit.objects.select_for_update(no_key=True).filter(force_id=force_id).order_by("pk")
    len(units.values_list("pk"))


def unit_on(force_id: str, unit_ref: str, day: date) -> Unit:
    """The unit as it stands on a day; raises `Refused` where there is none."""
    found = Unit.objects.filter(standing_on(day), force_id=force_id, unit_ref=unit_ref).first()
    if found is None:
        raise Refused(f"There is no unit '{unit_ref}' in this force on {day}.")
    return found


def _check_tree(force_id: str, on: date) -> None:
    rows = [
        UnitRow(row.unit_ref, row.parent_ref, row.starts_on, row.ends_on)
        for row in Unit.objects.filter(force_id=force_id)
    ]
    for day in sorted({row.starts_on for row in rows if row.starts_on >= on}):
        found = circle(rows, day)
        if found:
            raise Refused(
                f"{' would stand under '.join((*found, found[0]))}: choose a parent that is not "
                "below the unit itself."
            )


def _write(unit: Unit, actor: User, what: str, at: datetime) -> None:
    write(
        actor=actor,
        ref=("unit", unit.record_id),
        what=what,
        at=at,
        force=unit.force_id,
        unit=unit.unit_ref,
        parent=unit.parent_ref,
        on=unit.starts_on.isoformat(),
    )
