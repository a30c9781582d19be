"""Share records with a partner agency, and end a share."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from peelian.access.dated import counts_at
from peelian.access.decide import may
from peelian.access.giving.deeds import said, write
from peelian.access.giving.leave import by_command_line, check_leave
from peelian.access.giving.refusal import NothingThere, Refused
from peelian.access.powers import Power
from peelian.access.share import Share
from peelian.access.standing import local_day
from peelian.access.units import standing_on
from peelian.access.user import User
from peelian.access.verbs import Verb as Deed
from peelian.records.base import Record
from peelian.records.protection import Purpose, protection_of
from peelian.records.schema import fields_of, handling_of, type_key
from peelian.spine.unit import Unit
from peelian.trail.verbs import Verb


class PersonalFields(Refused):
    """Some of the named fields are about people: that has to be said, and agreed to."""


@dataclass(frozen=True)
class Terms:
    """What a force and a partner have agreed: what for, by which law, until when."""

    purpose: str
    basis: str
    until: datetime


def share(
    *,
    force_id: str,
    partner_ref: str,
    model: type[Record],
    fields: Collection[str],
    terms: Terms,
    unit_ref: str = "",
    record: Record | None = None,
    personal_agreed: bool = False,
    actor: User,
    at: datetime,
) -> Share:
    """Let the people of a partner unit consult named fields of a unit's records, or of one record.

    Raises `PersonalFields` where some say who somebody is and that was not agreed to,
    `NothingThere` for a record that the actor may not see, `NotAllowed` or `Refused`.
    """
    with transaction.atomic():
        check_leave(actor, Power.SHARE, force_id=force_id, at=at)
        purpose, basis = said(terms.purpose, "what for"), said(terms.basis, "by which law")
        if terms.until <= at:
            raise Refused("The share would end before it begins: choose a later end.")
        _check_what(force_id, model, unit_ref, record, actor, at)
        _check_partner(force_id, partner_ref, at)
        named = _named(model, fields)
        _check_personal(model, named, personal_agreed)
        made = Share.objects.create(
            force_id=force_id,
            partner_ref=partner_ref,
            record_type=type_key(model),
            unit_ref=unit_ref,
            record_id=record.record_id if record is not None else "",
            fields=",".join(named),
            purpose=purpose,
            basis=basis,
            starts_at=at,
            ends_at=terms.until,
            made_by=actor.trail_name,
        )
        write(
            actor=actor,
            ref=_ref(made),
            what="shared",
            at=at,
            reason=purpose,
            fields=named,
            verb=Verb.DISCLOSED,
            partner=partner_ref,
            basis=basis,
            until=terms.until.isoformat(),
        )
    return made


def end_share(*, shared: Share, reason: str, actor: User, at: datetime) -> None:
    """End a share before its day; at once. Raises `NotAllowed` or `Refused`."""
    with transaction.atomic():
        check_leave(actor, Power.SHARE, force_id=shared.force_id, at=at)
        why = said(reason)
        if not Share.objects.filter(counts_at(at), pk=shared.pk).update(ends_at=at):
            raise Refused("This share has ended already.")
        write(
            actor=actor,
            ref=_ref(shared),
            what="share ended",
            at=at,
            reason=why,
            partner=shared.partner_ref,
        )
    shared.refresh_from_db()


def _ref(shared: Share) -> tuple[str, str]:
    if shared.record_id:
        return shared.record_type, shared.record_id
    return shared.record_type, f"unit {shared.force_id} {shared.unit_ref}"


def _check_what(
    force_id: str,
    model: type[Record],
    unit_ref: str,
    record: Record | None,
    actor: User,
    at: datetime,
) -> None:
    if bool(unit_ref) == (record is not None):
        raise Refused("Share the records of one unit, or one record: name one of the two.")
    protected = protection_of(model)
    if protected.held_for == Purpose.LINKS:
        raise Refused("Who has a part in a record is seen with that record: share the record.")
    if record is not None:
        seen = by_command_line(actor) or may(actor, Deed.CONSULT, model, record, at=at)
        if record.force_id != force_id or not seen:
            raise NothingThere("There is no such record.")
    elif not protected.unit:
        raise Refused(
            f"{str(model._meta.verbose_name_plural).capitalize()} belong to no unit: share single "
            "ones."
        )
    elif not _units(force_id, unit_ref, at):
        raise Refused(f"There is no unit '{unit_ref}' in this force today.")


def _check_partner(force_id: str, partner_ref: str, at: datetime) -> None:
    if "Partner agency" not in _units(force_id, partner_ref, at):
        raise Refused(f"'{partner_ref}' is no partner agency in this force's tree of units today.")


def _units(force_id: str, unit_ref: str, at: datetime) -> list[str]:
    """The kinds of the units with this reference today: one or none."""
    today = standing_on(local_day(at))
    found = Unit.objects.filter(today, force_id=force_id, unit_ref=unit_ref)
    return list(found.values_list("kind", flat=True))


def _named(model: type[Record], fields: Collection[str]) -> tuple[str, ...]:
    """The fields in the order of their declaration."""
    known = tuple(card.name for card in fields_of(model))
    if not fields:
        raise Refused("Name the fields that are shared: none is shared by itself.")
    unknown = sorted(set(fields) - set(known))
    if unknown:
        raise Refused(
            f"{type_key(model)} has no field {', '.join(unknown)}: choose from {', '.join(known)}."
        )
    return tuple(name for name in known if name in set(fields))


def _check_personal(model: type[Record], named: tuple[str, ...], agreed: bool) -> None:
    personal = [name for name in named if handling_of(model, name) == "personal"]
    if personal and not agreed:
        raise PersonalFields(
            f"{', '.join(personal)} may say who somebody is. Leave them out, or agree to share "
            "them because the purpose cannot be served without."
        )
