"""Continuous dip sampling: a standing run draws a run of its own from each month that is over.

The seed of every month follows from one that was sealed when the standing run was planned, so that
neither Peelian nor anybody else can choose a month's sample. Each step is whole by itself: a kill
between two leaves a run with which the next round goes on.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from peelian.access.decide import NotAllowed
from peelian.access.identity.sealing import Unreadable
from peelian.access.standing import local_day
from peelian.access.user import User
from peelian.engines.audits.declared import Audit
from peelian.engines.audits.drawing import draw
from peelian.engines.audits.errors import AuditError
from peelian.engines.audits.framed import asked_of, counts
from peelian.engines.audits.framing import freeze
from peelian.engines.audits.models import Run, State
from peelian.engines.audits.planning import new_ref
from peelian.engines.audits.running import check_runs, write
from peelian.engines.audits.seeding import publish_seed
from peelian.engines.audits.seeds import commitment, encrypted, sealed_seed, seed_of_month
from peelian.records.months import between, shift
from peelian.records.schema import type_key
from peelian.records.store.reader import Reader
from peelian.trail.verbs import Verb as Deed


@dataclass(frozen=True)
class Round:
    """What a round did: runs drawn, runs that wait for a published seed, and runs that stand still.

    A run stands still where whoever planned it may not run audits any more, or nothing can be
    drawn.
    """

    drawn: int = 0
    waiting: int = 0
    still: int = 0


def go_on_with(audits: Sequence[Audit], *, by: User, at: datetime, tables: Reader) -> Round:
    """Draw what is due of every standing run. Harmless to repeat."""
    known = {one.key: one for one in audits}
    drawn = waiting = still = 0
    rows = Run.objects.filter(audit__in=known, state=State.PLANNED, begun_by_run=None)
    for standing in rows.exclude(rhythm="").select_related("made_by").order_by("pk"):
        audit = known[standing.audit]
        begun = _begun(standing)
        for month in (*begun, *months_due(standing, audit, at=at, tables=tables)):
            try:
                run = begun.get(month) or _begin(
                    standing, audit, month, by=by, at=at, tables=tables
                )
                done = run and _go_on(run, audit, by=by, at=at, tables=tables)
            except (AuditError, NotAllowed, Unreadable):
                still += 1
                continue
            drawn += done is not None and done.state == State.DRAWN
            waiting += done is not None and done.state != State.DRAWN
    return Round(drawn, waiting, still)


def months_due(standing: Run, audit: Audit, *, at: datetime, tables: Reader) -> tuple[str, ...]:
    """Months that are over and loaded, and of which nothing was drawn yet."""
    over = shift(f"{local_day(at):%Y-%m}", -1)
    end = min(standing.last or over, over)
    held = tables.snapshot.covered(type_key(audit.record_type))
    done = set(Run.objects.filter(begun_by_run=standing).values_list("first", flat=True))
    return tuple(
        month
        for month in between(standing.first, end)
        if month not in done and not held.isdisjoint(_places(standing.force_id, month))
    )


def _places(force_id: str, month: str) -> frozenset[tuple[str, str]]:
    return frozenset({(force_id, month), (force_id, ""), ("", month), ("", "")})


def _begun(standing: Run) -> dict[str, Run]:
    """The monthly runs that were begun and are not drawn, by month."""
    rows = Run.objects.filter(begun_by_run=standing, state__in=(State.PLANNED, State.FROZEN))
    return {run.first: run for run in rows.select_related("made_by").order_by("first")}


def _begin(
    standing: Run, audit: Audit, month: str, *, by: User, at: datetime, tables: Reader
) -> Run | None:
    """The planned run of a month; None where no record meets its conditions, or it is begun."""
    run = Run(
        ref=new_ref(),
        audit=standing.audit,
        asked_version=audit.version_on(local_day(at)).number,
        force_id=standing.force_id,
        title=standing.title,
        first=month,
        last=month,
        narrowed=standing.narrowed,
        design=standing.design,
        method=standing.method,
        divided_by=standing.divided_by,
        plan={key: said for key, said in standing.plan.items() if key != "commitment"},
        second_share=standing.second_share,
        begun_by_run=standing,
        made_by=standing.made_by,
        made_at=at,
    )
    check_runs(standing.made_by, standing.force_id, at=at)
    _seed(run, standing, month)
    strata, _left_out = counts(asked_of(run), audit, tables)
    if not strata:
        return None
    try:
        with transaction.atomic():
            run.save(force_insert=True)
            write(
                run,
                Deed.COLLECTED,
                "run planned by rhythm",
                actor=by,
                at=at,
                standing=standing.ref,
                month=month,
            )
    except IntegrityError:
        # Another worker has begun the same month.
        return None
    return run


def _seed(run: Run, standing: Run, month: str) -> None:
    """A seed that follows from the sealed one; else the month waits for one to be published."""
    run.seed_source = standing.seed_source
    if standing.sealed_seed:
        seed = seed_of_month(sealed_seed(standing), month)
        run.sealed_seed, run.plan["commitment"] = encrypted(seed), commitment(seed)
        run.seed_source = f"SHA-256 of the sealed seed of {standing.ref}, a colon and {month}"


def _go_on(run: Run, audit: Audit, *, by: User, at: datetime, tables: Reader) -> Run:
    if run.state == State.PLANNED:
        run = freeze(run, audit, actor=by, at=at, tables=tables)
    if not run.seed and run.sealed_seed:
        run = publish_seed(run, actor=by, at=at)
    if run.seed:
        draw(run, actor=by, at=at)
        run.refresh_from_db()
    return run
