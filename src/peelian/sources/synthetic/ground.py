"""The ground of a force: its neighbourhoods with their residents, how much happens in each, and the
few fixed points of the map that everything in a neighbourhood is moved to, as data.police.uk does.

Neighbourhoods and residents are the real ones; how much happens in each is invented, more where
deprivation is greater, and very unevenly, so that there are hot spots to find.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
import pyarrow as pa
import shapely

from peelian.engines.maps.outlines import NoBoundaries, Outline, force_areas, neighbourhoods
from peelian.records.store.reader import Reader
from peelian.sources.synthetic.columns import words
from peelian.sources.synthetic.draws import Draws, Floats, Ints
from peelian.sources.synthetic.order import in_order
from peelian.sources.synthetic.streets import STREETS
from peelian.sources.synthetic.targets import ELSEWHERE
from peelian.spine.residents import resident_areas

POINTS_IN_AREA = 12
# The first point of a neighbourhood sees the most: a station, a shopping street.
POINT_WEIGHTS = 1.0 / np.arange(1, POINTS_IN_AREA + 1)
# Standard deviations of logarithms: what all kinds of events share, and what each has of its own.
SHARED_SPREAD, OWN_SPREAD = 0.8, 0.45
# By how much one tenth of deprivation more than another raises what happens.
DEPRIVATION_SLOPE = 0.09
MIDDLE_TENTH = 5.5
RESIDENTS_AT_ADDRESS = 2.4
# Degrees from the middle of a neighbourhood to its points; a degree of longitude is shorter.
REACH_NORTH, REACH_EAST = 0.003, 0.005
NEIGHBOURS_ELSEWHERE = 12


@dataclass(frozen=True)
class Neighbourhood:
    """One LSOA of 2011; `tenth` is its tenth of deprivation, 5.5 where there is none (Wales)."""

    code: str
    name: str
    residents: int
    tenth: float


@dataclass(frozen=True, eq=False)
class Ground:
    """The neighbourhoods of one force, the last few of them in another force's area."""

    slug: str
    areas: tuple[Neighbourhood, ...]
    residents: int
    shared: Floats
    longitudes: Floats
    latitudes: Floats
    streets: Ints

    def intensity(self, kind: str, seed: int) -> Floats:
        """How much of one kind of event happens in each neighbourhood, as weights."""
        draws = Draws(seed, "intensity", kind, self.slug)
        weights = self.shared * draws.times(OWN_SPREAD, len(self.areas))
        own = weights[:-NEIGHBOURS_ELSEWHERE].sum()
        away = weights[-NEIGHBOURS_ELSEWHERE:]
        away *= ELSEWHERE.value * own / (away.sum() * (1 - ELSEWHERE.value))
        return weights

    @property
    def addresses(self) -> Ints:
        """How many addresses each neighbourhood has."""
        people = np.array([area.residents for area in self.areas])
        return np.maximum(1, people / RESIDENTS_AT_ADDRESS).astype(np.int64)

    @property
    def people(self) -> Ints:
        """How many residents each neighbourhood has."""
        return np.array([max(1, area.residents) for area in self.areas])

    def codes(self, places: Ints) -> pa.Array:
        """The code of the neighbourhood of each row."""
        return words(places, [area.code for area in self.areas])

    def names(self, places: Ints) -> pa.Array:
        """The name of the neighbourhood of each row."""
        return words(places, [area.name for area in self.areas])

    def points(self, draws: Draws, places: Ints) -> Ints:
        """One of the points of the neighbourhood of each row, by its place among all points."""
        return places * POINTS_IN_AREA + draws.pick(POINT_WEIGHTS, len(places))


def grounds(reader: Reader, wanted: Collection[str], seed: int) -> Mapping[str, Ground]:
    """The ground of these forces, from the reference tables in the store; by seed."""
    slugs = in_order()
    # The few rows that lie elsewhere do so with the next force in the order.
    after = dict(zip(slugs, (*slugs[1:], slugs[0]), strict=True))
    homes: dict[str, list[Neighbourhood]] = {
        slug: [] for one in wanted for slug in (one, after[one])
    }
    areas = resident_areas(reader.table)
    found = reader.to_arrow(areas.filter(areas.area_force.isin(list(homes)))).to_pylist()
    for row in sorted(found, key=lambda row: str(row["lsoa_code"])):
        homes[row["area_force"]].append(
            Neighbourhood(
                row["lsoa_code"],
                row["lsoa_name"],
                row["residents"],
                float(row["deprivation_decile"] or MIDDLE_TENTH),
            )
        )
    return {slug: _ground(slug, homes[slug], after[slug], homes, seed) for slug in wanted}


def _ground(
    slug: str,
    home: list[Neighbourhood],
    other: str,
    homes: Mapping[str, list[Neighbourhood]],
    seed: int,
) -> Ground:
    draws = Draws(seed, "ground", slug)
    away = [homes[other][n] for n in draws.below(np.full(NEIGHBOURS_ELSEWHERE, len(homes[other])))]
    areas = (*home, *away)
    size = len(areas)
    people = np.array([max(1, area.residents) for area in areas], dtype=np.float64)
    tenths = np.array([area.tenth for area in areas])
    shared = people * np.exp(DEPRIVATION_SLOPE * (MIDDLE_TENTH - tenths))
    middles = np.concatenate(
        (_middles(slug, home, Draws(seed, "middles", slug)), _middles(other, away, draws))
    )
    spread = draws.normal(size * POINTS_IN_AREA * 2).reshape(size, POINTS_IN_AREA, 2)
    points = middles[:, None, :] + spread * np.array([REACH_EAST, REACH_NORTH]) / 2.0
    return Ground(
        slug=slug,
        areas=areas,
        residents=sum(area.residents for area in home),
        shared=shared * draws.times(SHARED_SPREAD, size),
        longitudes=points[..., 0].reshape(-1),
        latitudes=points[..., 1].reshape(-1),
        streets=draws.below(np.full(size * POINTS_IN_AREA, len(STREETS))),
    )


def _middles(slug: str, areas: list[Neighbourhood], draws: Draws) -> Floats:
    """The middle of each neighbourhood where its outline is shipped, else within its force."""
    shipped = _shipped(slug)
    west, south, east, north = _whole(slug).bounds
    middles = np.empty((0, 2))
    # Half of such points lie within most forces, so a few rounds find enough.
    while len(middles) < len(areas):
        size = 4 * len(areas)
        points = np.column_stack(
            (
                west + (east - west) * draws.uniform(size),
                south + (north - south) * draws.uniform(size),
            )
        )
        within = shapely.contains_xy(_whole(slug), points[:, 0], points[:, 1])
        middles = np.concatenate((middles, points[within]))
    middles = middles[: len(areas)]
    for n, area in enumerate(areas):
        if area.code in shipped:
            middles[n] = shipped[area.code]
    return middles


@cache
def _shipped(slug: str) -> Mapping[str, tuple[float, float]]:
    try:
        outlines = neighbourhoods(slug)
    except NoBoundaries:
        return {}
    middles = [(one.code, _shape(one).representative_point()) for one in outlines]
    return {code: (middle.x, middle.y) for code, middle in middles}


@cache
def _whole(slug: str) -> shapely.MultiPolygon:
    shape = next(_shape(one) for one in force_areas() if one.code == slug)
    shapely.prepare(shape)
    return shape


def _shape(outline: Outline) -> shapely.MultiPolygon:
    return shapely.MultiPolygon([(outer, holes) for outer, *holes in outline.polygons])
