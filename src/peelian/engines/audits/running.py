"""Who may plan, draw and close; the row of a run, locked; and its entries in the trail."""

from datetime import datetime
from typing import Final

from peelian.access.decide import NotAllowed, check_power, has_power
from peelian.access.powers import Power
from peelian.access.user import Kind, User
from peelian.engines.audits.models import Run
from peelian.trail.append import append
from peelian.trail.particulars import Particulars
from peelian.trail.verbs import Verb as Deed

# The type of a run in the trail; its reference is the address.
RUN: Final = "auditrun"
# The account that goes on with standing runs. No page and no person acts under it.
RHYTHM_ACCOUNT: Final = "audit-rhythm"


def can_run(actor: User, force_id: str, *, at: datetime) -> bool:
    """Whether the actor plans, draws and closes audits of this force."""
    return has_power(actor, Power.RUN_AUDITS, force_id=force_id, at=at)


def check_runs(actor: User, force_id: str, *, at: datetime) -> None:
    """Raise `NotAllowed` unless `can_run`."""
    check_power(actor, Power.RUN_AUDITS, force_id=force_id, at=at)


def can_steer(run: Run, actor: User, *, at: datetime) -> bool:
    """Whether the actor goes on with this run: freezes, draws, sets aside, ends it.

    Those of the force do not steer what the inspectorate has planned, nor the other way round: who
    is inspected could give up a sample that does not please. Both read frame and draw.
    """
    return can_run(actor, run.force_id, at=at) and _of_one_side(run.made_by, actor)


def check_steers(run: Run, actor: User, *, at: datetime) -> None:
    """Raise `NotAllowed` unless `can_steer`."""
    check_runs(actor, run.force_id, at=at)
    if not _of_one_side(run.made_by, actor):
        raise NotAllowed(
            f"{run.ref} was planned by the inspectorate: the inspectorate alone goes on with it."
            if inspects(run.made_by)
            else f"{run.ref} was planned by the force: the force alone goes on with it."
        )


def check_goes_on(run: Run, actor: User, *, at: datetime) -> None:
    """Raise `NotAllowed` unless the actor may go on with this run.

    Peelian itself may with the monthly runs of a standing one, as long as whoever planned that one
    may still run audits: nothing goes on in the name of somebody who has lost the power (C-ACC-5).
    """
    by_itself = actor.kind == Kind.SERVICE and actor.key == RHYTHM_ACCOUNT
    check_steers(run, run.made_by if by_itself and run.begun_by_run_id else actor, at=at)


def locked(run: Run) -> Run:
    """The run as it stands, held until the transaction ends, so that two who act take turns."""
    rows = Run.objects.select_for_update(no_key=True, of=("self",))
    return rows.select_related("made_by").get(pk=run.pk)


def _of_one_side(one: User, other: User) -> bool:
    return inspects(one) == inspects(other)


def inspects(user: User) -> bool:
    """Whoever works for no force is of the inspectorate."""
    return not user.force_id


def write(run: Run, verb: Deed, what: str, *, actor: User, at: datetime, **more: object) -> None:
    """One entry of the trail about a run, in the caller's transaction."""
    in_name_of = run.made_by.trail_name if actor.kind == Kind.SERVICE else ""
    append(
        actor=actor.trail_name,
        verb=verb,
        ref=(RUN, run.ref),
        detail=Particulars(on_behalf_of=in_name_of).detail(what=what, audit=run.audit, **more),
        at=at,
    )
