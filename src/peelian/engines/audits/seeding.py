"""Publishing the seed: only once the frame stands, and from where it was said to come from."""

from datetime import datetime
from typing import Final

from django.db import transaction

from peelian.access.user import User
from peelian.engines.audits.errors import AuditRefused, WrongState
from peelian.engines.audits.models import Run, State
from peelian.engines.audits.running import check_goes_on, locked, write
from peelian.engines.audits.seeds import sealed_seed
from peelian.trail.verbs import Verb as Deed

LONGEST_SEED: Final = 200


def publish_seed(run: Run, seed: str = "", *, actor: User, at: datetime) -> Run:
    """Enter the seed that was published, or show the one that was sealed; the run with it.

    A seed is written exactly as it was published, on one line. It is entered once: who wants
    another one abandons the run, which stays in the list. Raises `NotAllowed`, `WrongState` before
    the freeze, or `AuditRefused`.
    """
    check_goes_on(run, actor, at=at)
    with transaction.atomic():
        held = locked(run)
        if held.state != State.FROZEN:
            raise WrongState(
                f"Freeze the frame of {held.ref} first: who knows the seed could choose the frame."
                if held.state == State.PLANNED
                else f"{held.ref} is {held.state}: its seed stands."
            )
        if held.seed:
            raise WrongState(
                f"The seed of {held.ref} stands: another would be another draw. Abandon this run "
                "and plan a new one."
            )
        held.seed, held.seeded_at = _fit(held, seed), at
        held.save(update_fields=["seed", "seeded_at"])
        write(held, Deed.ALTERED, "seed published", actor=actor, at=at, seed=held.seed)
    return held


def commitment_of(run: Run) -> str:
    """The SHA-256 that binds the sealed seed of a run; empty where its seed comes from outside."""
    return str(run.plan.get("commitment", ""))


def _fit(run: Run, seed: str) -> str:
    """The seed as it will stand."""
    if run.sealed_seed:
        if seed:
            raise AuditRefused(
                "The seed of this run was sealed when it was planned: it cannot be another."
            )
        return sealed_seed(run)
    tidy = seed.strip()
    if not tidy:
        raise AuditRefused(f"Enter the seed as it was published: {run.seed_source}.")
    if len(tidy) > LONGEST_SEED or not tidy.isprintable():
        raise AuditRefused(
            f"Enter the seed on one line, in at most {LONGEST_SEED} letters and digits."
        )
    return tidy
