"""Which figures of a force moved in their newest whole month, by more than chance explains.

A month that is not over is left out: the younger it is, the lower it looks.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from peelian.engines.measures.calculate import calculate
from peelian.engines.measures.cells import Cell
from peelian.engines.measures.kinds import Measure
from peelian.engines.measures.request import FORCE, BadRequest, request
from peelian.engines.measures.tables import TableSource
from peelian.engines.publishing.direction import Direction, direction
from peelian.engines.publishing.latest import held_against, newest, usable
from peelian.records import months
from peelian.records.schema import type_key

UP: Final = "up"
NO_CHANGE: Final = "no clear change"
BETTER: Final = {"higher": UP, "lower": "down"}
# Months: what is openly published comes two months late.
NEWS: Final = 3
# What got worse is news first, then what is neither good nor bad.
ORDER: Final = {True: 2, None: 1, False: 0}


@dataclass(frozen=True)
class Movement:
    """The cell of the newest whole month, and how it differs from an earlier one where it can."""

    measure: Measure
    cell: Cell
    direction: Direction | None

    @property
    def clear(self) -> bool:
        """Whether chance does not explain the change."""
        return self.direction is not None and self.direction.change.value != NO_CHANGE

    @property
    def worse(self) -> bool | None:
        """Whether it got worse; None where neither way is better, or nothing is clear."""
        wanted = BETTER.get(self.measure.better)
        if self.direction is None or wanted is None or not self.clear:
            return None
        return self.direction.change.value != wanted


def movement(measure: Measure, cells: Iterable[Cell], this_month: str) -> Movement | None:
    """How the newest month before `this_month` (YYYY-MM) went; None where there is none.

    `cells` are of one force, by month.
    """
    by_month = {cell.period.last: cell for cell in cells}
    whole = tuple(one for one in usable(by_month.values()) if one < this_month)
    period = newest(whole, length=1)
    if period is None:
        return None
    earlier = held_against(period, whole)
    now = by_month[period.last]
    went = direction(measure, now, by_month[earlier.last]) if earlier else None
    return Movement(measure, now, went)


def movers(
    measures: Iterable[Measure], tables: TableSource, *, force: str, this_month: str
) -> tuple[str, ...]:
    """Keys of the measures of a force that moved clearly: the newest first, then what got worse.

    Measures of which nothing younger than three months is loaded are left out unasked: that is
    history. For nobody to see: what is shown of them is asked anew for each reader.
    """
    found = []
    oldest = months.shift(this_month, -NEWS)
    for place, measure in enumerate(measures):
        if not _has_news(measure, tables, force, oldest):
            continue
        try:
            asked = request(measure, by=("month",), where={FORCE: force})
        except BadRequest:
            continue
        went = movement(measure, calculate(asked, tables).cells, this_month)
        if went is not None and went.clear and went.cell.period.last >= oldest:
            found.append((went.cell.period.last, ORDER[went.worse], -place, measure.key))
    return tuple(key for *_order, key in sorted(found, reverse=True))


def _has_news(measure: Measure, tables: TableSource, force: str, oldest: str) -> bool:
    held = tables.snapshot.covered(type_key(measure.record_type))
    return any(of in ("", force) and month >= oldest for of, month in held)
