"""Random changes of one small organisation for the history checker (T52)."""

import random
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from harness.histories import Event, Step, Value
from peelian.access.actors import service_account
from peelian.access.giving.posts import end_holding, hold_post
from peelian.access.giving.refusal import Refused
from peelian.access.giving.structure import HoldingRow, PostRow, UnitRow, faults
from peelian.access.giving.units import move_unit
from peelian.spine.officer import Officer
from peelian.spine.post import Holding, Post
from peelian.spine.unit import Unit

FORCE, AT = "staffordshire", datetime(2026, 3, 1, tzinfo=UTC)
FIRST = date(2026, 1, 1)
POSTS, PEOPLE, UNITS = ("P1", "P2", "P3"), ("O1", "O2", "O3", "O4"), ("A", "B", "C", "D")


class Postings:
    """People come and go, units move. No post ever has two holders, no unit is below itself."""

    name = "postings"

    def prepare(self) -> dict[str, Value]:
        service_account("command-line")
        own = {"source": "typed", "force_id": FORCE}
        for ref in UNITS:
            parent = None if ref == "A" else "A"
            Unit.objects.create(
                record_id=f"u{ref}",
                unit_ref=ref,
                name=ref,
                kind="Team",
                parent_ref=parent,
                starts_on=FIRST,
                **own,
            )
        for ref in PEOPLE:
            Officer.objects.create(record_id=f"o{ref}", officer_ref=ref, name=ref, **own)
        for ref in POSTS:
            Post.objects.create(
                record_id=f"p{ref}",
                post_ref=ref,
                title=ref,
                unit_ref="A",
                starts_on=FIRST,
                **own,
            )
        return {}

    def act(self, dice: random.Random, name: str) -> Step:
        done = dice.choice((self._come, self._come, self._go, self._move))
        try:
            done(dice)
        except Refused:
            return Step("refused")
        return Step(done.__name__)

    def registers(self) -> dict[str, Value]:
        return {}

    def broken(self, events: Sequence[Event]) -> list[str]:
        said = [event.step.name for event in events]
        if not all(name in said for name in ("_come", "_go", "_move", "refused")):
            return [f"not every action happened: {sorted(set(said))}"]
        return list(
            faults(
                [
                    UnitRow(r.unit_ref, r.parent_ref, r.starts_on, r.ends_on)
                    for r in Unit.objects.all()
                ],
                [
                    PostRow(r.post_ref, r.unit_ref, None, r.starts_on, r.ends_on)
                    for r in Post.objects.all()
                ],
                [
                    HoldingRow(r.post_ref, r.officer_ref, r.starts_on, r.ends_on)
                    for r in Holding.objects.all()
                ],
                PEOPLE,
            )
        )

    def _come(self, dice: random.Random) -> None:
        on = FIRST + timedelta(days=dice.randrange(60))
        until = on + timedelta(days=dice.randrange(30)) if dice.random() < 0.7 else None
        hold_post(
            force_id=FORCE,
            post_ref=dice.choice(POSTS),
            officer_ref=dice.choice(PEOPLE),
            on=on,
            until=until,
            actor=service_account("command-line"),
            at=AT,
        )

    def _go(self, dice: random.Random) -> None:
        held = Holding.objects.order_by("?").first()
        if held is None:
            raise Refused("Nobody is there.")
        end_holding(
            holding=held,
            last_day=held.starts_on + timedelta(days=dice.randrange(-1, 10)),
            actor=service_account("command-line"),
            at=AT,
        )

    def _move(self, dice: random.Random) -> None:
        unit, parent = dice.sample(UNITS[1:], 2)
        move_unit(
            force_id=FORCE,
            unit_ref=unit,
            parent_ref=dice.choice((parent, "A")),
            on=FIRST + timedelta(days=dice.randrange(1, 400)),
            actor=service_account("command-line"),
            at=AT,
        )
