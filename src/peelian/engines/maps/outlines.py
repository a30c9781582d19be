"""Outlines of areas as shipped with the package: each read once, parsed into frozen values.

Boundaries: Office for National Statistics, 2011 lower layer super output areas and police force
areas of 2022, generalised, in degrees (WGS84).
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from peelian.spine.force import force

Place = tuple[float, float]
Ring = tuple[Place, ...]
Polygon = tuple[Ring, ...]

# A force's neighbourhoods stand in a file named after it: shipping another needs no code.
NEIGHBOURHOODS = "lsoa11-{force}.geojson"
FORCES = "forces.geojson"


class NoBoundaries(LookupError):
    """No outlines are shipped for the neighbourhoods of a force."""


@dataclass(frozen=True)
class Outline:
    """One area: its code, its name and its polygons, each an outer ring with any holes."""

    code: str
    name: str
    polygons: tuple[Polygon, ...]

    @property
    def geometry(self) -> Mapping[str, Any]:
        """The polygons as GeoJSON."""
        return {"type": "MultiPolygon", "coordinates": self.polygons}


def neighbourhoods(slug: str) -> tuple[Outline, ...]:
    """Outlines of the LSOAs that a force polices; raises `NoBoundaries` where none are shipped.

    Raises `UnknownForce` for a slug that is no force's.
    """
    named = force(slug)
    found = _folder().joinpath(NEIGHBOURHOODS.format(force=named.slug))
    if not found.is_file():
        mapped = ", ".join(force(each).name for each in mapped_forces())
        raise NoBoundaries(
            f"No outlines of the neighbourhoods of {named.name} are shipped, so there is no map of "
            f"them. They are shipped for: {mapped}."
        )
    return _outlines(found.name)


def force_areas() -> tuple[Outline, ...]:
    """Outlines of the 43 force areas of England and Wales; the code is the force's slug."""
    return _outlines(FORCES)


@cache
def mapped_forces() -> tuple[str, ...]:
    """The slugs of the forces whose neighbourhoods can be drawn."""
    head, tail = NEIGHBOURHOODS.split("{force}")
    names = (each.name for each in _folder().iterdir())
    return tuple(
        sorted(
            name.removeprefix(head).removesuffix(tail)
            for name in names
            if name.startswith(head) and name.endswith(tail)
        )
    )


def _folder() -> Traversable:
    return files("peelian.spine").joinpath("reference/boundaries")


@cache
def _outlines(name: str) -> tuple[Outline, ...]:
    collection = json.loads(_folder().joinpath(name).read_text(encoding="utf-8"))
    return tuple(
        Outline(feature["id"], feature["properties"]["name"], _polygons(feature["geometry"]))
        for feature in collection["features"]
    )


def _polygons(geometry: Mapping[str, Any]) -> tuple[Polygon, ...]:
    listed = geometry["coordinates"]
    polygons = listed if geometry["type"] == "MultiPolygon" else [listed]
    return tuple(
        tuple(tuple((float(x), float(y)) for x, y in ring) for ring in rings) for rings in polygons
    )
