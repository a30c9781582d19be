"""The frame of a meeting: every case that could come before the panel, written down and hashed.

Only then is a seed known (see `numbers.drawing`), so nobody can choose the cases. The one who
freezes it may be the commissioner's staff, who hold no policing purpose: they learn how many cases
there are, the hash and, in the file by which anybody draws again, addresses that open nothing to
them.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from peelian.access.standing import local_day
from peelian.access.units import units_under
from peelian.access.user import User
from peelian.engines.panels.declared import Panel
from peelian.engines.panels.deeds import write
from peelian.engines.panels.errors import PanelRefused
from peelian.engines.panels.models import FramedCase, Meeting
from peelian.engines.panels.planning import check_mine, locked
from peelian.engines.panels.shut import sealed_records
from peelian.engines.panels.states import State
from peelian.numbers.drawing import Framed, frame_file, frame_hash
from peelian.records.months import between
from peelian.records.store.reader import Reader
from peelian.trail.verbs import Verb

ADDRESS = "record_id"
AT_ONCE = 1000


@dataclass(frozen=True)
class InFrame:
    """One record of the frame: its address, the triggers it meets, a digest of what it shows."""

    record_id: str
    triggers: tuple[str, ...]
    digest: str


def freeze(meeting: Meeting, panel: Panel, *, actor: User, at: datetime, tables: Reader) -> None:
    """Write the frame down from one snapshot; raises `PanelRefused`, `NotAllowed`."""
    check_mine(meeting, actor, at)
    rows = tuple(in_frame(meeting, panel, tables=tables, at=at))
    if not rows:
        raise PanelRefused(
            "No case of these months could come before the panel: choose others, or ask the force "
            "whether its records are loaded."
        )
    with transaction.atomic():
        held = locked(meeting, State.FROZEN)
        FramedCase.objects.bulk_create(
            [
                FramedCase(
                    meeting=held,
                    of_id=one.record_id,
                    triggers=",".join(one.triggers),
                    digest=one.digest,
                )
                for one in rows
            ],
            batch_size=AT_ONCE,
        )
        held.state, held.frozen_at = State.FROZEN, at
        held.snapshot = tables.snapshot.id
        held.frame_size = len(rows)
        held.frame_hash = frame_hash(frozen_file(held))
        held.save(update_fields=["state", "frozen_at", "snapshot", "frame_size", "frame_hash"])
        write(
            held,
            "panel frame frozen",
            actor=actor,
            at=at,
            hash=held.frame_hash,
            size=held.frame_size,
        )


def in_frame(meeting: Meeting, panel: Panel, *, tables: Reader, at: datetime) -> Iterator[InFrame]:
    """The cases of the meeting's months that meet the panel's condition, as they are held now."""
    months = tuple(between(meeting.first, meeting.last))
    table: Any = tables.table(panel.of, forces=[meeting.force_id], months=months)
    rows = table.filter(
        panel.frame, table[panel.dated_by].isin(months), table[panel.officer].notnull()
    )
    if meeting.unit_ref:
        units = units_under(meeting.force_id, meeting.unit_ref, on=local_day(at))
        rows = rows.filter(rows[panel.unit].isin(sorted(units)))
    told = {f"meets_{one.key}": one.holds for one in panel.found}
    shut = sealed_records(panel, at)
    if shut:
        rows = rows.filter(~rows[ADDRESS].isin(sorted(shut)))
    # A column stands once, be it shown or used.
    columns = dict.fromkeys((ADDRESS, *panel.shows))
    asked = rows.mutate(**told).select(*columns, *told)
    for row in tables.to_arrow(asked).to_pylist():
        yield InFrame(
            row[ADDRESS],
            tuple(one.key for one in panel.found if row[f"meets_{one.key}"]),
            _digest(row, panel),
        )


def frozen_file(meeting: Meeting) -> bytes:
    """The frame as the file whose hash is shown, its triggers in the place of strata."""
    return frame_file(framed(meeting))


def frame_csv(meeting: Meeting, *, actor: User, at: datetime) -> bytes:
    """The frozen frame for somebody to keep; the trail says that it was handed out (C-AUD-1)."""
    content = frozen_file(meeting)
    with transaction.atomic():
        write(meeting, "panel frame downloaded", verb=Verb.DISCLOSED, actor=actor, at=at)
    return content


def framed(meeting: Meeting) -> tuple[Framed, ...]:
    """The rows of the frozen frame."""
    rows = meeting.frame.values_list("of_id", "triggers", "digest")
    return tuple(Framed(*row) for row in rows)


def _digest(row: dict[str, Any], panel: Panel) -> str:
    shown = "\n".join(f"{name}={row[name]!r}" for name in panel.shows)
    return hashlib.sha256(shown.encode()).hexdigest()
