"""Files that belong to a record: kept by content, reached through the record alone (C-UPL-2)."""

from datetime import datetime

from django.conf import settings
from django.db import transaction

from peelian.access.decide import check_may, nearest
from peelian.access.user import User
from peelian.access.verbs import Verb
from peelian.engines.registers.contents import examine
from peelian.engines.registers.errors import NoSuchRecord
from peelian.engines.registers.finding import InSight, find, refuse
from peelian.engines.registers.followers import tell_followers
from peelian.engines.registers.models import Attachment
from peelian.engines.registers.notices import Kind
from peelian.engines.registers.serving import Served
from peelian.engines.registers.vault import content_of, keep, orphans
from peelian.records.base import Record
from peelian.records.schema import type_key
from peelian.records.store.reader import Reader
from peelian.trail.append import append
from peelian.trail.particulars import Particulars
from peelian.trail.verbs import Verb as Deed


def attach(
    model: type[Record],
    record_id: str,
    *,
    name: str,
    content: bytes,
    actor: User,
    at: datetime,
    tables: Reader,
) -> Attachment:
    """Keep a file with a record: the bytes are safe on disk before a row refers to them.

    Raises `NoSuchRecord`, `NotAllowed` for whoever may not change the record, `WrongAttachment`.
    """
    found = _found(actor, model, record_id, tables, at)
    check_may(actor, Verb.ALTER, model, found.record, at=at)
    told = examine(name, content, most_bytes=settings.ATTACHMENT_BYTES)
    digest = keep(settings.ATTACHMENTS_ROOT, content)
    layer = nearest(actor, model, found.record, at=at)
    with transaction.atomic():
        made = Attachment.objects.create(
            record_type=type_key(model),
            record_id=record_id,
            name=told.name,
            kind=told.kind,
            size=len(content),
            sha256=digest,
            at=at,
            by=actor.trail_name,
        )
        tell_followers(found.record, Kind.ATTACHED, besides=actor, at=at)
        append(
            actor=actor.trail_name,
            verb=Deed.COLLECTED,
            ref=(type_key(model), record_id),
            detail=Particulars(relationship=layer.because if layer else "").detail(
                attachment=digest, size=len(content)
            ),
            at=at,
        )
    return made


def attachments_of(
    actor: User, model: type[Record], record_id: str, tables: Reader, *, at: datetime
) -> tuple[Attachment, ...]:
    """The files of a record, oldest first, for a reader to whom all of its fields are open.

    Nobody knows what a file says, so whoever sees only some fields sees no file of the record.
    The record has been opened before: its look is in the trail. Raises `NoSuchRecord`.
    """
    found = _found(actor, model, record_id, tables, at)
    if not found.whole:
        return ()
    rows = Attachment.objects.filter(record_type=type_key(model), record_id=record_id)
    return tuple(rows.order_by("pk"))


def read_attachment(
    actor: User,
    model: type[Record],
    record_id: str,
    attachment_id: int,
    tables: Reader,
    *,
    at: datetime,
) -> Served:
    """The file; that it was handed out is written first.

    Raises `NoSuchRecord` for whatever the actor may not have, and `Lost` where the bytes are gone.
    """
    files = attachments_of(actor, model, record_id, tables, at=at)
    found = next((one for one in files if one.pk == attachment_id), None)
    if found is None:
        refuse(actor, model, record_id, at=at)
    content = content_of(settings.ATTACHMENTS_ROOT, found.sha256)
    with transaction.atomic():
        append(
            actor=actor.trail_name,
            verb=Deed.DISCLOSED,
            ref=(type_key(model), record_id),
            detail=Particulars().detail(attachment=found.sha256),
            at=at,
        )
    return Served(found.name, found.kind, content)


def sweep_attachments(*, at: datetime) -> int:
    """Remove contents that no record has referred to for a day; how many."""
    named = frozenset(Attachment.objects.values_list("sha256", flat=True).distinct())
    removed = 0
    for path in orphans(settings.ATTACHMENTS_ROOT, named, at=at):
        path.unlink(missing_ok=True)
        removed += 1
    return removed


def _found(
    actor: User, model: type[Record], record_id: str, tables: Reader, at: datetime
) -> InSight:
    try:
        return find(actor, model, record_id, tables, at=at)
    except NoSuchRecord:
        refuse(actor, model, record_id, at=at)
