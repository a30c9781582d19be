"""The verdict on a change, on its day or later: reckoned, with a person's words beside it."""

from datetime import datetime
from typing import Any, Final

from django.db import transaction

from peelian.access.standing import local_day
from peelian.access.user import User
from peelian.engines.evaluations.design import design_of
from peelian.engines.evaluations.errors import EvaluationRefused
from peelian.engines.evaluations.models import Evaluation, State, Verdict
from peelian.engines.evaluations.outcome import Reckoned, Side
from peelian.engines.evaluations.reckoning import reckon
from peelian.engines.evaluations.rights import EVALUATION, locked, write
from peelian.engines.evaluations.states import check_move
from peelian.engines.measures.kinds import Measure
from peelian.engines.measures.tables import TableSource
from peelian.engines.measures.words import counts_in_words, value_in_words
from peelian.engines.registers.addresses import new_address
from peelian.records.happenings import Happened, happen
from peelian.spine.happenings import What
from peelian.trail.verbs import Verb as Deed

KEEP, ALTER, STOP, WAIT = "keep", "alter", "stop", "wait"
THEN: Final = (KEEP, ALTER, STOP, WAIT)
LONGEST: Final = 2000
LONGEST_REF: Final = 120


def judge(
    ref: str,
    measure: Measure,
    *,
    note: str,
    then: str,
    checked_by: str = "",
    checked_ref: str = "",
    actor: User,
    at: datetime,
    tables: TableSource,
) -> Verdict:
    """The verdict on the change `ref`, whose measure is `measure`. It is given once.

    `note` is what the person makes of it, `then` what follows. `checked_by` says how else it was
    checked that the change is real, such as by asking residents, and `checked_ref` where that
    stands (NEI-16). Raises `NoSuchEvaluation`, `NotAllowed`, or `EvaluationRefused` before the
    check date, without words, or where it ended already.
    """
    with transaction.atomic():
        one = locked(ref, actor=actor, at=at)
        check_move(one, State.JUDGED)
        check_day(one, at)
        said = _said(note, "what you make of it")
        if then not in THEN:
            raise EvaluationRefused("Choose what follows from it.")
        if len(checked_by) > LONGEST or len(checked_ref) > LONGEST_REF:
            raise EvaluationRefused("Say more briefly how else it was checked.")
        found = reckoned(one, measure, actor=actor, at=at, tables=tables)
        change = found.change
        made = Verdict.objects.create(
            evaluation=one,
            result=found.result.value,
            says="\n".join(found.says),
            value=change.value if change else None,
            lower=change.interval.lower if change else None,
            upper=change.interval.upper if change else None,
            method=change.interval.method if change else "",
            figures=[row for side in found.sides for row in _rows(measure, side)],
            snapshot=tables.snapshot.id,
            note=said,
            then=then,
            checked_by=checked_by.strip(),
            checked_ref=checked_ref.strip(),
            by=actor,
            at=at,
        )
        end(one, State.JUDGED, What.CHANGE_JUDGED, actor=actor, at=at)
        write(one, Deed.ALTERED, "verdict given", actor=actor, at=at, verdict=made.result)
    return made


def reckoned(
    one: Evaluation, measure: Measure, *, actor: User, at: datetime, tables: TableSource
) -> Reckoned:
    """What the figures say today, by the comparison that was registered."""
    return reckon(
        measure,
        design_of(one),
        force_id=one.force_id,
        narrowed={name: tuple(values) for name, values in one.narrowed.items()},
        wanted=one.wanted,
        version=one.measure_version,
        actor=actor,
        at=at,
        tables=tables,
    )


def check_day(one: Evaluation, at: datetime) -> None:
    """Raise `EvaluationRefused` before the check date: a look on the way is no verdict."""
    if local_day(at) < one.check_on:
        raise EvaluationRefused(
            f"A verdict can be given from {one.check_on.day} {one.check_on:%B %Y} on, the day that "
            "was registered. Whoever looks until it suits them finds what they look for."
        )


def end(one: Evaluation, state: State, name: What, *, actor: User, at: datetime) -> None:
    """Bring an evaluation to its end, and its duty with it, in the caller's transaction."""
    one.state, one.ended_at = state, at
    one.save(update_fields=["state", "ended_at", "ended_because"])
    happen(
        Happened(
            name=str(name),
            ref=(EVALUATION, new_address(at)),
            force_id=one.force_id,
            at=at,
            keys={"evaluation_ref": one.ref},
        ),
        by=actor.trail_name,
        noted_at=at,
    )


def _rows(measure: Measure, side: Side) -> list[dict[str, Any]]:
    """The figures of one side, as they are printed."""
    return [
        {
            "whose": list(side.whose),
            "has_it": side.has_it,
            "period": cell.period.in_words,
            "counts": counts_in_words(cell, measure),
            "value": value_in_words(cell, measure, cell.value),
            "lower": value_in_words(cell, measure, cell.lower),
            "upper": value_in_words(cell, measure, cell.upper),
            "unknown": cell.unknown,
            "note": cell.note,
        }
        for cell in (side.before, side.after)
    ]


def _said(words: str, what: str) -> str:
    said = words.strip()
    if not said:
        raise EvaluationRefused(f"Write {what}.")
    if len(said) > LONGEST:
        raise EvaluationRefused(f"Use at most {LONGEST:,} characters; these are {len(said):,}.")
    return said
