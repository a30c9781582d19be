"""Ending a run: closed when its files are reviewed, or abandoned, which stays for all to see."""

from contextlib import suppress
from datetime import datetime

from django.db import transaction

from peelian.access.giving.refusal import fit_words
from peelian.access.identity.sealing import Unreadable
from peelian.access.user import User
from peelian.engines.audits.errors import AuditRefused, WrongState
from peelian.engines.audits.models import Finding, Item, Marking, Run, State
from peelian.engines.audits.releasing import release
from peelian.engines.audits.running import check_steers, locked, write
from peelian.engines.audits.seeds import sealed_seed
from peelian.engines.audits.states import check_move
from peelian.trail.verbs import Verb as Deed


def close(run: Run, *, why: str = "", actor: User, at: datetime) -> Run:
    """Close a run whose files are all settled or set aside; earlier only with a reason.

    What was settled becomes findings. A standing run draws no more, and its seed is shown, so that
    the seed of every month can be checked. Raises `NotAllowed`, `WrongState` or `AuditRefused`.
    """
    check_steers(run, actor, at=at)
    with transaction.atomic():
        held = locked(run)
        check_move(held, State.CLOSED)
        waiting = Item.objects.filter(run=held, settled_at=None, set_aside="").count()
        if waiting and not why.strip():
            raise WrongState(
                f"{waiting} of the drawn files are not settled: finish them, or say why the audit "
                "ends without them."
            )
        if why.strip():
            held.ended_because = fit_words(why, what="why it ends early", refused=AuditRefused)
        _show_standing_seed(held)
        held.state, held.closed_at = State.CLOSED, at
        held.save()
        _drop_unfinished(held)
        release(held, at=at)
        write(
            held,
            Deed.ALTERED,
            "run closed",
            actor=actor,
            at=at,
            not_settled=waiting,
            because=held.ended_because,
        )
    return held


def abandon(run: Run, *, why: str, actor: User, at: datetime) -> Run:
    """Give a run up, with the reason. Frame, seed and draw stay in the list: nobody draws again
    until a sample pleases.

    A result that stands cannot be given up: whoever has seen it would do so where it does not
    please. The seed of a standing run is shown as at its close. Raises `NotAllowed`, `WrongState`,
    `AuditRefused`.
    """
    check_steers(run, actor, at=at)
    reason = fit_words(why, what="why it is abandoned", refused=AuditRefused)
    with transaction.atomic():
        held = locked(run)
        check_move(held, State.ABANDONED)
        if Finding.objects.filter(sample_ref=held.ref).exists():
            raise WrongState(
                f"The result of {held.ref} stands, and whoever dislikes it cannot give it up: "
                "close it, and say in a new audit what was wrong."
            )
        with suppress(Unreadable):
            _show_standing_seed(held)
        held.state, held.closed_at, held.ended_because = State.ABANDONED, at, reason
        held.save(update_fields=["state", "closed_at", "ended_because", "seed"])
        _drop_unfinished(held)
        write(
            held,
            Deed.ALTERED,
            "run abandoned",
            actor=actor,
            at=at,
            because=reason,
        )
    return held


def _show_standing_seed(run: Run) -> None:
    """The seeds of all months follow from this one, so that they can be checked from now on."""
    if run.rhythm and run.sealed_seed:
        run.seed = sealed_seed(run)


def _drop_unfinished(run: Run) -> None:
    Marking.objects.filter(item__run=run, done_at=None).delete()
