"""Make an assessment of complete answers: rows, record, happenings and trail in one transaction."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from peelian.access.user import User
from peelian.engines.procedures.asking import Answers
from peelian.engines.procedures.becoming import becomes, corrects
from peelian.engines.procedures.declared import Procedure
from peelian.engines.procedures.errors import MayNotAnswer
from peelian.engines.procedures.filled import Filled
from peelian.engines.procedures.models import Answer, Assessment, Draft
from peelian.engines.procedures.preparing import Prepared, prepare
from peelian.engines.procedures.rows import answer_rows, assessment_row
from peelian.engines.procedures.second_looks import verdict_of
from peelian.engines.procedures.telling import tell, tell_second_look
from peelian.engines.registers.addresses import new_address
from peelian.records.base import Record
from peelian.records.schema import type_key
from peelian.records.store.reader import Reader
from peelian.spine.happenings import What
from peelian.trail.append import append
from peelian.trail.particulars import Particulars
from peelian.trail.verbs import Verb as Deed


def make(
    procedure: Procedure,
    *,
    record: Record | None,
    answers: Mapping[str, str],
    words: Mapping[str, str],
    refusal: str = "",
    refusal_words: str = "",
    grade: str = "",
    reasons: str = "",
    actor: User,
    at: datetime,
    tables: Reader,
) -> Assessment:
    """An assessment of answers that wait in no draft; what it raises see `make_of`."""
    filled = Filled(
        given=Answers(answers, words, declined=bool(refusal)),
        refusal=refusal,
        refusal_words=refusal_words,
        grade=grade,
        reasons=reasons,
    )
    of_id = record.record_id if record is not None else ""
    return make_of(procedure, filled, record_id=of_id, actor=actor, at=at, tables=tables)


def make_of(
    procedure: Procedure,
    filled: Filled,
    *,
    record_id: str,
    actor: User,
    at: datetime,
    tables: Reader,
) -> Assessment:
    """The finished assessment; a second sending of the same draft gives the one that was made.

    Raises `NoSuchRecord` for a record out of sight, `MayNotAnswer`, `NotComplete` by question,
    `WrongDecision` by field, or what collecting the record raises. Then nothing is kept.
    """
    address = filled.assessment_id or new_address(at)
    before = _made_before(address, actor)
    if before is not None:
        return before
    ready = prepare(procedure, filled, record_id=record_id, actor=actor, at=at, tables=tables)
    with transaction.atomic():
        # Whoever sends twice waits here for the first, and then finds what it made.
        draft = Draft.objects.select_for_update(no_key=True).filter(assessment_id=address).first()
        before = _made_before(address, actor)
        if before is not None:
            return before
        made = _record(ready, address, actor, at, tables)
        row = assessment_row(ready, address=address, made=made, actor=actor, at=at)
        row.save(force_insert=True)
        rows = Answer.objects.bulk_create(answer_rows(ready, row, at))
        if ready.first is not None:
            row.agrees = verdict_of(procedure, row) == verdict_of(procedure, ready.first)
            row.save(update_fields=["agrees"])
        if ready.old is not None:
            _replace(ready.old, row)
        _tell(ready, row, made, actor, at)
        _write(row, len(rows), actor, at)
        if draft is not None:
            draft.delete()
    return row


def _made_before(address: str, actor: User) -> Assessment | None:
    """What this person has made under this address already."""
    return Assessment.objects.filter(record_id=address, officer_ref=actor.officer_ref).first()


def _record(
    ready: Prepared, address: str, actor: User, at: datetime, tables: Reader
) -> Record | None:
    """The record that the answers become; a second look makes none."""
    if ready.first is not None:
        return None
    if ready.old is None:
        return becomes(ready, address=address, actor=actor, at=at)
    return corrects(ready, ready.old, actor=actor, at=at, tables=tables)


def _replace(old: Assessment, new: Assessment) -> None:
    """The old one stays, and says by what it was corrected; two cannot correct the same."""
    found = Assessment.objects.filter(record_id=old.record_id, replaced_by=None)
    if not found.update(replaced_by=new.record_id, version=old.version + 1):
        raise MayNotAnswer("Somebody has corrected this assessment already: correct theirs.")


def _tell(ready: Prepared, row: Assessment, made: Record | None, actor: User, at: datetime) -> None:
    if ready.first is not None:
        tell_second_look(What.SECOND_LOOK_MADE, ready.first, by=row, actor=actor, at=at)
        return
    tell(
        ready.procedure,
        ready.version,
        row,
        ready.given,
        about=ready.about,
        made=made,
        actor=actor,
        at=at,
    )
    if row.drawn:
        tell_second_look(What.SECOND_LOOK_DRAWN, row, actor=actor, at=at)


def _write(row: Assessment, answers: int, actor: User, at: datetime) -> None:
    append(
        actor=actor.trail_name,
        verb=Deed.COLLECTED,
        ref=(type_key(Assessment), row.record_id),
        detail=Particulars(relationship="tied").detail(
            procedure=row.procedure,
            asked_version=row.asked_version,
            answers=answers,
            of=f"{row.of_type} {row.of_id}",
        ),
        at=at,
    )
