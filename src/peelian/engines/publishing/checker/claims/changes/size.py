"""The size of a change: its quantity, its place in the row, and which way it goes."""

from dataclasses import dataclass

from peelian.engines.publishing.checker.language.quantities import Quantity, What


@dataclass(frozen=True)
class Size:
    """The size of a change: item ``at`` of the row, within a phrase from ``start`` to ``end``.

    ``way`` is 1 for up, -1 for down and 0 where the words leave it open. ``more`` is said of "two
    times more", which may mean twice or three times as much; ``factor`` of words that compare by
    a factor ("twice as many", "a third of the level") and not by a difference. ``loose`` marks a
    phrase that may say something else than the size of a change, ``relative`` one that says so and
    is never meant in percentage points.
    """

    quantity: Quantity
    at: int
    start: int
    end: int
    way: int
    more: bool = False
    factor: bool = False
    loose: bool = False
    relative: bool = False


def paired(size: Size, other: Size) -> bool:
    """Whether two sizes may be of one change: a difference and its percentage, not far apart."""
    kinds = {size.quantity.what, other.quantity.what}
    return bool(kinds & {What.PERCENT, What.FRACTION}) and bool(
        kinds & {What.COUNT, What.MONEY, What.DURATION}
    )
