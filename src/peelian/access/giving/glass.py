"""Break the glass: open a record of policing at once, with a reason that is told."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from peelian.access.conditions import NOTHING, AnyOf, Condition
from peelian.access.decide import has_power
from peelian.access.denied import conflicting, sealed
from peelian.access.giving.deeds import write
from peelian.access.giving.refusal import REASON_LIMIT, NothingThere, Refused
from peelian.access.glass import BrokenGlass, GlassReason
from peelian.access.powers import Power
from peelian.access.standing import standing_of
from peelian.access.user import User
from peelian.records.base import Record
from peelian.records.protection import Purpose, protection_of
from peelian.records.schema import type_key
from peelian.trail.particulars import Result
from peelian.trail.verbs import Verb

# Records of work on people: in an emergency whoever is there must know whom they deal with.
BREAKABLE = frozenset({Purpose.POLICING, Purpose.PUBLIC_PROTECTION})


def break_glass(
    *,
    model: type[Record],
    record_id: str,
    record: Record | None,
    reason: GlassReason,
    words: str = "",
    actor: User,
    at: datetime,
) -> BrokenGlass:
    """Open one record of policing for some hours. `record` is None where there is none.

    A conflict and a seal stay shut: they are answered as a record that does not exist, after the
    same questions (T01). Whoever calls this tells the record's owner. Raises `NothingThere` or
    `Refused`.
    """
    if len(words) > REASON_LIMIT:
        raise Refused(f"Say more in at most {REASON_LIMIT} characters; these are {len(words)}.")
    with transaction.atomic():
        # Asked in every case, or the time of an answer would tell that there is something.
        shut = _shut(model, actor, at)
        opens = (
            record is not None
            and not shut.holds(record)
            and protection_of(model).held_for in BREAKABLE
            and has_power(actor, Power.BREAK_GLASS, force_id=record.force_id, at=at)
        )
        ref = (type_key(model), record_id)
        if opens:
            broken = BrokenGlass.objects.create(
                user=actor,
                record_type=type_key(model),
                record_id=record_id,
                reason=reason,
                words=words.strip(),
                starts_at=at,
                ends_at=at + timedelta(hours=hours()),
            )
        write(
            actor=actor,
            ref=ref,
            what="glass broken" if opens else "glass not broken",
            at=at,
            reason=GlassReason(reason).label,
            verb=Verb.CONSULTED if opens else Verb.DENIED,
            result=Result.DONE if opens else Result.NOTHING_FOUND,
        )
    if not opens:
        raise NothingThere("There is no such record.")
    return broken


def hours() -> float:
    """For how many hours a record opened so stays open: PEELIAN_GLASS_HOURS, or four."""
    return float(settings.GLASS_HOURS)


def _shut(model: type[Record], actor: User, at: datetime) -> Condition:
    standing = standing_of(actor, at)
    _, hidden = sealed(standing, model)
    parts = (conflicting(standing, model, protection_of(model)), hidden)
    kept = tuple(part for part in parts if part != NOTHING)
    return AnyOf(kept) if kept else NOTHING
