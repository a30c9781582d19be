"""Where a figure stands beside a wider one, said only where its likely range allows it.

The rule is one sentence that a reader can repeat: "higher" means that the whole likely range lies
above the wider figure. The wider figure is taken as it is; where the smaller one is part of it,
that makes the rule a little slow to say "higher" or "lower", never quick.
"""

from enum import StrEnum

from peelian.engines.measures.cells import Cell
from peelian.engines.measures.status import Status
from peelian.numbers.interval import Interval

# Likely ranges leave out the truth once in twenty times, whatever they are drawn round.
LEFT_OUT = 0.05


class Standing(StrEnum):
    """The verdict on a figure beside a wider one."""

    HIGHER = "higher"
    LOWER = "lower"
    UNCLEAR = "no clear difference"


def standing(cell: Cell, wider: Cell) -> Standing | None:
    """How a figure stands beside a wider one; None where either is missing or has no range."""
    if Status.OK is not cell.status or Status.OK is not wider.status:
        return None
    if cell.lower is None or cell.upper is None or wider.value is None or cell.value is None:
        return None
    if Interval(cell.lower, cell.upper, cell.method).covers(wider.value):
        return Standing.UNCLEAR
    return Standing.HIGHER if cell.value > wider.value else Standing.LOWER


def by_chance(areas: int) -> int:
    """How many of so many areas would stand apart if all were in truth alike."""
    return round(areas * LEFT_OUT)
