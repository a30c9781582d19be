"""Drawing the sample: what frame and seed make of it, and nothing else."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from peelian.access.user import User
from peelian.engines.audits.errors import AuditRefused, WrongState
from peelian.engines.audits.framing import framed_rows
from peelian.engines.audits.models import Item, Run, State
from peelian.engines.audits.running import check_goes_on, locked, write
from peelian.engines.audits.states import check_move
from peelian.numbers import drawing
from peelian.numbers.drawing import Drawn, Framed, frame_file, is_second
from peelian.trail.verbs import Verb as Deed


def draw(run: Run, *, actor: User, at: datetime) -> tuple[Item, ...]:
    """The drawn files in the order of review.

    Raises `NotAllowed`, `WrongState` without a frame or a seed, or `AuditRefused` where the stored
    frame is not the one whose hash was published.
    """
    check_goes_on(run, actor, at=at)
    with transaction.atomic():
        held = locked(run)
        check_move(held, State.DRAWN)
        if not held.seed:
            raise WrongState(f"{held.ref} has no seed yet: publish it first.")
        rows = framed_rows(held)
        if drawing.frame_hash(frame_file(rows)) != held.frame_hash:
            raise AuditRefused(
                f"The stored frame of {held.ref} is not the one whose hash was published: somebody "
                "has changed it. Abandon this run, and look into how that came about."
            )
        items = Item.objects.bulk_create(
            Item(
                run=held,
                position=one.position,
                of_id=one.record_id,
                stratum=one.stratum,
                second=is_second(held.frame_hash, held.seed, one.record_id, held.second_share),
            )
            for one in drawn_of(held, rows)
        )
        held.state, held.drawn_at = State.DRAWN, at
        held.save(update_fields=["state", "drawn_at"])
        write(
            held,
            Deed.ALTERED,
            "sample drawn",
            actor=actor,
            at=at,
            drawn=len(items),
            second=sum(item.second for item in items),
        )
    return tuple(items)


def drawn_of(run: Run, rows: Sequence[Framed]) -> list[Drawn]:
    """What a run draws from these rows: by lot, or those that were named, in an order by lot."""
    named = frozenset(run.plan.get("chosen_ids", ()))
    if not named:
        return drawing.draw(rows, run.frame_hash, run.seed, run.wanted)
    chosen = [row for row in rows if row.record_id in named]
    everything = Counter(row.stratum for row in chosen)
    return drawing.draw(chosen, run.frame_hash, run.seed, everything)
