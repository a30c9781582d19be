"""The command line's way of inventing forces: access, trail and store in one step."""

from collections.abc import Callable
from datetime import datetime

from django.conf import settings
from django.db import transaction

from peelian.access.actors import service_account
from peelian.access.decide import check_may
from peelian.access.verbs import Verb as Deed
from peelian.jobs.loading import COMMAND_LINE
from peelian.records.load.run import Progress
from peelian.records.store.invented import SYNTHETIC as KEY
from peelian.records.store.snapshot import Part, Snapshot
from peelian.sources.synthetic.making import recipe
from peelian.sources.synthetic.synthesise import Synthesised, Wanted, synthesise
from peelian.trail.append import append
from peelian.trail.verbs import Verb


def synthesise_forces(
    wanted: Wanted,
    *,
    at: datetime,
    progress: Progress | None = None,
    say: Callable[[str], None] | None = None,
    wait_seconds: float = 0.0,
) -> Synthesised:
    """Invent forces as the command line's service account, with an entry in the trail.

    As with a load, the entry is committed before the new snapshot is published. It names what the
    rows follow from and how many there are of each type, since the same can be made again from it.
    Raises `NotAllowed`, `TrailError`, `CannotSynthesise` or `StoreBusy`.
    """
    actor = service_account(COMMAND_LINE)
    for kind in wanted.kinds:
        check_may(actor, Deed.COLLECT, kind.model)

    def record(snapshot: Snapshot, parts: tuple[Part, ...]) -> None:
        rows = {kind.key: 0 for kind in wanted.kinds}
        for part in parts:
            rows[part.type_key] += part.rows
        with transaction.atomic():
            append(
                actor=actor.trail_name,
                verb=Verb.COLLECTED,
                ref=("snapshot", snapshot.id),
                detail={
                    "source": KEY,
                    "recipe": recipe(wanted.seed, wanted.scale),
                    "forces": list(wanted.slugs),
                    "first": wanted.months[0],
                    "last": wanted.months[-1],
                    "parts": len(parts),
                    "rows": rows,
                },
                at=at,
            )

    return synthesise(
        root=settings.STORE_ROOT,
        wanted=wanted,
        by=actor.trail_name,
        at=at,
        on_publish=record,
        progress=progress,
        say=say,
        wait_seconds=wait_seconds,
    )
