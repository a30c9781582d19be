"""Cases by lot, and those that a trigger puts before the panel whatever the lot says.

The lot runs over the whole frame, triggers or none, so that what the panel says of the cases by lot
can be said of all. Triggered cases come on top and describe themselves.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction

from peelian.access.user import User
from peelian.engines.panels.declared import Panel
from peelian.engines.panels.deeds import write
from peelian.engines.panels.errors import PanelRefused, within
from peelian.engines.panels.freezing import framed
from peelian.engines.panels.models import Case, Meeting
from peelian.engines.panels.planning import check_mine, locked
from peelian.engines.panels.reading_records import record_of
from peelian.engines.panels.states import CameBy, State
from peelian.numbers.drawing import Framed, draw
from peelian.records.store.reader import Reader

LONGEST_SEED = 200


@dataclass(frozen=True)
class Chosen:
    """A record that comes before the panel, by lot or by a trigger."""

    record_id: str
    triggers: tuple[str, ...]
    came_by: CameBy


def choose(
    rows: Iterable[Framed],
    panel: Panel,
    *,
    frame_hash: str,
    seed: str,
    cases: int,
    by_lot: int,
) -> tuple[Chosen, ...]:
    """Which records come before the panel, those by lot first.

    `by_lot` by lot from the whole frame (all of it, where it is smaller); then each of a trigger
    that always counts; then of the other triggered ones, in the order of their lots, until there
    are `cases`. The strata of `rows` name their triggers, with commas between.
    """
    held = tuple(rows)
    lots = in_order_of_lots(held, frame_hash, seed)
    always = {one.key for one in panel.triggers if one.always}
    drawn = lots[:by_lot]
    left = [one for one in lots[by_lot:] if one.stratum]
    first = [one for one in left if always & set(one.stratum.split(","))]
    others = [one for one in left if one not in first]
    room = max(cases - len(drawn) - len(first), 0)
    return (
        *(_chosen(one, CameBy.LOT) for one in drawn),
        *(_chosen(one, CameBy.TRIGGER) for one in (*first, *others[:room])),
    )


def in_order_of_lots(rows: Sequence[Framed], frame_hash: str, seed: str) -> list[Framed]:
    """The whole frame in the order in which a lot would take it."""
    alike = [replace(one, stratum="") for one in rows]
    by_id = {one.record_id: one for one in rows}
    return [by_id[one.record_id] for one in draw(alike, frame_hash, seed, {"": len(alike)})]


def draw_cases(
    meeting: Meeting, panel: Panel, *, seed: str, actor: User, at: datetime, tables: Reader
) -> tuple[Case, ...]:
    """Draw the cases of a frozen frame with the seed that was published since.

    Raises `PanelRefused`, `NotAllowed`.
    """
    check_mine(meeting, actor, at)
    known = within(seed, LONGEST_SEED, what="the seed")
    if not known:
        raise PanelRefused("Write the seed, sign by sign, as it was published.")
    with transaction.atomic():
        held = locked(meeting, State.DRAWN)
        chosen = choose(
            framed(held),
            panel,
            frame_hash=held.frame_hash,
            seed=known,
            cases=held.cases_wanted,
            by_lot=held.lot_wanted,
        )
        held.state, held.seed, held.drawn_at = State.DRAWN, known, at
        held.save(update_fields=["state", "seed", "drawn_at"])
        made = tuple(add_case(held, panel, one, tables=tables) for one in chosen)
        write(held, "panel cases drawn", actor=actor, at=at, seed=known, cases=len(made))
    return made


def add_case(meeting: Meeting, panel: Panel, one: Chosen, *, tables: Reader) -> Case:
    """Put a record before the panel under a reference that says nothing of it."""
    record = record_of(panel, one.record_id, meeting.force_id, tables)
    number = meeting.cases.count() + 1
    return Case.objects.create(
        ref=f"{meeting.ref}-{number}",
        meeting=meeting,
        number=number,
        of_type=str(record._meta.model_name),
        of_id=one.record_id,
        month=getattr(record, panel.dated_by),
        came_by=one.came_by,
        triggers=",".join(one.triggers),
        video_ref=getattr(record, panel.video) or "",
    )


def _chosen(one: Framed, came_by: CameBy) -> Chosen:
    return Chosen(one.record_id, tuple(part for part in one.stratum.split(",") if part), came_by)
