"""Erasing a record: one person has proposed it, another looks at what goes and confirms.

Never by a clock, never under a hold. The row and all that hangs on it go in one transaction with
the entry of the trail and a tombstone; the files follow at once, or with the next run of
`finish_erasures` where something kept them (C-RET-1, C-REC-3).
"""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from peelian.access.decide import check_power
from peelian.access.powers import Power
from peelian.access.user import User
from peelian.engines.registers.models import Export, ExportState
from peelian.engines.retention.belongings import Belongings, belongings_of
from peelian.engines.retention.errors import Changed, Held, Refused
from peelian.engines.retention.finishing import Left, finish_erasures
from peelian.engines.retention.holding import holds_on
from peelian.engines.retention.models import Proposal, Tombstone
from peelian.engines.retention.reach import in_reach, model_called, record_of
from peelian.records.schema import type_key
from peelian.records.store.reader import Reader
from peelian.spine.person import Involvement
from peelian.trail.append import append
from peelian.trail.particulars import Particulars
from peelian.trail.verbs import Verb


def preview(proposal: Proposal, *, actor: User, at: datetime, tables: Reader) -> Belongings:
    """What would go. Raises as `record_of`; the look is in the trail by the page that shows it."""
    model = model_called(proposal.record_type)
    return belongings_of(record_of(actor, model, proposal.record_id, tables, at=at), tables)


def confirm_erasure(
    proposal: Proposal, *, fingerprint: str, actor: User, at: datetime, tables: Reader
) -> Tombstone:
    """Erase the record and all that hangs on it. There is no way back but a backup.

    `fingerprint` is that of the preview which the actor has seen. Raises as `record_of`, `Refused`
    for whoever proposed it, `Held`, or `Changed`.
    """
    model = model_called(proposal.record_type)
    record_of(actor, model, proposal.record_id, tables, at=at)
    with transaction.atomic():
        standing = Proposal.objects.select_for_update(no_key=True).filter(pk=proposal.pk).first()
        if standing is None:
            raise Refused("This proposal has been taken back, or is done.")
        if standing.proposed_by == actor.trail_name:
            raise Refused("Nobody confirms their own proposal: ask another person.")
        append(
            actor=actor.trail_name,
            verb=Verb.ERASED,
            ref=(standing.record_type, standing.record_id),
            detail=Particulars(reason=standing.rule).detail(
                authority=standing.authority, proposed_by=standing.proposed_by
            ),
            at=at,
        )
        # Behind the entry: whoever holds at the same moment has done so, or finds the tombstone.
        model._default_manager.select_for_update(no_key=True).filter(
            record_id=standing.record_id
        ).first()
        record = in_reach(actor, model, standing.record_id, tables, at=at)
        if record is None:
            raise Changed
        if holds_on(record.force_id, type_key(model), record.record_id, at=at).exists():
            raise Held
        what = belongings_of(record, tables)
        if what.fingerprint != fingerprint:
            raise Changed
        buried = _bury(standing, what, actor, at)
        _delete(what)
        standing.delete()
    finish_erasures(at=at)
    buried.refresh_from_db()
    return buried


def withdraw(proposal: Proposal, *, actor: User, at: datetime) -> None:
    """Take a proposal back: the record stays, and is due for review again."""
    with transaction.atomic():
        check_power(actor, Power.RETAIN, force_id=proposal.force_id, at=at)
        if not Proposal.objects.filter(pk=proposal.pk).delete()[0]:
            raise Refused("This proposal has been taken back, or is done.")
        append(
            actor=actor.trail_name,
            verb=Verb.ALTERED,
            ref=(proposal.record_type, proposal.record_id),
            detail=Particulars().detail(what="proposal to erase taken back"),
            at=at,
        )


def proposals(actor: User, *, force_id: str, at: datetime, tables: Reader) -> tuple[Proposal, ...]:
    """The proposals of a force whose records the actor may decide on, oldest first."""
    check_power(actor, Power.RETAIN, force_id=force_id, at=at)
    return tuple(
        one
        for one in Proposal.objects.filter(force_id=force_id).order_by("pk")
        if in_reach(actor, model_called(one.record_type), one.record_id, tables, at=at) is not None
    )


def tombstones(actor: User, *, force_id: str, at: datetime) -> QuerySet[Tombstone]:
    """What was erased in a force, newest first: it says of no record what it was about."""
    check_power(actor, Power.RETAIN, force_id=force_id, at=at)
    return Tombstone.objects.filter(force_id=force_id).order_by("-erased_at", "-pk")


def _bury(proposal: Proposal, what: Belongings, actor: User, at: datetime) -> Tombstone:
    """A tombstone for the record and for each link that goes with it."""
    record = what.record
    link_type = type_key(Involvement)
    stones = [(proposal.record_type, record.record_id)]
    stones += [(link_type, address) for address in what.links]
    left = Left(
        rows=(*stones, *what.beside),
        contents=what.contents,
        exports=tuple(str(export.pk) for export in what.exports),
    )
    made = [
        Tombstone(
            record_type=record_type,
            record_id=address,
            force_id=record.force_id,
            rule=proposal.rule,
            authority=proposal.authority,
            proposed_by=proposal.proposed_by,
            confirmed_by=actor.trail_name,
            erased_at=at,
            left=left.written() if number == 0 else "",
        )
        for number, (record_type, address) in enumerate(stones)
    ]
    first = made[0]
    first.save()
    Tombstone.objects.bulk_create(made[1:])
    return first


def _delete(what: Belongings) -> None:
    """Everything that the operational tables say of it."""
    for rows in what.rows:
        rows.delete()
    Involvement.objects.filter(record_id__in=what.links).delete()
    for record_type, address in what.beside:
        model_called(record_type)._default_manager.filter(record_id=address).delete()
    type(what.record)._default_manager.filter(record_id=what.record.record_id).delete()
    # What was asked for may name the person; that there was an export stays.
    Export.objects.filter(pk__in=[export.pk for export in what.exports]).update(
        state=ExportState.GONE, filters="{}", search="", words="", sha256=""
    )
