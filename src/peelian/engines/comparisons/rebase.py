"""The one change that a person makes to a control chart: limits anew, in their name."""

import secrets
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from uuid import UUID

from django.db import transaction

from peelian.access.decide import check_may
from peelian.access.user import User
from peelian.access.verbs import Verb as Deed
from peelian.engines.comparisons.compared import Rebased
from peelian.engines.comparisons.models import LONGEST_NAME, LONGEST_REASON, Rebase
from peelian.engines.measures.kinds import Measure
from peelian.engines.measures.request import FORCE, Request, request
from peelian.engines.measures.tables import TableSource
from peelian.records import months
from peelian.records.schema import type_key
from peelian.trail.append import append
from peelian.trail.verbs import Verb

TYPED = "typed"
Where = Mapping[str, str | Iterable[str]]


class BadRebase(ValueError):
    """A rebase that cannot stand, with a sentence that says what would be right."""


def rebase(
    *,
    measure: Measure,
    force: str,
    month: str,
    by: str,
    reason: str,
    actor: User,
    at: datetime,
    tables: TableSource,
    where: Where | None = None,
) -> Rebase:
    """Make the limits of one force's control chart anew from `month` on.

    `by` is the name and post of the person who answers for it, `reason` what changed. Access,
    record and trail entry stand or fall together. Raises `BadRebase`, `BadRequest` or `NotAllowed`.
    """
    check_may(actor, Deed.COLLECT, Rebase)
    asked = request(measure, where={**(where or {}), FORCE: force})
    _check_month(measure, force, month, tables)
    _check_words("name", by, "Write name and post, as in 'A. Name, Analyst'.")
    _check_words("reason", reason, "Say what changed and when it was decided.")
    made = Rebase(
        record_id=_address(at),
        source=TYPED,
        force_id=force,
        measure=measure.key,
        conditions=_conditions(asked),
        month=month,
        by=by.strip(),
        reason=reason.strip(),
        made_at=at,
    )
    _check_lengths(made)
    with transaction.atomic():
        made.save(force_insert=True)
        append(
            actor=actor.trail_name,
            verb=Verb.COLLECTED,
            ref=(type_key(Rebase), made.record_id),
            detail={
                "measure": made.measure,
                "force": made.force_id,
                "conditions": made.conditions,
                "month": made.month,
                "by": made.by,
                "reason": made.reason,
            },
            at=at,
        )
    return made


def rebases(measure: Measure, force: str, where: Where | None = None) -> tuple[Rebased, ...]:
    """Where the limits of this chart were made anew, in order of month and of entry."""
    asked = request(measure, where={**(where or {}), FORCE: force})
    found = Rebase.objects.filter(
        measure=measure.key, force_id=force, conditions=_conditions(asked)
    ).order_by("month", "made_at", "pk")
    return tuple(
        Rebased(month=one.month, by=one.by, reason=one.reason, at=one.made_at.isoformat())
        for one in found
    )


def _check_month(measure: Measure, force: str, month: str, tables: TableSource) -> None:
    try:
        months.parse(month)
    except months.NotAMonth as error:
        raise BadRebase(str(error)) from error
    covered = tables.snapshot.covered(type_key(measure.record_type))
    held = sorted(loaded for slug, loaded in covered if slug == force)
    if not held:
        raise BadRebase(f"Nothing of {force} is loaded that this measure could count.")
    if month not in held:
        raise BadRebase(
            f"No file of {force} is loaded for {months.in_words(month)}. Months from {held[0]} to "
            f"{held[-1]} are."
        )


def _check_words(called: str, text: str, right: str) -> None:
    if len(text.split()) < 2:
        raise BadRebase(f"The {called} '{text.strip()}' is too short to answer for it. {right}")


def _check_lengths(made: Rebase) -> None:
    kept = (("name", made.by, LONGEST_NAME), ("reason", made.reason, LONGEST_REASON))
    for called, text, longest in kept:
        if len(text) > longest:
            raise BadRebase(f"The {called} has {len(text)} characters; {longest} are kept.")


def _conditions(asked: Request) -> str:
    """The conditions of a chart but its force, in the one way in which they are written."""
    return ";".join(f"{name}={','.join(values)}" for name, values in asked.where if name != FORCE)


def _address(at: datetime) -> str:
    """The address of a typed record: a UUID (version 7) that sorts by the time of entry."""
    milliseconds = int(at.astimezone(UTC).timestamp() * 1000)
    number = milliseconds << 80 | 0x7 << 76 | secrets.randbits(12) << 64
    return str(UUID(int=number | 0b10 << 62 | secrets.randbits(62)))
