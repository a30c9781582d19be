"""Is the frame still the one whose hash was published, and what has changed in the world since?"""

from dataclasses import dataclass
from datetime import datetime

from peelian.access.user import User
from peelian.engines.audits.declared import Audit
from peelian.engines.audits.drawing import drawn_of
from peelian.engines.audits.errors import WrongState
from peelian.engines.audits.files import frozen_reader
from peelian.engines.audits.framed import Line, asked_of, lines
from peelian.engines.audits.framing import framed_rows
from peelian.engines.audits.models import FrameRow, Item, Run
from peelian.engines.audits.running import check_runs
from peelian.numbers.drawing import BadFrame, frame_file, frame_hash
from peelian.records.store.reader import Reader


@dataclass(frozen=True)
class FrameCheck:
    """What a check found.

    `stored_rows`: the stored frame has the published hash. `snapshot`: the pinned snapshot gives
    the same frame again; nothing where it cannot be repeated, since rows were erased from it or it
    is gone. `draw`: frame and seed give the drawn files again; nothing before the draw. `changed`,
    `gone` and `new` count records of the present that differ from the frame: in what a reviewer is
    shown, not there any more, and there by now.
    """

    stored_rows: bool
    snapshot: bool | None
    draw: bool | None
    changed: int
    gone: int
    new: int

    @property
    def holds(self) -> bool:
        """Whether nothing speaks against the published hash and the draw."""
        return self.stored_rows and self.snapshot is not False and self.draw is not False


def check_frame(run: Run, audit: Audit, *, actor: User, at: datetime, tables: Reader) -> FrameCheck:
    """Compare the frame with its hash, its snapshot, its draw and the records of today.

    Raises `NotAllowed`, or `WrongState` before the freeze.
    """
    check_runs(actor, run.force_id, at=at)
    if not run.frame_hash:
        raise WrongState(f"{run.ref} has no frame yet: freeze it first.")
    stored = framed_rows(run)
    held = {
        row.of_id: row.digest for row in FrameRow.objects.filter(run=run, left_out="").iterator()
    }
    now = {line.record_id: line.digest for line in _kept(run, audit, tables)}
    return FrameCheck(
        stored_rows=frame_hash(frame_file(stored)) == run.frame_hash,
        snapshot=_from_snapshot(run, audit, tables),
        draw=_drawn_again(run),
        changed=sum(now[one] != digest for one, digest in held.items() if one in now),
        gone=len(held.keys() - now.keys()),
        new=len(now.keys() - held.keys()),
    )


def _kept(run: Run, audit: Audit, tables: Reader) -> tuple[Line, ...]:
    return tuple(line for line in lines(asked_of(run), audit, tables) if not line.left_out)


def _from_snapshot(run: Run, audit: Audit, tables: Reader) -> bool | None:
    frozen = frozen_reader(run, tables)
    if frozen is None or not frozen.snapshot.repeatable:
        return None
    again = frame_file(line.framed for line in _kept(run, audit, frozen))
    return frame_hash(again) == run.frame_hash


def _drawn_again(run: Run) -> bool | None:
    if run.drawn_at is None:
        return None
    items = Item.objects.filter(run=run).order_by("position").values_list("position", "of_id")
    try:
        again = [(one.position, one.record_id) for one in drawn_of(run, framed_rows(run))]
    except BadFrame:
        return False
    return again == list(items)
