"""Every neighbourhood as people need it: its name, district, force, residents, deprivation.

Read once from a snapshot and then held: 34,753 small values answer faster than a query does.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from peelian.engines.maps.names import plain
from peelian.engines.measures.tables import TableSource
from peelian.spine.residents import resident_areas

COLUMNS = (
    "lsoa_code",
    "lsoa_name",
    "district",
    "area_force",
    "deprivation_decile",
    "residents",
)


@dataclass(frozen=True, slots=True)
class Area:
    """One LSOA. `deprivation_tenth` is 1 for the most deprived in England; None in Wales.

    `force` is the slug of the force that polices it.
    """

    code: str
    name: str
    district: str
    force: str
    deprivation_tenth: int | None
    residents: int

    @property
    def about(self) -> str:
        """Residents in words: mid-year estimates are not good to the last person."""
        return f"{round(self.residents, -2):,}"


@dataclass(frozen=True)
class District:
    """A local authority district, the slug of the force that polices it, and its areas."""

    name: str
    force: str
    areas: tuple[Area, ...]


@dataclass(frozen=True)
class Gazetteer:
    """All neighbourhoods of a snapshot, in order of name."""

    areas: tuple[Area, ...]

    @cached_property
    def by_code(self) -> Mapping[str, Area]:
        return {area.code: area for area in self.areas}

    @cached_property
    def plain(self) -> Mapping[str, str]:
        """The name of each area, by its code, as it is compared with what people type."""
        return {area.code: plain(area.name) for area in self.areas}

    @cached_property
    def districts(self) -> tuple[District, ...]:
        """Every district, in order of name."""
        grouped: dict[tuple[str, str], list[Area]] = {}
        for area in self.areas:
            grouped.setdefault((area.district, area.force), []).append(area)
        return tuple(
            District(name, force, tuple(found)) for (name, force), found in sorted(grouped.items())
        )

    def of_force(self, force: str) -> tuple[Area, ...]:
        """The neighbourhoods that a force polices."""
        return tuple(area for area in self.areas if area.force == force)


def gazetteer(tables: TableSource) -> Gazetteer:
    """Read every neighbourhood of England and Wales; empty where none are loaded."""
    found: Any = resident_areas(tables.table)
    answer = tables.to_arrow(found.select(*COLUMNS).order_by("lsoa_name"))
    lines: Iterable[tuple[Any, ...]] = zip(
        *(column.to_pylist() for column in answer.columns), strict=True
    )
    return Gazetteer(tuple(_area(*line) for line in lines))


def _area(
    code: str, name: str, district: str, force: str | None, tenth: str | None, residents: int
) -> Area:
    return Area(code, name, district, force or "", int(tenth) if tenth else None, residents)
