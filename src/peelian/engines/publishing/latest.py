"""The newest stretch of months that a measure can speak of, and what to hold it against."""

from collections.abc import Iterable

from peelian.engines.measures.cells import Cell
from peelian.engines.measures.periods import Period
from peelian.engines.measures.status import Status
from peelian.records import months

# A quarter is long enough for counts to settle and short enough to be news.
STRETCH = 3


def usable(cells: Iterable[Cell]) -> tuple[str, ...]:
    """The months, in order, of which the measure has a figure; `cells` are by month."""
    return tuple(sorted(cell.period.last for cell in cells if cell.status is Status.OK))


def newest(found: tuple[str, ...], *, length: int = STRETCH) -> Period | None:
    """The newest run of up to `length` months without a gap; None where there is no month."""
    if not found:
        return None
    last = found[-1]
    held = frozenset(found)
    first = last
    while len(tuple(months.between(first, last))) < length and months.shift(first, -1) in held:
        first = months.shift(first, -1)
    return Period(first, last)


def held_against(period: Period, found: tuple[str, ...]) -> Period | None:
    """The same months a year before if all are there, else the months just before, else None.

    A year before is fairer, since crime has seasons.
    """
    held = frozenset(found)
    year_before = period.year_before()
    just_before = Period(
        months.shift(period.first, -len(period.months)), months.shift(period.first, -1)
    )
    for other in (year_before, just_before):
        if held.issuperset(other.months):
            return other
    return None
