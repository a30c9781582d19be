"""Freezing a frame: from here on nobody can add a record to it or take one away unseen.

The seed is not known yet, so nobody can choose the frame for the sample that it gives.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from django.db import transaction

from peelian.access.user import User
from peelian.engines.audits.declared import Audit
from peelian.engines.audits.errors import AuditRefused, WrongState
from peelian.engines.audits.framed import Line, asked_of, lines
from peelian.engines.audits.models import FrameRow, Run, State
from peelian.engines.audits.planning import MOST_FILES
from peelian.engines.audits.running import check_goes_on, locked, write
from peelian.engines.audits.sizing import size_of, sizes
from peelian.engines.audits.states import check_move
from peelian.numbers.drawing import BadFrame, Framed, frame_file, frame_hash
from peelian.records.store.pins import pin
from peelian.records.store.reader import Reader
from peelian.trail.verbs import Verb as Deed

# The frame is read and written whole. Peelian's default.
MOST_ROWS: Final = 200_000
ROWS_AT_ONCE: Final = 2000
NAMED_AT_MOST: Final = 5
LONGEST_STRATUM: Final = 120


def freeze(run: Run, audit: Audit, *, actor: User, at: datetime, tables: Reader) -> Run:
    """Read the frame from this snapshot, write it down, and publish its hash; the frozen run.

    The snapshot stays as long as the run does. How many are drawn is reckoned anew from the frame
    as it is. Raises `NotAllowed`, `WrongState`, or `AuditRefused` where nothing can be drawn.
    """
    check_goes_on(run, actor, at=at)
    check_move(run, State.FROZEN)
    found = lines(asked_of(run), audit, tables)
    kept = [line for line in found if not line.left_out]
    _check_length(kept)
    chosen = _chosen(run, kept)
    wanted = sizes(size_of(run.plan), Counter(line.stratum for line in kept))
    if not chosen and not 0 < sum(wanted.values()) <= MOST_FILES:
        raise AuditRefused(
            f"This would draw {sum(wanted.values()):,} files: plan one that draws from 1 to "
            f"{MOST_FILES:,}."
        )
    hashed = frame_hash(_file(kept))
    pin(tables.root, tables.snapshot.id, run.ref)
    with transaction.atomic():
        held = locked(run)
        check_move(held, State.FROZEN)
        _check_seed_unknown(held)
        FrameRow.objects.bulk_create(_rows(held, found), batch_size=ROWS_AT_ONCE)
        held.state, held.frozen_at = State.FROZEN, at
        held.snapshot, held.frame_hash, held.frame_size = tables.snapshot.id, hashed, len(kept)
        held.wanted = wanted
        held.plan |= {"chosen_ids": chosen}
        held.save()
        write(
            held,
            Deed.ALTERED,
            "frame frozen",
            actor=actor,
            at=at,
            frame_hash=hashed,
            frame_size=len(kept),
            left_out=len(found) - len(kept),
            snapshot=tables.snapshot.id,
            wanted=wanted,
        )
    return held


def _check_seed_unknown(run: Run) -> None:
    """The seed of a month follows from that of its standing run, which is shown when that ends."""
    standing = run.begun_by_run
    if standing is not None and standing.seed:
        raise WrongState(
            f"{standing.ref} has ended and its seed is shown, so the seed of {run.ref} is known "
            "before the frame: abandon it and plan a new audit."
        )


def framed_rows(run: Run) -> list[Framed]:
    """The rows of a frozen frame, without those that were left out."""
    rows = FrameRow.objects.filter(run=run, left_out="").values_list("of_id", "stratum", "digest")
    return [Framed(*row) for row in rows]


def _rows(run: Run, found: Sequence[Line]) -> Iterator[FrameRow]:
    for line in found:
        yield FrameRow(
            run=run,
            of_id=line.record_id,
            stratum=line.stratum,
            digest=line.digest,
            left_out=line.left_out,
        )


def _check_length(kept: Sequence[Line]) -> None:
    if not kept:
        raise AuditRefused(
            "No record meets the conditions of this audit: plan one with other months or "
            "conditions."
        )
    if len(kept) > MOST_ROWS:
        raise AuditRefused(
            f"The frame would have {len(kept):,} records; {MOST_ROWS:,} is the most. Choose fewer "
            "months or narrow it."
        )
    if any(len(line.stratum) > LONGEST_STRATUM for line in kept):
        raise AuditRefused(
            f"A stratum has a name of more than {LONGEST_STRATUM} characters: divide the frame by "
            "something else."
        )


def _file(kept: Sequence[Line]) -> bytes:
    try:
        return frame_file(line.framed for line in kept)
    except BadFrame as error:
        raise AuditRefused(f"The frame cannot be written down: {error}") from error


def _chosen(run: Run, kept: Sequence[Line]) -> list[str]:
    """Addresses of the records that were named; raises `AuditRefused` for one that is not there."""
    named = size_of(run.plan).chosen
    called = {line.reference: line.record_id for line in kept}
    missing = [one for one in named if one not in called]
    if missing:
        more = f" and {len(missing) - NAMED_AT_MOST} more" if len(missing) > NAMED_AT_MOST else ""
        raise AuditRefused(
            f"Not in the frame: {', '.join(missing[:NAMED_AT_MOST])}{more}. Name records that "
            "meet the conditions and are not left out."
        )
    return list(dict.fromkeys(called[one] for one in named))
