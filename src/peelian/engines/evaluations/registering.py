"""Registering a change before it starts: what is measured, which way, against what, until when."""

import secrets
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from django.db import transaction

from peelian.access.standing import local_day
from peelian.access.user import User
from peelian.engines.duties.settings import setting_on
from peelian.engines.evaluations.checking import wrong_with
from peelian.engines.evaluations.design import Design, caveats
from peelian.engines.evaluations.errors import WrongDesign
from peelian.engines.evaluations.models import Evaluation
from peelian.engines.evaluations.rights import EVALUATION, check_evaluates, write
from peelian.engines.evaluations.rule import VERDICT_DAYS
from peelian.engines.measures.kinds import Measure
from peelian.engines.measures.tables import TableSource
from peelian.engines.registers.addresses import new_address
from peelian.records.happenings import Happened, happen
from peelian.spine.happenings import What
from peelian.trail.verbs import Verb as Deed


def register(
    measure: Measure,
    design: Design,
    *,
    force_id: str,
    title: str,
    words: str,
    narrowed: Mapping[str, Sequence[str]] | None = None,
    wanted: str,
    check_on: date,
    what_counts: str,
    accepted: bool,
    actor: User,
    at: datetime,
    tables: TableSource,
) -> Evaluation:
    """A registered change. Nothing of it can be altered: who changes their mind withdraws it.

    `wanted` is "up" or "down"; `accepted` says that the caveats of the comparison were read and
    accepted (`design.caveats`). A duty begins for whoever registers to give the verdict once the
    check date has come. Raises `NotAllowed`, or `WrongDesign` with a sentence by field.
    """
    check_evaluates(actor, force_id, at=at)
    where = {name: tuple(values) for name, values in (narrowed or {}).items() if values}
    one = Evaluation(
        ref=f"E-{secrets.token_hex(3).upper()}",
        force_id=force_id,
        title=title.strip(),
        words=words.strip(),
        measure=measure.key,
        measure_version=measure.version,
        narrowed={name: list(values) for name, values in where.items()},
        wanted=wanted,
        comparison=design.comparison.value,
        told_apart_by=design.told_apart_by,
        starts=[[unit, day.isoformat()] for unit, day in design.starts.items()],
        others=list(design.others),
        first=design.first,
        last=design.last,
        starts_on=min(design.starts.values(), default=local_day(at)),
        check_on=check_on,
        what_counts=what_counts.strip(),
        registered_by=actor,
        registered_at=at,
    )
    errors = wrong_with(
        one,
        measure,
        design,
        accepted=accepted,
        where=where,
        today=local_day(at),
        tables=tables,
    )
    if errors:
        raise WrongDesign(errors)
    one.caveats = list(caveats(design))
    days = setting_on(VERDICT_DAYS, force_id, check_on).value
    with transaction.atomic():
        one.save(force_insert=True)
        happen(
            Happened(
                name=str(What.CHANGE_REGISTERED),
                ref=(EVALUATION, new_address(at)),
                force_id=force_id,
                at=at,
                keys={"evaluation_ref": one.ref},
                facts={
                    "officer_ref": actor.officer_ref or None,
                    "verdict_by": (check_on + timedelta(days=days)).isoformat(),
                },
            ),
            by=actor.trail_name,
            noted_at=at,
        )
        write(one, Deed.COLLECTED, "change registered", actor=actor, at=at)
    return one
