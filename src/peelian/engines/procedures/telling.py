"""What a finished assessment tells the clocks of duties."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from peelian.access.user import User
from peelian.engines.procedures.asking import Answers, open_questions
from peelian.engines.procedures.declared import Procedure, Tells
from peelian.engines.procedures.models import Assessment
from peelian.engines.procedures.questions import YES, Fact, Question, Version
from peelian.records.base import Record
from peelian.records.happenings import Happened, Happening, happen
from peelian.records.protection import person_of
from peelian.records.schema import handling_of
from peelian.spine.happenings import What

OF_ASSESSMENT = ("assessment_ref", "outcome", "refusal", "suggested", "criteria")


def tell(
    procedure: Procedure,
    version: Version,
    assessment: Assessment,
    given: Answers,
    *,
    about: Record | None,
    made: Record | None,
    actor: User,
    at: datetime,
) -> None:
    """Write the happenings that the assessment is, in the caller's transaction.

    A correction takes the place of what it corrects: what both tell keeps its moment, so that no
    clock begins anew, what only the old one told is withdrawn.
    """
    earlier = _withdrawn(assessment, at)
    for told in _told(procedure, assessment, given):
        known = _known(version, assessment, given, about, made)
        subject = about if about is not None else made
        happen(
            Happened(
                told.name,
                (assessment.of_type, assessment.of_id),
                assessment.force_id,
                earlier.get(told.name, assessment.made_at),
                keys={name: str(known[name]) for name in told.keys if known.get(name)},
                facts={name: known.get(name) for name in told.facts},
                person_key=person_of(subject) if subject is not None else None,
                once=f"{told.name}:{assessment.record_id}",
            ),
            by=actor.trail_name,
            noted_at=at,
        )


def tell_second_look(
    name: What, first: Assessment, *, by: Assessment | None = None, actor: User, at: datetime
) -> None:
    """Write that an assessment was drawn for a second look, or that it was made."""
    happen(
        Happened(
            name,
            (first.of_type, first.of_id),
            first.force_id,
            at,
            keys={"assessment_ref": str(first.assessment_ref)},
            facts={
                "procedure": first.procedure,
                "unit_ref": first.unit_ref,
                "officer_ref": first.officer_ref,
                "agrees": by.agrees if by else None,
            },
            person_key=first.person_key,
            once=f"{name}:{first.record_id}",
        ),
        by=actor.trail_name,
        noted_at=at,
    )


def _told(procedure: Procedure, assessment: Assessment, given: Answers) -> Iterator[Tells]:
    for told in procedure.tells:
        if told.outcomes and assessment.outcome not in told.outcomes:
            continue
        if told.criteria and not assessment.criteria:
            continue
        if all(
            not set(given.answers.get(one.question, "").split(",")).isdisjoint(one.answers)
            for one in told.only
        ):
            yield told


def _known(
    version: Version,
    assessment: Assessment,
    given: Answers,
    about: Record | None,
    made: Record | None,
) -> dict[str, Fact]:
    """What keys and facts can name; an answer goes before a field of the same name."""
    found: dict[str, Fact] = {}
    for record in (made, about):
        if record is not None:
            found |= _fields(record)
    found |= {
        one.key: _answer(one, given) for one in open_questions(version, given) if not one.personal
    }
    found |= {name: getattr(assessment, name) for name in OF_ASSESSMENT}
    return found | {"grade": assessment.decided, "assessment_id": assessment.record_id}


def _answer(question: Question, given: Answers) -> Fact:
    """An answer as clocks read it; what was refused, not asked or not known is nothing."""
    if not given.of_own(question):
        return None
    answer = given.answers.get(question.key, "")
    if question.kind == "yes-no":
        return answer == YES
    if question.kind == "number":
        return int(answer)
    return given.words[question.key] if question.kind == "words" else answer


def _fields(record: Record) -> dict[str, Fact]:
    model = type(record)
    return {
        field.name: _plain(getattr(record, field.name))
        for field in model._meta.concrete_fields
        if handling_of(model, field.name) != "personal"
    }


def _plain(value: Any) -> Fact:
    if value is None or isinstance(value, str | int | bool):
        return value
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def _withdrawn(assessment: Assessment, at: datetime) -> dict[str, datetime]:
    """Withdraw what the corrected assessment told; when each of it had happened."""
    if not assessment.replaces:
        return {}
    rows = Happening.objects.filter(once__endswith=f":{assessment.replaces}", withdrawn_at=None)
    found = {row.name: row.at for row in rows}
    rows.update(withdrawn_at=at, settled_at=None)
    return found
