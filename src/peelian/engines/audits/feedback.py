"""Giving feedback on a file to whoever did the work, and answering it."""

import secrets
from datetime import date, datetime, timedelta
from typing import Final

from django.db import transaction

from peelian.access.decide import NotAllowed, has_power
from peelian.access.powers import Power
from peelian.access.standing import local_day
from peelian.access.user import User
from peelian.engines.audits.declared import Audit
from peelian.engines.audits.errors import AuditRefused
from peelian.engines.audits.feedback_models import FROM_AUDIT, FROM_PANEL, Feedback
from peelian.engines.audits.feedback_rule import REPLY_DAYS
from peelian.engines.audits.files import file_of
from peelian.engines.audits.models import Item, State
from peelian.engines.duties.settings import setting_on
from peelian.engines.registers.addresses import new_address
from peelian.engines.registers.errors import NoSuchRecord
from peelian.records.base import Record
from peelian.records.happenings import Happened, happen
from peelian.records.openness import TYPED
from peelian.records.protection import person_of, protection_of
from peelian.records.schema import type_key
from peelian.records.store.reader import Reader
from peelian.spine.happenings import What
from peelian.trail.append import append
from peelian.trail.particulars import Particulars
from peelian.trail.verbs import Verb as Deed

LONGEST: Final = 2000
LATEST: Final = timedelta(days=366)
GIVERS: Final = {
    FROM_AUDIT: (Power.RUN_AUDITS, Power.REVIEW_BLIND),
    FROM_PANEL: (Power.RUN_PANELS,),
}


def give_on_item(
    item: Item,
    audit: Audit,
    *,
    words: str,
    reply_by: date | None = None,
    actor: User,
    at: datetime,
    tables: Reader,
) -> Feedback:
    """Feedback on a file of an audit that is closed, or of which all that is open is settled.

    Raises `AuditRefused` as `give` does, and before the file is settled: a reviewer who has told
    the officer is no blind one.
    """
    if item.settled_at is None or item.run.state not in (State.DRAWN, State.CLOSED):
        raise AuditRefused("This file is not settled yet: feedback can be given once it is.")
    if Item.objects.filter(run=item.run, settled_at=None, set_aside="").exists() and (
        item.run.state != State.CLOSED
    ):
        raise AuditRefused(
            "Files of this audit are still under review: feedback can be given once all are "
            "settled, or the audit is closed."
        )
    row = file_of(item.run, audit, item.of_id, tables=tables)
    if row is None:
        raise AuditRefused("The record was erased: there is nothing to give feedback on.")
    return give(
        audit.record_type(**row),
        from_kind=FROM_AUDIT,
        from_ref=item.run.ref,
        words=words,
        reply_by=reply_by,
        officer=str(row[audit.work_of] or "") if audit.work_of else None,
        actor=actor,
        at=at,
    )


def give(
    record: Record,
    *,
    from_kind: str,
    from_ref: str,
    words: str,
    reply_by: date | None = None,
    officer: str | None = None,
    actor: User,
    at: datetime,
) -> Feedback:
    """Words about this record to the member of staff whose file it is, who is asked for a reply.

    `officer` is the number of whoever did the work, where that is not the owner of the record: they
    are told, and not the owner's team. Whether the caller's reader may know of the record is the
    caller's to decide first. Without a day the force's setting counts. Raises `NotAllowed`, or
    `AuditRefused` where words are missing or too long, the day is past or too far, or the record
    names nobody.
    """
    _check_gives(from_kind, record.force_id, actor, at)
    protected = protection_of(type(record))
    told = _field(record, protected.owner) if officer is None else officer
    if not told:
        raise AuditRefused("The record names no member of staff, so nobody can be told.")
    said = _said(words, "what you want to say about the file")
    day = reply_by or local_day(at) + timedelta(
        days=setting_on(REPLY_DAYS, record.force_id, local_day(at)).value
    )
    if not local_day(at) <= day <= local_day(at) + LATEST:
        raise AuditRefused("Choose a day for the reply from today to a year from now.")
    with transaction.atomic():
        made = Feedback.objects.create(
            record_id=new_address(at),
            source=TYPED,
            force_id=record.force_id,
            of_type=type_key(type(record)),
            of_id=record.record_id,
            of_ref=_field(record, protected.reference) or None,
            person_key=person_of(record),
            feedback_ref=f"FB-{secrets.token_hex(4).upper()}",
            from_kind=from_kind,
            from_ref=from_ref,
            unit_ref=(_field(record, protected.unit) or None) if officer is None else None,
            officer_ref=told,
            given_by=actor.officer_ref or None,
            given_at=at,
            month=f"{local_day(at):%Y-%m}",
            reply_by=day,
            words=said,
        )
        _happens(What.FEEDBACK_GIVEN, made, actor, at)
        _write(made, Deed.COLLECTED, "feedback given", actor, at)
    return made


def reply(feedback_ref: str, *, words: str, actor: User, at: datetime) -> Feedback:
    """The answer of whoever the feedback went to; given once.

    Raises `NoSuchRecord` for anybody else, `AuditRefused` without words or after an answer.
    """
    said = _said(words, "what you think of it, or what you will do")
    with transaction.atomic():
        held = (
            Feedback.objects.select_for_update(no_key=True)
            .filter(feedback_ref=feedback_ref, force_id=actor.force_id)
            .first()
        )
        if held is None or not actor.officer_ref or held.officer_ref != actor.officer_ref:
            raise NoSuchRecord
        if held.replied_at is not None:
            raise AuditRefused("You have answered this already.")
        held.reply, held.replied_at = said, at
        held.version += 1
        held.save(update_fields=["reply", "replied_at", "version"])
        _happens(What.FEEDBACK_REPLIED, held, actor, at)
        _write(held, Deed.ALTERED, "feedback answered", actor, at)
    return held


def _check_gives(from_kind: str, force_id: str, actor: User, at: datetime) -> None:
    powers = GIVERS[from_kind]
    if not any(has_power(actor, one, force_id=force_id, at=at) for one in powers):
        raise NotAllowed("No role that you hold here lets you give feedback.")


def _said(words: str, what: str) -> str:
    said = words.strip()
    if not said:
        raise AuditRefused(f"Write {what}.")
    if len(said) > LONGEST:
        raise AuditRefused(f"Use at most {LONGEST} characters; these are {len(said)}.")
    return said


def _field(record: Record, name: str) -> str:
    return str(getattr(record, name) or "") if name else ""


def _happens(name: What, made: Feedback, actor: User, at: datetime) -> None:
    happen(
        Happened(
            name,
            (made.of_type, made.of_id),
            made.force_id,
            at,
            keys={"feedback_ref": str(made.feedback_ref)},
            facts={
                "officer_ref": made.officer_ref,
                "unit_ref": made.unit_ref,
                "reply_by": made.reply_by.isoformat() if made.reply_by else None,
            },
            person_key=made.person_key,
            once=f"{name}:{made.record_id}",
        ),
        by=actor.trail_name,
        noted_at=at,
    )


def _write(made: Feedback, verb: Deed, what: str, actor: User, at: datetime) -> None:
    append(
        actor=actor.trail_name,
        verb=verb,
        ref=(type_key(Feedback), made.record_id),
        detail=Particulars(relationship="tied").detail(
            what=what, of=f"{made.of_type} {made.of_id}", source=made.from_ref
        ),
        at=at,
    )
