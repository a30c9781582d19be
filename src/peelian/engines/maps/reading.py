"""What a map says: its highest area, how many stand apart, and what is not on it."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from peelian.engines.maps.standing import Standing, by_chance, standing
from peelian.engines.measures.cells import Cell
from peelian.engines.measures.kinds import Count, Measure, Rate
from peelian.engines.measures.status import Status


class Figure(Protocol):
    """Anything that carries a cell, such as a figure that has passed a door."""

    @property
    def cell(self) -> Cell: ...


F = TypeVar("F", bound=Figure)


@dataclass(frozen=True)
class Reading(Generic[F]):
    """A map in a few numbers of areas.

    `judged` areas have a likely range and so could be held against the figure of the whole:
    `higher`, `lower` and `unclear` add up to it. `by_chance` of them would stand apart if all were
    alike. `without` have no figure.
    """

    highest: F | None
    judged: int
    higher: int
    lower: int
    without: int

    @property
    def unclear(self) -> int:
        return self.judged - self.higher - self.lower

    @property
    def by_chance(self) -> int:
        return by_chance(self.judged)

    @property
    def mostly_unclear(self) -> bool:
        """Whether most areas cannot be told apart from the whole, so that ranks mean little."""
        return self.judged > 0 and 2 * self.unclear > self.judged


def read(figures: Sequence[F], whole: Cell) -> Reading[F]:
    """Read the figures of all areas beside the figure of the whole."""
    found = [one for one in figures if one.cell.status is Status.OK]
    verdicts = Counter(standing(one.cell, whole) for one in found)
    return Reading(
        highest=max(found, key=lambda one: one.cell.value or 0.0, default=None),
        judged=sum(number for verdict, number in verdicts.items() if verdict is not None),
        higher=verdicts[Standing.HIGHER],
        lower=verdicts[Standing.LOWER],
        without=len(figures) - len(found),
    )


def by_area(figures: Iterable[F], dimension: str) -> Mapping[str, F]:
    """The figures by the code of their area, ready to be joined to outlines of the same code."""
    return {code: one for one in figures if (code := one.cell.at(dimension)) is not None}


def ranked(figures: Iterable[F], name: Callable[[F], str]) -> tuple[F, ...]:
    """Highest first, equals by name; areas without a figure stand at the end."""
    return tuple(
        sorted(figures, key=lambda one: (one.cell.value is None, -(one.cell.value or 0), name(one)))
    )


@dataclass(frozen=True)
class Unplaced:
    """How many of the rows counted in the whole lie in none of the areas."""

    rows: int
    whole: int

    @property
    def rows_in_words(self) -> str:
        return f"{self.rows:,}"

    @property
    def whole_in_words(self) -> str:
        return f"{self.whole:,}"


def unplaced(measure: Measure, figures: Iterable[Figure], whole: Cell) -> Unplaced | None:
    """What is counted in the whole and stands on no area of the map.

    None where there is nothing of the kind, and where it cannot be said by taking away: distinct
    crimes can count in two areas at once.
    """
    adds_up = isinstance(measure, Rate) or (isinstance(measure, Count) and not measure.distinct)
    if not adds_up or not whole.numerator:
        return None
    rows = whole.numerator - sum(one.cell.numerator or 0 for one in figures)
    return Unplaced(rows, whole.numerator) if rows > 0 else None
