"""Is everything there, and may this person? Asked again when the assessment is made."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from peelian.access.standing import local_day
from peelian.access.user import User
from peelian.engines.procedures.answering import as_seen, check_may_answer, roles_held, subject
from peelian.engines.procedures.asking import Answers, in_force, wrong_with
from peelian.engines.procedures.declared import Asked, Found, Procedure, Suggestion
from peelian.engines.procedures.errors import MayNotAnswer, NotComplete, WrongDecision
from peelian.engines.procedures.filled import Filled
from peelian.engines.procedures.models import Assessment
from peelian.engines.procedures.questions import LookedInto, Version
from peelian.engines.procedures.second_looks import check_may_look_again
from peelian.engines.procedures.suggesting import (
    REASONS_LIMIT,
    Met,
    asked_of,
    criteria_met,
    looked_up,
    suggest,
    wrong_with_decision,
)
from peelian.records.base import Record
from peelian.records.store.reader import Reader


@dataclass(frozen=True)
class Prepared:
    """A whole assessment before it is written.

    `about` is the record that it is about, `suggested` is worked out before the person decides and
    `criteria` with what they decided. `first` is the assessment that it looks at again, `old` the
    one that it corrects.
    """

    procedure: Procedure
    version: Version
    filled: Filled
    given: Answers
    asked: Asked
    about: Record | None
    force_id: str
    suggested: Suggestion | None
    criteria: tuple[Met, ...]
    first: Assessment | None
    old: Assessment | None


def prepare(
    procedure: Procedure,
    filled: Filled,
    *,
    record_id: str,
    actor: User,
    at: datetime,
    tables: Reader,
) -> Prepared:
    """The assessment, ready to be kept.

    Raises `NoSuchRecord`, `MayNotAnswer`, `NotComplete` by question or `WrongDecision` by field.
    """
    seen = subject(procedure, actor, record_id, tables, at=at)
    about = seen.record if seen else None
    check_may_answer(procedure, actor, about, at=at)
    version = procedure.version(filled.version or procedure.version_on(local_day(at)).number)
    given = in_force(version, filled.given)
    force_id = about.force_id if about is not None else actor.force_id
    found: Mapping[str, Found] = (
        looked_up(procedure, LookedInto(as_seen(seen), actor, tables, at))
        if filled.found is None
        else filled.found
    )
    asked = asked_of(procedure, given, found, force_id=force_id, at=at)
    errors = wrong_with(version, given) or wrong_together(procedure, asked)
    if errors:
        raise NotComplete(errors)
    suggested = suggest(procedure, asked)
    wrong = wrong_with_refusal(procedure, filled.refusal, filled.refusal_words)
    wrong |= wrong_with_decision(
        procedure,
        suggested.grade if suggested else "",
        filled.grade,
        filled.reasons,
        roles=roles_held(actor, force_id, at),
    )
    if filled.replaces and not filled.correction.strip():
        wrong["correction"] = "Say why the earlier assessment is corrected."
    if wrong:
        raise WrongDecision(wrong)
    asked = asked_of(
        procedure, given, found, force_id=force_id, at=at, decided=filled.grade or None
    )
    return Prepared(
        procedure=procedure,
        version=version,
        filled=filled,
        given=given,
        asked=asked,
        about=about,
        force_id=force_id,
        suggested=suggested,
        criteria=criteria_met(procedure, asked),
        first=_first(procedure, filled, actor, about, at),
        old=_corrected(procedure, filled, about),
    )


def wrong_together(procedure: Procedure, asked: Asked) -> dict[str, str]:
    """What is wrong with answers beside each other or beside the record, by question."""
    found = procedure.wrong(asked) if procedure.wrong else {}
    return {key: said for key, said in found.items() if said}


def wrong_with_refusal(procedure: Procedure, refusal: str, words: str) -> dict[str, str]:
    """What is wrong with declining the whole, by field; empty where it was not declined."""
    if not refusal:
        return {}
    if refusal not in {one.key for one in procedure.refusals}:
        return {"refusal": "Choose why it was declined."}
    if not words.strip():
        return {"refusal_words": "Say in words why it was declined, as far as you know."}
    if len(words) > REASONS_LIMIT:
        return {"refusal_words": f"Use at most {REASONS_LIMIT:,} characters."}
    return {}


def _first(
    procedure: Procedure, filled: Filled, actor: User, about: Record | None, at: datetime
) -> Assessment | None:
    """The assessment that is looked at again."""
    if not filled.second_of:
        return None
    first = _assessment(procedure, filled.second_of, about)
    check_may_look_again(procedure, first, actor, about, at=at)
    return first


def _corrected(procedure: Procedure, filled: Filled, about: Record | None) -> Assessment | None:
    """The assessment that is corrected."""
    if not filled.replaces:
        return None
    old = _assessment(procedure, filled.replaces, about)
    if old.replaced_by:
        raise MayNotAnswer("Somebody has corrected this assessment already: correct theirs.")
    return old


def _assessment(procedure: Procedure, record_id: str, about: Record | None) -> Assessment:
    found = Assessment.objects.filter(procedure=procedure.key, record_id=record_id).first()
    if found is None or (about is not None and found.of_id != about.record_id):
        raise MayNotAnswer("The assessment that this one belongs to is not about this record.")
    return found
