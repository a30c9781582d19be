"""Whether a report rounds all its counts, as national statistics do to protect people.

Where nearly every count is a multiple of 5 or of 10, that is no chance, and each count stands for
all that round to it. At least ``ENOUGH`` counts are wanted: of 15 whole numbers, the chance that
14 or more are multiples of 5 by themselves is about one in 500 million.
"""

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from typing import Final

from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.numbers.rounding import Range

ENOUGH: Final = 15
MOSTLY: Final = Fraction(9, 10)
_FROM: Final = 10


def unit_of(quantities: Iterable[Quantity]) -> int:
    """What the counts of a report are rounded to: 10, 5, or 1 where they are not."""
    counts = [int(one.value) for one in quantities if _counted(one)]
    for unit in (10, 5):
        even = sum(1 for count in counts if count % unit == 0)
        if len(counts) >= ENOUGH and even >= MOSTLY * len(counts):
            return unit
    return 1


def widened(quantity: Quantity, unit: int) -> Quantity:
    """A count with all that rounds to it; anything else as it is."""
    if unit == 1 or not _counted(quantity) or quantity.value % unit:
        return quantity
    half = Fraction(unit, 2)
    return replace(quantity, span=Range(quantity.value - half, quantity.value + half))


def _counted(one: Quantity) -> bool:
    return (
        one.what in (What.COUNT, What.BASE)
        and one.digits
        and one.exact
        and not one.ranged
        and one.value >= _FROM
    )
