"""What reviewers wrote of a record goes when the record is erased; that it was drawn stays.

Findings and feedback are records about the record, and are erased with it. Frame and draw keep its
address and its digest, which say nothing of anybody, since the published hash rests on them.
"""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

from django.db import transaction

from peelian.access.user import User
from peelian.engines.audits.declared import Audit
from peelian.engines.audits.models import Item, Marking, Run, State
from peelian.engines.audits.releasing import release_if_whole
from peelian.engines.audits.running import locked, write
from peelian.records.erased import erased_of
from peelian.records.schema import type_key
from peelian.trail.verbs import Verb as Deed

WHY: Final = "The record was erased."


def forget_erased(audits: Sequence[Audit], *, root: Path, by: User, at: datetime) -> int:
    """Empty every review of a record that was erased since; how many files that were.

    They count as set aside from then on. Harmless to repeat.
    """
    done = 0
    for audit in audits:
        erased = erased_of(root, type_key(audit.record_type))
        rows = Item.objects.filter(run__audit=audit.key).exclude(set_aside=WHY)
        held = rows.values_list("pk", "of_id") if erased else ()
        for pk, of_id in held:
            if of_id in erased:
                _forget(pk, by=by, at=at)
                done += 1
    return done


def _forget(pk: int, *, by: User, at: datetime) -> None:
    with transaction.atomic():
        run = locked(Run.objects.get(items=pk))
        item = Item.objects.select_for_update(no_key=True).get(pk=pk)
        item.set_aside, item.settled_at, item.about = WHY, None, {}
        item.save(update_fields=["set_aside", "settled_at", "about"])
        Marking.objects.filter(item=item, done_at=None).delete()
        Marking.objects.filter(item=item).update(answers={}, words={}, by_itself=[], passed="")
        if run.state == State.DRAWN:
            release_if_whole(run, at=at)
        write(
            run,
            Deed.ERASED,
            "reviews of an erased record emptied",
            actor=by,
            at=at,
            position=item.position,
        )
