"""Frame and draw as files, for whoever wants to draw the sample again elsewhere."""

from datetime import datetime

from django.db import transaction

from peelian.access.user import User
from peelian.engines.audits.errors import WrongState
from peelian.engines.audits.framing import framed_rows
from peelian.engines.audits.models import Item, Run
from peelian.engines.audits.redrawing import DrawnLine, draw_file
from peelian.engines.audits.running import check_runs, write
from peelian.numbers.drawing import frame_file
from peelian.trail.verbs import Verb as Deed


def frame_csv(run: Run, *, actor: User, at: datetime) -> bytes:
    """The frame as the file whose SHA-256 was published.

    Raises `NotAllowed`, or `WrongState` before the freeze. The trail says that it was handed out.
    """
    check_runs(actor, run.force_id, at=at)
    if not run.frame_hash:
        raise WrongState(f"{run.ref} has no frame yet: freeze it first.")
    return _handed_out(run, "frame", frame_file(framed_rows(run)), actor, at)


def draw_csv(run: Run, *, actor: User, at: datetime) -> bytes:
    """The drawn files in their order, as `peelian redraw` prints them.

    Raises `NotAllowed`, or `WrongState` before the draw. The trail says that it was handed out.
    """
    check_runs(actor, run.force_id, at=at)
    if run.drawn_at is None:
        raise WrongState(f"{run.ref} is not drawn yet.")
    items = Item.objects.filter(run=run).order_by("position")
    content = draw_file(
        DrawnLine(item.position, item.of_id, item.stratum, item.second) for item in items
    )
    return _handed_out(run, "draw", content, actor, at)


def _handed_out(run: Run, what: str, content: bytes, actor: User, at: datetime) -> bytes:
    with transaction.atomic():
        write(run, Deed.DISCLOSED, f"{what} downloaded", actor=actor, at=at, bytes=len(content))
    return content
