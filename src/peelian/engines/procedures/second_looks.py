"""A share of assessments is made again by somebody else, who sees neither answers nor author.

Which ones is drawn from the hash of the assessment's address, so that nobody chooses and nobody can
tell beforehand. n agree of n that were looked at twice is a measure like any other.
"""

from collections.abc import Collection
from datetime import datetime
from hashlib import sha256
from typing import Final

from peelian.access.standing import local_day
from peelian.access.user import User
from peelian.access.visible import visible
from peelian.engines.duties.settings import setting_on
from peelian.engines.procedures.answering import check_may_answer, model_of
from peelian.engines.procedures.declared import Procedure
from peelian.engines.procedures.errors import MayNotAnswer
from peelian.engines.procedures.models import Answer, Assessment, Draft
from peelian.engines.registers.errors import NoSuchRecord
from peelian.engines.registers.finding import find
from peelian.records.base import Record
from peelian.records.store.reader import Reader
from peelian.trail.models import Entry
from peelian.trail.verbs import Verb as Deed

# Parts of the whole in which a share is drawn: a hundredth of a percent.
PARTS: Final = 10_000
# A list of work that is longer is not read to its end.
MOST_LISTED: Final = 50


def is_drawn(address: str, percent: int) -> bool:
    """Whether the assessment with this address is among the share."""
    return int(sha256(address.encode()).hexdigest(), 16) % PARTS < percent * PARTS // 100


def drawn(procedure: Procedure, address: str, force_id: str, at: datetime) -> bool:
    """Whether an assessment that is made now is to be looked at again."""
    if procedure.second_look is None:
        return False
    share = setting_on(procedure.second_look.share, force_id, local_day(at)).value
    return is_drawn(address, share)


def verdict_of(procedure: Procedure, assessment: Assessment) -> str:
    """What two assessors are compared by: the grade or, without grades, one answer."""
    if assessment.decided or procedure.second_look is None:
        return assessment.decided or ""
    row = Answer.objects.filter(
        assessment_id=assessment.record_id, question=procedure.second_look.verdict
    ).first()
    return "" if row is None else f"{row.status}:{row.answer or ''}"


def check_may_look_again(
    procedure: Procedure, first: Assessment, actor: User, record: Record | None, *, at: datetime
) -> None:
    """Raise `MayNotAnswer` unless this person may make the second assessment, blind."""
    check_may_answer(procedure, actor, record, at=at)
    if not first.drawn or first.second_of or first.replaced_by:
        raise MayNotAnswer("This assessment is not among those that are looked at again.")
    if Assessment.objects.filter(second_of=first.record_id).exists():
        raise MayNotAnswer("Somebody else has looked at this again already.")
    if actor.officer_ref == first.officer_ref:
        raise MayNotAnswer("You made the first assessment: a second look is somebody else's.")
    if has_seen(actor, first):
        raise MayNotAnswer(
            "You have read the first assessment, so your look would not be a blind one. Leave it "
            "to somebody who has not."
        )


def has_seen(actor: User, first: Assessment) -> bool:
    """Whether somebody has read the first assessment or the record that it became."""
    addresses = [one for one in (first.record_id, first.made_id) if one]
    return Entry.objects.filter(
        actor=actor.trail_name, verb=Deed.CONSULTED, record_ref__in=addresses
    ).exists()


def is_looking_again(actor: User, assessment: Assessment) -> bool:
    """Whether this person is at work on the second look, and must not read the first."""
    return Draft.objects.filter(user=actor, second_of=assessment.record_id).exists()


def waiting_for(
    actor: User, procedures: Collection[Procedure], tables: Reader, *, at: datetime
) -> tuple[Assessment, ...]:
    """Assessments that this person may look at again now, the oldest first."""
    known = {one.key: one for one in procedures if one.second_look}
    seen = visible(actor, Assessment, at=at)
    done = Assessment.objects.filter(second_of__isnull=False).values("second_of")
    rows = (
        Assessment.objects.filter(seen.as_q(), drawn=True, second_of=None, replaced_by=None)
        .filter(procedure__in=sorted(known))
        .exclude(record_id__in=done)
        .exclude(officer_ref=actor.officer_ref)
        .order_by("made_at")
    )
    return tuple(
        row for row in rows[:MOST_LISTED] if _theirs(known[row.procedure], row, actor, tables, at)
    )


def _theirs(
    procedure: Procedure, first: Assessment, actor: User, tables: Reader, at: datetime
) -> bool:
    try:
        record = record_of(first, actor, tables, at=at)
        check_may_look_again(procedure, first, actor, record, at=at)
    except (MayNotAnswer, NoSuchRecord):
        return False
    return True


def record_of(assessment: Assessment, actor: User, tables: Reader, *, at: datetime) -> Record:
    """The record that an assessment is about. Raises `NoSuchRecord` where it is out of sight."""
    return find(actor, model_of(assessment.of_type), assessment.of_id, tables, at=at).record
